"""Labels of a page's blocks, from the body that a person or a publisher's parser gave for the page."""

import re
from collections import Counter, defaultdict

import numpy as np

SHINGLE = 4  # words
KEEP, DROP = 0.75, 0.25
"""Shares of a block's words that lie in the body's word 4-grams."""
COPIED = 0.5
"""A block whose place in the body is taken by others to this share is a second copy."""
MAX_GAP_WORDS = 60  # words of the body between two placed blocks, within which a short line is looked for

_WORD = re.compile(r"\w+")


def align(texts: list[str], body: str) -> np.ndarray:
    """Labels of blocks: 1 in the body, 0 not, -1 in part.

    Of repeated text only the copies that follow the body's order are in it.
    """
    gold = _WORD.findall(body)
    words = [_WORD.findall(text) for text in texts]
    places = defaultdict(list)
    for index in range(len(gold) - SHINGLE + 1):
        places[tuple(gold[index : index + SHINGLE])].append(index)
    labels, starts = np.zeros(len(texts), int), np.full(len(texts), -1)
    for number, own in enumerate(words):
        if len(own) >= SHINGLE:
            share, start = _place(own, places)
            labels[number] = 1 if share >= KEEP else 0 if share <= DROP else -1
            starts[number] = start
    placed: list[int] = np.flatnonzero((labels != 0) & (starts >= 0)).tolist()
    chain = _heaviest_chain([(n, int(starts[n]), len(words[n])) for n in placed])
    taken = np.zeros(len(gold) + 1, bool)
    for number in chain:
        taken[max(0, starts[number]) : starts[number] + len(words[number])] = True
    for number in placed:
        span = taken[max(0, starts[number]) : starts[number] + len(words[number])]
        if number not in chain and (not len(span) or span.mean() >= COPIED):
            labels[number] = 0
    _place_short_lines(words, labels, starts, sorted(chain), gold)
    return labels


def _place(own: list[str], places: dict[tuple[str, ...], list[int]]) -> tuple[float, int]:
    """The share of a block's words that stand in the body, and where most of them say the block begins."""
    inside = np.zeros(len(own), bool)
    begins = Counter[int]()
    for index in range(len(own) - SHINGLE + 1):
        found = places.get(tuple(own[index : index + SHINGLE]))
        if found:
            inside[index : index + SHINGLE] = True
            begins.update(place - index for place in found)
    return float(inside.mean()), begins.most_common(1)[0][0] if begins else -1


def _place_short_lines(
    words: list[list[str]], labels: np.ndarray, starts: np.ndarray, chain: list[int], gold: list[str]
) -> None:
    """Keep lines too short for a 4-gram that stand between their neighbours' places in the body."""
    for number, own in enumerate(words):
        if not own or len(own) >= SHINGLE:
            continue
        before = max((other for other in chain if other < number), default=None)
        after = min((other for other in chain if other > number), default=None)
        start = 0 if before is None else int(starts[before]) + len(words[before])
        end = len(gold) if after is None else int(starts[after])
        gap = gold[max(0, start) : max(0, end)]
        labels[number] = int(
            (before is not None or after is not None)
            and len(gap) < MAX_GAP_WORDS
            and any(gap[index : index + len(own)] == own for index in range(len(gap) - len(own) + 1))
        )


def _heaviest_chain(items: list[tuple[int, int, int]]) -> set[int]:
    """Numbers of the (number, place, weight) with rising places that weigh most together."""
    best: list[tuple[int, int]] = []
    for index, (_, place, weight) in enumerate(items):
        before = max(((best[other][0], other) for other in range(index) if items[other][1] < place), default=(0, -1))
        best.append((before[0] + weight, before[1]))
    chain: set[int] = set()
    at = max(range(len(best)), key=lambda index: best[index][0], default=-1)
    while at >= 0:
        chain.add(items[at][0])
        at = best[at][1]
    return chain
