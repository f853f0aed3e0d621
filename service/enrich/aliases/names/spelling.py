"""Misspelt repeats of a word: one letter more, less or other, or two swapped."""

from functools import lru_cache

MIN_LETTERS = 6
"""Of a word that may be misspelt: in shorter ones a letter makes another name (Brown, Crown)."""


@lru_cache(maxsize=8192)
def spellings(word: str) -> frozenset[str]:
    """Keys of which two words share one when they are one letter apart (symmetric delete, Garbe 2012)."""
    if len(word) < MIN_LETTERS:
        return frozenset((word,))
    return frozenset([word, *(word[:place] + word[place + 1 :] for place in range(1, len(word)))])
