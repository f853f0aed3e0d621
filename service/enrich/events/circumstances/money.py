"""Sums of money as news writes them: "$5 million", "Rs 40,000 crore", "USD 10m", "nine million Mexican pesos".

Names and signs that several states use ("rupee", "peso", "Rs") are the currency of the nation before them, or of a
party to the event; else of the one that most news means by them, or of none.
"""

import re
from collections.abc import Iterable, Iterator

from service.enrich.events.circumstances.currencies import (
    CODES,
    LETTERS,
    MEANT,
    NAMES,
    OF_NATION,
    SCALES,
    SHARED,
    SIGNS,
)
from service.enrich.events.circumstances.numbers import value_of
from service.enrich.events.event import Money, Span
from service.enrich.times.reading.numbers import NUMBER_WORDS
from service.enrich.tree import Tree

_LARGEST = 1e15


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_DIGITS = r"\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,6})?|\d{1,18}(?:[.,]\d{1,2}(?!\d))?(?:\.\d{1,6})?"
_SCALED = rf"(?:[\s-]?(?P<scale>(?i:{_any_of(SCALES)}))\b(?:\s(?P<more>(?i:crores?))\b)?)"
_WORDS = _any_of({*NUMBER_WORDS, "zero", "hundred", "thousand", "million", "billion", "trillion"} - {"dozen"})
_UNIT = _any_of((*NAMES, *SHARED))
_SUM = re.compile(
    rf"(?:(?P<sign>{_any_of(SIGNS)})|(?<![\w.])(?P<letters>{_any_of((*LETTERS, *CODES))})\.?)\s?"
    rf"(?P<number>{_DIGITS}){_SCALED}?"
)
_NAME = re.compile(
    rf"(?<!\w)(?:(?:(?P<nation>(?i:{_any_of(OF_NATION)}))\s)?(?P<unit>(?i:{_UNIT}))(?:e?s)?|(?P<code>{_any_of(CODES)}))(?!\w)"
)
_NUMBER = re.compile(
    rf"(?<![\w$€£.,])(?:(?P<number>{_DIGITS}){_SCALED}?|(?P<words>(?:(?i:{_WORDS})\b[\s-]?(?:and\s)?){{1,12}}))\s?$"
)
_HINT = re.compile(rf"[{re.escape(''.join({sign[-1] for sign in SIGNS} - {'/'}))}]|\b[A-Z][/A-Za-z]{{0,2}}\.?\s?\d")
_UNIT_WORDS = frozenset(
    word + ending
    for name in (*NAMES, *SHARED, *map(str.lower, CODES))
    for word in name.split()[-1:]
    for ending in ("", "s", "es")
)
"""Most sentences tell no sum: a sign, letters before a digit, or one of these words must be there."""

_LONGEST = 80
"""Characters of a number before the name of its currency."""

_NEEDS_MUCH = frozenset("NR")
"""Letters before numbers of other things: "N95", "the R2"; sums have three digits or a scale."""


def sums_in(tree: Tree, first: int, last: int, countries: Iterable[str] = ()) -> Iterator[Money]:
    """The sums of money among tokens (both inclusive), in text order.

    Args:
        tree: of the document.
        first, last: the tokens.
        countries: of the parties (ISO 3166, three letters), for names that several currencies have.
    """
    start = tree.offsets[first]
    text = tree.text[start : tree.ends[last]]
    nations = tuple(countries)
    end = 0
    signed = _signed(text, nations) if _HINT.search(text) else ()
    named = () if _UNIT_WORDS.isdisjoint(tree.lowers[first : last + 1]) else _named(text, nations)
    for span, amount, currency in sorted((*signed, *named), key=lambda found: found[0]):
        if span[0] >= end:
            end = span[1]
            yield amount, currency, (start + span[0], start + end)


_Found = tuple[Span, float, str | None]


def _signed(text: str, nations: tuple[str, ...]) -> Iterator[_Found]:
    """Sums with the sign, letters or code of the currency before the number."""
    for match in _SUM.finditer(text):
        amount = _amount(match)
        if amount is not None and (match["letters"] not in _NEEDS_MUCH or amount >= 100):
            unit = SIGNS[match["sign"]] if match["sign"] else LETTERS.get(match["letters"], match["letters"])
            yield match.span(), amount, _code(unit, () if match["sign"] else nations)  # "$" abroad is the US dollar


def _named(text: str, nations: tuple[str, ...]) -> Iterator[_Found]:
    """Sums with the name or code of the currency behind the number."""
    for name in _NAME.finditer(text):
        number = _NUMBER.search(text, max(0, name.start() - _LONGEST), name.start())
        amount = _amount(number) if number is not None else None
        if number is None or amount is None:
            continue
        told = (OF_NATION[name["nation"].lower()],) if name["nation"] else nations
        yield (number.start(), name.end()), amount, name["code"] or _code(name["unit"].lower(), told)


def _amount(match: re.Match[str]) -> float | None:
    """The amount of a number; None of what is none, or too large a one."""
    groups = match.groupdict()
    if groups.get("words"):
        value = value_of(groups["words"].lower().split())
    else:
        digits = match["number"]
        if re.fullmatch(r"\d+,\d{1,2}", digits):
            digits = digits.replace(",", ".")  # "1,7 million": where the comma is the decimal sign
        value = float(digits.replace(",", ""))
        for scale in (match["scale"], match["more"]):
            value *= SCALES[scale.lower()] if scale else 1
    return round(value, 2) if value is not None and value < _LARGEST else None


def _code(unit: str, nations: tuple[str, ...]) -> str | None:
    """The code of a currency; None where several have its name and nobody tells which."""
    unit = NAMES.get(unit, unit)
    if unit not in SHARED:
        return unit
    codes = (SHARED[unit].get(country) for country in nations)
    return next(filter(None, codes), MEANT.get(unit))
