"""Names told side by side behind a noun."""

import pytest

from service.enrich.joined_names import JoinedNames
from service.enrich.tree import Tree, labels_of
from tests.enrich.trees import document

ENVOYS = "envoys/NOUN/nsubj/{verb} of/ADP/case/3 Norway/PROPN/nmod/1 "
NORWAY = ("Norway", "LOC")


def behind(text: str, *names: tuple[str, str]) -> str:
    """The words of the list behind the first word."""
    doc = document(text, *names)
    found = JoinedNames(Tree.of(doc), labels_of(doc)).behind(0)
    return doc[found.start : found.stop].text


def test_a_list_reaches_to_its_last_name() -> None:
    """Whatever the tree and the tagger take names for that they do not know, and also where "of" stands in a name."""
    text = (
        ENVOYS.format(verb=14) + ",/PUNCT/punct/5 Sant/PROPN/appos/1 Brae/PROPN/flat/5 and/CCONJ/cc/9 the/DET/det/9 "
        "Republic/PROPN/conj/5 of/ADP/case/11 Tarn/PROPN/nmod/9 on/ADP/case/13 Monday/PROPN/obl/14 met/VERB/ROOT/0"
    )
    names = NORWAY, ("Sant Brae", "PERSON"), ("Republic of Tarn", "LOC")
    assert behind(text, *names) == "of Norway, Sant Brae and the Republic of Tarn"


def test_a_list_ends_behind_others_that_it_does_not_name() -> None:
    """ "Of Norway, Sweden and other states"."""
    text = (
        ENVOYS.format(verb=9) + ",/PUNCT/punct/5 Sweden/PROPN/conj/3 and/CCONJ/cc/8 other/ADJ/amod/8 "
        "states/NOUN/conj/3 met/VERB/ROOT/0"
    )
    assert behind(text, NORWAY, ("Sweden", "LOC")) == "of Norway, Sweden and other states"


def test_a_name_in_the_plural_ends_a_list() -> None:
    """Whoever bears it is no person: "of Norway and the Outer Keys", which nobody knows for a place."""
    text = (
        "envoys/NOUN/nsubj/8 of/ADP/case/3 Norway/PROPN/nmod/1 and/CCONJ/cc/7 the/DET/det/7 Outer/PROPN/amod/7 "
        "Keys/PROPN/conj/3 met/VERB/ROOT/0"
    )
    doc = document(text, NORWAY)
    doc[6].tag_ = "NNPS"
    found = JoinedNames(Tree.of(doc), labels_of(doc)).behind(0)
    assert doc[found.start : found.stop].text == "of Norway and the Outer Keys"


def test_persons_behind_a_place_hold_the_office() -> None:
    """ "The envoys of Norway, Ruiz and Holm, met": they are of no list of places."""
    text = (
        ENVOYS.format(verb=9) + ",/PUNCT/punct/5 Ruiz/PROPN/appos/1 and/CCONJ/cc/7 Holm/PROPN/conj/5 ,/PUNCT/punct/1 "
        "met/VERB/ROOT/0"
    )
    assert not behind(text, NORWAY, ("Ruiz", "PERSON"), ("Holm", "PERSON"))


@pytest.mark.parametrize(("joined_to", "found"), [(1, ""), (3, "of Norway and Nordfisk")])
def test_a_body_behind_and_may_be_told_beside_the_noun(joined_to: int, found: str) -> None:
    """ "Envoys of Norway, and Nordfisk": the tree tells; of places trees know less."""
    text = ENVOYS.format(verb=6) + f"and/CCONJ/cc/5 Nordfisk/PROPN/conj/{joined_to} met/VERB/ROOT/0"
    assert behind(text, NORWAY, ("Nordfisk", "ORG")) == found
