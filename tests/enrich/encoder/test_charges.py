"""What somebody is accused of hangs on the verb, wherever the parser hung it."""

import numpy as np
import pytest

from service.enrich.encoder.annotations import Reading
from service.enrich.encoder.charges import hang_on_verbs
from service.enrich.encoder.tagging import Classes

CLASSES = Classes(
    morphs=["X"],
    tags=["NN", "NNP", "VBD", "VBG", "IN", "DT", "PRP$"],
    rules=["same"],
    relations=["root", "nsubj", "obj", "nmod", "nmod:poss", "acl", "obl", "advcl", "case", "mark", "det"],
)


def hung(rows: str) -> list[tuple[str, str, str]]:
    """Word, relation and head of what hangs elsewhere than before, from rows of ``word/tag/relation/head``."""
    words, tags, relations, heads = zip(*(row.rsplit("/", 3) for row in rows.split()), strict=True)
    reading = Reading.of(len(words), len(words), 1)
    reading.tags[:] = [CLASSES.tags.index(tag) for tag in tags]
    reading.relations[:] = [CLASSES.relations.index(relation) for relation in relations]
    reading.heads[:] = before = np.array([int(head) for head in heads])
    hang_on_verbs(words, reading, CLASSES)
    return [
        (words[word], CLASSES.relations[reading.relations[word]], words[reading.heads[word]])
        for word in np.flatnonzero(reading.heads != before).tolist()
    ]


GOVERNOR = "They/NN/nsubj/1 accused/VBD/root/1 the/DT/det/3 governor/NN/obj/1 of/IN/case/5"


def test_a_charge_that_hangs_on_the_object_is_the_verbs() -> None:
    """Nobody is a governor of corruption."""
    assert hung(f"{GOVERNOR} corruption/NN/nmod/3") == [("corruption", "obl", "accused")]


def test_a_charge_may_be_a_deed() -> None:
    """As a clause of its own."""
    rows = "They/NN/nsubj/1 accused/VBD/root/1 Ruiz/NNP/obj/1 of/IN/mark/4 stalling/VBG/acl/2"
    assert hung(rows) == [("stalling", "advcl", "accused")]


def test_the_last_of_several_is_the_charge() -> None:
    """ "The head of the army" keeps its army."""
    rows = (
        "They/NN/nsubj/1 accused/VBD/root/1 the/DT/det/3 head/NN/obj/1 of/IN/case/6 the/DT/det/6 army/NN/nmod/3 "
        "of/IN/case/8 treason/NN/nmod/6"
    )
    assert hung(rows) == [("treason", "obl", "accused")]


@pytest.mark.parametrize(
    "rows",
    [
        "They/NN/nsubj/1 accused/VBD/root/1 members/NN/obj/1 of/IN/case/5 the/DT/det/5 opposition/NN/nmod/2",
        "They/NN/nsubj/1 accused/VBD/root/1 members/NN/obj/1 of/IN/case/5 his/PRP$/nmod:poss/5 staff/NN/nmod/2",
        "They/NN/nsubj/1 accused/VBD/root/1 the/DT/det/3 Bank/NNP/obj/1 of/IN/case/5 Ghana/NNP/nmod/3",
        f"{GOVERNOR} Lagos/NNP/nmod/3 of/IN/case/7 fraud/NN/obl/1",
        "They/NN/nsubj/1 met/VBD/root/1 the/DT/det/3 governor/NN/obj/1 of/IN/case/5 corruption/NN/nmod/3",
        "accused/NN/root/0 of/IN/case/2 fraud/NN/nmod/0",
    ],
)
def test_what_else_tells_more_of_the_object_stays(rows: str) -> None:
    """Whose members, names, a charge that hangs on the verb already, other verbs, and nouns."""
    assert hung(rows) == []
