"""Rules for dates that carry their calendar with them: days, months, seasons, years, decades."""

import re
from collections.abc import Sequence
from datetime import date

from service.enrich.times import calendar
from service.enrich.times.calendar import Period
from service.enrich.times.reading.vocabulary import OTHER
from service.enrich.times.reading.words import Word
from service.enrich.times.reference import year_of_day, year_of_month
from service.enrich.times.rules.meaning import Meaning, Situation, dated

_COUNTED = re.compile(
    r"people|persons|soldiers|troops|men|women|children|dead|killed|wounded|injured|dollars|euros|pounds|met(?:er|re)s|"
    r"miles|km|kilomet\w+|feet|tons|tonnes|points|votes|jobs|homes|houses|members|workers|refugees|migrants|fighters|"
    r"students|cases|deaths|tanks|units|hectares|acres|words|percent|%",
    re.IGNORECASE,
)
MAX_DAYS = 31
MONTHS_OF_A_YEAR = 12
SHORTENED = 3  # letters of "Jan": such names stand beside a day or a year
SURE_YEARS = (1900, 2060)  # four digits in this range are rarely a count
EARLIEST_YEAR = 1400
TWO_DIGIT_PIVOT = 70  # '69 is 2069, '70 is 1970, as POSIX has it


def find(words: Sequence[Word], letters: str) -> Word | None:
    """The first word whose letter is one of ``letters``."""
    return next((word for word in words if word.letter in letters), None)


def is_joined_on(word: Word, situation: Situation) -> bool:
    """Whether a hyphen joins a word to another one behind it, which is none of the calendar: "fall-out"."""
    if len(situation.further) < 2 or situation.further[0].text != "-":
        return False
    hyphen, behind = situation.further[:2]
    return word.end == hyphen.start and hyphen.end == behind.start and behind.letter == OTHER


def number(word: Word | None) -> int | None:
    """The number a word says."""
    return word.value if word is not None and isinstance(word.value, int) else None


def mod_of(words: Sequence[Word]) -> str | None:
    """START, MID or END as a leading ``early``, ``mid`` or ``end of`` says."""
    word = find(words[:3], "EQ")
    return str(word.value) if word is not None else None


def day_in(year: int | None, month: int | None, day: int | None) -> Period | None:
    """A day; None when there is no such day."""
    if year is None or month is None or day is None:
        return None
    try:
        return calendar.day(date(year, month, day))
    except ValueError:
        return None


def full_date(words: Sequence[Word], _: Situation) -> Meaning | None:
    """``Friday, July 21, 2017``; ``the 5th of May 2010``."""
    found = day_in(number(find(words, "Y")), number(find(words, "M")), number(find(words, "NO")))
    return dated(found, mod_of(words))


