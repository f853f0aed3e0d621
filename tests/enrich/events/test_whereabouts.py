"""Where events happened that tell it, and news that headline or lead place."""

from dataclasses import replace

import pytest

import service.enrich.places.component  # noqa: F401 - registers doc._.places
from service.enrich.events.circumstances.containment import narrowest
from service.enrich.events.circumstances.whereabouts import Whereabouts
from service.enrich.events.event import Event, EventPlace
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.places.place import Focus, Place
from service.enrich.tree import Tree
from tests.enrich.events.mentions import REBELS, told
from tests.enrich.trees import document

LAND = Place(0, 1, "Land", "literal", "Land", 1, "A", "PCLI", 51.0, 0.0, "LND")
SHIRE = Place(0, 1, "Shire", "literal", "Shire", 2, "A", "ADM1", 51.2, 0.2, "LND", "Shire")
CAPITAL = Place(0, 1, "Capital", "literal", "Capital", 3, "P", "PPLC", 51.5, -0.1, "LND", "Shire")
SUBURB = Place(0, 1, "Suburb", "literal", "Suburb", 4, "P", "PPL", 51.4, -0.1, "LND", "Shire")
PORT = Place(0, 1, "Port", "literal", "Port", 5, "P", "PPL", 50.7, -1.1, "LND", "Coast")

HEADLINE = "Suburb/PROPN/compound/3 tram/NOUN/compound/3 crash/NOUN/nsubj/4 kills/VERB/ROOT/0 seven/NUM/obj/4"
LEAD = "Gunmen/NOUN/nsubj/2 struck/VERB/ROOT/0 in/ADP/case/4 Port/PROPN/obl/2 and/CCONJ/cc/6 left/VERB/conj/2"


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((LAND, SUBURB, CAPITAL, SHIRE), SUBURB),
        ((LAND, SHIRE), SHIRE),
        ((CAPITAL, PORT), None),
        ((SHIRE, PORT), None),
        ((), None),
    ],
)
def test_places_within_each_other_tell_one_place(places: tuple[Place, ...], expected: Place | None) -> None:
    """A suburb, its capital, their division and country mean the suburb; two towns apart mean no one place."""
    assert narrowest(places) == expected


def test_news_happens_where_the_headline_says() -> None:
    """A town before what happened there; a country there is a party, and talk happens nowhere."""
    news = told(9)
    strangers = replace(news, actors=(replace(REBELS, country=None),), recipients=())
    assert _news_place(HEADLINE, SUBURB, strangers) == "Suburb"
    assert _news_place(HEADLINE.replace("NOUN", "PROPN"), SUBURB, strangers) == "Suburb"
    assert _news_place(HEADLINE, LAND._replace(text="Suburb"), strangers) is None
    assert _news_place(HEADLINE, SUBURB, replace(strangers, type="ACCUSE")) is None
    assert _news_place(HEADLINE, SUBURB, news) is None, "of no country of its parties"


def test_news_without_a_headline_happens_where_its_first_sentence_says() -> None:
    """What the first sentence tells itself the coder has taken."""
    news = replace(told(9), actors=(replace(REBELS, country="LND"),), recipients=())
    assert _news_place(LEAD, PORT, news, headline=False) == "Port"
    own = replace(news, sentence=replace(news.sentence, span=(0, len(document(LEAD).text))))
    assert _news_place(LEAD, PORT, own, headline=False) is None


def test_a_place_of_another_clause_is_not_that_of_the_act() -> None:
    """ "They seized the letter of a writer who lives in Port" does not tell where it was seized."""
    text = (
        "Police/NOUN/nsubj/2 seized/VERB/ROOT/0 letters/NOUN/obj/2 of/ADP/case/5 writers/NOUN/nmod/3 who/PRON/nsubj/7 "
        "live/VERB/acl:relcl/5 in/ADP/case/9 Port/PROPN/obl/7"
    )
    assert _own_place(text, PORT, "seized") is None
    assert _own_place(text.replace("acl:relcl/5", "conj/2"), PORT, "seized") == "Port"


