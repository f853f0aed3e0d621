"""Who does what to whom, by the tree alone; trees are given, so that no model is asked."""

import pytest

from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.frames import Frames
from service.enrich.tree import Tree
from tests.enrich.trees import document


def frame(text: str, trigger: str) -> tuple[Frame, list[str]]:
    tree = Tree.of(document(text))
    return Frames(tree).of(tree.texts.index(trigger)), tree.texts


def parties(text: str, trigger: str) -> tuple[list[str], list[str]]:
    found, texts = frame(text, trigger)
    return [texts[i] for i in found.agents], [texts[i] for i in (*found.patients, *found.targets)]


ACTIVE = "Troops/NOUN/nsubj/2 shelled/VERB/ROOT/0 villages/NOUN/obj/2 ./PUNCT/punct/2"
PASSIVE = (
    "Villages/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 shelled/VERB/ROOT/0 by/ADP/case/5 troops/NOUN/obl:agent/3 "
    "./PUNCT/punct/3"
)


def test_subject_acts_on_object() -> None:
    """The plain sentence."""
    assert parties(ACTIVE, "shelled") == (["Troops"], ["villages"])


def test_passive_turns_the_sides() -> None:
    """The subject of a passive undergoes it, and "by" tells who acts."""
    assert parties(PASSIVE, "shelled") == (["troops"], ["Villages"])


def test_a_past_tense_with_an_object_is_no_passive() -> None:
    """Whatever the tree calls its subject."""
    text = "Troops/NOUN/nsubj:pass/2 shelled/VERB/ROOT/0 villages/NOUN/obj/2"
    assert parties(text, "shelled") == (["Troops"], ["villages"])


def test_a_headline_leaves_out_the_auxiliary_of_a_passive() -> None:
    """Nobody bombs without an object."""
    text = "Villages/NOUN/nsubj/2 bombed/VERB/ROOT/0 overnight/ADV/advmod/2"
    assert parties(text, "bombed") == ([], ["Villages"])


def test_passive_without_by_has_no_agent() -> None:
    """Nobody is made up."""
    text = "Villages/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 shelled/VERB/ROOT/0 on/ADP/case/5 Monday/PROPN/obl/3"
    found, texts = frame(text, "shelled")
    assert (found.agents, [texts[i] for i in found.patients]) == ([], ["Villages"])


def test_relative_clause_is_about_the_noun_before_it() -> None:
    """Of "who" its noun is the agent."""
    text = "Gunmen/NOUN/nsubj/5 who/PRON/nsubj/3 kidnapped/VERB/acl:relcl/1 pupils/NOUN/obj/3 fled/VERB/ROOT/0"
    assert parties(text, "kidnapped") == (["Gunmen"], ["pupils"])


def test_relative_clause_with_its_own_subject_acts_on_the_noun() -> None:
    """The gap is where the noun belongs."""
    text = "men/NOUN/ROOT/0 whom/PRON/obj/4 police/NOUN/nsubj/4 arrested/VERB/acl:relcl/1"
    assert parties(text, "arrested")[0] == ["police"]


def test_participle_behind_its_noun() -> None:
    """A past participle undergoes, a present one acts."""
    past = "men/NOUN/ROOT/0 arrested/VERB/acl/1 by/ADP/case/4 police/NOUN/obl:agent/2"
    present = "gunmen/NOUN/ROOT/0 attacking/VERB/acl/1 convoys/NOUN/obj/2"
    assert parties(past, "arrested") == (["police"], ["men"])
    assert parties(present, "attacking") == (["gunmen"], ["convoys"])


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Oslo/PROPN/nsubj/2 agreed/VERB/ROOT/0 to/PART/mark/4 help/VERB/xcomp/2 Lima/PROPN/obj/4", "help"),
        ("Oslo/PROPN/nsubj/2 met/VERB/ROOT/0 and/CCONJ/cc/4 praised/VERB/conj/2 Lima/PROPN/obj/4", "praised"),
        (
            "Oslo/PROPN/nsubj/2 reacted/VERB/ROOT/0 ,/PUNCT/punct/4 criticising/VERB/advcl/2 Lima/PROPN/obj/4",
            "criticising",
        ),
    ],
)
def test_clauses_share_the_subject_above(text: str, trigger: str) -> None:
    """Infinitives, coordinated verbs and participles have the subject of the verb above."""
    assert parties(text, trigger) == (["Oslo"], ["Lima"])


