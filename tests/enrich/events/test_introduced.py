"""Who is introduced by a body and its initials."""

import pytest

from service.enrich.events.grammar.phrases import Phrases
from service.enrich.events.parties.introduced import introduced
from service.enrich.tree import Tree
from tests.enrich.trees import document

BODY = "Peru/PROPN/compound/2 Party/PROPN/nsubj/{verb} (/PUNCT/punct/4 {initials}/PROPN/appos/2 )/PUNCT/punct/4 "
PERSON = "leader/NOUN/nmod:desc/7 Ana/PROPN/appos/2 Ruiz/PROPN/flat/7 spoke/VERB/ROOT/0"
PEOPLE = "{people}/NOUN/nsubj/7 spoke/VERB/ROOT/0"
ALONE = "spoke/VERB/ROOT/0"


def told(text: str) -> list[str]:
    doc = document(text, ("Peru Party", "ORG"), ("Ana Ruiz", "PERSON"))
    tree, phrases = Tree.of(doc), Phrases(doc, Tree.of(doc))
    side = introduced(tree, phrases, [(phrases.of(1), 0.9)])
    return [doc[phrase.start : phrase.end].text for phrase, _ in side]


@pytest.mark.parametrize(
    ("behind", "verb", "parties"),
    [
        (PERSON, 9, ["leader Ana Ruiz"]),
        (PEOPLE.format(people="members"), 7, ["Peru Party (PP) members"]),
        (PEOPLE.format(people="headquarters"), 7, ["Peru Party"]),
        (ALONE, 6, ["Peru Party"]),
    ],
)
def test_who_stands_behind_the_initials_acts_and_not_the_body(behind: str, verb: int, parties: list[str]) -> None:
    """Where nobody does, the body acts."""
    assert told(BODY.format(verb=verb, initials="PP") + behind) == parties


def test_other_brackets_introduce_nobody() -> None:
    """Such as those around a place."""
    assert told(BODY.format(verb=9, initials="Lima") + PERSON) == ["Peru Party"]


def test_who_is_introduced_is_told_once() -> None:
    """Also where the tree has found both."""
    doc = document(BODY.format(verb=9, initials="PP") + PERSON, ("Peru Party", "ORG"), ("Ana Ruiz", "PERSON"))
    tree, phrases = Tree.of(doc), Phrases(doc, Tree.of(doc))
    [(_, chance)] = introduced(tree, phrases, [(phrases.of(1), 0.9), (phrases.of(6), 0.8)])
    assert chance == 0.9
