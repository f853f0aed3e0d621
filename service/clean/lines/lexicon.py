"""A line's words weighed: how much its first and last words speak for or against the article."""

from collections.abc import Sequence

FIRST_WORDS = 10
WHOLE_LINE_WORDS = 4


def lexical_keys(words: Sequence[str]) -> list[str]:
    """The keys of a line under which the lexicon has weights.

    Args:
        words: of the line, lower case.
    """
    if not words:
        return ["empty"]
    first = ["0" if word.isdigit() else word for word in words[:FIRST_WORDS]]
    keys = [*first, f"first {first[0]}", *[f"last {word}" for word in words[-2:]]]
    if len(first) > 1:
        keys.append(f"first {first[0]} {first[1]}")
    if len(first) > 2:
        keys.append(f"second {first[1]} {first[2]}")
    if len(words) <= WHOLE_LINE_WORDS:
        keys.append(f"line {' '.join(words)}")
    return keys


def lexical_score(words: Sequence[str], weights: dict[str, float]) -> float:
    """The sum of the weights of a line's keys; above zero speaks for the article."""
    return sum(map(weights.__getitem__, filter(weights.__contains__, lexical_keys(words))))
