"""Those for whom "they" and "the two leaders" stand."""

from typing import Any

import pytest

from service.enrich.events.parties.joint_nations import JointNations
from service.enrich.events.parties.several import Several
from service.enrich.tree import Tree
from tests.enrich.trees import document

JOINED = "Ruiz/PROPN/nsubj/4 and/CCONJ/cc/3 Ortiz/PROPN/conj/1 spoke/VERB/ROOT/0"
MET = "Ruiz/PROPN/nsubj/2 met/VERB/ROOT/0 Ortiz/PROPN/obj/2"
HELD = "Ruiz/PROPN/nsubj/2 hold/VERB/ROOT/0 talks/NOUN/obj/2 with/ADP/case/5 Ortiz/PROPN/nmod/3"
ATTENDED = (
    "Reporters/NOUN/nsubj/2 attended/VERB/ROOT/0 talks/NOUN/obj/2 between/ADP/case/5 Ruiz/PROPN/nmod/3 "
    "and/CCONJ/cc/7 Ortiz/PROPN/conj/5"
)
THEY = "They/PRON/nsubj/2 agreed/VERB/ROOT/0"
ARMIES = "The/DET/det/3 two/NUM/nummod/3 armies/NOUN/nsubj/4 agreed/VERB/ROOT/0"
_COUNTRIES = {"Peru": "PER", "Chile": "CHL"}
RAIN = "Rain/NOUN/nsubj/2 fell/VERB/ROOT/0"


def told(*sentences: str, head: str) -> list[str]:
    """Whom the last phrase that a word heads stands for."""
    tree = Tree.of(document("\n".join(sentences)))
    last = len(tree.texts) - 1 - tree.texts[::-1].index(head)
    nations = JointNations(tree, [""] * len(tree.texts), lambda token: _COUNTRIES.get(tree.texts[token]))
    return [tree.texts[each] for each in Several(tree, nations).of(last)]


@pytest.mark.parametrize("before", [JOINED, MET, HELD, ATTENDED])
def test_they_are_those_who_were_told_together(before: str) -> None:
    """Side by side, as one who meets the other, or as those between whom something happens."""
    assert told(before, THEY, head="They") == ["Ruiz", "Ortiz"]


def test_who_is_met_may_begin_the_text() -> None:
    """ "Ortiz, Ruiz met in Lima": with nobody else."""
    text = "Ortiz/PROPN/obj/3 Ruiz/PROPN/nsubj/3 met/VERB/ROOT/0 with/ADP/case/5 envoys/NOUN/obl/3"
    assert told(text, THEY, head="They") == ["Ruiz", "Ortiz"]


def test_they_are_told_in_the_sentence_before() -> None:
    """Further back others may be meant; "the two armies" reach back further."""
    assert told(JOINED, RAIN, THEY, head="They") == []
    assert told(JOINED, RAIN, ARMIES, head="armies") == ["Ruiz", "Ortiz"]


def test_they_may_be_told_in_the_same_sentence() -> None:
    """By the clause above: "Ruiz met Ortiz and they agreed"."""
    text = MET + " and/CCONJ/cc/6 they/PRON/nsubj/6 agreed/VERB/conj/2"
    assert told(text, head="they") == ["Ruiz", "Ortiz"]


def test_who_takes_up_others_hands_them_on() -> None:
    """ "The two armies agreed. They ..."."""
    assert told(JOINED, ARMIES, THEY, head="They") == ["Ruiz", "Ortiz"]


def test_one_alone_is_not_several() -> None:
    """Nor are armies that are told by more words, and so not taken up."""
    assert told("Ruiz/PROPN/nsubj/2 spoke/VERB/ROOT/0", THEY, head="They") == []
    party = "The/DET/det/4 two/NUM/nummod/4 party/NOUN/compound/4 armies/NOUN/nsubj/5 agreed/VERB/ROOT/0"
    assert told(JOINED, party, head="armies") == []


def test_an_aside_that_begins_with_and_is_none() -> None:
    """Whatever the tree takes it for: "the ministry and the union said they would"."""
    text = JOINED.replace("Ortiz/PROPN/conj/1", "Ortiz/PROPN/appos/1")
    assert told(text, THEY, head="They") == ["Ruiz", "Ortiz"]


def test_two_armies_are_those_between_whom_something_is() -> None:
    """Also where that is the subject, and where "the two" stand deep in a clause below it."""
    talks = (
        "talks/NOUN/nsubj/6 between/ADP/case/3 Ruiz/PROPN/nmod/1 and/CCONJ/cc/5 Ortiz/PROPN/conj/3 ended/VERB/ROOT/0"
    )
    assert told(talks, THEY, head="They") == ["Ruiz", "Ortiz"]
    below = (
        " without/SCONJ/mark/8 closing/VERB/advcl/6 gaps/NOUN/obj/8 between/ADP/case/13 the/DET/det/13 "
        "two/NUM/nummod/13 armies/NOUN/nmod/9"
    )
    assert told(talks + below, head="armies") == ["Ruiz", "Ortiz"]


