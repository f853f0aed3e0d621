"""Who did it and to whom, read by the model that the service ships: parties that change places change sides."""

import pytest
from spacy.language import Language

from service.enrich.events.component import NAME
from service.enrich.pipeline import BUILT_IN, load

TEMPLATES = (
    "{a} attacked {b} on Monday.",
    "{b} was attacked by {a} on Monday.",
    "Forces of {a} shelled towns in {b}, officials said.",
    "{a} accused {b} of breaking the truce.",
    "{b} was accused by {a} of breaking the truce.",
    "{a} condemned {b} for the raid.",
    "The government of {a} criticised {b}.",
    "{b} was criticised by {a} on Friday.",
    "{a} imposed sanctions on {b} in March.",
    "Sanctions were imposed on {b} by {a} in March.",
    "{a} urged {b} to release the prisoners.",
    "{b} was urged by {a} to release the prisoners.",
    "{a}'s attack on {b} lasted two hours.",
    "The invasion of {b} by {a} began in spring.",
    "{a} invaded {b} last year.",
    "{a} sent food aid to {b} after the flood.",
    "{a} threatened {b} with military action.",
    "{b} was threatened by {a} with military action.",
    "{a} praised {b} for its help.",
    "{a} rebuffed {b} over the loans.",
    "The president of {a} visited {b} on Tuesday.",
    "Officials from {a} met their counterparts from {b} in Oslo.",
    "{a}, which bombed {b} in May, has a new airport.",
    "{b}, which was bombed by {a} in May, lies on the coast.",
    "{a} agreed to help {b} rebuild its ports.",
)
"""Sentences in which ``a`` does something to ``b``."""

PAIRS = (("Peru", "Chile"), ("Norway", "Sudan"))

WANTED = 0.95

pytestmark = pytest.mark.skipif(
    not (BUILT_IN / "marked.onnx").exists(), reason="no model with heads for events is built in"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def sides(nlp: Language, text: str, pair: tuple[str, str]) -> set[tuple[str, str]]:
    """Which of the pair stands on which side of the events of a text."""
    found = set()
    for event in nlp(text)._.events:
        for side, parties in (("actor", event.actors), ("recipient", event.recipients)):
            for party in parties:
                told = text[slice(*party.span)]
                found.update((side, name) for name in pair if name in told and party.mention_type != "implicit")
    return found


def test_swapped_roles_give_swapped_parties(nlp: Language) -> None:
    """Of the parties that are found, in actives, passives and nominalisations."""
    assert NAME in nlp.pipe_names
    right = wrong = 0
    for template in TEMPLATES:
        for first, second in PAIRS:
            for a, b in ((first, second), (second, first)):
                found = sides(nlp, template.format(a=a, b=b), (a, b))
                right += len(found & {("actor", a), ("recipient", b)})
                wrong += len(found & {("actor", b), ("recipient", a)})
    assert right >= WANTED * (right + wrong)
    assert right >= len(TEMPLATES) * len(PAIRS) * 2
