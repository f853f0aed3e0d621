"""PLOVER 0.8: the sixteen types with quad class, scores, and what CAMEO says of them.

Facts of the PLOVER manual 0.8 and its table CAMEO2PLOVER (Open Event Data Alliance, CC BY-SA 4.0); the Goldstein
values are those that GDELT publishes for CAMEO's roots. The manual prints ACCUSE's score as 3, though all its modes
are negative: -3 is taken. It puts SANCTION among material conflict in its section and among verbal conflict in
one table: the section is followed.
"""

from dataclasses import dataclass
from enum import IntEnum


class Quad(IntEnum):
    """Quad classes, numbered as GDELT does."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


@dataclass(frozen=True, slots=True)
class EventType:
    """What holds for every event of a type.

    Attributes:
        score: PLOVER's, -10 (conflict) to 10 (cooperation).
        goldstein: of the CAMEO root code, -10 to 10 (Goldstein 1992).
        code: CAMEO code where nothing tells a closer one.
        needs_recipient: whether there is no event without somebody at the other end.
    """

    quad: Quad
    score: float
    goldstein: float
    code: str
    needs_recipient: bool = False


EVENT_TYPES = {
    "AGREE": EventType(Quad.VERBAL_COOPERATION, 2.5, 4.0, "030"),
    "CONSULT": EventType(Quad.VERBAL_COOPERATION, 2.5, 1.0, "040"),
    "SUPPORT": EventType(Quad.VERBAL_COOPERATION, 5.0, 3.5, "050"),
    "CONCEDE": EventType(Quad.VERBAL_COOPERATION, 4.5, 5.0, "080"),
    "COOPERATE": EventType(Quad.MATERIAL_COOPERATION, 9.5, 6.0, "060", needs_recipient=True),
    "AID": EventType(Quad.MATERIAL_COOPERATION, 10.0, 7.0, "070", needs_recipient=True),
    "RETREAT": EventType(Quad.MATERIAL_COOPERATION, 6.5, 7.0, "084"),
    "REQUEST": EventType(Quad.VERBAL_CONFLICT, 0.0, -5.0, "100"),
    "ACCUSE": EventType(Quad.VERBAL_CONFLICT, -3.0, -2.0, "110"),
    "REJECT": EventType(Quad.VERBAL_CONFLICT, -2.0, -4.0, "120"),
    "THREATEN": EventType(Quad.VERBAL_CONFLICT, -3.5, -6.0, "130"),
    "PROTEST": EventType(Quad.MATERIAL_CONFLICT, -5.0, -6.5, "140"),
    "SANCTION": EventType(Quad.MATERIAL_CONFLICT, -6.0, -4.0, "160", needs_recipient=True),
    "MOBILIZE": EventType(Quad.MATERIAL_CONFLICT, -5.5, -7.2, "150"),
    "COERCE": EventType(Quad.MATERIAL_CONFLICT, -7.0, -7.0, "170"),
    "ASSAULT": EventType(Quad.MATERIAL_CONFLICT, -9.0, -10.0, "190"),
}
"""By the name of the type."""

YIELDING = frozenset(("CONCEDE", "RETREAT"))
"""Types by which somebody gives way, in words or in deeds."""

APPEAL_GOLDSTEIN = 3.0
"""Of CAMEO's root 02, appeals, which PLOVER joins with demands."""
