"""A line's words weighed: how much its first and last words speak for or against the article."""

from collections.abc import Iterator, Sequence

FIRST_WORDS = 10
WHOLE_LINE_WORDS = 4


def lexical_keys(words: Sequence[str]) -> Iterator[str]:
    """The keys of a line under which the lexicon has weights.

    Args:
        words: of the line, lower case.
    """
    if not words:
        yield "empty"
        return
    first = ["0" if word.isdigit() else word for word in words[:FIRST_WORDS]]
    yield from first
    yield f"first {first[0]}"
    if len(first) > 1:
        yield f"first {first[0]} {first[1]}"
    if len(first) > 2:
        yield f"second {first[1]} {first[2]}"
    for word in words[-2:]:
        yield f"last {word}"
    if len(words) <= WHOLE_LINE_WORDS:
        yield f"line {' '.join(words)}"


def lexical_score(words: Sequence[str], weights: dict[str, float]) -> float:
    """The sum of the weights of a line's keys; above zero speaks for the article."""
    get = weights.get
    return sum(get(key, 0.0) for key in lexical_keys(words))
