"""Participles that tell in other words what the verb before them tells."""

import pytest

from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document

AIMED = (
    "Ruiz/PROPN/nsubj/2 launch/VERB/ROOT/0 attack/NOUN/obj/2 on/ADP/case/5 Ortiz/PROPN/nmod/3 ,/PUNCT/punct/7 "
    "{mark} accusing/VERB/advcl/2 {whom}/{part}/obj/{head}"
)


def told(mark: str = "", whom: str = "him", part: str = "PRON", kind: str = "ACCUSE") -> int:
    """How many events a sentence with a noun and a participle for one type tells."""
    text = AIMED.format(mark=mark, whom=whom, part=part, head=8 if mark else 7)
    doc = document(" ".join(text.split()), ("Ruiz", "PERSON"), ("Ortiz", "PERSON"), ("Soto", "PERSON"))
    return len(code(doc, {"attack": kind, "accusing": kind}))


def test_a_participle_tells_the_same_in_other_words() -> None:
    """ "Launched an attack on Ortiz, accusing him"."""
    assert told() == 1


def test_who_else_is_spoken_to_by_name_is_told_of_apart() -> None:
    """ "... , accusing Soto" is about another person."""
    assert told(whom="Soto", part="PROPN") == 2
    assert told(whom="Ortiz", part="PROPN") == 1


def test_what_went_before_is_another_act() -> None:
    """ "After accusing him"."""
    assert told(mark="after/SCONJ/mark/8") == 2


def test_deeds_are_told_apart() -> None:
    """Who attacks, killing somebody, may do two things to two people."""
    assert told(kind="ASSAULT") == 2


@pytest.mark.parametrize("comma", [",/PUNCT/punct/5 ", ""])
def test_whom_a_verb_is_done_to_does_not_go_on(comma: str) -> None:
    """In "Lima condemned Oslo, accusing Ruiz" Oslo does not accuse; without a comma it may."""
    head = 5 if comma else 4
    doc = document(
        f"Lima/PROPN/nsubj/2 condemn/VERB/ROOT/0 Oslo/PROPN/obj/2 {comma}accusing/VERB/advcl/2 Ruiz/PROPN/obj/{head}",
        ("Lima", "LOC"), ("Oslo", "LOC"), ("Ruiz", "PERSON"),
    )  # fmt: skip
    roles = [("accusing", "actor", "Lima"), ("accusing", "actor", "Oslo"), ("accusing", "recipient", "Ruiz")]
    [event] = code(doc, {"accusing": "ACCUSE"}, roles)
    assert texts(doc, event)[0] == (["Lima"] if comma else ["Lima", "Oslo"])


def test_of_both_the_one_that_names_somebody_is_kept() -> None:
    """And not what is said of "him"."""
    text = " ".join(AIMED.format(mark="", whom="him", part="PRON", head=7).split())
    doc = document(text, ("Ruiz", "PERSON"), ("Ortiz", "PERSON"))
    roles = [("attack", "recipient", "Ortiz"), ("accusing", "recipient", "him")]
    [event] = code(doc, {"attack": "ACCUSE", "accusing": "ACCUSE"}, roles)
    assert texts(doc, event)[1] == ["Ortiz"]
