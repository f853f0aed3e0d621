"""What happened, what is planned, and what did not happen."""

import pytest

from service.enrich.events.circumstances.modality import compose, signs
from service.enrich.tree import Tree
from tests.enrich.trees import document


def composed(
    text: str, trigger: str, event_type: str, judged: str = "asserted"
) -> tuple[str, str, str, tuple[str, ...]]:
    tree = Tree.of(document(text))
    kind, modality = compose(event_type, signs(tree, tree.texts.index(trigger)), judged, historical=False)
    return kind, modality.realis, modality.polarity, modality.auxiliary


def test_a_visit_to_come_is_an_agreement() -> None:
    """To announce cooperation is to agree to it."""
    text = "Oslo/PROPN/nsubj/3 will/AUX/aux/3 visit/VERB/ROOT/0 Lima/PROPN/obj/3"
    assert composed(text, "visit", "CONSULT") == ("AGREE", "planned", "positive", ("future",))


def test_a_meeting_that_will_not_be_is_a_refusal() -> None:
    """Not to cooperate is to reject."""
    text = "Oslo/PROPN/nsubj/4 will/AUX/aux/4 not/PART/advmod/4 meet/VERB/ROOT/0 Lima/PROPN/obj/4"
    assert composed(text, "meet", "CONSULT") == ("REJECT", "asserted", "positive", ())


def test_a_withdrawal_to_come_is_a_concession() -> None:
    """Words before deeds."""
    text = "Oslo/PROPN/nsubj/2 plans/VERB/ROOT/0 to/PART/mark/4 withdraw/VERB/xcomp/2 troops/NOUN/obj/4"
    assert composed(text, "withdraw", "RETREAT")[:2] == ("CONCEDE", "planned")


def test_a_release_that_will_not_be_is_a_refusal() -> None:
    """So is what somebody will not yield."""
    text = "Oslo/PROPN/nsubj/4 will/AUX/aux/4 not/PART/advmod/4 release/VERB/ROOT/0 miners/NOUN/obj/4"
    assert composed(text, "release", "RETREAT") == ("REJECT", "asserted", "positive", ())


def test_what_is_denied_did_not_happen() -> None:
    """Its polarity is negative."""
    text = "Rebels/NOUN/nsubj/4 did/AUX/aux/4 not/PART/advmod/4 attack/VERB/ROOT/0 Lima/PROPN/obj/4"
    assert composed(text, "attack", "ASSAULT") == ("ASSAULT", "denied", "negative", ("negation",))


@pytest.mark.parametrize("subject", ["Nobody/NOUN/nsubj/2", "No/DET/det/2 group/NOUN/nsubj/3"])
def test_what_nobody_does_did_not_happen(subject: str) -> None:
    """The noun is negated, and with it the act."""
    verb = len(subject.split()) + 1
    text = f"{subject} attack/VERB/ROOT/0 Lima/PROPN/obj/{verb}"
    assert composed(text, "attack", "ASSAULT") == ("ASSAULT", "denied", "negative", ("negation",))


def test_conditions_make_it_hypothetical() -> None:
    """By "if", and by "would" or "could"."""
    condition = (
        "If/SCONJ/mark/3 rebels/NOUN/nsubj/3 attack/VERB/advcl/7 ,/PUNCT/punct/7 Oslo/PROPN/nsubj/7 will/AUX/aux/7 "
        "retaliate/VERB/ROOT/0"
    )
    could = "Rebels/NOUN/nsubj/3 could/AUX/aux/3 attack/VERB/ROOT/0 Lima/PROPN/obj/3"
    assert composed(condition, "attack", "ASSAULT")[1] == "hypothetical"
    assert composed(could, "attack", "ASSAULT")[1] == "hypothetical"


def test_what_happened_months_before_is_background() -> None:
    """ "two months after invading" tells of an older event."""
    text = (
        "Oslo/PROPN/nsubj/2 regroups/VERB/ROOT/0 two/NUM/nummod/4 months/NOUN/obl/6 after/SCONJ/mark/6 "
        "invading/VERB/advcl/2 Lima/PROPN/obj/6"
    )
    assert composed(text.replace("months", "month"), "invading", "ASSAULT")[3] == ("historical",)


