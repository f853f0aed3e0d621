"""What is kept of a clean text to know it again: an exact hash and a sketch of its shingles.

The sketch is a bottom-k sample (Broder 1997, "On the resemblance and containment of documents"):
the k smallest of the hashes of all runs of eight words. Any two sketches are samples by one rule,
so the share of one text that stands in the other can be read from them. It is bounded for a book
and dense for a short notice, where keeping every eighth hash is neither.
"""

import re

import numpy as np
import xxhash

from service.messages import Fingerprint

SHINGLE_WORDS = 8
"""Shorter runs of words are shared by unrelated articles; of longer ones an edit leaves too few."""

HASH_BITS = 53
"""JSON readers that hold numbers as doubles read larger integers wrong (RFC 8259, section 6)."""

BASE = np.uint64(0x9E3779B97F4A7C15)
"""Of the polynomial that makes one hash of eight (Karp and Rabin 1987), modulo 2**64: any odd number."""

_WORD = re.compile(r"\w+")

Hashes = np.ndarray[tuple[int], np.dtype[np.uint64]]


def take_fingerprint(text: str, size: int) -> Fingerprint:
    """Make a text's fingerprint.

    Args:
        text: clean text; case, punctuation and white space do not count.
        size: most shingles to keep.
    """
    words = " ".join(_WORD.findall(text.casefold())).encode()
    hashes = np.fromiter(map(xxhash.xxh3_64_intdigest, words.split()), np.uint64)
    # A text without a word, such as "???", is like itself only.
    exact = xxhash.xxh3_128_hexdigest(words or text.encode())
    return Fingerprint(exact, _smallest(_shingles(hashes), size).tobytes())


def _shingles(words: Hashes) -> Hashes:
    """One hash for every run of words; a shorter text is one run."""
    length = min(SHINGLE_WORDS, words.size)
    runs = words.size - length + 1 if length else 0
    mixed = np.zeros(runs, np.uint64)
    for place in range(length):
        mixed = mixed * BASE + words[place : place + runs]
    return mixed >> np.uint64(64 - HASH_BITS)


def _smallest(hashes: Hashes, size: int) -> Hashes:
    """The ``size`` smallest distinct hashes, ascending."""
    if hashes.size > 2 * size:
        # Most of a text need not be sorted, unless it repeats itself.
        few = np.unique(np.partition(hashes, 2 * size)[: 2 * size])
        if few.size >= size:
            return few[:size]
    return np.unique(hashes)[:size]