@pytest.mark.parametrize(("country", "expected"), [("LND", "Port"), ("XXX", "Land")])
def test_a_phrase_means_its_narrowest_place_unless_its_adjective_contradicts(country: str, expected: str) -> None:
    """ "Landish city of Port" is the town, the Landish one of two namesakes at least not the foreign one."""
    doc = document(
        "bombs/NOUN/ROOT/0 in/ADP/case/4 Landish/ADJ/amod/4 city/NOUN/nmod/1 of/ADP/case/6 Port/PROPN/nmod/4"
    )
    landish = LAND._replace(start=9, end=16, kind="demonym")
    doc._.places = (landish, PORT._replace(start=25, end=29, country=country))
    found = Whereabouts(doc, Tree.of(doc)).place_of(
        0, Phrase(3, 3, 2, 6), (0, 29), "ASSAULT", (), first_paragraph=False, parties=()
    )
    assert found is not None
    assert found.name == expected


def test_a_country_in_the_headline_means_the_only_place_in_it_of_the_lead() -> None:
    """ "Consulate in Land attacked" - "Gunmen struck in Port"."""
    country = Whereabouts(document(LEAD), Tree.of(document(LEAD))).place_of(
        1, Phrase(3, 3, 3, 4), (0, 9), "ASSAULT", (), first_paragraph=False, parties=()
    )
    assert country is not None
    headline = replace(told(9), place=replace(country, precision="country", country="LND"))
    lead = [(0, len(document(LEAD).text))]
    found = _placed(LEAD, PORT)
    narrower = found.narrower(headline, lead)
    assert narrower is not None
    assert narrower.name == "Port"
    assert found.narrower(replace(headline, place=replace(country, precision="country", country="XXX")), lead) is None
    assert found.narrower(replace(headline, type="ACCUSE"), lead) is None


@pytest.mark.parametrize(("country", "expected"), [("LND", "LND"), ("XXX", None)])
def test_a_place_that_nobody_knows_is_in_the_country_of_its_story(country: str, expected: str | None) -> None:
    """ "At his home": where the parties are of that country."""
    doc = document(LEAD)
    doc._.places = (LAND._replace(start=40, end=44), LAND._replace(start=50, end=54))
    doc._.focus = Focus((("LND", 1.0),))
    news = replace(told(9), actors=(replace(REBELS, country=country),), recipients=())
    at_home = replace(news, place=EventPlace("argument", "region", (0, 4)))
    found = Whereabouts(doc, Tree.of(doc)).in_the_country(at_home)
    assert (found and found.country) == expected
    assert found is None or found.span == (0, 4)


@pytest.mark.parametrize(("name", "precision"), [("South Land", "country"), ("Land", "region")])
def test_only_words_before_the_name_of_a_country_mean_a_part_of_it(name: str, precision: str) -> None:
    """ "South Korea" is a country, "south Lebanon" a part of one."""
    text = "Gunmen/NOUN/nsubj/2 struck/VERB/ROOT/0 in/ADP/case/5 South/PROPN/compound/5 Land/PROPN/obl/2"
    found = _placed(text, LAND._replace(text="South Land", name=name)).place_of(
        1, Phrase(4, 4, 3, 5), (0, 27), "ASSAULT", (), first_paragraph=False, parties=()
    )
    assert found is not None
    assert found.precision == precision


AT_A_HOTEL = (
    "Gunmen/NOUN/nsubj/2 struck/VERB/ROOT/0 the/DET/det/5 Landish/ADJ/amod/5 NOUN/NOUN/obl/2 in/ADP/case/7 Port/PROPN/"
)