def test_what_was_tried_is_attempted() -> None:
    """Not asserted."""
    text = "Rebels/NOUN/nsubj/2 tried/VERB/ROOT/0 to/PART/mark/4 seize/VERB/xcomp/2 Lima/PROPN/obj/4"
    assert composed(text, "seize", "ASSAULT")[1] == "attempted"


def test_what_is_requested_is_told_as_the_asking() -> None:
    """Which is an event of its own, and a fact."""
    text = "Oslo/PROPN/nsubj/2 urged/VERB/ROOT/0 Lima/PROPN/obj/2"
    assert composed(text, "urged", "REQUEST", "requested")[1] == "asserted"


def test_what_is_only_considered_may_never_be() -> None:
    """A thought is no plan."""
    text = "Oslo/PROPN/nsubj/3 is/AUX/aux/3 considering/VERB/ROOT/0 sending/VERB/xcomp/3 relief/NOUN/obj/4"
    assert composed(text, "sending", "AID")[1] == "hypothetical"


def test_would_is_what_the_reading_makes_of_it() -> None:
    """The "will" of what was said, or a guess: only "would have" tells that by itself."""
    text = "Oslo/PROPN/nsubj/2 said/VERB/ROOT/0 Paris/PROPN/nsubj/5 would/AUX/aux/5 visit/VERB/ccomp/2 Lima/PROPN/obj/5"
    never = "Oslo/PROPN/nsubj/4 would/AUX/aux/4 have/AUX/aux/4 visited/VERB/ROOT/0 Lima/PROPN/obj/4"
    assert composed(text, "visit", "CONSULT")[:2] == ("AGREE", "planned")
    assert composed(text, "visit", "CONSULT", "hypothetical")[1] == "hypothetical"
    assert composed(never, "visited", "CONSULT")[1] == "hypothetical"


def test_what_would_come_of_an_act_says_nothing_of_the_act() -> None:
    """ "The raids would isolate them" does not plan the raids."""
    text = "The/DET/det/2 raids/NOUN/nsubj/4 would/AUX/aux/4 isolate/VERB/ROOT/0 Oslo/PROPN/obj/4"
    assert composed(text, "raids", "ASSAULT")[1] == "asserted"


@pytest.mark.parametrize(("verb", "realis"), [("denied", "denied"), ("said", "asserted")])
def test_what_somebody_denies_is_told_as_denied(verb: str, realis: str) -> None:
    """ "Denied that troops had attacked" is no attack."""
    text = f"Oslo/PROPN/nsubj/2 {verb}/VERB/ROOT/0 that/SCONJ/mark/5 troops/NOUN/nsubj/5 attacked/VERB/ccomp/2"
    assert composed(text, "attacked", "ASSAULT")[1] == realis


@pytest.mark.parametrize(("word", "type_"), [("upcoming", "AGREE"), ("long", "CONSULT")])
def test_a_visit_that_is_called_one_to_come_is_planned(word: str, type_: str) -> None:
    """By an adjective before the noun."""
    text = f"Oslo/PROPN/nsubj/2 discussed/VERB/ROOT/0 the/DET/det/5 {word}/ADJ/amod/5 visit/NOUN/obj/2"
    assert composed(text, "visit", "CONSULT")[0] == type_


@pytest.mark.parametrize(("noun", "type_"), [("plan", "AGREE"), ("hall", "CONSULT")])
def test_what_a_plan_is_for_is_yet_to_come(noun: str, type_: str) -> None:
    """ "A plan for talks"."""
    text = f"Oslo/PROPN/nsubj/2 leaked/VERB/ROOT/0 {noun}/NOUN/obj/2 for/ADP/case/5 talks/NOUN/nmod/3"
    assert composed(text, "talks", "CONSULT")[0] == type_
