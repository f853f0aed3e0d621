"""A date that other expressions are counted from, or belong to: ``Friday, October 4``, ``Christmas``, ``tomorrow``."""

import re
from collections.abc import Sequence

from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import full_date, month_and_day
from service.enrich.times.rules.days import day_word, weekday
from service.enrich.times.rules.holidays import holiday
from service.enrich.times.rules.meaning import Build, Meaning, Situation

FULL = r"(?:W,?)?M[NO],?o?Y|(?:W,?)?[NO]o?M,?o?Y"
DAY = r"(?:W,?)?M[NO](?![U:n])|(?:W,?)?[NO]o?M"
TOLD_DATE = rf"(?:{FULL}|{DAY}|[lx]?W|[lx]?XY?|R)"
"""Letters of such a date, see ``vocabulary``."""

_DATE = re.compile(rf"(?P<full>{FULL})|(?P<day>{DAY})|(?P<weekday>[lx]?W)|(?P<holiday>[lx]?XY?)|(?P<word>R)")
_READERS: dict[str, Build] = {
    "full": full_date, "day": month_and_day, "weekday": weekday, "holiday": holiday, "word": day_word,
}  # fmt: skip


def date_at(words: Sequence[Word], start: int, situation: Situation) -> Meaning | None:
    """What the date means that begins at one of some words; None where there is none, or it is of no known day.

    Args:
        words: of a text, in order.
        start: the index of its first word in them.
        situation: what the words before it were read in.
    """
    letters = "".join(word.letter for word in words)
    match = _DATE.match(letters, start)
    if match is None or match.lastgroup is None:
        return None
    around = situation._replace(before=words[start - 1] if start else None, after=None)
    meaning = _READERS[match.lastgroup](words[start : match.end()], around)
    return meaning if meaning is not None and meaning.begin is not None else None
