"""Numbers as they are written: "five", "at least 12", "dozens of"."""

import re

from service.enrich.events.event import Amount, Span
from service.enrich.times.reading.numbers import NUMBER_WORDS
from service.enrich.tree import Tree

_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
_WORDS = {"zero": 0} | {word: value for word, value in NUMBER_WORDS.items() if word not in ("dozen", *_SCALES)}
_AT_LEAST = {
    "several": 3, "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000,
    "many": 3, "dozen": 12, "few": 3, "some": 2,
}  # fmt: skip
"""The least that a vague number means."""

_TIMES = frozenset(("several", "few", "many"))
"""Vague numbers of hundreds or thousands: "several hundred"."""

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"\.000$")
"""Behind the thousands that some write with a point: "1.000 people"."""

_LARGEST = 10**18
"""What is written as more is no number of anything: a line of digits, "hundred hundred hundred"."""

_WINDOW = 4
"""Words before a number that tell how exact it is."""


def value_of(words: list[str]) -> float | None:
    """The value of a written number in lower case, such as ["2.5", "million"]; None for what is no number.

    A point before three noughts parts thousands.
    """
    total, current = 0.0, None
    for word in words:
        for part in word.split("-"):
            if _DIGITS.fullmatch(part):
                current = (current or 0) + float(_THOUSANDS.sub("000", part.replace(",", "")))
            elif part in _WORDS:
                current = (current or 0) + _WORDS[part]
            elif part in _SCALES:
                current = (1 if current is None else current) * _SCALES[part]
                if _SCALES[part] >= 1_000:
                    total, current = total + current, 0
            elif part not in ("and", ""):
                return None
            if total + (current or 0) > _LARGEST:
                return None
    return None if current is None and not total else total + (current or 0)


def amount_at(tree: Tree, tokens: list[int]) -> Amount | None:
    """The amount that the tokens of a number tell, with what stands before them."""
    words = [tree.lowers[token] for token in tokens]
    span: Span = (tree.offsets[tokens[0]], tree.ends[tokens[-1]])
    before = tree.lowers[max(0, tokens[0] - _WINDOW) : tokens[0]]
    value = value_of(words)
    if value is None or value > 10**12:
        return _vague(tree, tokens)
    if before[-1:] and before[-1] in _TIMES and all(word in _SCALES for word in words):
        return _AT_LEAST[before[-1]] * round(value), None, (tree.offsets[tokens[0] - 1], span[1])
    number = round(value)
    if before[-2:] in (["at", "least"], ["more", "than"], ["no", "fewer"]) or before[-1:] == ["over"]:
        return number, None, span
    if before[-2:] in (["up", "to"], ["at", "most"], ["fewer", "than"], ["less", "than"]):
        return None, number, span
    return number, number, span


def _vague(tree: Tree, tokens: list[int]) -> Amount | None:
    """The least that "dozens" or "tens of thousands" mean."""
    found = next((token for token in tokens if tree.lowers[token] in _AT_LEAST), None)
    if found is None:
        return None
    least, last = _AT_LEAST[tree.lowers[found]], tokens[-1]
    behind = tree.lowers[found + 1 : found + 3]
    if len(behind) == 2 and behind[0] == "of" and (unit := _SCALES.get(behind[1].removesuffix("s"))) is not None:
        least, last = least * unit, found + 2
    return least, None, (tree.offsets[tokens[0]], tree.ends[last])