def month_and_day(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``September 24``; ``the 4th of July``; ``July 10 of that year``."""
    month, day = number(find(words, "M")), number(find(words, "NO"))
    if month is None or day is None or day > MAX_DAYS:
        return None
    if (told := find(words, "Y")) is not None:
        return dated(day_in(number(told), month, day), mod_of(words))
    if words[-1].letter == "U":
        last, today = situation.reference.last, situation.reference.today
        year = last[0].begin.year if last is not None else today.year if today is not None else None
        return dated(day_in(year, month, day))
    year = year_of_day(month, day, situation.reference, situation.tense())
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02}-{day:02}")
    found = day_in(year, month, day)
    if (named := find(words, "W")) is not None and found is not None and found.begin.weekday() != named.value:
        found = _of_weekday(month, day, named.value, (year, situation.reference.published)) or found
    return dated(found, mod_of(words), "publication")


def _of_weekday(month: int, day: int, weekday: object, near: tuple[int, date | None]) -> Period | None:
    """The day of a month in the year near to another, or to that of a publication, in which it is such a weekday."""
    years = [near[1].year] if near[1] is not None else []
    years += [year + step for year in (*years, near[0]) for step in (1, -1)]
    days = (day_in(year, month, day) for year in years if calendar.FIRST_YEAR <= year <= calendar.LAST_YEAR)
    return next((found for found in days if found is not None and found.begin.weekday() == weekday), None)


def month_and_year(words: Sequence[Word], _: Situation) -> Meaning | None:
    """``September 2021``; ``late March of 1918``."""
    month, year = number(find(words, "M")), number(find(words, "Y"))
    return dated(calendar.month(year, month), mod_of(words)) if year and month else None


def month_alone(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``in February``; ``early July``; ``last March``. ``May``, ``March`` and the like need a sign of a month."""
    word = find(words, "M")
    assert word is not None
    month = number(word)
    assert month is not None
    dotted = word.end - word.start > len(word.text)  # "in Dec., he said"
    lone = len(words) == 1 and not dotted
    before = situation.before.letter if situation.before else ""
    if (
        lone
        and not dotted
        and (word.text.capitalize() in ("May", "March", "April", "June", "August") or len(word.text) <= SHORTENED)
    ):
        name_before = situation.before is not None and situation.before.text[:1].isupper() and before not in "ikdA"
        short = len(word.text) <= SHORTENED and word.text != "May"
        if name_before or short or (word.text in ("May", "March") and not _is_of_month(before, situation.after)):
            return None
    year = year_of_month(month, situation.reference, situation.tense())
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02}", mod=mod_of(words))
    today = situation.reference.today
    if (direction := find(words, "lx")) is not None and today is not None and not situation.reference.narrative:
        year = today.year - (month >= today.month) if direction.letter == "l" else today.year + (month <= today.month)
    return dated(calendar.month(year, month), mod_of(words), "publication")


def _is_of_month(before: str, after: Word | None) -> bool:
    """Whether words around a ``May`` make it the month: "in May", "the May election"; not "and May said"."""
    if before in ("d", "A"):
        return after is not None and after.letter == OTHER and after.text.islower()
    return before != "" and before in "ikfTo("


