"""What the heads and the tree say of each trigger: who does what to whom, and whether it happened."""

from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.frames import Frames
from service.enrich.events.grammar.phrases import Phrase, Phrases
from service.enrich.events.parties.agents_beside import add_agents_beside
from service.enrich.events.parties.arguments import Arguments, choose
from service.enrich.events.parties.outsiders import without_outsiders
from service.enrich.events.parties.role_chances import RoleChances
from service.enrich.events.reading.alone import Vectors
from service.enrich.events.reading.calibration import Calibration
from service.enrich.events.reading.classes import REALIS
from service.enrich.events.reading.heads import EventHeads, joined_roles
from service.enrich.events.triggers.decide import sentence_around
from service.enrich.events.triggers.trigger import Trigger
from service.enrich.tree import Tree


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger with what the heads and the tree say of it.

    Attributes:
        frame: what the tree says of who does it to whom.
        realis: of ``classes.REALIS``, by both readings.
        historical: whether it is told as background.
    """

    trigger: Trigger
    arguments: Arguments
    frame: Frame
    realis: str
    historical: bool


def read_arguments(
    doc: Doc, tree: Tree, frames: Frames, heads: EventHeads, calibration: Calibration, triggers: list[Trigger],
    vectors: Vectors,
) -> list[Found]:  # fmt: skip
    """The arguments and modality of triggers, sentence by sentence, in the order of the triggers.

    Args:
        frames: of the tree.
        heads: on the vectors of the first reading.
        vectors: of the document's tokens, by that reading.
    """
    phrases = Phrases(doc, tree)
    own = vectors[[trigger.token for trigger in triggers]].astype(np.float32)
    realis, historical = heads.realis(own), heads.historical(own)
    found = []
    candidates: dict[tuple[int, int], list[Phrase]] = {}
    for number, trigger in enumerate(triggers):
        first, end = sentence_around(tree, trigger.token)
        if (first, end) not in candidates:
            candidates[first, end] = phrases.between(first, end)
        roles = heads.roles(own[number : number + 1], vectors[first:end].astype(np.float32))[0]
        chances = RoleChances(joined_roles(roles, trigger.reading.roles), first)
        frame = frames.of(trigger.token)
        add_agents_beside(tree, phrases, trigger.token, frame)
        arguments = choose(tree, phrases, candidates[first, end], frame, trigger, chances, calibration)
        arguments = without_outsiders(tree, phrases, frames.subjects, trigger.token, trigger.type, frame, arguments)
        likeliest = REALIS[int((realis[number] + trigger.reading.realis).argmax())]
        found.append(Found(trigger, arguments, frame, likeliest, historical[number] + trigger.reading.historical > 0))
    return found