def test_verbs_of_influence_hand_on_their_object() -> None:
    """Who is urged to withdraw withdraws."""
    text = (
        "Oslo/PROPN/nsubj/2 urged/VERB/ROOT/0 Lima/PROPN/obj/2 to/PART/mark/5 withdraw/VERB/xcomp/2 troops/NOUN/obj/5"
    )
    assert parties(text, "withdraw") == (["Lima"], ["troops"])


def test_a_nominalisation_has_its_parties_around_it() -> None:
    """Possessor and "by" act, "on" and "of" undergo; of an arrest the possessor undergoes."""
    attack = "Oslo/PROPN/nmod:poss/3 's/PART/case/1 attack/NOUN/ROOT/0 on/ADP/case/5 Lima/PROPN/nmod/3"
    arrest = "arrest/NOUN/ROOT/0 of/ADP/case/3 activists/NOUN/nmod/1 by/ADP/case/5 police/NOUN/nmod/1"
    own = "His/PRON/nmod:poss/2 arrest/NOUN/ROOT/0 by/ADP/case/4 police/NOUN/nmod/2"
    assert parties(attack, "attack") == (["Oslo"], ["Lima"])
    assert parties(arrest, "arrest") == (["police"], ["activists"])
    assert parties(own, "arrest") == (["police"], ["His"])


def test_talks_between_are_mutual() -> None:
    """Everybody between whom something happens acts."""
    text = "talks/NOUN/ROOT/0 between/ADP/case/3 Oslo/PROPN/nmod/1 and/CCONJ/cc/5 Lima/PROPN/conj/3"
    found, texts = frame(text, "talks")
    assert ([texts[i] for i in found.agents], found.reciprocal) == (["Oslo", "Lima"], True)


def test_two_who_resume_talks_do_so_with_each_other() -> None:
    """An empty verb is as mutual as what it is said of."""
    resumed = "Oslo/PROPN/nsubj/4 and/CCONJ/cc/3 Lima/PROPN/conj/1 resumed/VERB/ROOT/0 talk/NOUN/obj/4"
    met = "Oslo/PROPN/nsubj/4 and/CCONJ/cc/3 Lima/PROPN/conj/1 met/VERB/ROOT/0 in/ADP/case/6 Rome/PROPN/obl/4"
    built = "Oslo/PROPN/nsubj/4 and/CCONJ/cc/3 Lima/PROPN/conj/1 resumed/VERB/ROOT/0 work/NOUN/obj/4"
    found = [frame(*each)[0].reciprocal for each in ((resumed, "resumed"), (met, "met"), (built, "resumed"))]
    assert found == [True, True, False]


def test_empty_verbs_lend_their_subject() -> None:
    """Who carries out an attack attacks."""
    text = "Rebels/NOUN/nsubj/2 launched/VERB/ROOT/0 an/DET/det/4 attack/NOUN/obj/2 on/ADP/case/6 Lima/PROPN/nmod/4"
    assert parties(text, "attack") == (["Rebels"], ["Lima"])


def test_a_named_adjective_before_a_noun_acts() -> None:
    """ "Norwegian strikes on" are Norway's."""
    text = "Norwegian/ADJ/amod/2 strikes/NOUN/ROOT/0 on/ADP/case/4 Lima/PROPN/nmod/2"
    assert parties(text, "strikes") == (["Norwegian"], ["Lima"])


def test_a_name_before_a_finite_verb_is_its_subject() -> None:
    """Also where the tree calls it an object: English has none there. A day is no subject."""
    name = "Oshima/PROPN/obj/2 demanded/VERB/ROOT/0 talks/NOUN/obj/2"
    day = "Monday/PROPN/obl/2 came/VERB/ROOT/0 early/ADV/advmod/2"
    assert parties(name, "demanded") == (["Oshima"], ["talks"])
    assert parties(day, "came")[0] == []


