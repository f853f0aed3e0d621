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
    "new year's eve": (12, 31), "halloween": (10, 31), "valentine's day": (2, 14),
    "boxing day": (12, 26), "may day": (5, 1), "veterans day": (11, 11), "canada day": (7, 1), "bastille day": (7, 14),
    "international women's day": (3, 8), "women's day": (3, 8), "international workers' day": (5, 1),
    "st patrick's day": (3, 17), "st. patrick's day": (3, 17), "saint patrick's day": (3, 17), "anzac day": (4, 25),
    "australia day": (1, 26), "remembrance day": (11, 11), "armistice day": (11, 11), "earth day": (4, 22),
    "world aids day": (12, 1), "world health day": (4, 7), "world environment day": (6, 5),
    "world refugee day": (6, 20), "world press freedom day": (5, 3), "human rights day": (12, 10),
}  # fmt: skip

MOVABLE = {
    "thanksgiving": (11, 3, 4), "black": (11, 3, 4), "cyber": (11, 3, 4), "memorial": (5, 0, -1),
    "martin": (1, 0, 3), "columbus": (10, 0, 2), "presidents'": (2, 0, 3),
}  # fmt: skip
"""First word of a holiday of the United States: month, weekday, and which of the month; -1 is the last."""
ABOUT_EASTER = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "maundy thursday": -3,
    "palm sunday": -7, "ash wednesday": -46, "shrove tuesday": -47,
}  # fmt: skip
"""Days from Easter Sunday."""
INDEPENDENCE_DAYS = {
    "USA": (7, 4), "IND": (8, 15), "PAK": (8, 14), "BGD": (3, 26), "LKA": (2, 4), "PHL": (6, 12), "IDN": (8, 17),
    "UKR": (8, 24), "FIN": (12, 6), "POL": (11, 11), "EST": (2, 24), "GEO": (5, 26), "ARM": (9, 21), "KAZ": (12, 16),
    "NGA": (10, 1), "GHA": (3, 6), "KEN": (12, 12), "UGA": (10, 9), "TZA": (12, 9), "ZMB": (10, 24), "ZWE": (4, 18),
    "MEX": (9, 16), "BRA": (9, 7), "ARG": (7, 9), "JAM": (8, 6), "TTO": (8, 31), "JOR": (5, 25),
}  # fmt: skip
"""By the country of the outlet, whose readers take theirs for the one meant where no other is named."""
LABOR_DAY = (9, 0, 1)
AFTER_THANKSGIVING = {"black friday": 1, "cyber monday": 4}
"""Days behind Thanksgiving."""


INDEPENDENCE_DAY = "independence day"


def holiday(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``Christmas 2020``; ``last Easter``; ``Thanksgiving``."""
    word = find(words, "X")
    name = str(getattr(word, "value", ""))
    told = number(find(words, "Y"))
    today = situation.reference.today
    before = situation.before
    if (told is None and today is None) or _is_surname(name, before):
        return None
    if name == INDEPENDENCE_DAY:
        country = "" if before is not None and _is_owner(before) else situation.reference.country or ""
        name = f"{name} {country}"
        if country not in INDEPENDENCE_DAYS:
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


def _is_owner(before: Word) -> bool:
    """Whether a word may tell whose day it is: "Ukraine's Independence Day", "Indian Independence Day"."""
    return before.text == "s" or (before.letter == OTHER and before.text[0].isupper() and before.text != "The")


def day_of_holiday(name: str, in_year: int) -> Period:
    """The day of a holiday in a year."""
    if name.startswith(INDEPENDENCE_DAY):
        return calendar.day(date(in_year, *INDEPENDENCE_DAYS[name.split()[-1]]))
    if (fixed := HOLIDAYS.get(name)) is not None:
        return calendar.day(date(in_year, *fixed))
    if (shift := ABOUT_EASTER.get(name)) is not None:
        return calendar.day(calendar.stepped(calendar.easter(in_year), "day", shift))
    month, weekday, which = MOVABLE.get(name.split()[0], LABOR_DAY)
    shift = AFTER_THANKSGIVING.get(name, 0)
    return calendar.day(calendar.stepped(calendar.nth_weekday(in_year, month, weekday, which), "day", shift))
