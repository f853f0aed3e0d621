"""A word that names an event."""

from dataclasses import dataclass

from service.enrich.events.reading.marked import Reading


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger.

    Attributes:
        token: its index in the document.
        type: the most probable one.
        chance: that the word is a trigger, less by what is doubtful of its type.
        reading: of its sentence, with it marked.
        lacks: what its chance falls short of what makes a word one by the readings alone; then it wants sure parties.
        constructed: whether the words around it tell that it is one; then it wants two sides.
    """

    token: int
    type: str
    chance: float
    reading: Reading
    lacks: float = 0.0
    constructed: bool = False
