"""Rules for so many units up to a day or from one on: ``the past two weeks``, ``the next five days``, ``in a week``."""

from collections.abc import Sequence
from datetime import date, timedelta

from service.enrich.times import calendar
from service.enrich.times.calendar import CLOCK_UNITS, Period, stepped
from service.enrich.times.clause import MODALS
from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import find
from service.enrich.times.rules.amounts import Amount, amount_of
from service.enrich.times.rules.meaning import Meaning, Situation
from service.enrich.times.rules.relative import from_now

DAY = timedelta(1)
LONGEST_YEARS = 400
"""More is a sum, no time that news tells of by days."""
_LONG = frozenset(("week", "month", "year", "decade", "century"))
_OF_STORY = frozenset(("following", "previous", "preceding", "ensuing"))
_OWNERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "my", "your", "our"))


def bounded_duration(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the past two weeks``; ``the next few months``; ``recent weeks``: up to the publication, or from the day after.

    So many units have the days of so many: "the next five days" begin tomorrow, "the past five days" end today, "the
    past two quarters" are the last two that are over. Hours touch today and the days that they reach into.
    """
    amount, direction = amount_of(words), find(words, "lxr")
    if amount is None or direction is None:
        return None
    told, back = direction.text.lower(), direction.letter in "lr"
    if told in ("following", "last") and words[words.index(direction) + 1].letter == "A":
        return None  # "following a two-day visit", "to last a week"
    if _is_one_of_the_calendar(words, amount):
        return None
    anchor = None if _is_of_other(told, amount, situation) else _anchor(told, amount.unit, situation)
    if anchor is None:
        return Meaning("DURATION", amount.value)
    begin, end = days_counted(amount, anchor[0], back=back)
    return Meaning("DURATION", amount.value, anchor=anchor[1], begin=begin, end=end)


def _is_one_of_the_calendar(words: Sequence[Word], amount: Amount) -> bool:
    """Whether one unit is meant that has a name: "only 3 next week"; not "the past year", "over the next year"."""
    if words[-2].letter not in "lx" or words[-1].text.endswith("s") or words[-1].text.lower() == "fortnight":
        return False
    told = words[-2].text.lower()
    return amount.unit not in _LONG or not (told == "past" or (told == "next" and words[0].letter == "d"))


def _is_of_other(told: str, amount: Amount, situation: Situation) -> bool:
    """Whether nobody tells how far an amount reaches: "the last hours of his life", "for the following two years"."""
    if told == "last":
        behind = [word.text.lower() for word in situation.further[:2]]
        return behind[:1] == ["of"] and not _OWNERS.isdisjoint(behind[1:])
    reference = situation.reference
    if told == "next":
        return not reference.narrative and situation.tense() == "past"  # "over the next five days he hid"
    if told not in _OF_STORY:
        return False
    return amount.count is None or (not reference.narrative and reference.told(amount.unit) is not None)


def _anchor(told: str, unit: str, situation: Situation) -> tuple[Period, str] | None:
    """The publication, or in a history the period told last; None where that is longer than the unit.

    In a history, too, "the past decade" and "recent years" are those of the writer.
    """
    reference = situation.reference
    if reference.narrative and told not in ("past", "recent"):
        last = reference.last
        too_long = last is not None and unit not in CLOCK_UNITS and last[0].end >= stepped(last[0].begin, unit, 1)
        return None if too_long else last
    return (calendar.day(reference.published), "publication") if reference.published is not None else None


def ahead(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``in ten days``: a date where the clause looks ahead, or ``' time`` follows, else no date but a duration.

    ``within ten days`` is one with a first and a last day; so much of or after something is none from now.
    """
    behind = "".join(word.text for word in situation.further[:3]).replace("’", "'")
    in_time = behind.startswith(("'time", "'stime"))
    if not in_time and (
        (situation.after is not None and situation.after.letter in "oab") or situation.tense() != "future"
    ):
        return None
    published, amount = situation.reference.published, amount_of(words)
    if words[0].text.lower() == "in":
        return from_now(words, situation)
    if published is None or amount is None or amount.count is None or _is_rule(situation):
        return None
    begin, end = days_counted(amount, calendar.day(published), back=False)
    return Meaning("DURATION", amount.value, anchor="publication", begin=begin, end=end)


def _is_rule(situation: Situation) -> bool:
    """Whether a time limit is one for all cases, none from now on: "must be returned within ten days"."""
    return not MODALS.isdisjoint(word.text.lower() for word in situation.earlier)


def days_counted(amount: Amount, whence: Period, *, back: bool) -> tuple[date | None, date | None]:
    """First and last day of an amount up to a day or behind it, None for the one that nobody tells.

    Args:
        amount: how long.
        whence: a day, or a longer period before or behind which the amount lies.
        back: whether it lies before.
    """
    count = amount.count if amount.count is not None and amount.count < LONGEST_YEARS else None
    if amount.unit in CLOCK_UNITS:
        other = stepped(whence.begin, amount.unit, -count if back else count) if count is not None else None
        return (other, whence.begin) if back else (whence.begin, other)
    if back:
        last = whence.end if whence.granularity == "day" else whence.begin - DAY
        return calendar.units_back(last, amount.unit, count) if count is not None else (None, last)
    return calendar.units_ahead(whence.end, amount.unit, count) if count is not None else (whence.end + DAY, None)
