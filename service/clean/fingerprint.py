"""What is kept of a clean text to know it again: an exact hash and a sketch of its shingles.

The sketch is a bottom-k sample (Broder 1997, "On the resemblance and containment of documents"):
the k smallest of the hashes of all runs of eight words. Two sketches are samples by one rule, so
the share of one text that stands in the other can be read from them, whatever their lengths. It is
bounded for a book and dense for a short notice, where keeping every eighth hash is neither.
"""

import re

import numpy as np
import xxhash

from service.messages import Fingerprint

SHINGLE_WORDS = 8
"""Shorter runs of words are shared by unrelated articles; of longer ones an edit leaves too few."""

HASH_BITS = 53
"""JSON readers that hold numbers as doubles read larger integers wrong (RFC 8259, section 6)."""

_WORD = re.compile(r"\w+")
_SPACE = ord(" ")


def fingerprint(text: str, size: int) -> Fingerprint:
    """Make a text's fingerprint.

    Args:
        text: clean text; case, punctuation and white space do not count.
        size: most shingles to keep.
    """
    words = " ".join(_WORD.findall(text.casefold())).encode()
    return Fingerprint(xxhash.xxh3_128_hexdigest(words or text.encode()), _smallest(words, size).tobytes())


def _smallest(words: bytes, size: int) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    """The smallest distinct hashes of the runs of words, ascending; a shorter text is one run."""
    spaces = np.flatnonzero(np.frombuffer(words, np.uint8) == _SPACE)
    starts = [0, *(spaces + 1).tolist()]
    ends = [*spaces.tolist(), len(words)]
    hashes = [
        xxhash.xxh3_64_intdigest(words[start:end])
        for start, end in zip(starts, ends[SHINGLE_WORDS - 1 :] or ends[-1:], strict=False)
    ]
    return np.unique(np.array(hashes, np.uint64) >> np.uint64(64 - HASH_BITS))[:size]
