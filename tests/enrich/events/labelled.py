"""Heads that know the answers for one given document, so that what is specified is the rest of the coder."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from spacy.tokens import Doc

from service.enrich.events.coder import code_events
from service.enrich.events.event import Event
from service.enrich.events.reading.calibration import FEATURES, WHOLE, Calibration, Side, TriggerWeights
from service.enrich.events.reading.classes import REALIS, ROLES, TYPES
from service.enrich.events.reading.heads import EventHeads
from service.enrich.events.reading.marked import Reading

SURE = 20.0


def _side(**weights: float) -> Side:
    return Side(np.array([weights.get(name, 0.0) for name in FEATURES]), 0.4)


FITTED = Calibration(
    TriggerWeights(least=0.5, lexicon=1.0, second=0.5),
    ((0.0, 1.0), (0.0, 1.0)),
    _side(bias=-1.0, own=0.5, agent_of_verb=1.5, agent_of_noun=1.5, name=0.5),
    _side(bias=-1.0, own=0.5, patient_of_verb=1.5, patient_of_noun=1.0, target=0.5, name=0.5),
    location=0.5,
    date=0.5,
    whole=np.array([{"bias": -0.5, "trigger": 0.5}.get(name, 0.0) for name in WHOLE]),
)
"""In place of what is fitted for the model that ships, so that a specification does not change with it."""


def code(
    doc: Doc,
    triggers: Mapping[str, str],
    roles: Sequence[tuple[str, str, str]] = (),
    *,
    calibration: Calibration | None = None,
    hypothetical: bool = False,
) -> tuple[Event, ...]:
    """Code a document whose every token has a vector of its own.

    Args:
        triggers: text of a token -> type.
        roles: (text of a trigger, role, text of the last word of a phrase), wherever these words stand.
    """
    texts = [token.text for token in doc]
    size = len(doc)
    types = np.zeros((1 + len(TYPES), size), np.float32)
    types[0] = SURE / 2
    for text, kind in triggers.items():
        types[1 + TYPES.index(kind), texts.index(text)] = SURE
    role = np.zeros((size + 1, len(ROLES), size + 1), np.float32)
    role[-1, :, -1] = -SURE / 2
    for trigger, name, text in roles:
        for word in (index for index, each in enumerate(texts) if each == text):
            role[texts.index(trigger), ROLES.index(name), word] = SURE
    own, none = np.eye(size, dtype=np.float32), np.zeros(size, np.float32)
    heads = EventHeads(
        {
            "hidden.weight": own, "hidden.bias": none, "trigger.weight": types,
            "trigger.bias": np.zeros(len(types), np.float32),
            "role_trigger.weight": own, "role_trigger.bias": none, "role_word.weight": own, "role_word.bias": none,
            "role": role, "realis.weight": np.zeros((len(REALIS), size), np.float32),
            "realis.bias": np.eye(1, len(REALIS), dtype=np.float32)[0],
            "historical.weight": np.zeros((1, size), np.float32), "historical.bias": -np.ones(1, np.float32),
        }
    )  # fmt: skip
    doc.tensor = np.eye(size, dtype=np.float16)
    return code_events(
        doc,
        heads,
        _AsRead(),
        _SameAgain(heads),
        calibration or FITTED,
        hypothetical=hypothetical,
    )


def texts(doc: Doc, event: Event) -> tuple[list[str], list[str]]:
    """The words of an event's actors, but of those that no words tell, and of its recipients."""
    actors = [doc.text[slice(*party.span)] for party in event.actors if party.mention_type != "implicit"]
    return actors, [doc.text[slice(*party.span)] for party in event.recipients]


class _AsRead:
    """A reading of single sentences that says what was read before."""

    def vectors(self, doc: Doc, sentences: Iterable[tuple[int, int]]) -> np.ndarray:
        return np.asarray(doc.tensor)


@dataclass(frozen=True)
class _SameAgain:
    """A second reading that says what the heads said of the first."""

    heads: EventHeads
    vectors: np.ndarray = field(default_factory=lambda: np.empty(0))

    def open(self, doc: Doc) -> "_SameAgain":
        return _SameAgain(self.heads, np.asarray(doc.tensor, np.float32))

    def read(self, first: int, end: int, word: int) -> Reading:
        own = self.vectors[[word]]
        return Reading(
            self.heads.types(own)[0],
            self.heads.roles(own, self.vectors[first:end])[0],
            self.heads.realis(own)[0],
            float(self.heads.historical(own)[0]),
        )
