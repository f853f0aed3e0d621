"""What a frame is: who does a trigger's act and to whom, as heads of phrases."""

from dataclasses import dataclass, field


@dataclass
class Frame:
    """Heads of phrases by what the tree says of them.

    Attributes:
        agents: who does it.
        patients: to whom, most telling first: objects.
        targets: heads behind a preposition of ``markers.TARGETS``.
        culprits: those of whom a word says that they did it, "convicted of the murder", or who utter a quotation:
            agents, whatever the heads say, and nobody else is one whom the tree does not call an agent.
        struck: those of whom a word says that it was done to them, "opened fire at a patrol", "died in a raid": they
            undergo it, whatever the heads say.
        passive: whether the trigger is in the passive.
        sure: whether it can be read in no other way, whatever the heads say of its sides.
        reciprocal: whether several agents, where nobody else is told, act on each other ("talks between X and Y").
    """

    agents: list[int] = field(default_factory=list)
    patients: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    culprits: list[int] = field(default_factory=list)
    struck: list[int] = field(default_factory=list)
    passive: bool = False
    sure: bool = False
    reciprocal: bool = False