def season(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the spring of 1941``; ``last summer``; ``the winter``."""
    name = str(getattr(find(words, "S"), "value", ""))
    mod = mod_of(words)
    if words[-1].text.lower() == "fall" and situation.after is not None and situation.after.letter == "o":
        return None  # "the fall of the city"
    if is_joined_on(words[-1], situation):
        return None  # "the fall-out"
    if (told := number(find(words, "Y"))) is not None:
        return dated(calendar.season(told, name), mod)
    today = situation.reference.today
    if today is None:
        return Meaning("DATE", f"XXXX-{name}", mod=mod)
    here = calendar.season(today.year, name)
    if (direction := find(words, "lxt")) is not None:
        if direction.letter == "l" and here.end >= today:
            here = calendar.season(today.year - 1, name)
        elif direction.letter == "x" and here.begin <= today:
            here = calendar.season(today.year + 1, name)
    elif not situation.reference.narrative and here.begin > today and situation.tense() != "future":
        here = calendar.season(today.year - 1, name)
    return dated(here, mod, "publication")


def quarter(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the third quarter of 2019``; ``Q3``; ``2020 H1``; ``the first half of last year``."""
    ordinal = find(words, "Oq")
    unit = find(words, "qG") or find(words, "U")
    which = number(ordinal)
    if ordinal is None and words[-1] is not unit and (second := find(words, "U")) and second.value == "second":
        which = 2  # "the second half": a unit by the letter
        unit = find([word for word in words if word is not second], "UG")
    if which is None or (unit is not None and unit.letter == "U" and unit.value != "quarter"):
        return None
    year = number(find(words, "Y"))
    halved = unit is not None and (unit.letter == "G" or unit.text[0] == "H")
    if which > (2 if halved else 4) or (year is None and unit is not None and unit.text[0] == "H"):
        return None  # "H2" alone is hydrogen
    if year is None:
        today = situation.reference.today
        if find(words, "lxt") is None and _is_of_game(situation):
            return None
        if today is None:
            return Meaning("DATE", f"XXXX-{'H' if halved else 'Q'}{which}")
        direction = find(words, "lx")
        year = today.year + (direction.value if direction and isinstance(direction.value, int) else 0)
        if direction is None and situation.tense() != "future" and (which - 1) * 3 + 1 > today.month:
            year -= 1
    return dated((calendar.half if halved else calendar.quarter)(year, which))


_GAME = frozenset(
    """
    foul fouls touchdown touchdowns yard yards rebounds assists interception fumble halftime quarterback basket baskets
    scored scoring 3-pointer pointer bench goalkeeper wicket
    """.split()
)


def _is_of_game(situation: Situation) -> bool:
    """Whether a quarter is one of a game: "scored twice in the third quarter"."""
    around = (*situation.earlier, *situation.further)
    return not _GAME.isdisjoint(word.text.lower() for word in around)


def decade(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the 1990s``; ``the late '80s``; ``the sixties``; ``the 1600s``, a century.

    ``his 40s``, ``in their 20s and 30s`` and ``in age from 20s to 50s`` are ages.
    """
    first = number(find(words, "DC"))
    if first is None:
        return None
    if first < 100 and not _AGED.isdisjoint(word.text.lower() for word in situation.earlier[-NEAR:]):
        return None
    if first < 100:
        first += 1900 if first >= 20 else 2000
    if first % 100 == 0 and first < 2000:
        return dated(calendar.century(first // 100 + 1), mod_of(words))
    return dated(calendar.decade(first), mod_of(words))


def century(words: Sequence[Word], _: Situation) -> Meaning | None:
    """``the early 20th century``."""
    which, unit = number(find(words, "O")), find(words, "U")
    if unit is None or unit.value != "century" or which is None or not 1 < which <= 22:
        return None
    return dated(calendar.century(which), mod_of(words))


def year(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``in 1969``; ``the end of 1941``; ``2016``. Numbers that count things are none."""
    told = words[-1]
    value = number(told)
    if value is None:
        return None
    before, after = situation.before, situation.after
    if after is not None and (_COUNTED.fullmatch(after.text) or after.letter in "UZ"):
        return None
    if before is not None and before.end == told.start and before.text.isalnum():
        return None  # a part of another number
    if len(situation.earlier) > 1 and (
        _joined(situation.earlier[-2:], told) or _is_numbered(situation.earlier[-2:], told)
    ):
        return None  # "tel. 461-1776", "case 21/2022"
    told_as_year = len(words) > 1 or situation.reference.narrative
    told_as_year |= (before is not None and before.letter in "ikfTo(-") or (after is not None and after.letter == "-")
    if not SURE_YEARS[0] <= value <= SURE_YEARS[1] and not (told_as_year and value >= EARLIEST_YEAR):
        return None
    return dated(calendar.year(value), mod_of(words))


def end_of_year_range(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``17`` of ``1915-17``."""
    told, (begin, hyphen) = words[0], situation.earlier[-2:]
    first, last = number(begin), number(told)
    adjacent = begin.end == hyphen.start and hyphen.end == told.start and len(told.text) == 2
    if not adjacent or first is None or last is None or not SURE_YEARS[0] <= first <= SURE_YEARS[1]:
        return None
    return dated(calendar.year(first - first % 100 + last)) if last > first % 100 else None


def _joined(before: Sequence[Word], told: Word) -> bool:
    """Whether a hyphen joins a number to a shorter one before it."""
    digits, hyphen = before
    adjacent = digits.end == hyphen.start and hyphen.end == told.start
    return hyphen.text == "-" and adjacent and digits.text.isdigit() and len(digits.text) < len(told.text)


def _is_numbered(before: Sequence[Word], told: Word) -> bool:
    """Whether a stroke joins a number to a year, so that both are the number of something: "case 21/2022"."""
    digits, stroke = before
    adjacent = digits.end == stroke.start and stroke.end == told.start
    count = number(digits) if digits.letter == "N" else None
    return stroke.text == "/" and adjacent and count is not None and count > MONTHS_OF_A_YEAR


def iso(words: Sequence[Word], _: Situation) -> Meaning | None:
    """``2019-03-04``."""
    value = words[0].value
    return dated(calendar.day(value)) if isinstance(value, date) else None


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


_AGED = frozenset(("his", "her", "their", "my", "your", "our", "age", "ages", "aged"))
NEAR = 4
"""Words before a decade of two digits among which an owner or "age" makes it an age."""
