"""How alike two partitions of the same mentions are: pairs, B-cubed, and what a reader of messages would notice."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Pair = tuple[Hashable, Hashable]
"""Where one mention belongs: by the gold, by the system."""


@dataclass
class Share:
    """A precision and a recall, summed over documents."""

    right: float = 0.0
    found: float = 0.0
    recalled: float = 0.0
    wanted: float = 0.0

    @property
    def precision(self) -> float:
        """Of what was joined, how much is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of what belongs together, how much was joined."""
        return self.recalled / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Coreference:
    """Figures over documents.

    Attributes:
        pairs: of two mentions of one document.
        b_cubed: each mention counts once; precision and recall of what it is joined with.
        mentions, happenings: in all.
        told_again: groups beyond the first one of each happening: it is counted so many times too often.
        lost: happenings beyond the first one of each group: so many are not counted.
    """

    pairs: Share = field(default_factory=Share)
    b_cubed: Share = field(default_factory=Share)
    mentions: int = 0
    happenings: int = 0
    told_again: int = 0
    lost: int = 0

    def add(self, mentions: Sequence[Pair]) -> None:
        """Count one document."""
        both, gold, own = Counter(mentions), Counter(a for a, _ in mentions), Counter(b for _, b in mentions)
        together = _pairs(both)
        self.pairs.right += together
        self.pairs.recalled += together
        self.pairs.found += _pairs(own)
        self.pairs.wanted += _pairs(gold)
        self.b_cubed.right += sum(count * count / own[b] for (_, b), count in both.items())
        self.b_cubed.recalled += sum(count * count / gold[a] for (a, _), count in both.items())
        self.b_cubed.found += len(mentions)
        self.b_cubed.wanted += len(mentions)
        self.mentions += len(mentions)
        self.happenings += len(gold)
        self.told_again += sum(len(others) - 1 for others in _beside(mentions).values())
        self.lost += sum(len(others) - 1 for others in _beside([(b, a) for a, b in mentions]).values())

    def line(self, name: str) -> str:
        """All figures in a line, for people to read."""
        figures = "  ".join(
            f"{what} P {share.precision:.3f} R {share.recall:.3f} F1 {share.f1:.3f}"
            for what, share in (("pairs", self.pairs), ("B-cubed", self.b_cubed))
        )
        return (
            f"{name:16} {figures}  of {self.happenings} happenings ({self.mentions} mentions) "
            f"{self.told_again} counted again, {self.lost} lost"
        )


def _pairs(sizes: Mapping[Any, int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def _beside(mentions: Sequence[Pair]) -> dict[Hashable, set[Hashable]]:
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for one, other in mentions:
        found[one].add(other)
    return found
