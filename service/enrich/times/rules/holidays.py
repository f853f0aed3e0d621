"""Rules for holidays, fixed and movable ones."""

from collections.abc import Sequence
from datetime import date

from service.enrich.times import calendar
from service.enrich.times.calendar import Period
from service.enrich.times.reading.vocabulary import OTHER
from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import find, number
from service.enrich.times.rules.meaning import Meaning, Situation, dated

HOLIDAYS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1),
    "new year day": (1, 1), "new year's eve": (12, 31), "halloween": (10, 31), "valentine's day": (2, 14),
    "boxing day": (12, 26), "may day": (5, 1), "veterans day": (11, 11), "canada day": (7, 1), "bastille day": (7, 14),
}  # fmt: skip

MOVABLE = {
    "thanksgiving": (11, 3, 4), "black": (11, 3, 4), "cyber": (11, 3, 4), "memorial": (5, 0, -1),
    "martin": (1, 0, 3), "columbus": (10, 0, 2),
}  # fmt: skip
"""First word of a holiday of the United States: month, weekday, and which of the month; -1 is the last."""
LABOR_DAY = (9, 0, 1)
AFTER_THANKSGIVING = {"black friday": 1, "cyber monday": 4}
"""Days behind Thanksgiving."""


def holiday(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``Christmas 2020``; ``last Easter``; ``Thanksgiving``."""
    word = find(words, "X")
    name = str(getattr(word, "value", ""))
    told = number(find(words, "Y"))
    today = situation.reference.today
    before = situation.before
    if (told is None and today is None) or _is_surname(name, before):
        return None
    if told is not None:
        return dated(day_of_holiday(name, told))
    assert today is not None
    here = day_of_holiday(name, today.year)
    direction = find(words, "lx")
    if (direction is not None and direction.letter == "l") or (direction is None and situation.tense() == "past"):
        here = here if here.begin <= today else day_of_holiday(name, today.year - 1)
    elif here.end < today:
        here = day_of_holiday(name, today.year + 1)
    return dated(here, None, "publication")


def _is_surname(name: str, before: Word | None) -> bool:
    """Whether somebody is called so: "Johnnie Christmas"; not "See Black Friday"."""
    return " " not in name and before is not None and before.letter == OTHER and before.text[0].isupper()


def day_of_holiday(name: str, in_year: int) -> Period:
    """The day of a holiday in a year."""
    if (fixed := HOLIDAYS.get(name)) is not None:
        return calendar.day(date(in_year, *fixed))
    if name.startswith(("easter", "good friday")):
        shift = {"good friday": -2, "easter monday": 1}.get(name, 0)
        return calendar.day(calendar.stepped(calendar.easter(in_year), "day", shift))
    month, weekday, which = MOVABLE.get(name.split()[0], LABOR_DAY)
    shift = AFTER_THANKSGIVING.get(name, 0)
    return calendar.day(calendar.stepped(calendar.nth_weekday(in_year, month, weekday, which), "day", shift))
