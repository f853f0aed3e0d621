"""How many were killed, hurt or arrested, what was given, and what it cost."""

import pytest

from service.enrich.events.circumstances.magnitude import magnitude
from service.enrich.events.event import Kind, Magnitude, Party
from service.enrich.tree import Tree
from tests.enrich.trees import document


def _told(text: str, trigger: str, event_type: str, recipients: tuple[tuple[str, Kind], ...] = ()) -> Magnitude | None:
    tree = Tree.of(document(text))
    parties = [
        Party((tree.offsets[head], tree.ends[head]), "nominal", head, kind=kind)
        for word, kind in recipients
        if (head := tree.texts.index(word)) is not None
    ]
    return magnitude(tree, tree.texts.index(trigger), event_type, (), parties)


def _counts(
    text: str, trigger: str, event_type: str, *recipients: tuple[str, Kind]
) -> dict[str, tuple[int | None, int | None]]:
    found = _told(text, trigger, event_type, recipients)
    return {name: amount[:2] for name, amount in found.counts} if found is not None else {}


def _kidnapped(first: str, second: str) -> str:
    return f"Gunmen/NOUN/nsubj/2 kidnapped/VERB/ROOT/0 {first}/NOUN/obj/2 and/CCONJ/cc/6 {second} guards/NOUN/conj/3"


@pytest.mark.parametrize(
    ("first", "kind", "expected"),
    [("judge", "person", (4, 4)), ("farmers", "group", (3, None)), ("family", "unspecified", (3, None))],
)
def test_those_told_side_by_side_are_added_up(first: str, kind: Kind, expected: tuple[int, int | None]) -> None:
    """A person is one; of others without a number nobody knows how many they are."""
    text = _kidnapped(first, "three/NUM/nummod/6").replace("kidnapped", "arrested")
    assert _counts(text, "arrested", "COERCE", (first, kind), ("guards", "group")) == {"arrested": expected}


def test_the_words_of_a_sum_begin_with_its_first_number() -> None:
    """In whatever order those who are counted come."""
    text = (
        "Police/NOUN/nsubj/2 arrested/VERB/ROOT/0 two/NUM/nummod/4 farmers/NOUN/obj/2 and/CCONJ/cc/7 "
        "three/NUM/nummod/7 guards/NOUN/conj/4"
    )
    parties: list[tuple[str, Kind]] = [("farmers", "group"), ("guards", "group")]
    there, back = (_told(text, "arrested", "COERCE", tuple(order)) for order in (parties, parties[::-1]))
    assert there is not None
    assert there.counts[0][1][0] == 5
    assert there == back


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police/NOUN/nsubj/2 shoot/VERB/ROOT/0 four/NUM/nummod/4 miners/NOUN/obj/2", {}),
        (
            "Police/NOUN/nsubj/2 shoot/VERB/ROOT/0 dead/ADJ/xcomp/2 four/NUM/nummod/5 miners/NOUN/obj/2",
            {"dead": (4, 4)},
        ),
        (
            "Police/NOUN/nsubj/2 shoot/VERB/ROOT/0 and/CCONJ/cc/4 kill/VERB/conj/2 four/NUM/nummod/6 miners/NOUN/obj/2",
            {"dead": (4, 4)},
        ),
    ],
)
def test_who_is_shot_need_not_be_dead(text: str, expected: dict[str, tuple[int, int]]) -> None:
    """Unless the sentence says so."""
    assert _counts(text, "shoot", "ASSAULT", ("miners", "group")) == expected


def test_the_dead_of_an_earlier_riot_are_none_of_an_arrest() -> None:
    """What stands behind "after" is another happening."""
    text = (
        "Police/NOUN/nsubj/2 detained/VERB/ROOT/0 miners/NOUN/obj/2 after/ADP/case/6 a/DET/det/6 riot/NOUN/obl/2 "
        "with/ADP/case/9 three/NUM/nummod/9 dead/ADJ/nmod/6"
    )
    assert _counts(text, "detained", "COERCE") == {}
    assert _counts(text, "riot", "ASSAULT") == {"dead": (3, 3)}


def test_a_clause_with_a_subject_of_its_own_counts_its_own_victims() -> None:
    """ "One was beaten and a bomb left five wounded" counts the wounded of the bomb."""
    text = (
        "Miners/NOUN/nsubj:pass/2 beaten/VERB/ROOT/0 and/CCONJ/cc/6 a/DET/det/5 bomb/NOUN/nsubj/6 left/VERB/{}/2 "
        "five/NUM/nummod/8 people/NOUN/obj/6 wounded/ADJ/xcomp/8"
    )
    assert _counts(text.format("conj"), "beaten", "ASSAULT") == {}
    assert _counts(text.format("advcl"), "beaten", "ASSAULT") == {}
    assert _counts(text.format("advcl").replace("and/CCONJ/cc", "as/SCONJ/mark"), "beaten", "ASSAULT") != {}


def test_things_are_counted_but_not_reasons() -> None:
    """ "On five charges" counts no thing that is moved."""
    sent = _told("Lima/PROPN/nsubj/2 sent/VERB/ROOT/0 five/NUM/nummod/4 ships/NOUN/obj/2", "sent", "AID")
    held = "Lima/PROPN/nsubj/2 arrested/VERB/ROOT/0 him/PRON/obj/2 on/ADP/case/6 five/NUM/nummod/6 charges/NOUN/obl/2"
    assert sent is not None
    assert [(amount[:2], thing) for amount, thing in sent.items] == [((5, 5), "ships")]
    assert _told(held, "arrested", "COERCE") is None


@pytest.mark.parametrize(
    ("text", "trigger", "event_type", "expected"),
    [
        ("Lima/PROPN/nsubj/2 froze/VERB/ROOT/0 nine/NUM/nummod/4 euro/NOUN/obj/2", "froze", "COERCE", 9),
        (
            "Lima/PROPN/nsubj/2 arrested/VERB/ROOT/0 him/PRON/obj/2 with/ADP/case/6 nine/NUM/nummod/6 euro/NOUN/obl/2",
            "arrested",
            "COERCE",
            None,
        ),
        (
            "Lima/PROPN/nsubj/2 sacked/VERB/ROOT/0 him/PRON/obj/2 for/SCONJ/mark/5 stealing/VERB/advcl/2 "
            "nine/NUM/nummod/7 euro/NOUN/obj/5",
            "sacked",
            "SANCTION",
            None,
        ),
        (
            "Lima/PROPN/nsubj/2 pledged/VERB/ROOT/0 to/PART/mark/4 give/VERB/xcomp/2 nine/NUM/nummod/6 euro/NOUN/obj/4",
            "pledged",
            "AGREE",
            9,
        ),
    ],
)
def test_money_is_what_an_act_moves(text: str, trigger: str, event_type: str, expected: int | None) -> None:
    """Not what somebody had, or had done."""
    found = _told(text, trigger, event_type)
    assert (found.money[0] if found is not None and found.money is not None else None) == expected