def test_who_acts_is_not_whom_the_act_is_done_to() -> None:
    """ "Ruiz and Ortiz shelled two camps and destroyed them"."""
    text = JOINED + " and/CCONJ/cc/6 destroyed/VERB/conj/4 them/PRON/obj/6"
    assert told(text, head="them") == []


def test_clauses_that_all_begin_with_they_are_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes up those before it, which take up those before them."""
    asked = list[tuple[int, int, int]]()
    side_by_side = Several._side_by_side

    def counted(self: Several, *question: Any) -> list[int]:
        asked.append(question)
        return side_by_side(self, *question)

    monkeypatch.setattr(Several, "_side_by_side", counted)
    sentence = THEY + "".join(f" they/PRON/nsubj/{2 * n + 2} left/VERB/conj/2" for n in range(1, 6))
    assert told(*[sentence] * 4, head="they") == []
    assert len(asked) == len(set(asked))


def test_a_verb_taken_for_an_auxiliary_has_its_subjects_all_the_same() -> None:
    """Trees call "held" of "held talks" one."""
    held = "Ruiz/PROPN/nsubj/4 and/CCONJ/cc/3 Ortiz/PROPN/conj/1 hold/VERB/aux/5 talks/NOUN/ROOT/0"
    assert told(held, THEY, head="They") == ["Ruiz", "Ortiz"]


def test_whom_somebody_meets_stands_behind_the_verb_without_a_preposition() -> None:
    """Whatever the tree calls it; a day is nobody."""
    met = "Ruiz/PROPN/nsubj/2 met/VERB/ROOT/0 {}/{}/obl/2"
    assert told(met.format("Ortiz", "PROPN"), THEY, head="They") == ["Ruiz", "Ortiz"]
    assert told(met.format("today", "NOUN"), THEY, head="They") == []


@pytest.mark.parametrize(
    "before",
    [
        "Ruiz/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 welcome/VERB/ROOT/0 by/ADP/case/5 Ortiz/PROPN/obl:agent/3",
        "Ruiz/PROPN/nsubj/2 spoke/VERB/ROOT/0 in/ADP/case/4 talks/NOUN/obl/2 with/ADP/case/6 Ortiz/PROPN/nmod/4",
        "Ruiz/PROPN/nsubj/2 spoke/VERB/ROOT/0 in/ADP/mark/4 meeting/VERB/advcl/2 with/ADP/mark/4 Ortiz/PROPN/obl/4",
    ],
)
def test_who_is_received_or_says_so_in_talks_meets_somebody(before: str) -> None:
    """Also where the tree takes "in a meeting with" for a clause."""
    assert told(before, THEY, head="They") == ["Ruiz", "Ortiz"]


def test_the_two_may_be_those_between_whom_anything_is() -> None:
    """Wherever it hangs; "they" may be others."""
    row = (
        "Rain/NOUN/nsubj/2 fell/VERB/ROOT/0 amid/ADP/case/4 years/NOUN/obl/2 of/ADP/case/6 rows/NOUN/nmod/4 "
        "between/ADP/case/8 Ruiz/PROPN/nmod/6 and/CCONJ/cc/10 Ortiz/PROPN/conj/8"
    )
    assert told(row, ARMIES, head="armies") == ["Ruiz", "Ortiz"]
    assert told(row, THEY, head="They") == []


def test_who_is_hosted_may_be_called_a_subject() -> None:
    """Trees take a name behind "hosted his counterpart" for one."""
    text = "Ruiz/PROPN/nsubj/2 host/VERB/ROOT/0 Ortiz/PROPN/nsubj/2"
    assert told(text, THEY, head="They") == ["Ruiz", "Ortiz"]


def test_the_two_need_no_noun() -> None:
    """ "The two also agreed" takes up who was told before; two of something do not."""
    assert told(JOINED, "The/DET/det/2 two/NUM/nsubj/3 agreed/VERB/ROOT/0", head="two") == ["Ruiz", "Ortiz"]
    assert told(JOINED, "Only/ADV/advmod/2 two/NUM/nsubj/3 agreed/VERB/ROOT/0", head="two") == []


@pytest.mark.parametrize("head", ["leaders", "sides"])
def test_two_who_are_told_by_one_phrase_are_taken_up_by_its_head(head: str) -> None:
    """ "The envoys of Peru and Chile spoke. Both sides ...", also where the tree joins Chile to the envoys."""
    envoys = "Envoys/NOUN/nsubj/6 of/ADP/case/3 Peru/PROPN/nmod/1 and/CCONJ/cc/5 Chile/PROPN/conj/1 spoke/VERB/ROOT/0"
    assert told(envoys, f"Both/DET/det/2 {head}/NOUN/nsubj/3 agreed/VERB/ROOT/0", head=head) == ["Envoys"]


def test_two_are_not_all_of_whom_there_are_more() -> None:
    """ "Envoys of Peru spoke": nobody knows who both sides are."""
    envoys = "Envoys/NOUN/nsubj/4 of/ADP/case/3 Peru/PROPN/nmod/1 spoke/VERB/ROOT/0"
    assert told(envoys, "Both/DET/det/2 sides/NOUN/nsubj/3 agreed/VERB/ROOT/0", head="sides") == []