def test_a_participle_that_tells_of_a_stance_is_no_passive() -> None:
    """Who is opposed to something opposes it."""
    text = "Oslo/PROPN/nsubj:pass/3 is/AUX/aux:pass/3 opposed/VERB/ROOT/0 to/ADP/case/5 talks/NOUN/obl/3"
    assert parties(text, "opposed") == (["Oslo"], ["talks"])


def test_who_is_said_to_tell_it_does_not_act() -> None:
    """ "according to" is no "by"."""
    text = (
        "Villages/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 shelled/VERB/ROOT/0 according/ADP/case/6 to/ADP/fixed/4 "
        "police/NOUN/obl:agent/3"
    )
    assert parties(text, "shelled")[0] == []


def test_what_comes_from_somebody_is_his_act() -> None:
    """A "criticism from" has an agent; of a release and the like "from" tells what is left behind."""
    criticism = "criticism/NOUN/ROOT/0 from/ADP/case/3 Oslo/PROPN/nmod/1"
    release = "release/NOUN/ROOT/0 from/ADP/case/3 prison/NOUN/nmod/1"
    assert parties(criticism, "criticism") == (["Oslo"], [])
    assert parties(release, "release") == ([], ["prison"])


def test_who_faces_or_draws_criticism_undergoes_it() -> None:
    """The verb turns the sides of what its object names."""
    text = "Oslo/PROPN/nsubj/2 draw/VERB/ROOT/0 criticism/NOUN/obj/2 from/ADP/case/5 Lima/PROPN/nmod/3"
    assert parties(text, "criticism") == (["Lima"], ["Oslo"])


def test_his_act_is_that_of_the_subject() -> None:
    """A pronoun before a noun takes up the subject of the verb above: "Ruiz left for his meeting with Ortiz"."""
    text = (
        "Ruiz/PROPN/nsubj/2 left/VERB/ROOT/0 for/ADP/case/5 his/PRON/nmod:poss/5 meeting/NOUN/obl/2 with/ADP/case/7 "
        "Ortiz/PROPN/nmod/5"
    )
    assert parties(text, "meeting") == (["his", "Ruiz"], ["Ortiz"])


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


@pytest.mark.parametrize(("verb", "undergoes"), [("reject", ["Lima"]), ("mention", [])])
def test_who_answers_a_request_was_asked(verb: str, undergoes: list[str]) -> None:
    """Whoever only speaks of it was not."""
    text = f"Lima/PROPN/nsubj/2 {verb}/VERB/ROOT/0 Ortiz/PROPN/nmod:poss/5 's/PART/case/3 request/NOUN/obj/2"
    assert parties(text, "request") == (["Ortiz"], undergoes)


def test_what_is_imposed_on_somebody_tells_whom_its_end_is_for() -> None:
    """As "the sanctions on Peru" would."""
    text = (
        "Oslo/PROPN/nsubj/2 lifted/VERB/ROOT/0 sanctions/NOUN/obj/2 imposed/VERB/acl/3 on/ADP/case/6 Peru/PROPN/obl/4"
    )
    assert parties(text, "lifted") == (["Oslo"], ["sanctions", "Peru"])


def test_who_does_something_to_each_other_are_all_agents() -> None:
    """Whatever they do."""
    text = "Oslo/PROPN/nsubj/4 and/CCONJ/cc/3 Lima/PROPN/conj/1 accused/VERB/ROOT/0 {who}/DET/obj/4 {other}/ADJ/fixed/5"
    assert frame(text.format(who="each", other="other"), "accused")[0].reciprocal
    assert frame(text.format(who="one", other="another"), "accused")[0].reciprocal
    assert not frame(text.format(who="some", other="other"), "accused")[0].reciprocal


def test_who_commences_an_act_does_it() -> None:
    """The verb says no more than that it begins."""
    text = "Miners/NOUN/nsubj/2 commence/VERB/ROOT/0 a/DET/det/4 strike/NOUN/obj/2"
    assert parties(text, "strike") == (["Miners"], [])
