"""Counts of what was found and what was right, and the usual figures from them."""

from collections.abc import Set
from dataclasses import dataclass


@dataclass
class Score:
    """Counts over sets of labelled spans; figures are per cent."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: Set[object], gold: Set[object]) -> None:
        """Count one text."""
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def precision(self) -> float:
        """Of what was found, how much is right."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Of what is there, how much was found."""
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f(self) -> float:
        """The harmonic mean of both."""
        return 200 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0
