"""Who accuses whom, and of what: accusers, the accused, and those who suffered the deed."""

import pytest

from service.enrich.events.grammar.frames import Frames
from service.enrich.tree import Tree
from tests.enrich.events.framed import frame, parties
from tests.enrich.trees import document


@pytest.mark.parametrize(
    "text",
    [
        "men/NOUN/ROOT/0 involved/ADJ/amod/1 in/ADP/case/4 murder/NOUN/obl/2",
        "men/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 convict/VERB/ROOT/0 of/ADP/case/5 murder/NOUN/obl/3",
        "Police/NOUN/nsubj/2 charge/VERB/ROOT/0 men/NOUN/obj/2 with/ADP/case/5 murder/NOUN/obl/2",
    ],
)
def test_who_is_called_guilty_of_a_deed_did_it(text: str) -> None:
    """By the word above the deed."""
    found, texts = frame(text, "murder")
    assert [texts[each] for each in found.culprits] == ["men"]


def test_who_is_jailed_in_a_crackdown_did_not_do_it() -> None:
    """No crime is what courts and police do."""
    text = "men/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 jail/VERB/ROOT/0 in/ADP/case/5 crackdown/NOUN/obl/3"
    assert frame(text, "crackdown")[0].culprits == []


def test_a_clause_tells_who_is_accused() -> None:
    """Its subject, whose that is, and in the passive who does it; a passive without anybody accuses nobody."""
    active = (
        "Ruiz/PROPN/nsubj/2 claim/VERB/ROOT/0 Lima/PROPN/nmod:poss/5 's/PART/case/3 troops/NOUN/nsubj/6 "
        "shelled/VERB/ccomp/2 Oslo/PROPN/obj/6"
    )
    passive = "Ruiz/PROPN/nsubj/2 claim/VERB/ROOT/0 Oslo/PROPN/nsubj:pass/5 was/AUX/aux:pass/5 shelled/VERB/ccomp/2"
    assert parties(active, "claim") == (["Ruiz"], ["troops", "Lima"])
    assert parties(passive + " by/ADP/case/7 troops/NOUN/obl:agent/5", "claim") == (["Ruiz"], ["troops"])
    assert parties(passive, "claim") == (["Ruiz"], [])


def test_the_victim_of_a_clause_is_not_accused() -> None:
    """ "Alleged that he was a victim of profiling" accuses others."""
    text = (
        "Ruiz/PROPN/nsubj/2 claim/VERB/ROOT/0 Ortiz/PROPN/nsubj/5 was/AUX/cop/5 victim/NOUN/ccomp/2 "
        "of/ADP/case/7 profiling/NOUN/nmod/5"
    )
    assert parties(text, "claim") == (["Ruiz"], [])


def test_who_is_killed_in_a_fight_is_killed_by_the_other_side() -> None:
    """Wherever the tree puts it: below the fight or the verb."""
    text = (
        "Ruiz/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 killed/VERB/ROOT/0 in/ADP/case/5 shootout/NOUN/obl/3 "
        "with/ADP/case/7 police/NOUN/{relation}"
    )
    for relation in ("nmod/5", "obl/3"):
        assert parties(text.format(relation=relation), "killed") == (["police"], ["Ruiz"])


def test_a_crime_may_be_named_before_the_act() -> None:
    """Who is charged with murder in a bombing is said to have bombed; trees take "the bombing of" for a clause, too."""
    text = (
        "Men/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 charge/VERB/ROOT/0 with/ADP/case/5 murder/NOUN/obl/3 "
        "in/ADP/case/8 the/DET/det/8 {bombing} of/ADP/case/10 markets/NOUN/nmod/8"
    )
    for bombing in ("bombing/NOUN/nmod/5", "bombing/VERB/acl/5"):
        doc = document(text.format(bombing=bombing))
        doc[7].tag_ = "VBG" if "VERB" in bombing else "NN"
        tree = Tree.of(doc)
        found = Frames(tree).of(7)
        assert [tree.texts[i] for i in found.agents] == ["Men"]
        assert [tree.texts[i] for i in found.patients] == ["markets"]


