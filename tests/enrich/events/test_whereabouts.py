"""Where the sentence of an event says that it happened."""

from dataclasses import replace

import pytest

from service.enrich.events.circumstances.whereabouts import Whereabouts
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.places.place import Place
from service.enrich.tree import Tree
from tests.enrich.events.mentions import REBELS
from tests.enrich.events.towns import LAND, PORT, place_of_act, placed
from tests.enrich.trees import document


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
    found = place_of_act(Whereabouts(doc, Tree.of(doc)), 0, Phrase(3, 3, 2, 6), 29, "ASSAULT")
    assert found is not None
    assert found.name == expected


@pytest.mark.parametrize(("name", "precision"), [("South Land", "country"), ("Land", "region")])
def test_only_words_before_the_name_of_a_country_mean_a_part_of_it(name: str, precision: str) -> None:
    """ "South Korea" is a country, "south Lebanon" a part of one."""
    text = "Gunmen/NOUN/nsubj/2 struck/VERB/ROOT/0 in/ADP/case/5 South/PROPN/compound/5 Land/PROPN/obl/2"
    found = place_of_act(
        placed(text, LAND._replace(text="South Land", name=name)), 1, Phrase(4, 4, 3, 5), 27, "ASSAULT"
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
    found = place_of_act(Whereabouts(doc, Tree.of(doc)), 1, Phrase(4, 4, 2, 5), len(doc.text), "ASSAULT")
    assert found is not None
    assert (found.name, found.span) == (name, (14, 26 + len(noun)))


def test_a_person_is_no_place() -> None:
    """ "He shot at Ana Ruiz" tells no place."""
    text = "Gunmen/NOUN/nsubj/2 shot/VERB/ROOT/0 at/ADP/case/5 Ana/PROPN/compound/5 Ruiz/PROPN/obl/2"
    doc = document(text, ("Ana Ruiz", "PERSON"))
    where = Whereabouts(doc, Tree.of(doc))
    at_her = place_of_act(where, 1, Phrase(4, 4, 3, 5), 23, "ACCUSE")
    assert at_her is None


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
    found = place_of_act(Whereabouts(doc, Tree.of(doc)), 1, Phrase(6, 6, 6, 7), len(doc.text), "COERCE")
    assert (found and found.name) == expected


@pytest.mark.parametrize(("preposition", "expected"), [("at", None), ("in", "Port")])
def test_whom_somebody_lashes_out_at_is_no_place(preposition: str, expected: str | None) -> None:
    """The same words with "in" tell one."""
    text = f"They/PRON/nsubj/2 raged/VERB/ROOT/0 {preposition}/ADP/case/4 Port/PROPN/obl/2"
    port = replace(REBELS, span=(13, 17), head=3)
    found = place_of_act(placed(text, PORT), 1, Phrase(3, 3, 3, 4), 17, "ACCUSE", (port,))
    assert (found and found.name) == expected


def _own_place(text: str, place: Place, trigger: str) -> str | None:
    doc = document(text)
    word = next(token.i for token in doc if token.text == trigger)
    found = place_of_act(placed(text, place), word, None, len(doc.text), "COERCE")
    return found and found.name


@pytest.mark.parametrize(("target", "expected"), [("of/ADP/case/4 Land/PROPN/nmod/2", None), ("", "Port")])
def test_a_place_of_what_is_told_beside_an_act_is_not_its_own(target: str, expected: str | None) -> None:
    """ "The seizure of Land, and fears in Port": but "raids and arrests in Port" were all there."""
    words = 2 if target else 0
    text = (
        f"Amid/ADP/case/2 raids/NOUN/obl/{7 + words} {target} and/CCONJ/cc/{4 + words} arrests/NOUN/conj/2 "
        f"in/ADP/case/{6 + words} Port/PROPN/nmod/{4 + words} prices/NOUN/ROOT/0"
    )
    doc = document(" ".join(text.split()))
    start = doc.text.index("Port")
    found = place_of_act(placed(" ".join(text.split()), PORT), 1, None, start + len("Port prices"), "COERCE")
    assert (found and found.name) == expected
