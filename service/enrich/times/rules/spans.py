"""Rules for durations, sets and times of the clock."""

import re
from collections.abc import Sequence
from datetime import date

from service.enrich.times import calendar
from service.enrich.times.calendar import CLOCK_UNITS, UNIT_LETTERS
from service.enrich.times.reading.vocabulary import OTHER
from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import find
from service.enrich.times.rules.amounts import amount_of
from service.enrich.times.rules.meaning import Meaning, Situation
from service.enrich.times.rules.told_date import date_at

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)? ?([ap])?", re.IGNORECASE)
NOON = 12


def duration(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``two weeks``; ``several days``; ``24 hours``."""
    amount = amount_of(words)
    if amount is None or (amount.unit == "weekend" and amount.count is None):
        return None
    if _is_age(situation) or _is_fraction(words[0], situation):
        return None
    if amount.unit == "quarter" or (amount.unit == "second" and not words[-1].text.endswith("s")):
        return None  # shares and ordinals: "three quarters of", "a second attack"
    return Meaning("DURATION", amount.value)


def _is_age(situation: Situation) -> bool:
    """Whether an amount is somebody's age: "a 10-year-old"."""
    behind = [word.text.lower() for word in situation.further[:2]]
    return any(word in ("old", "olds", "older") for word in (behind[1:] if behind[:1] == ["-"] else behind[:1]))


def _is_fraction(first: Word, situation: Situation) -> bool:
    """Whether a number ends a fraction: "1-1/2 years"."""
    before = situation.before
    return before is not None and before.text == "/" and before.end == first.start


_LASTING = frozenset(("for", "over", "lasted", "lasting", "took", "taken", "taking", "spent", "within"))


def bare_duration(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``months`` of ``for months``, ``the worst drought in months``: nobody tells how many."""
    before = situation.before
    if before is None or not words[0].text.endswith("s"):
        return None
    lasts = before.text.lower() in _LASTING or (before.text.lower() == "in" and _is_first_or_most(situation))
    return duration(words, situation) if lasts else None


def _is_first_or_most(situation: Situation) -> bool:
    """Whether words before tell of what has no like: "the worst drought in decades", "for the first time in years"."""
    before = [word.text.lower() for word in situation.earlier]
    return any(word in _MOST or (word.endswith("est") and len(word) > len("west")) for word in before)


_MOST = frozenset(("worst", "first", "most", "least", "only", "best"))


def every(words: Sequence[Word], _: Situation) -> Meaning | None:
    """``every day``; ``each Monday``; ``every two weeks``; ``per month``."""
    weekday = find(words, "WV")
    if weekday is not None and isinstance(weekday.value, int):
        return Meaning("SET", f"XXXX-WXX-{weekday.value + 1}")
    amount = amount_of(words)
    if amount is None:
        return None
    return Meaning("SET", f"P{'T' if amount.unit in CLOCK_UNITS else ''}{amount.count or 1}{UNIT_LETTERS[amount.unit]}")


def frequency(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``daily``; ``annually``. With a capital beside another one it is part of a name: "Monthly Notices"."""
    beside = (situation.before, situation.after)
    if words[0].text[0].isupper() and any(word and word.letter == OTHER and word.text[0].isupper() for word in beside):
        return None
    return Meaning("SET", str(words[0].value))


def clock(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``10:30 a.m.``; ``2030 GMT``; ``10 p.m. EST``: of the day that was told last."""
    text, after = words[0].text, [word.text.lower() for word in situation.further[:2]]
    if after[:1] in (["left"], ["remaining"]) or after in (["to", "play"], ["to", "go"]):
        return None  # of a game
    if words[0].letter == "Y":
        hour, minute = divmod(int(text), 100)
    else:
        match = _CLOCK.match(text)
        if match is None:
            return None
        hour, minute = int(match[1]), int(match[2] or 0)
        if match[3] and match[3].lower() == "p" and hour < NOON:
            hour += NOON
        elif match[3] and match[3].lower() == "a" and hour == NOON:
            hour = 0
        if match[3] is None and "." in text and not _is_told_as_time(situation):
            return None  # 3.15 is a number
    if hour > 24 or minute > 59:
        return None
    return _at_clock(hour, minute, situation)


def _is_told_as_time(situation: Situation) -> bool:
    """Whether a number stands where a time does, and measures nothing: "at 3.15", not "at 3.15 per cent"."""
    before, after = situation.before, situation.after
    if before is None or before.text.lower() not in ("at", "by", "until"):
        return False
    return after is None or after.text.lower() not in _MEASURED


_MEASURED = frozenset(
    "per percent pc % million billion trillion points point times against degrees euros dollars rupees tonnes tons km m"
    " metres meters miles litres baht yuan yen pesos naira rand".split()
)
"""What may stand behind a number that is no time."""


def clock_in_words(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``nine o'clock``; ``two o'clock in the morning``; ``nine o'clock`` of ``nine o'clock Friday night``."""
    hour = words[0].value
    if not isinstance(hour, int) or not 0 < hour <= NOON or words[1].text.lower() != "o":
        return None
    if words[-1].letter == "P" and len(words) == WITH_AT and words[-2].text.lower() != "at":
        return None
    part = find(words, "P") or find(situation.further[:2], "P")
    if part is not None and part.value in ("AF", "EV", "NI"):
        hour += NOON * (hour < NOON)
    elif part is not None and hour == NOON:
        hour = 0
    return _at_clock(hour, 0, situation)


WITH_AT = 6
"""Words of "ten o'clock at night"."""


def _at_clock(hour: int, minute: int, situation: Situation) -> Meaning:
    day, anchor = _day_of_clock(situation)
    value = f"{day.isoformat() if day else 'XXXX-XX-XX'}T{hour:02}:{minute:02}"
    return Meaning("TIME", value, calendar.day(day) if day else None, None, anchor, day, day)


def _day_of_clock(situation: Situation) -> tuple[date | None, str | None]:
    """The day of a time, and where it was told: right behind ("5 a.m. on Friday, October 4"), else last."""
    further = situation.further
    if [word.text.lower() for word in further[:2]] == ["local", "time"]:
        further = further[2:]
    introduced = bool(further) and further[0].letter in "j,"
    meaning = date_at(further, int(introduced), situation)
    if meaning is not None:
        return meaning.begin, meaning.anchor
    told = situation.reference.last_day
    if told is not None:
        return told[0].begin, told[1]
    published = situation.reference.published
    return published, "publication" if published else None
