"""Several nations of one phrase: each is a party of its own."""

import pytest
from spacy.tokens import Doc

from service.enrich.events.event import Party
from tests.enrich.events.labelled import code
from tests.enrich.trees import document

COMPLEMENT = (
    "{party}/NOUN/nsubj/6 {preposition}/ADP/case/3 Norway/PROPN/nmod/1 {join}/CCONJ/cc/5 Sweden/PROPN/conj/3 "
    "met/VERB/ROOT/0"
)
NORDIC = (("Norway", "LOC"), ("Sweden", "LOC"))


def countries_of(doc: Doc, actors: tuple[str, ...]) -> list[str | None]:
    """Countries of the actors of the meeting that a document tells, where the heads know some of them."""
    [event] = code(doc, {"met": "CONSULT"}, [("met", "actor", actor) for actor in actors])
    return [party.country for party in event.actors]


@pytest.mark.parametrize(("party", "preposition"), [("Negotiators", "of"), ("Officials", "from"), ("Hundreds", "of")])
def test_all_countries_behind_a_noun_are_parties(party: str, preposition: str) -> None:
    """As many as "and" joins."""
    doc = document(COMPLEMENT.format(party=party, preposition=preposition, join="and"), *NORDIC)
    assert countries_of(doc, (party,)) == ["NOR", "SWE"]


def test_lists_with_commas_and_prepositions_are_one_list() -> None:
    """ "The ministers of Norway, Sweden and of Finland"."""
    doc = document(
        "The/DET/det/2 ministers/NOUN/nsubj/10 of/ADP/case/4 Norway/PROPN/nmod/2 ,/PUNCT/punct/6 Sweden/PROPN/appos/4 "
        "and/CCONJ/cc/9 of/ADP/case/9 Finland/PROPN/conj/6 met/VERB/ROOT/0",
        *NORDIC, ("Finland", "LOC"),
    )  # fmt: skip
    assert countries_of(doc, ("ministers",)) == ["NOR", "SWE", "FIN"]


def test_a_country_behind_a_comma_alone_tells_more_of_the_one_before() -> None:
    """Nothing joins them: "officials from Norway, Sweden's neighbour" are of one country."""
    doc = document(
        "Officials/NOUN/nsubj/6 from/ADP/case/3 Norway/PROPN/nmod/1 ,/PUNCT/punct/5 Sweden/PROPN/appos/3 "
        "met/VERB/ROOT/0",
        *NORDIC,
    )  # fmt: skip
    assert countries_of(doc, ("Officials",)) == ["NOR"]


def test_an_owner_behind_and_owns_something_else() -> None:
    """ "The king of Norway and Sweden's premier met"."""
    doc = document(
        "King/NOUN/nsubj/8 of/ADP/case/3 Norway/PROPN/nmod/1 and/CCONJ/cc/7 Sweden/PROPN/nmod:poss/7 "
        "'s/PART/case/5 premier/NOUN/conj/1 met/VERB/ROOT/0",
        *NORDIC,
    )  # fmt: skip
    assert countries_of(doc, ("King", "premier")) == ["NOR", "SWE"]


def test_who_begins_a_new_clause_is_not_joined() -> None:
    """ "Officials from Norway met, and Sweden objected" without its comma."""
    doc = document(
        "Oslo/PROPN/nsubj/2 met/VERB/ROOT/0 officials/NOUN/obj/2 from/ADP/case/5 Norway/PROPN/nmod/3 and/CCONJ/cc/8 "
        "Sweden/PROPN/nsubj/8 objected/VERB/conj/2",
        ("Oslo", "LOC"), *NORDIC,
    )  # fmt: skip
    [event] = code(doc, {"met": "CONSULT"}, [("met", "actor", "Oslo"), ("met", "recipient", "officials")])
    assert [party.country for party in event.recipients] == ["NOR"]


def test_countries_that_tell_whose_a_party_is_are_no_parties_beside_it() -> None:
    """Whatever the heads think of them."""
    doc = document(COMPLEMENT.format(party="Officials", preposition="from", join="and"), *NORDIC)
    [event] = code(doc, {"met": "CONSULT"}, [("met", "actor", each) for each in ("Officials", "Norway", "Sweden")])
    assert {doc.text[slice(*party.span)] for party in event.actors} == {"Officials from Norway and Sweden"}