def test_who_is_accused_of_plotting_an_act_does_it() -> None:
    """And who is arrested, accused of something, is the accused, not the police."""
    text = (
        "Police/NOUN/nsubj/2 arrest/VERB/ROOT/0 men/NOUN/obj/2 accuse/VERB/advcl/2 of/SCONJ/mark/6 "
        "plot/VERB/advcl/4 attacks/NOUN/obj/6"
    )
    doc = document(text)
    doc[3].tag_ = "VBN"
    tree = Tree.of(doc)
    assert [tree.texts[i] for i in Frames(tree).of(3).patients] == ["men"]
    assert [tree.texts[i] for i in Frames(tree).of(6).culprits] == ["men"]


BROKEN = '"/PUNCT/punct/3 Peru/PROPN/nsubj/3 broke/VERB/{clause} it/PRON/obj/3 "/PUNCT/punct/3 '


@pytest.mark.parametrize("relation", ["obj", "iobj", "nsubj"])
def test_who_stands_behind_a_quotation_and_its_verb_utters_it(relation: str) -> None:
    """Trees take them for an object; whom the quotation tells of is accused, and acts in nothing else."""
    doc = document(BROKEN.format(clause="ccomp/6") + f"denounce/VERB/ROOT/0 Ortiz/PROPN/{relation}/6")
    doc[5].tag_ = "VBD"
    tree = Tree.of(doc)
    found = Frames(tree).of(5)
    assert [tree.texts[i] for i in found.agents] == ["Ortiz"]
    assert [tree.texts[i] for i in found.patients] == ["Peru"]
    assert found.culprits == found.agents


def test_words_in_quotation_marks_before_a_verb_may_belong_to_its_subject() -> None:
    """Whoever is told before them acts: Ruiz, "a liar", denounced Ortiz."""
    doc = document(
        'Ruiz/PROPN/nsubj/6 "/PUNCT/punct/4 a/DET/det/4 liar/NOUN/appos/1 "/PUNCT/punct/4 denounce/VERB/ROOT/0 '
        "Ortiz/PROPN/obj/6"
    )
    doc[5].tag_ = "VBD"
    tree = Tree.of(doc)
    found = Frames(tree).of(5)
    assert [tree.texts[i] for i in found.agents] == ["Ruiz"]
    assert [tree.texts[i] for i in found.patients] == ["Ortiz"]


def test_a_quotation_ends_right_before_the_verb_that_tells_who_utters_it() -> None:
    """Behind one of the sentence before, who is told first has the verb for himself."""
    doc = document(
        'Fine/ADJ/ROOT/0 "/PUNCT/punct/1\nRuiz/PROPN/nsubj/2 denounce/VERB/ROOT/0 Ortiz/PROPN/obj/2 of/ADP/case/5 '
        "theft/NOUN/obl/2"
    )
    doc[3].tag_ = "VBD"
    tree = Tree.of(doc)
    found = Frames(tree).of(3)
    assert [tree.texts[i] for i in found.agents] == ["Ruiz"]
    assert [tree.texts[i] for i in found.patients] == ["Ortiz"]


BLAMED = "Police/NOUN/nsubj/2 blame/VERB/ROOT/0 the/DET/det/4 attack/NOUN/obj/2 on/ADP/case/6 rebels/NOUN/nmod/4"
CLAIMED = (
    "Rebels/NOUN/nsubj/2 claim/VERB/ROOT/0 responsibility/NOUN/obj/2 for/ADP/case/6 the/DET/det/6 attack/NOUN/nmod/3"
)


def test_on_whom_an_act_is_blamed_is_accused_and_did_it() -> None:
    """Nobody attacked them."""
    accusing, texts = frame(BLAMED, "blame")
    assert [texts[each] for each in accusing.struck] == ["rebels"]
    attacking, _ = frame(BLAMED, "attack")
    assert [texts[each] for each in attacking.culprits] == ["rebels"]


def test_on_whom_is_open_behind_a_second_on() -> None:
    """ "Blamed the attack on a camp on rebels": trees hang it anywhere."""
    text = BLAMED.replace("rebels", "camps") + " on/ADP/case/8 rebels/NOUN/nmod/6"
    assert frame(text, "attack")[0].culprits == []


def test_who_claims_an_act_did_it() -> None:
    """Unless nobody claims it."""
    found, texts = frame(CLAIMED, "attack")
    assert [texts[each] for each in found.culprits] == ["Rebels"]
    denied = CLAIMED.replace("Rebels/NOUN/nsubj/2", "Nobody/NOUN/nsubj/2")
    assert frame(denied, "attack")[0].culprits == []