@pytest.mark.parametrize("relation", ["nmod/5", "obl/2"])
@pytest.mark.parametrize(
    ("noun", "landish", "name"), [("hotel", False, "Port"), ("embassy", True, "Port"), ("capital", True, "Land")]
)
def test_a_place_that_nobody_knows_is_in_the_town_told_with_it(
    relation: str, noun: str, landish: bool, name: str
) -> None:
    """The adjective of a country tells where its capital is, not where its embassy is."""
    doc = document(AT_A_HOTEL.replace("NOUN/NOUN", f"{noun}/NOUN") + relation)
    adjective = LAND._replace(start=18, end=25, kind="demonym")
    port = PORT._replace(start=doc.text.index("Port"), end=len(doc.text))
    doc._.places = (adjective, port) if landish else (port,)
    found = Whereabouts(doc, Tree.of(doc)).place_of(
        1, Phrase(4, 4, 2, 5), (0, len(doc.text)), "ASSAULT", (), first_paragraph=False, parties=()
    )
    assert found is not None
    assert (found.name, found.span) == (name, (14, 26 + len(noun)))


def test_a_person_is_no_place() -> None:
    """ "He shot at Ana Ruiz" tells no place."""
    text = "Gunmen/NOUN/nsubj/2 shot/VERB/ROOT/0 at/ADP/case/5 Ana/PROPN/compound/5 Ruiz/PROPN/obl/2"
    doc = document(text, ("Ana Ruiz", "PERSON"))
    where = Whereabouts(doc, Tree.of(doc))
    at_her = where.place_of(1, Phrase(4, 4, 3, 5), (0, 23), "ACCUSE", (), first_paragraph=False, parties=())
    assert at_her is None


def test_the_continent_is_in_no_country() -> None:
    """What is larger than a country is not taken to be in that of the story."""
    doc = document("They/PRON/nsubj/2 attacked/VERB/ROOT/0 across/ADP/case/5 the/DET/det/5 continent/NOUN/obl/2")
    doc._.places = (LAND._replace(start=40, end=44), LAND._replace(start=50, end=54))
    doc._.focus = Focus((("LND", 1.0),))
    news = replace(told(9), actors=(replace(REBELS, country="LND"),), recipients=())
    where = Whereabouts(doc, Tree.of(doc))
    assert where.in_the_country(replace(news, place=EventPlace("argument", "region", (21, 34)))) is None
    assert where.in_the_country(replace(news, place=EventPlace("argument", "region", (0, 4)))) is not None


def test_an_act_of_the_news_in_a_town_was_in_the_suburb_that_the_headline_tells() -> None:
    """ "Suburb tram crash kills seven" - "it derailed in Capital"."""
    doc = document(HEADLINE)
    doc._.places = (SUBURB._replace(end=6), CAPITAL._replace(start=50, end=57), PORT._replace(start=60, end=64))
    where = Whereabouts(doc, Tree.of(doc))
    in_capital = replace(told(9), place=EventPlace("argument", "city", (50, 57), 3, "Capital", "LND"))
    found = where.in_the_headline(in_capital, (0, len(doc.text)))
    assert (found and found.name) == "Suburb"
    in_port = replace(in_capital, place=EventPlace("argument", "city", (60, 64), 5, "Port", "LND"))
    assert where.in_the_headline(in_port, (0, len(doc.text))) is None


def test_news_of_a_story_that_never_names_its_country_is_in_it() -> None:
    """Towns tell it; no words do."""
    doc = document(LEAD)
    doc._.places = (PORT._replace(start=40, end=44), CAPITAL._replace(start=50, end=57))
    doc._.focus = Focus((("LND", 1.0),))
    news = replace(told(9), type="ACCUSE", actors=(replace(REBELS, country="LND"),), recipients=())
    assert Whereabouts(doc, Tree.of(doc)).of_the_news(news, None, ()) == EventPlace(
        "inherited", "country", country="LND"
    )


