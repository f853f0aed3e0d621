"""Disjoint sets (union by the lower index, paths halved; Tarjan 1975)."""


class DisjointSets:
    """Numbers 0 .. n-1, at first each by itself."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def root(self, member: int) -> int:
        """The lowest number in the set of ``member``."""
        above = self._above
        while above[member] != member:
            above[member] = above[above[member]]
            member = above[member]
        return member

    def join(self, one: int, other: int) -> None:
        """Make the sets of two members one."""
        one, other = self.root(one), self.root(other)
        self._above[max(one, other)] = min(one, other)
