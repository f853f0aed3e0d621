"""On whom acts are blamed: they did it, as far as the sentence tells, and they are who is accused."""

import pytest

from tests.enrich.events.framed import frame, parties
from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document

BEHIND = "raid/NOUN/nsubj/5 blamed/VERB/acl/1 on/ADP/case/4 rebels/NOUN/obl/2 killed/VERB/ROOT/0 miners/NOUN/obj/5"
ABOVE = "raid/NOUN/nsubj:pass/3 was/AUX/aux:pass/3 blamed/VERB/ROOT/0 on/ADP/case/5 rebels/NOUN/obl/3"
ACTIVE = "Lima/PROPN/nsubj/2 blamed/VERB/ROOT/0 raid/NOUN/obj/2 on/ADP/case/5 rebels/NOUN/{relation}"
CLAIMED = "raid/NOUN/ROOT/0 claimed/VERB/acl/1 by/ADP/case/4 rebels/NOUN/obl:agent/2"
MISREAD = "raid/NOUN/ROOT/0 blamed/VERB/case/1 on/ADP/case/4 rebels/NOUN/obl/1"


@pytest.mark.parametrize(
    "text", [BEHIND, ABOVE, ACTIVE.format(relation="obl/2"), ACTIVE.format(relation="nmod/3"), CLAIMED, MISREAD]
)
def test_an_act_is_of_those_on_whom_it_is_blamed(text: str) -> None:
    """By a verb above it, below it, or right behind it where the tree takes that for a preposition; or who claim it."""
    found, words = frame(text, "raid")
    assert [words[each] for each in found.culprits] == ["rebels"]


def test_what_such_an_act_does_is_done_by_them() -> None:
    """As the subject of another verb, and as that in which somebody is killed."""
    assert parties(BEHIND, "killed")[0] == ["raid", "rebels"]
    text = (
        "Miners/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 killed/VERB/ROOT/0 in/ADP/case/5 raid/NOUN/obl/3 "
        "blamed/VERB/acl/5 on/ADP/case/8 rebels/NOUN/obl/6"
    )
    assert parties(text, "killed") == (["rebels"], ["Miners"])


@pytest.mark.parametrize("relation", ["obl/2", "nmod/3"])
def test_who_is_blamed_is_accused_and_not_the_act(relation: str) -> None:
    """Nor is he a victim of it, as in "condemned the raid on rebels"."""
    text = ACTIVE.format(relation=relation)
    assert parties(text, "blamed") == (["Lima"], ["rebels"])
    doc = document(text, ("Lima", "LOC"))
    [event] = code(doc, {"blamed": "ACCUSE"}, [("blamed", "actor", "Lima"), ("blamed", "recipient", "rebels")])
    assert texts(doc, event) == (["Lima"], ["rebels"])


def test_who_is_blamed_does_not_blame() -> None:
    """The culprit of the act is none of the accusation's."""
    assert parties(ABOVE, "blamed") == ([], ["rebels"])
