"""Rules for weeks and weekends that are told by a number or by a day: ``the week of May 9``, ``Easter weekend``."""

from collections.abc import Sequence
from datetime import date, timedelta

from service.enrich.times import calendar
from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import find, month_and_day, number
from service.enrich.times.rules.holidays import holiday
from service.enrich.times.rules.meaning import Meaning, Situation, dated
from service.enrich.times.rules.told_date import DAY, FULL, date_at

WEEK_FROM_DAY = rf"dU(?:o|[~Q]j?)(?:{FULL}|{DAY})"
WEEK_COMMENCING = rf"(?<=~/~)(?:{FULL}|{DAY})"
LONGEST_SEASON = 22
"""Weeks that a season of a sport counts: "Week 10" is mostly one of them; a greater number is one of a year."""
BEGINS, ENDS = frozenset(("starting", "beginning", "commencing")), frozenset(("ending", "ended"))
THURSDAY, FRIDAY, SATURDAY = 3, 4, 5


def week_from_day(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the week of May 9``; ``the week starting on May 9``; ``the week ended July 9``: of seven days."""
    link = words[2].text.lower()
    if words[1].text.lower() != "week" or not (link == "of" or link in BEGINS or link in ENDS):
        return None
    told = date_at(words, 4 if words[3].letter == "j" else 3, situation)
    if told is None or told.begin is None:
        return None
    if link == "of":
        return dated(calendar.week(told.begin), None, told.anchor)
    return _seven_days(told.begin if link in BEGINS else told.begin - timedelta(6), told.anchor)


def week_commencing(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``Feb 4`` of ``w/c Feb 4``."""
    if "".join(word.text.lower() for word in situation.earlier[-3:]) != "w/c":
        return None
    told = date_at(words, 0, situation)
    return _seven_days(told.begin, told.anchor) if told is not None and told.begin is not None else None


def _seven_days(begin: date, anchor: str | None) -> Meaning | None:
    """A week from a day on, by the ISO week of its middle."""
    value = calendar.week(begin + timedelta(3)).value
    return dated(calendar.Period(value, begin, begin + timedelta(6), "week"), None, anchor)


def numbered_week(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``week 31 of 2021``; ``week 31``, ``calendar week 9``, of the year of publication: as ISO 8601 counts."""
    which, told, today = number(find(words, "N")), number(find(words, "Y")), situation.reference.today
    named = words[0].text.lower()
    if named not in ("week", "calendar") or words[named == "calendar"].text.lower() != "week" or which is None:
        return None
    is_season = named == "week" and which <= LONGEST_SEASON
    if told is None and (today is None or is_season or (named == "week" and not _is_introduced(situation))):
        return None
    if told is not None and words[0].text[0].isupper() and is_season:
        return None
    assert told is not None or today is not None
    year = told if told is not None else today.year if today is not None else 0
    return dated(calendar.week(date.fromisocalendar(year, which, 1)), None, None if told else "publication")


def _is_introduced(situation: Situation) -> bool:
    """Whether a week by its number stands where a time does: "in week 31", "in the week 31, 400 fell ill"."""
    before, after = situation.before, situation.after
    joined = after is not None and after.text in ("of", "-", "/")  # "week 31 of her pregnancy"
    return before is not None and before.letter in "ikfd" and not joined


def weekend_of_day(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``May 1 weekend``."""
    if words[-1].text.lower() != "weekend":
        return None
    return _weekend_about(month_and_day(words[:2], situation))


def weekend_of_holiday(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``Labor Day weekend``; ``the weekend of Halloween``: the weekend next to it, and the day with it."""
    unit = find(words, "U")
    if unit is None or unit.text.lower() != "weekend":
        return None
    return _weekend_about(holiday([word for word in words if word.letter in "lxtXY"], situation))


def _weekend_about(told: Meaning | None) -> Meaning | None:
    """The weekend next to a day, and the day with it where that is a Friday or Monday."""
    if told is None or told.begin is None:
        return None
    day = told.begin
    weekend = calendar.weekend(day if day.weekday() >= THURSDAY else day - timedelta(7))
    adjacent = day.weekday() in (0, FRIDAY)
    begin, end = (min(day, weekend.begin), max(day, weekend.end)) if adjacent else (weekend.begin, weekend.end)
    return dated(calendar.Period(weekend.value, begin, end, "weekend"), None, told.anchor)
