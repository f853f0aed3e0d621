"""How many were killed and hurt, told beside one another."""

import pytest

from service.enrich.events.circumstances.casualties import counted
from service.enrich.events.event import Party
from service.enrich.tree import Tree
from tests.enrich.trees import document

KILLED = "Nine/NUM/nummod/2 miners/NOUN/nsubj:pass/4 were/AUX/aux:pass/4 kill/VERB/ROOT/0 and/CCONJ/cc/7 "


def _counts(text: str, trigger: str, *recipients: str, event_type: str = "ASSAULT") -> dict[str, int | None]:
    tree = Tree.of(document(text))
    heads = [tree.texts.index(word) for word in recipients]
    parties = [Party((tree.offsets[head], tree.ends[head]), "nominal", head, kind="group") for head in heads]
    return {name: least for name, (least, *_) in counted(tree, tree.texts.index(trigger), event_type, parties).items()}


@pytest.mark.parametrize(
    "rest",
    [
        "four/NUM/nummod/7 others/NOUN/nsubj:pass/4 wounded/VERB/conj/4",
        "four/NUM/nummod/7 others/NOUN/obj/4 wounded/ADJ/conj/4",
    ],
)
def test_those_behind_whom_another_participle_stands_are_counted_as_it_says(rest: str) -> None:
    """ "Nine were killed and four others wounded", whatever the tree takes the others for."""
    assert _counts(KILLED + rest, "kill", "miners", "others") == {"dead": 9, "injured": 4}


def test_a_verb_beside_another_counts_its_own_object() -> None:
    """ "Killed nine and wounded four"."""
    text = (
        "Raiders/NOUN/nsubj/2 kill/VERB/ROOT/0 nine/NUM/nummod/4 miners/NOUN/obj/2 and/CCONJ/cc/6 wound/VERB/conj/2 "
        "four/NUM/obj/6"
    )
    assert _counts(text, "kill", "miners") == {"dead": 9, "injured": 4}


def test_what_somebody_else_does_is_not_counted() -> None:
    """ "Raiders killed nine and a blast wounded four" tells of two acts."""
    text = (
        "Raiders/NOUN/nsubj/2 kill/VERB/ROOT/0 nine/NUM/nummod/4 miners/NOUN/obj/2 and/CCONJ/cc/7 blast/NOUN/nsubj/7 "
        "wound/VERB/conj/2 four/NUM/obj/7"
    )
    assert _counts(text, "kill", "miners") == {"dead": 9}


def test_an_act_counts_what_came_of_it() -> None:
    """ "Shelled a town, killing nine and wounding four"."""
    text = (
        "Rebels/NOUN/nsubj/2 shelled/VERB/ROOT/0 towns/NOUN/obj/2 ,/PUNCT/punct/5 kill/VERB/advcl/2 "
        "nine/NUM/nummod/7 miners/NOUN/obj/5 and/CCONJ/cc/9 wound/VERB/conj/5 four/NUM/obj/9"
    )
    doc = document(text)
    doc[4].tag_ = "VBG"
    tree = Tree.of(doc)
    assert {name: least for name, (least, *_) in counted(tree, 1, "ASSAULT", []).items()} == {"dead": 9, "injured": 4}


def test_the_number_before_a_state_is_of_it() -> None:
    """ "Leaving 20 people dead and 45 injured", whatever hangs on what."""
    text = (
        "Bombing/NOUN/nsubj/2 leave/VERB/ROOT/0 20/NUM/nummod/4 people/NOUN/obj/2 dead/ADJ/xcomp/2 and/CCONJ/cc/8 "
        "45/NUM/conj/5 injured/ADJ/conj/5"
    )
    assert _counts(text, "leave") == {"dead": 20, "injured": 45}
    assert _counts(text, "Bombing") == {"dead": 20, "injured": 45}


def test_a_year_counts_nobody() -> None:
    """ "Were imprisoned; Ruiz was arrested in 2009"."""
    text = (
        "Ortiz/PROPN/nsubj:pass/2 imprisoned/VERB/ROOT/0 Ruiz/PROPN/nsubj:pass/4 arrested/VERB/dep/2 in/ADP/case/6 "
        "2009/NUM/obl/4"
    )
    assert _counts(text, "imprisoned", "Ortiz", event_type="COERCE") == {}


def test_how_many_is_no_number() -> None:
    """Who asks it does not know."""
    text = "how/ADV/advmod/2 many/ADJ/amod/3 miners/NOUN/nsubj:pass/4 arrested/VERB/ROOT/0"
    assert _counts(text, "arrested", "miners", event_type="COERCE") == {}
    assert _counts(text.replace("how", "very"), "arrested", "miners", event_type="COERCE") == {"arrested": 3}


def test_who_died_in_an_act_are_its_dead() -> None:
    """ "Nine miners died in the raid"."""
    text = "Nine/NUM/nummod/2 miners/NOUN/nsubj/3 die/VERB/ROOT/0 in/ADP/case/6 the/DET/det/6 raid/NOUN/obl/3"
    assert _counts(text, "raid", "miners") == {"dead": 9}
