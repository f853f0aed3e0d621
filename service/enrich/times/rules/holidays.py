"""Rules for holidays, fixed and movable ones."""

from collections.abc import Sequence
from datetime import date

from service.enrich.times.calendar import Period
from service.enrich.times.holidays.names import OF_COUNTRY, SURE, days_of
from service.enrich.times.holidays.owner import owner
from service.enrich.times.reading.vocabulary import OTHER
from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import find, number
from service.enrich.times.rules.meaning import Meaning, Situation, dated, untold


def holiday(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``Christmas 2020``; ``last Easter``; ``Ramadan``; of a country that nobody tells, no known day."""
    word = find(words, "X")
    name, told = str(getattr(word, "value", "")), number(find(words, "Y"))
    today, after = situation.reference.today, situation.after
    if (told is None and today is None) or _is_surname(name, situation.before):
        return None
    if after is not None and after.text == "War":
        return None  # "the Yom Kippur War"
    country = ""
    if name in OF_COUNTRY:
        country = owner(situation.earlier, situation.further, situation.reference.country)
    if told is not None:
        found = days_of(name, told, country)
        return dated(found[0]) if found else _untold(name)
    assert today is not None
    direction = find(words, "lx")
    back = direction.letter == "l" if direction is not None else situation.tense() == "past"
    here = _nearest(name, country, today, back=back)
    return dated(here, None, "publication") if here is not None else _untold(name)


def _untold(name: str) -> Meaning | None:
    """A day that nobody knows; none where the name may be that of something else: "a Freedom Day"."""
    return untold("day") if name in SURE or name not in OF_COUNTRY else None


def _nearest(name: str, country: str, today: date, *, back: bool) -> Period | None:
    """The last one that has begun, or the next one that is not over; None where nobody knows."""
    days = [day for year in (-1, 0, 1) for day in days_of(name, today.year + year, country)]
    if back:
        return max((day for day in days if day.begin <= today), key=lambda day: day.begin, default=None)
    return min((day for day in days if day.end >= today), key=lambda day: day.begin, default=None)


def _is_surname(name: str, before: Word | None) -> bool:
    """Whether somebody is called so: "Johnnie Christmas"; not "See Black Friday"."""
    return " " not in name and before is not None and before.letter == OTHER and before.text[0].isupper()
