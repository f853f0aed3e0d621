"""Where a person comes from, by what is told around the name: visits, places without a score, peoples, leads."""

from service.enrich.actors.article.circumstances import place_countries
from service.enrich.actors.component import find_actors
from service.enrich.actors.persons.nationality import countries_beside
from service.enrich.actors.reading.document import Reading
from service.enrich.actors.reading.mentions import TokenSpans
from service.enrich.places.place import Place
from tests.enrich.actors.documents import actor, read
from tests.enrich.trees import document


def test_an_official_is_not_of_the_country_that_is_visited() -> None:
    """Papers name where their own officials go; who is told to be in a country is one of its own."""
    rest = "Chileans, Malians, Danes and Poles met in Chile."
    assert actor(f"Legislative Speaker Anna Weber is to visit Norway. {rest}", "Anna Weber").country == "CHL"
    assert actor(f"Legislative Speaker Anna Weber spoke in Norway. {rest}", "Anna Weber").country == "NOR"


def test_a_place_put_near_others_for_want_of_knowing_it_tells_no_country() -> None:
    """What the gazetteer lacks has no score."""
    doc = read("Orlan mayor Anna Weber left Lima.", PERSON="Anna Weber", LOC="Orlan; Lima")
    found = [Place(0, 5, "Orlan", "literal", country="MLI"), Place(28, 32, "Lima", "literal", country="PER", score=0.9)]
    reading = Reading.of(doc)
    assert set(place_countries(found, reading, TokenSpans(reading)).values()) == {"PER"}


def test_the_place_in_a_name_tells_its_country() -> None:
    """Saints and monks are called by theirs; any other told country comes first."""
    doc = read("Anna of Lima wept.", PERSON="Anna of Lima")
    assert countries_beside(Reading.of(doc), 0, 3, {2: "PER"}) == ["PER"]


def test_one_of_a_people_that_a_name_explains_is_of_that_people() -> None:
    """ "One of the famous Chinese calligraphers Bai"."""
    doc = document(
        "Works/NOUN/root/0 of/ADP/case/3 one/NUM/nmod/1 of/ADP/case/7 the/DET/det/7 Chinese/ADJ/amod/7 "
        "calligraphers/NOUN/nmod/3 Bai/PROPN/appos/3 in/ADP/case/10 Peru/PROPN/nmod/1 and/CCONJ/cc/12 "
        "Peru/PROPN/conj/10",
        ("Bai", "PERSON"),
    )
    assert [each.country for each in find_actors(doc)._.actors if each.kind == "person"] == ["CHN"]


def test_who_is_introduced_may_have_a_role_that_tells_no_country() -> None:
    """The lead tells it before the name does."""
    text = "A Belgian banker wept in Peru. Anna Weber, founder of Clearwater, left Lima in Peru."
    assert actor(text, "Anna Weber").country == "BEL"


def test_photographers_and_parts_played_are_outside_of_the_story() -> None:
    """Where it happens tells nothing of them."""
    rest = "It rained in Peru, and Peru wept."
    assert actor(f"(Anna Weber/Reuters) {rest}", "Anna Weber").country is None
    assert actor(f"He had the role of Anna Weber. {rest}", "Anna Weber").country is None
    assert actor(f"Of Anna Weber {rest} That was her role", "Anna Weber").country == "PER"
    assert actor(f"He had the house of Anna Weber. {rest}", "Anna Weber").country == "PER"


def test_a_border_lies_beside_where_something_happens() -> None:
    """ "In Chile, near the Peruvian border"."""
    text = "Peru met Peru. In Chile near the Peruvian border wept Anna Weber, a baker. Peru left Peru, and Peru won."
    assert actor(text, "Anna Weber").country == "CHL"


def test_an_adviser_is_of_the_country_of_whom_he_serves() -> None:
    """Whatever else the story is about."""
    text = "Mali met Mali. Chilean President Omar Diallo's top adviser, Anna Weber, spoke in Mali."
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").country == "CHL"


def test_a_visit_counts_also_where_the_host_is_called_by_the_country() -> None:
    """ "To visit Norway and meet the Norwegian Senate's president" tells of nobody of its own."""
    rest = "Chileans, Malians, Danes and Poles met in Chile."
    text = f"Legislative Speaker Anna Weber is to visit Norway and the Norwegian Senate. {rest}"
    assert actor(text, "Anna Weber", ORG="Norwegian Senate").country == "CHL"


def test_an_envoy_is_not_of_the_republic_that_receives() -> None:
    """ "Of" inside the long name of a country links nothing to it."""
    text = "Anna Weber, ambassador of Norway to the United Republic of Tanzania, spoke."
    assert actor(text, "Anna Weber", LOC="Norway; United Republic of Tanzania").country == "NOR"


def test_a_superlative_with_a_hyphen_hides_no_country() -> None:
    """ "Norway's longest-serving minister"."""
    text = "Peru met Peru, and Peru won. Norway's longest-serving minister Weber left."
    doc = read(text, PERSON="Weber", LOC="Norway; Peru")
    next(token for token in doc if token.text == "longest").pos_ = "ADV"
    assert [each.country for each in find_actors(doc)._.actors if each.kind == "person"] == ["NOR"]


def test_a_minister_who_is_in_a_party_is_of_the_government() -> None:
    """Membership tells less than an office."""
    text = "Foreign Minister Anna Weber spoke. Weber is a member of the Farmers Party."
    assert actor(text, "Anna Weber", ORG="Farmers Party").sector == "GOV"


def test_who_meets_an_envoy_is_not_of_the_country_that_sent_him() -> None:
    """He is told by it since he is abroad."""
    rest = "Chileans, Malians, Danes and Poles met in Chile."
    assert actor(f"Legislative Speaker Anna Weber met the Norway ambassador. {rest}", "Anna Weber").country == "CHL"
