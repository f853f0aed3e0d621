"""Which stretches of a text are places."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.enrich.places.recognition.spelling import bare_name, trimmed
from tests.enrich.places.conftest import Read


def found(read: Read, text: str, names: list[tuple[str, str]] | None = None) -> list[str]:
    return [place.text for place in read(text, names or [])._.places]


def test_without_a_tagger_countries_and_large_cities_are_found(read: Read) -> None:
    """The gazetteer alone finds what hardly ever means anything else."""
    text = "Envoys of Bolivia and South Korea met in Jakarta, officials of the European Union said."
    assert found(read, text) == ["Bolivia", "South Korea", "Jakarta", "European Union"]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on Sunday.",
        "Reading is fun and Nice people help us.",
        "Central banks met.",
        "A SWAT team came.",
        "It came in Minister Ito's talk.",
        "The High-Level Board and the Olympic Council met.",
    ],
)
def test_words_that_towns_bear_as_names_are_no_places(read: Read, text: str) -> None:
    """Precision: words, months and acronyms stay what they are."""
    assert found(read, text) == []


def test_a_small_town_is_found_where_the_text_says_that_it_is_one(read: Read) -> None:
    """A preposition of place or a state behind a comma is enough, and then for every other mention."""
    assert found(read, "The plant in Marysville closed. Marysville had hoped.") == ["Marysville", "Marysville"]
    assert found(read, "Ann Lee, a nurse at Ozark, Ala., agreed.") == ["Ozark", "Ala."]
    assert found(read, "Ann Lee, a nurse at Brandon, Man., agreed.") == ["Brandon", "Man."]


def test_persons_are_no_places(read: Read) -> None:
    """A part of a person's name is none, nor is the surname alone later."""
    names = [("Paris Milton", "PERSON")]
    assert found(read, "Paris Milton sang. Milton left.", names) == []


def test_a_town_taken_for_a_person_is_found(read: Read) -> None:
    """Taggers take short names of towns for persons; the preposition tells."""
    assert found(read, "Shots were heard in Dadaab on Monday.", [("Dadaab", "PERSON")]) == ["Dadaab"]


def test_the_home_behind_a_persons_name_is_found(read: Read) -> None:
    """Taggers that swallow a person's home leave it to us."""
    assert found(read, "Jane Roe of Toledo won.", [("Jane Roe of Toledo", "PERSON")]) == ["Toledo"]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("TORRINGTON \u2014 The council met.", "TORRINGTON", "ORG"),
        ("NAIROBI Ann Lee said so.", "NAIROBI Ann Lee", "PERSON"),
    ],
)
def test_capitals_that_open_a_story_are_its_dateline(read: Read, text: str, name: str, label: str) -> None:
    """With a dash behind them or without, and whatever a tagger took them for."""
    doc = read(text, [(name, label)])
    assert [(place.text, place.kind) for place in doc._.places] == [(text.split()[0], "literal")]


def test_places_inside_names_of_organisations_are_embedded(read: Read) -> None:
    """An institution is not its town, but tells where it is."""
    doc = read("The Nairobi Hospital said so.", [("Nairobi Hospital", "ORG")])
    assert [(place.text, place.kind, place.country) for place in doc._.places] == [("Nairobi", "embedded", "KEN")]


def test_a_tagged_town_and_its_state_are_two_places(read: Read) -> None:
    """Some taggers tag both as one name."""
    assert found(read, "He lives in Dover, Delaware.", [("Dover, Delaware", "LOC")]) == ["Dover", "Delaware"]


