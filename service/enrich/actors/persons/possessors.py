"""The body that a role belongs to by a word for it: "its president", "the group's director", "party leader"."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import itemgetter

from service.enrich.actors.reading.document import POSSESSIVE, Reading
from service.enrich.aliases.clusters import Cluster

_WITH = frozenset(("including", "and"))
"""Words between a body and those of it that are named: "the league and its president"."""


class Possessors:
    """Finds the bodies of one document that roles belong to without their names.

    Args:
        reading: the document.
        clusters: its clusters; those of organisations count.
    """

    def __init__(self, reading: Reading, clusters: Iterable[Cluster]) -> None:
        self._reading = reading
        self._at: dict[int, Cluster] = {}
        self._ending: dict[int, Cluster] = {}
        self._called: dict[str, list[tuple[int, Cluster]]] = {}
        for cluster in clusters:
            if cluster.type != "ORG":
                continue
            for mention in cluster.mentions:
                (self._ending if mention.kind == "named" else self._at)[mention.head] = cluster
                if mention.kind == "nominal":
                    word = reading.tree.lowers[mention.head]
                    self._called.setdefault(word, []).append((mention.head, cluster))
        for called in self._called.values():
            called.sort(key=itemgetter(0))  # those of one cluster stand among those of others

    def of(self, first: int, end: int) -> Cluster | None:
        """The body that a role of these tokens (end exclusive) belongs to; None where no word tells it."""
        lowers = self._reading.tree.lowers
        for index in range(max(first - 1, 0), end - 1):
            if lowers[index] == "its" and lowers[index - 1] in _WITH and index - 2 in self._ending:
                return self._ending[index - 2]
            if index in self._at and (lowers[index] == "its" or lowers[index + 1] in POSSESSIVE):
                return self._at[index]
        for index in range(first, end - 1):
            if lowers[index] in self._called and lowers[index + 1] not in POSSESSIVE:
                return self._subject(index) or _last(self._called[lowers[index]], index)
        return None

    def _subject(self, index: int) -> Cluster | None:
        """The only body that is a subject before a token of its sentence: "Orlan grows, says company president Ito"."""
        relations = self._reading.tree.relations
        before = range(self._reading.sentence_start(index), index)
        found = {at: self._ending[at] for at in before if at in self._ending and relations[at].startswith("nsubj")}
        return next(iter(found.values())) if len(found) == 1 else None


def _last(called: Sequence[tuple[int, Cluster]], index: int) -> Cluster:
    """The body that was last called so before a token, else the first behind it."""
    before = bisect_left(called, index, key=itemgetter(0))
    return called[max(before - 1, 0)][1]