@pytest.mark.parametrize(("words", "expected"), [("who lives", None), ("who protested", "Port")])
def test_where_somebody_lives_is_not_where_he_is_arrested(words: str, expected: str | None) -> None:
    """Whatever the heads say of the place."""
    who, verb = words.split()
    text = (
        f"Police/NOUN/nsubj/2 arrested/VERB/ROOT/0 him/PRON/obj/2 {who}/PRON/nsubj/5 {verb}/VERB/acl:relcl/3 "
        "in/ADP/case/7 Port/PROPN/obl/5"
    )
    doc = document(text)
    for token in doc:
        token.lemma_ = {"lives": "live"}.get(token.text, token.lemma_)
    doc._.places = (PORT._replace(start=doc.text.index("Port"), end=len(doc.text)),)
    found = Whereabouts(doc, Tree.of(doc)).place_of(
        1, Phrase(6, 6, 6, 7), (0, len(doc.text)), "COERCE", (), first_paragraph=False, parties=()
    )
    assert (found and found.name) == expected


@pytest.mark.parametrize(("preposition", "expected"), [("at", None), ("in", "Port")])
def test_whom_somebody_lashes_out_at_is_no_place(preposition: str, expected: str | None) -> None:
    """The same words with "in" tell one."""
    text = f"They/PRON/nsubj/2 raged/VERB/ROOT/0 {preposition}/ADP/case/4 Port/PROPN/obl/2"
    port = replace(REBELS, span=(13, 17), head=3)
    found = _placed(text, PORT).place_of(
        1, Phrase(3, 3, 3, 4), (0, 17), "ACCUSE", (port,), first_paragraph=False, parties=()
    )
    assert (found and found.name) == expected


def test_the_country_is_that_of_the_story() -> None:
    """Even where a party is of another one; no other place is."""
    doc = document("They/PRON/nsubj/2 attacked/VERB/ROOT/0 across/ADP/case/5 the/DET/det/5 country/NOUN/obl/2")
    doc._.focus = Focus((("LND", 0.6), ("AFG", 0.4)))
    where = Whereabouts(doc, Tree.of(doc))
    country, they = (EventPlace("argument", "region", span) for span in ((21, 32), (0, 4)))
    found = where.in_the_country(replace(told(9), place=country))
    assert (found and found.country) == "LND"
    assert where.in_the_country(replace(told(9), place=they)) is None


@pytest.mark.parametrize(
    ("event_type", "modes", "expected"),
    [
        ("ASSAULT", (), "LND"),
        ("SANCTION", ("convict",), "LND"),
        ("SANCTION", ("discontinue",), None),
        ("ACCUSE", ("allege",), None),
    ],
)
def test_acts_without_a_place_happen_in_the_country_of_a_story_of_one(
    event_type: str, modes: tuple[str, ...], expected: str | None
) -> None:
    """Courts sit in it, too; words and sanctions happen nowhere in it."""
    doc = document(LEAD)
    doc._.places = (PORT._replace(start=40, end=44), CAPITAL._replace(start=50, end=57))
    doc._.focus = Focus((("LND", 1.0),))
    event = replace(told(9), type=event_type, modes=modes, actors=(replace(REBELS, country="LND"),), recipients=())
    found = Whereabouts(doc, Tree.of(doc)).at_home(event)
    assert (found and found.country) == expected


def _placed(text: str, place: Place) -> Whereabouts:
    doc = document(text)
    start = doc.text.index(place.text)
    doc._.places = (place._replace(start=start, end=start + len(place.text)),)
    return Whereabouts(doc, Tree.of(doc))


def _news_place(text: str, place: Place, event: Event, *, headline: bool = True) -> str | None:
    span = (0, len(document(text).text))
    found = _placed(text, place).of_the_news(event, span if headline else None, () if headline else (span,))
    return found and found.name


def _own_place(text: str, place: Place, trigger: str) -> str | None:
    doc = document(text)
    word = next(token.i for token in doc if token.text == trigger)
    span = (0, len(doc.text))
    found = _placed(text, place).place_of(word, None, span, "COERCE", (), first_paragraph=False, parties=())
    return found and found.name
