"""The day from which a text is read: that of its publication, or the one that it tells of itself at its head."""

import re
from collections.abc import Sequence
from datetime import date

from service.enrich.context import ArticleContext
from service.enrich.times.reading.words import Word, read_words
from service.enrich.times.reference import Reference
from service.enrich.times.rules.grammar import rules_for
from service.enrich.times.rules.meaning import Situation
from service.enrich.times.rules.told_date import date_at

NEAREST_DAYS = 31
"""A full date at the head of the text is its dateline when it lies this near to the publication."""
NEAREST_DAYS_OF_A_WIRE = 3
"""The same of a dateline, which mostly tells no year; its story is published at once."""
HEAD = 400  # characters in which a date at the head stands
DAY_WORD = "R"
"""Letter of ``today``, ``tonight``, ``yesterday``, ``tomorrow``."""


def day_of_writing(passages: Sequence[Sequence[Word]], context: ArticleContext) -> date | None:
    """The day that an article tells of itself, near to that of its publication, else the latter."""
    return _full_date_at_head(passages, context.published) or _day_in_dateline(context) or context.published


def _full_date_at_head(passages: Sequence[Sequence[Word]], published: date | None) -> date | None:
    for words in passages:
        if not words or words[0].start > HEAD:
            return None
        letters = "".join([word.letter for word in words])
        for rule in rules_for(letters, 0):
            match = rule.pattern.match(letters) if rule.name == "full_date" else None
            if match is None:
                continue
            meaning = rule.build(words[: match.end()], _before_any(None))
            if meaning is not None and meaning.begin is not None:
                near = published is None or abs((meaning.begin - published).days) <= NEAREST_DAYS
                return meaning.begin if near else None
    return None


def _day_in_dateline(context: ArticleContext) -> date | None:
    """The day that a wire's dateline tells: "OSLO, March 3 (Kestrel)"."""
    line, published = context.dateline, context.published
    if line is None or line.day is None:
        return None
    told = date_at(read_words(line.day, 0, len(line.day)), 0, _before_any(published))
    if told is None or told.begin is None or published is None:
        return told.begin if told is not None else None
    return told.begin if abs((told.begin - published).days) <= NEAREST_DAYS_OF_A_WIRE else None


def _before_any(published: date | None) -> Situation:
    return Situation(Reference(published, narrative=False), str, None, None)


_IN_THE_PRESENT = re.compile(r"(?<![ds])[lxt]U|(?<![lxtsd])W(?![,MNOY])")
"""``last week``, ``this month``, ``on Tuesday``; not ``the next day`` or ``Tuesday, May 4``."""


def opens_in_the_present(passages: Sequence[Sequence[Word]]) -> bool:
    """Whether a text tells a time as the present sees it before it names a year: that is news, however many follow.

    ``Yesterday`` and ``tomorrow`` do, and so do ``last week`` and ``on Tuesday``.
    """
    for words in passages:
        letters = "".join([word.letter for word in words])
        year = letters.find("Y")
        told = next((at for at, word in enumerate(words) if word.letter == DAY_WORD and word.value), None)
        match = _IN_THE_PRESENT.search(letters)
        first = min((at for at in (told, match.start() if match else None) if at is not None), default=None)
        if first is not None and (year < 0 or first < year):
            return True
        if year >= 0:
            return False
    return False
