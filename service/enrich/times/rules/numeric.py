"""Rules for dates told by numbers: ``2019-03-04``, ``12/07/2022``, ``Oct/2``, ``April of 87``."""

from collections.abc import Sequence
from datetime import date

from service.enrich.times import calendar
from service.enrich.times.reading.vocabulary import OTHER
from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import MAX_DAYS, MONTHS_OF_A_YEAR, day_in, month_and_day, number
from service.enrich.times.rules.meaning import Meaning, Situation, dated

TWO_DIGIT_PIVOT = 70  # '69 is 2069, '70 is 1970, as POSIX has it


def iso(words: Sequence[Word], _: Situation) -> Meaning | None:
    """``2019-03-04``."""
    value = words[0].value
    return dated(calendar.day(value)) if isinstance(value, date) else None


def month_stroke_day(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``Oct/2``."""
    joined = words[0].end == words[1].start and words[1].end == words[2].start
    return month_and_day([words[0], words[2]], situation) if joined else None


def day_by_numbers(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``11/20`` of ``on 11/20``, where one number alone can be a month; ``9/11`` is no day of this year."""
    first, stroke, last = words
    pair, after = (number(first), number(last)), situation.after
    joined = first.end == stroke.start and stroke.end == last.start
    if None in pair or not joined or (after is not None and after.start == last.end and after.text not in ".,;:!?)"):
        return None
    (day, month) = pair if (pair[0] or 0) > MONTHS_OF_A_YEAR else pair[::-1]
    if (day or 0) <= MONTHS_OF_A_YEAR or (month or 0) > MONTHS_OF_A_YEAR:
        return None
    return month_and_day([first._replace(letter="M", value=month), last._replace(letter="N", value=day)], situation)


def slashes(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``12/07/2022``, ``12-07-2022``: of the two readings the one that exists, else the nearer to the publication."""
    value = words[0].value
    if not isinstance(value, tuple):
        return None
    first, second, told = value
    told += 0 if told > 99 else 1900 if told >= TWO_DIGIT_PIVOT else 2000
    readings = [found for pair in ((first, second), (second, first)) if (found := day_in(told, *pair))]
    if "." in words[0].text:
        readings = readings[-1:]
    today = situation.reference.published
    if today is not None and len(readings) > 1:
        readings.sort(key=lambda period: abs((period.begin - today).days))
    return dated(readings[0]) if readings else None


def month_of_short_year(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``April of 87``; ``May '68``: a number that is no day."""
    month, told, after = number(words[0]), words[-1], situation.after
    short, marked = number(told), words[-2].text in ("'", "\u2018", "\u2019")
    if month is None or short is None or len(told.text) != 2 or (words[-2].letter == OTHER and not marked):
        return None
    if not marked and (short <= MAX_DAYS or (after is not None and after.text[0].isalnum() and after.letter == OTHER)):
        return None
    if marked and told.start != words[-2].end:
        return None
    latest = situation.reference.published.year if situation.reference.published is not None else 2000 + TWO_DIGIT_PIVOT
    return dated(calendar.month(short + (2000 if marked and 2000 + short <= latest + 1 else 1900), month))
