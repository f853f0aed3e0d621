"""Texts for copies: stories of random words, and what becomes of a story on its way."""

import random

VOCABULARY = [f"word{number}" for number in range(5_000)]
SIZE = 128  # shingles of a sketch


def story(seed: int, words: int = 400) -> list[str]:
    return random.Random(seed).choices(VOCABULARY, k=words)


def edited(words: list[str], every: int) -> list[str]:
    """Every so many words one is another one."""
    return [f"other{place}" if place % every == every - 1 else word for place, word in enumerate(words)]
