"""A text as words of the calendar: each word gets one letter for its class and a value.

The grammar then is a set of regular expressions over those letters, which are few; of a text, only
the passages around a sign of time are read.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from service.enrich.times.reading.joined import LAST_WORDS, joined
from service.enrich.times.reading.vocabulary import (
    CLASSES,
    LOWERCASE_BEHIND_DAY,
    LOWERCASE_NAMES,
    OTHER,
    SHORT_NAMES,
    SIGNS,
)
from service.enrich.tree import Tree
from service.enrich.word_classes import WordClass

_WORD = re.compile(
    r"""
    (?:(?P<word>(?![CNEGTHVBMLQq]|Orthodox\ [CE]|[cehnb](?:hristmas|aster|alloween|ew\ year|lack\ friday))[^\W\d_]+)
  | (?P<stop>[,.():;"\-])
  | (?P<holiday>\b(?=[A-Zcehnb])(?:
      Orthodox\ Christmas(?:\ Eve|\ Day)?|Orthodox\ Easter(?:\ Sunday)?
      |Christmas(?:\ Eve|\ Day)?|New\ Year['\u2019]?s?(?:\ Eve|\ Day)|Easter(?:\ Sunday|\ Monday)?
      |Good\ Friday|Thanksgiving(?:\ Day)?|Halloween|Valentine['\u2019]s\ Day|Black\ Friday|Cyber\ Monday
      |(?:Boxing|May|Labou?r|Memorial|Martin\ Luther\ King|Veterans|Canada|Columbus|Bastille)\ Day
      |christmas(?:\ eve|\ day)?|easter(?:\ sunday|\ monday)?|halloween|new\ year['\u2019]?s?(?:\ eve|\ day)
      |black\ friday)\b)
  | (?P<iso>\b[12]\d{3}-[01]?\d-[0-3]?\d\b)
  | (?P<slashes>\b[0-3]?\d/[0-3]?\d/(?:[12]\d)?\d\d\b|\b[0-3]?\d-[0-3]?\d-[12]\d{3}\b(?!-)
      |\b[0-3]?\d\.[01]?\d\.[12]\d{3}\b)
  | (?P<clock>\b(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?(?:\ ?[ap](?:m\b|\.m\b\.?)|\ ?(?:hours|hrs?)\b)?
      |\b1?\d\ ?[ap](?:m\b|\.m\b\.?))
  | (?P<decade>(?:\b[12]\d|['\u2018\u2019]|\b)\d0['\u2019]?s\b|\b(?:19|20)\d0\ s\b)
  | (?P<quarter>\b(?:[Qq][1-4]|H[12])\b)
  | (?P<money>[$\u20ac\u00a3\u00a5]\ ?\d[\d,.]*)
  | (?P<long>\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)
  | (?P<ordinal>\b\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<digits>\d+)
  | (?P<other>[^\W\d_]+)
  | (?P<mark>[^\w\s])
    )\s*
    """,
    re.VERBOSE,
)
"""The white space behind a word goes with it: at a blank all alternatives would be tried in vain."""


class Word(NamedTuple):
    """One word; a tuple, since there are as many as words in the text.

    Attributes:
        start, end: code points of the text, end exclusive.
        letter: its class.
        value: what it says: a number, a month's number, a unit.
    """

    start: int
    end: int
    text: str
    letter: str
    value: object


_make: Callable[[tuple[int, int, str, str, object]], Word] = partial(tuple.__new__, Word)
"""As ``Word``, whose own constructor is a function of Python: a text has many words."""

_PART = re.compile(r"[^\W\d_]+")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_COUNT = re.compile(r"\d{1,3}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d(?:\d\d+)?|\d{5,}")
"""Numbers that are times only beside another sign: a month, a unit."""


def _has_sign(word: str) -> bool:
    """Whether a word in lower case may be a sign of time, or has one in it: ``july``, ``mid-july``, ``10pm``."""
    if word.isalpha() or word in SIGNS:
        return word in SIGNS
    if any(map(str.isdigit, word)):
        return _COUNT.fullmatch(word) is None
    return any(part in SIGNS for part in _PART.findall(word))


_MAYBE = WordClass(_has_sign, lower=True)


def _is_sign(tree: Tree, index: int) -> bool:
    """Whether a word that may be a sign of time is one where it stands: ``May``, ``until now``, ``8 am``."""
    word = tree.lowers[index]
    letter, value = CLASSES.get(word, _NOTHING)
    before = tree.lowers[index - 1] if index else ""
    if letter in _NAMES:
        return _is_name(tree.texts[index], before[:1].isdigit())
    if letter == "n":
        return _opens_year(tree, index)
    if value == "PRESENT_REF":
        return CLASSES.get(before, _NOTHING)[0] in ("k", "f", "o", "T")  # see ``relative.vague``
    if _ORDINAL.fullmatch(word):
        return before == "on" or (before == "the" and index > 1 and tree.lowers[index - 2] == "on")
        # see ``counted.day_of_month``
    return word not in ("am", "pm") or before[-1:].isdigit()


def _opens_year(tree: Tree, index: int) -> bool:
    """Whether a number in words begins a year: ``nineteen ninety``, ``in two thousand``; see ``in_words``."""
    lowers = tree.lowers
    if lowers[index] == "thousand":
        before = CLASSES.get(lowers[index - 2], _NOTHING)[0] if index > 1 else OTHER
        return lowers[index - 1] == "two" and before in "ikfoTM"
    behind = CLASSES.get(lowers[index + 1], _NOTHING) if index + 1 < len(lowers) else _NOTHING
    return behind[0] == "n" and isinstance(behind[1], int) and behind[1] >= 10


REACH = 48
"""Characters around a sign that an expression and what it leans on may take."""


def read_passages(tree: Tree) -> list[list[Word]]:
    """The words around every sign of time in a text: passages that hold all its expressions.

    Most of a text is far from any; reading only these passages takes a third of the time.
    """
    text = tree.text
    bounds: list[list[int]] = []
    for index in _MAYBE.at(tree.words):
        if not _is_sign(tree, index):
            continue
        first, last = tree.offsets[index], tree.ends[index]
        # Not over the end of a paragraph; -1, where there is none near by, is the head of the text.
        start = max(text.rfind("\n", max(0, first - REACH), first) + 1, first - REACH, 0)
        end = text.find("\n", last, last + REACH)
        end = end if end >= 0 else last + REACH
        if bounds and start <= bounds[-1][1]:
            bounds[-1][1] = end
        else:
            bounds.append([start, end])
    passages = []
    for start, end in bounds:
        # From a gap between words to another.
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        if words := read_words(text, start, end):
            passages.append(words)
    return passages


def read_words(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of ``text[start:end]``."""
    words: list[Word] = []
    append, class_of = words.append, CLASSES.get
    for match in _WORD.finditer(text, start, end):
        kind = match.lastindex or 0
        found, begin = match[kind], match.start()
        if kind not in _BY_CLASS:
            letter, value = _READERS.get(kind, _nothing)(found)
        elif (known := class_of(lower := found.lower())) is None:
            letter, value = _NOTHING
            if found == "." and words and _shortens(words[-1], text, match):
                words[-1] = words[-1]._replace(end=begin + 1)
                continue
        else:
            letter, value = known
            if letter in _NAMES and lower == found and not _is_name(found, bool(words) and _is_behind_number(words)):
                letter = OTHER
            elif lower in LAST_WORDS and words and (whole := joined(words, lower, value, text, begin)) is not None:
                begin = words[-whole.behind].start
                found, letter, value = text[begin : match.end(kind)], whole.letter, whole.value
                del words[-whole.behind :]
        append(_make((begin, begin + len(found), found, letter, value)))
    return words


def _is_name(text: str, behind_number: bool) -> bool:
    """Whether a word that may be the name of a month or weekday is one: ``May``, ``june``, ``14 nov``."""
    if text[0].isupper() or text in LOWERCASE_NAMES:
        return True
    return behind_number and text in LOWERCASE_BEHIND_DAY


def _is_behind_number(words: Sequence[Word]) -> bool:
    """Whether the last word is a number, or joined to one: the place of a month in ``14 nov`` and ``2019/aug/01``."""
    return words[-1].letter in "NO" or (len(words) > 1 and words[-1].text in "-/" and words[-2].letter in "NY")


def _shortens(word: Word, text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop shortens a month or weekday, "Sept. 11", and ends no sentence: "on Sat. He left"."""
    if word.letter not in _NAMES or word.end != stop.start() or word.text.lower() not in SHORT_NAMES:
        return False
    behind = text[stop.end() : stop.end() + 1]
    return behind.isdigit() or behind.islower() or behind in (",", "-", "\u2013")


_BY_CLASS = frozenset(map(_WORD.groupindex.__getitem__, ("word", "stop", "other", "mark")))
"""``other`` is a word with an initial of a holiday or quarter, ``stop`` a mark that begins nothing longer."""
_NAMES = frozenset("MW")  # mostly written with a capital
_NOTHING: tuple[str, object] = (OTHER, None)


def _nothing(_: str) -> tuple[str, object]:
    return _NOTHING


def _digits(text: str) -> tuple[str, object]:
    number = int(text) if len(text) <= FOUR else -1
    if len(text) == FOUR and FIRST_YEAR <= number <= LAST_YEAR:
        return "Y", number
    return ("N" if 0 < number < MAX_COUNTED else OTHER), number


def _iso(text: str) -> tuple[str, object]:
    year, month, day = map(int, text.split("-"))
    return _dated(year, month, day)


FOUR, FIRST_YEAR, LAST_YEAR = 4, 1000, 2359  # digits of a year, and which numbers of four digits may be one
MAX_COUNTED = 1000  # units of time in digits

_NEW_YEAR = re.compile("new year'?s?")

_READ_BY_NAME: dict[str, Callable[[str], tuple[str, object]]] = {
    "digits": _digits,
    "iso": _iso,
    "ordinal": lambda text: ("O", int(text[:-2])),
    "decade": lambda text: ("D", int(re.sub(r"\D", "", text))),
    "quarter": lambda text: ("q", int(text[1])),
    "holiday": lambda text: ("X", _NEW_YEAR.sub("new year's", text.lower().replace("\u2019", "'"))),
    "slashes": lambda text: ("I", tuple(map(int, re.split(r"[/.-]", text)))),
    "clock": lambda text: ("H", text),
}

_READERS = {_WORD.groupindex[name]: read for name, read in _READ_BY_NAME.items()}
"""By the number of a group, which a match is faster to ask for than its name."""


def _dated(year: int, month: int, day: int) -> tuple[str, object]:
    try:
        return "J", date(year, month, day)
    except ValueError:
        return OTHER, None