@pytest.mark.parametrize(("bodies", "countries"), [("armies", [None]), ("parties", [None]), ("ministries", ["NOR"])])
def test_two_armies_are_not_both_of_the_articles_country(bodies: str, countries: list[str | None]) -> None:
    """A state has one, and several ministries."""
    doc = document(
        "Norway/PROPN/nsubj/2 agreed/VERB/ROOT/0 ./PUNCT/punct/2\n"
        f"The/DET/det/3 two/NUM/nummod/3 {bodies}/NOUN/nsubj/4 met/VERB/ROOT/0",
        ("Norway", "LOC"),
    )  # fmt: skip
    [event] = code(doc, {"met": "CONSULT"}, [("met", "actor", bodies)])
    assert [party.country for party in event.actors] == countries


@pytest.mark.parametrize(("relation", "countries"), [("nmod", ["NOR", "SWE"]), ("obl", [None])])
def test_where_somebody_is_moved_from_does_not_tell_whose_they_are(relation: str, countries: list[str | None]) -> None:
    """ "Miners from Norway and Sweden", but "moved from Norway and Sweden"."""
    doc = document(
        f"Oslo/PROPN/nsubj/2 met/VERB/ROOT/0 miners/NOUN/obj/2 from/ADP/case/5 Norway/PROPN/{relation}/2 "
        "and/CCONJ/cc/7 Sweden/PROPN/conj/5",
        ("Oslo", "LOC"), *NORDIC,
    )  # fmt: skip
    [event] = code(doc, {"met": "CONSULT"}, [("met", "actor", "Oslo"), ("met", "recipient", "miners")])
    assert [party.country for party in event.recipients] == countries


def test_a_country_between_a_subject_and_its_verb_tells_whose_it_is() -> None:
    """Whatever word the tree gives it to: "officials said a man from Sweden was met"."""
    doc = document(
        "Oslo/PROPN/nsubj/2 said/VERB/ROOT/0 men/NOUN/nsubj/6 from/ADP/case/5 Sweden/PROPN/obl/2 met/VERB/ccomp/2",
        ("Oslo", "LOC"), ("Sweden", "LOC"),
    )  # fmt: skip
    assert countries_of(doc, ("men",)) == ["SWE"]


MINISTERS = (
    "Ministers/NOUN/nsubj/6 of/ADP/case/3 Norway/PROPN/nmod/1 and/CCONJ/cc/5 Sweden/PROPN/conj/3 spoke/VERB/ROOT/0"
)


def told_behind(sentence: str, head: str) -> list[Party]:
    """The actors of a meeting that is told behind what ministers of Norway and Sweden said."""
    doc = document(f"{MINISTERS}\n{sentence}", *NORDIC)
    [event] = code(doc, {"met": "CONSULT"}, [("met", "actor", head)])
    return list(event.actors)


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("Both/DET/det/2 sides/NOUN/nsubj/3 met/VERB/ROOT/0", "sides"),
        ("The/DET/det/3 two/NUM/nummod/3 ministers/NOUN/nsubj/4 met/VERB/ROOT/0", "ministers"),
        ("Envoys/NOUN/nsubj/5 of/ADP/case/4 both/DET/det/4 sides/NOUN/nmod/1 met/VERB/ROOT/0", "Envoys"),
    ],
)
def test_who_takes_up_two_nations_is_one_of_each(sentence: str, head: str) -> None:
    """Told by the same words, apart by country, and each of them one."""
    actors = told_behind(sentence, head)
    assert [(party.country, party.count) for party in actors] == [("NOR", None), ("SWE", None)]


def test_both_countries_are_the_states_of_those_who_spoke_for_them() -> None:
    """They hold no office."""
    actors = told_behind("Both/DET/det/2 countries/NOUN/nsubj/3 met/VERB/ROOT/0", "countries")
    assert [(party.kind, party.country, party.role) for party in actors] == [
        ("country", "NOR", None),
        ("country", "SWE", None),
    ]


def test_three_are_not_the_two_who_were_told() -> None:
    """ "The three ministers" are others."""
    actors = told_behind("The/DET/det/3 three/NUM/nummod/3 ministers/NOUN/nsubj/4 met/VERB/ROOT/0", "ministers")
    assert len(actors) == 1
