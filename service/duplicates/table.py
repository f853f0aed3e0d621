"""A table from shingles to the articles that have them: of fixed size, read and written by the hundred.

It is set-associative, as the caches of processors are: a shingle's hash names a bucket of a few
cells, and a new entry takes the oldest cell there. So nothing is ever deleted, a lookup costs the
same in a full table, and memory cannot grow. Numbers of articles that have left the window are
known by their distance from the newest one, modulo 2**32.
"""

import numpy as np

Integers = np.ndarray[tuple[int], np.dtype[np.uint64]]
Numbers = np.ndarray[tuple[int], np.dtype[np.uint32]]

CELLS_PER_BUCKET = 8
"""So many that few buckets run over while others are empty; one line of a processor's cache holds eight."""

MAX_ARTICLES_PER_SHINGLE = 4
"""Entries of one shingle: what stands in more articles (a credit line, a story copied hundreds of
times) finds the earliest of them, and does not crowd out others."""

MIN_BUCKETS = 1 << 14
"""So many that the shingles of one article hardly ever meet in a bucket."""

LOAD = 2 / 3
"""Share of the cells that a window of long articles fills at most; ordinary windows fill less."""

_TAG_SHIFT = np.uint64(21)
"""Of a hash of 53 bits: those above are its tag, those below name its bucket. A sketch holds small
hashes, so the uppermost bits tell little; a match is a candidate, which its sketch has to confirm."""


class ShingleTable:
    """Shingles of the newest articles.

    Args:
        articles: for how many numbers back an entry counts.
        shingles: most shingles of an article.
    """

    def __init__(self, articles: int, shingles: int) -> None:
        buckets = max(MIN_BUCKETS, 1 << int(articles * shingles / LOAD / CELLS_PER_BUCKET).bit_length())
        self._articles = articles
        self._mask = np.uint64(buckets - 1)
        # The system gives memory of zeros page by page as it is written to.
        self._tags = np.zeros((buckets, CELLS_PER_BUCKET), np.uint32)
        self._numbers = np.zeros((buckets, CELLS_PER_BUCKET), np.uint32)

    @property
    def bytes(self) -> int:
        """Memory of the full table."""
        return self._tags.nbytes + self._numbers.nbytes

    def find(self, shingles: Integers, newest: int) -> tuple[list[int], list[int]]:
        """The articles that have some of these shingles.

        Args:
            shingles: hashes of at most 53 bits.
            newest: number of the newest article, at least ``articles`` for the first one.

        Returns:
            Numbers modulo 2**32, ascending, and how many of the shingles each has at least.
        """
        buckets, tags = self._places(shingles)
        numbers = self._numbers[buckets]
        same = (self._tags[buckets] == tags[:, None]) & (self._ages(numbers, newest) < self._articles)
        found, counts = np.unique(numbers[same], return_counts=True)
        return found.tolist(), counts.tolist()

    def add(self, shingles: Integers, number: int, newest: int) -> None:
        """Enter an article's shingles; see ``find`` for the arguments."""
        buckets, tags = self._places(shingles)
        ages = self._ages(self._numbers[buckets], newest)
        same = (self._tags[buckets] == tags[:, None]) & (ages < self._articles)
        wanted = np.flatnonzero(same.sum(axis=1) < MAX_ARTICLES_PER_SHINGLE)
        # Of two new shingles in one bucket one is lost; there are far more buckets than shingles.
        buckets, cells = buckets[wanted], ages[wanted].argmax(axis=1)
        self._tags[buckets, cells] = tags[wanted]
        self._numbers[buckets, cells] = number & 0xFFFFFFFF

    def _places(self, shingles: Integers) -> tuple[Integers, Numbers]:
        """Bucket and tag of each shingle."""
        return shingles & self._mask, (shingles >> _TAG_SHIFT).astype(np.uint32)

    def _ages(self, numbers: Numbers, newest: int) -> Numbers:
        return np.uint32(newest & 0xFFFFFFFF) - numbers
