"""Who does what to whom, by the tree alone; trees are given, so that no model is asked."""

import pytest

from tests.enrich.events.framed import frame, parties

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


@pytest.mark.parametrize(("between", "told"), [("and", ["miners"]), ("then", [])])
def test_verbs_side_by_side_share_their_object(between: str, told: list[str]) -> None:
    """ "Arrested and charged two miners"."""
    text = f"Police/NOUN/nsubj/2 arrested/VERB/ROOT/0 {between}/CCONJ/cc/4 charge/VERB/conj/2 miners/NOUN/obj/4"
    assert parties(text, "arrested") == (["Police"], told)


@pytest.mark.parametrize(("second", "told"), [("wound", ["rebels"]), ("replace", [])])
def test_passives_that_tell_one_deed_share_who_did_it(second: str, told: list[str]) -> None:
    """ "Was shot and wounded by rebels"; who replaces somebody need not have shot him."""
    text = (
        f"Ruiz/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 shoot/VERB/ROOT/0 and/CCONJ/cc/5 {second}/VERB/conj/3 "
        "by/ADP/case/7 rebels/NOUN/obl:agent/5"
    )
    assert parties(text, "shoot") == (told, ["Ruiz"])


def test_who_goes_on_strike_strikes() -> None:
    """Whatever the tree takes the strike for."""
    text = "Miners/NOUN/nsubj/4 of/ADP/case/3 Oslo/PROPN/nmod/1 went/VERB/ROOT/0 on/ADP/case/6 strike/NOUN/{}/4"
    text = text.replace("went", "go")
    assert parties(text.format("obl"), "strike")[0] == ["Miners"]
    assert parties(text.format("nsubj"), "strike")[0] == ["Miners"]


@pytest.mark.parametrize(
    ("rest", "struck"),
    [
        ("at/ADP/case/5 troops/NOUN/obl/2", ["troops"]),
        ("on/ADP/case/5 Monday/PROPN/obl/2", []),
        ("to/PART/mark/5 disperse/VERB/advcl/2 miners/NOUN/obj/5", ["miners"]),
    ],
)
def test_at_whom_is_fired_is_struck(rest: str, struck: list[str]) -> None:
    """ "Opened fire at troops"; "fired to disperse miners"; not on a day."""
    found, texts = frame(f"Rebels/NOUN/nsubj/2 open/VERB/ROOT/0 fire/NOUN/obj/2 {rest}", "open")
    assert [texts[each] for each in found.struck] == struck


def test_who_dies_in_an_act_undergoes_it() -> None:
    """ "Nine died in the raid"."""
    found, texts = frame("Miners/NOUN/nsubj/2 die/VERB/ROOT/0 in/ADP/case/4 raid/NOUN/obl/2", "raid")
    assert ([texts[each] for each in found.struck], found.agents) == (["Miners"], [])