@given(st.text(max_size=60), st.data())
def test_trimming_stays_inside(text: str, data: st.DataObject) -> None:
    """A trimmed span lies in the span, and its name is free of blanks around it."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    begin, stop = trimmed(text, start, end)
    assert start <= begin <= end
    assert begin <= stop <= end
    assert bare_name(text[begin:stop]) == bare_name(text[begin:stop]).strip()


PIECES = st.lists(
    st.sampled_from(
        [
            "Paris",
            "Texas",
            ",",
            "U.S.",
            "“",
            "’s",
            "the",
            "of",
            "Washington",
            "-",
            "\n\n",
            "(",
            "Ala.",
            "Iranians",
            "é",
            "李",
        ]
    ),
    max_size=40,
)


@given(PIECES, st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_spans_are_true(read: Read, pieces: list[str], noise: str) -> None:
    """No text makes it raise; spans equal their text, in order, without overlap; the same again."""
    text = " ".join(pieces) + noise
    doc = read(text)
    places = doc._.places
    assert all(place.text == text[place.start : place.end] and place.text for place in places)
    assert all(one.end <= other.start for one, other in pairwise(places))
    assert read(text)._.places == places


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Fighters near Taliban posts fled.", "Taliban", "LOC"),
        ("The Taliban said so.", "Taliban", "ORG"),
        ("Ministers in Arab states agreed.", "Arab", "NORP"),
        ("Votes in Arab towns were counted.", "Arab", "LOC"),
        ("Troops near NATO bases moved.", "NATO", "LOC"),
        ("Life on Earth began.", "Earth", "LOC"),
        ("The firm Meta said so.", "Meta", "ORG"),
    ],
)
def test_groups_peoples_and_planets_are_no_towns_of_their_name(read: Read, text: str, name: str, label: str) -> None:
    """Whatever the tagger calls them: towns bear the names of many."""
    assert found(read, text, [(name, label)]) == []


@pytest.mark.parametrize(
    ("text", "name", "places"),
    [
        ("A shop in Arab, Alabama, closed. Arab had two.", "Arab", ["Arab", "Alabama", "Arab"]),
        ("The town of Berber was quiet.", "Berber", ["Berber"]),
        ("He was born in Earth, Texas.", "Earth", ["Earth", "Texas"]),
    ],
)
def test_a_town_named_like_a_people_is_found_where_the_text_says_so(
    read: Read, text: str, name: str, places: list[str]
) -> None:
    """Its state behind a comma, or the word town before it, and then for every mention; tagged or not."""
    assert found(read, text) == places
    assert found(read, text, [(name, "LOC")]) == places


def test_the_union_that_lies_somewhere_stays_a_place(read: Read) -> None:
    """Leagues of countries that the gazetteer itself knows are none of their namesakes."""
    assert found(read, "Envoys of the European Union met.", [("European Union", "ORG")]) == ["European Union"]


@pytest.mark.parametrize("name", ["Nelson Mandela University", "Bangladesh Kalyan Party", "Ying Wa College"])
def test_a_word_inside_a_longer_name_is_no_town(read: Read, name: str) -> None:
    """A town stands at an end of the names it is in, or behind a word such as "of" or "Royal"."""
    assert {"Mandela", "Kalyan", "Wa"}.isdisjoint(found(read, f"The {name} said so.", [(name, "ORG")]))


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Bayern Munich", "Munich"),
        ("Royal London Hospital", "London"),
        ("Bank of Weifang Group", "Weifang"),
        ("Baotou Bank", "Baotou"),
    ],
)
def test_a_town_at_an_end_of_a_longer_name_is_found(read: Read, name: str, place: str) -> None:
    """Or behind a word that says so."""
    assert found(read, f"The {name} said so.", [(name, "ORG")]) == [place]


def test_a_town_inside_a_longer_name_is_found_where_the_article_names_it_alone(read: Read) -> None:
    """What the article is about, its names are."""
    text = "Dubai is large. The Smart Dubai Office said so."
    assert found(read, text, [("Dubai", "LOC"), ("Smart Dubai Office", "ORG")]) == ["Dubai", "Dubai"]


@pytest.mark.parametrize("name", ["Zzyzx-Baru", "Sino-US", "Baru"])
def test_a_fragment_of_a_name_is_not_the_place_that_others_call_so(read: Read, name: str) -> None:
    """No "Baru" is Johor Bahru; half of a name that the gazetteer lacks means only towns of that very name."""
    (place,) = read(f"They met in {name} again.", [(name, "LOC")])._.places
    assert place.name is None


def test_half_of_a_double_name_is_the_town_of_its_own_name(read: Read) -> None:
    """As on a road between two."""
    (place,) = read("They met on the Zzyzx-Munich road.", [("Zzyzx-Munich", "LOC")])._.places
    assert place.country == "DEU"


def test_the_second_half_of_an_unknown_name_is_no_village(read: Read) -> None:
    """It is a word: some Magazine in America is not meant by the workshops of another town."""
    (place,) = read("They met in the Zzyzx-Magazine area.", [("Zzyzx-Magazine", "LOC")])._.places
    assert place.country is None


def test_a_people_that_a_team_is_called_by_is_no_place(read: Read) -> None:
    """Where the text says it once right behind the team's town; elsewhere it is a people."""
    team = read("The Cleveland Indians lost. The Indians left.", [("Cleveland", "LOC")])
    assert [place.text for place in team._.places] == ["Cleveland"]
    people = read("In Cleveland, Indians cheered.", [("Cleveland", "LOC")])
    assert [place.text for place in people._.places] == ["Cleveland", "Indians"]


def test_a_saint_in_the_name_of_a_school_is_no_town(read: Read) -> None:
    """But a town in the name of one is."""
    assert found(read, "Pupils of St Paul's College sang.", [("St Paul's College", "ORG")]) == []
    assert found(read, "Pupils of Lagos College sang.", [("Lagos College", "ORG")]) == ["Lagos"]


def test_the_long_name_of_a_body_holds_no_town_of_its_short_name(read: Read) -> None:
    """The Xinhua News Agency; the town of that name is one where it is named itself."""
    name = "Xinhua News Agency"
    assert found(read, f"The {name} said so.", [(name, "ORG")]) == []
    assert found(read, "They met in Xinhua on Monday.", [("Xinhua", "LOC")]) == ["Xinhua"]


def test_america_is_a_continent_in_spanish_names(read: Read) -> None:
    """Elsewhere it is a country."""
    assert found(read, "They won the Copa America and left Am\u00e9rica.", [("Copa America", "MISC")]) == []
    assert found(read, "They left America.") == ["America"]
