"""The window of articles in which copies are found: bounded, in stream order, each link verified.

An article is compared with those that were first seen before it, so links never point forward and
never in a circle. Links are not closed transitively: a copy of a copy that no longer resembles the
original is no copy of it, and groups do not grow together through a page of many stories.
"""

from bisect import insort
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

import numpy as np

from service.config.processing import DuplicateSettings
from service.duplicates.table import Integers, ShingleTable
from service.duplicates.verdict import NONE, Duplicate
from service.messages import Fingerprint

MIN_CONTAINMENT = 1 / 3
"""Of one text in the other, in shingles of eight words. Of a text in which every eighth word is
changed at random that much survives, (7/8)**8; two articles about one matter share a fifth at most."""

MIN_SHARED = 3
"""Shingles; fewer may be one sentence that both quote."""

MAX_CANDIDATES = 16
"""Compared with an article in full; beyond the best of so many there is no better one."""

DIGITS = 3  # of a containment estimated from a sample
EVERYTHING = np.uint64(2**63)  # above every hash


@dataclass(slots=True)
class _Entry:
    """An article of the window; ``number`` and ``timestamp_ms`` are those of its first arrival."""

    article_id: str
    number: int
    timestamp_ms: int
    exact: str
    shingles: Integers


class DuplicateWindow:
    """The newest articles of a stream.

    Args:
        settings: how many articles, one at least, and how old.
        shingles: most of an article, as its fingerprint was made with.
    """

    def __init__(self, settings: DuplicateSettings, shingles: int) -> None:
        self._articles = settings.window_articles
        self._age_ms = int(settings.window_seconds * 1000)
        self._size = shingles
        self._table = ShingleTable(self._articles, self._size)
        self._entries: OrderedDict[int, _Entry] = OrderedDict()  # by number, so oldest first
        self._by_id: dict[str, _Entry] = {}
        self._by_exact: dict[str, list[int]] = {}
        self._newest = self._articles  # so that 0, an empty cell of the table, is too old to count

    def __len__(self) -> int:
        """Articles in the window."""
        return len(self._entries)

    def judge(self, article_id: str, timestamp_ms: int, fingerprint: Fingerprint) -> Duplicate:
        """Whether an article is a copy of an earlier one; the window stays as it is.

        An article whose id is in the window is a new version of that one, or came twice: it is no
        copy of itself, nor of an article that came after its first arrival.

        Args:
            article_id: of the article.
            timestamp_ms: of its record; older articles than the window's age are not looked at.
            fingerprint: of its text.
        """
        oldest_ms = timestamp_ms - self._age_ms
        known = self._known(article_id, oldest_ms)
        before = known.number if known is not None else self._newest + 1
        for number in takewhile(lambda number: number < before, self._by_exact.get(fingerprint.exact, ())):
            if (entry := self._entries[number]).timestamp_ms >= oldest_ms:
                return Duplicate("exact", entry.article_id, 1.0)
        shingles = _array(fingerprint)
        links = [
            link
            for entry in self._candidates(shingles)
            if entry.number < before and entry.timestamp_ms >= oldest_ms
            if (link := self._compare(shingles, entry)) is not None
        ]
        return min(links, key=lambda link: link[0])[1] if links else NONE

    def add(self, article_id: str, timestamp_ms: int, fingerprint: Fingerprint) -> None:
        """Enter an article, or its new version; the oldest ones make room."""
        shingles = _array(fingerprint)
        entry = self._known(article_id, timestamp_ms - self._age_ms)
        if entry is None:
            self.forget(article_id)
            self._make_room()
            self._newest += 1
            entry = _Entry(article_id, self._newest, timestamp_ms, fingerprint.exact, shingles)
            self._entries[entry.number] = self._by_id[article_id] = entry
        else:
            self._forget_exact(entry)
            entry.exact, entry.shingles = fingerprint.exact, shingles
        insort(self._by_exact.setdefault(entry.exact, []), entry.number)
        self._table.add(shingles, entry.number, self._newest)

    def forget(self, article_id: str) -> None:
        """Take an article out: it will not be published after all."""
        if (entry := self._by_id.get(article_id)) is not None:
            self._remove(entry)

    def _known(self, article_id: str, oldest_ms: int) -> _Entry | None:
        """The entry of an article that came before; one too old to be anybody's original is as good as none."""
        entry = self._by_id.get(article_id)
        return entry if entry is not None and entry.timestamp_ms >= oldest_ms else None

    def _candidates(self, shingles: Integers) -> Iterator[_Entry]:
        """Articles that share enough shingles, those that share most of them first."""
        numbers, counts = self._table.find(shingles, self._newest)
        shared = sorted((-count, number) for number, count in zip(numbers, counts, strict=True) if count >= MIN_SHARED)
        for _, number in shared[:MAX_CANDIDATES]:
            # The table holds the lower 32 bits of a number; an article that was taken out has none.
            entry = self._entries.get(self._newest - ((self._newest - number) & 0xFFFFFFFF))
            if entry is not None:
                yield entry

    def _compare(self, shingles: Integers, entry: _Entry) -> tuple[tuple[float, ...], Duplicate] | None:
        """The link to an earlier article with its rank, the best one being the least; None when there is none."""
        # Each sketch is complete below its largest hash, or altogether when it is not full: they are
        # samples by the same rule below the lesser of the two.
        below = min(self._complete_below(shingles), self._complete_below(entry.shingles))
        ours, theirs = (array[: array.searchsorted(below)] for array in (shingles, entry.shingles))
        shared = np.intersect1d(ours, theirs, assume_unique=True).size
        if shared < MIN_SHARED:
            return None
        contained, containing = shared / ours.size, shared / theirs.size
        if max(contained, containing) < MIN_CONTAINMENT:
            return None
        if min(contained, containing) >= MIN_CONTAINMENT:
            # Of several the earliest is the original: so all copies of a story name one article.
            return (0, entry.number), Duplicate("copy", entry.article_id, round(contained, DIGITS))
        rank = (1, -max(contained, containing), entry.number)
        return rank, Duplicate("partial", entry.article_id, round(contained, DIGITS))

    def _complete_below(self, shingles: Integers) -> np.uint64:
        return shingles[-1] + np.uint64(1) if shingles.size >= self._size else EVERYTHING

    def _make_room(self) -> None:
        # By number only: what is too old for one article may not be for the next. Partitions are at different times
        # after a halt, and a record with a time of the next century would empty the window.
        while len(self._entries) >= self._articles:
            self._remove(next(iter(self._entries.values())))

    def _remove(self, entry: _Entry) -> None:
        del self._entries[entry.number], self._by_id[entry.article_id]
        self._forget_exact(entry)

    def _forget_exact(self, entry: _Entry) -> None:
        numbers = self._by_exact[entry.exact]
        numbers.remove(entry.number)
        if not numbers:
            del self._by_exact[entry.exact]


def _array(fingerprint: Fingerprint) -> Integers:
    return np.frombuffer(fingerprint.shingles, np.uint64)
