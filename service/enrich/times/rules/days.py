"""Rules for single days counted from the present one: weekdays, ``yesterday``, ``tonight``."""

import re
from collections.abc import Sequence
from datetime import timedelta

from service.enrich.times import calendar
from service.enrich.times.reading.vocabulary import OTHER
from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import find
from service.enrich.times.rules.meaning import Meaning, Situation, at_part_of_day, dated, untold

WEEK = 7

STILL = 6
"""Words before ``today`` that tell whether it means a day."""
FAR_AS = 3
ANSWERED = frozenset(("as", "known", "seen", "regarded", "remembered", "recognised", "recognized"))
"""The same for words that an ``as`` behind it answers: ``as strong today as it was``, ``known today as``."""


def weekday(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``Tuesday``; ``next Friday``; ``Thursday night``. ``This Friday`` comes, unless its clause looks back."""
    word = find(words, "W")
    today = situation.reference.this_day
    assert word is not None and isinstance(word.value, int)
    if today is None:
        untold_day, part = f"XXXX-WXX-{word.value + 1}", find(words, "P")
        return Meaning("TIME", f"{untold_day}T{part.value}") if part is not None else Meaning("DATE", untold_day)
    if len(word.text) < len("Monday") and word.text not in ("Tues", "Thurs") and not _is_dated(situation):
        return None  # "Sun" and "Sat" stand alone for other things
    back = (today.weekday() - word.value) % WEEK
    direction = find(words, "lxts")
    if _ON_A.search("".join([each.letter for each in situation.earlier])):
        return Meaning("DATE", f"XXXX-WXX-{word.value + 1}")  # "as on a Monday"
    if direction is not None and direction.letter == "l":
        found = today - timedelta(back or WEEK)
    elif direction is not None and direction.letter == "x":
        found = today + timedelta(WEEK - back)
    elif (tense := situation.tense()) == "future" or (_is_this(direction) and back and tense != "past"):
        found = today + timedelta((WEEK - back) % WEEK)
    else:
        found = today - timedelta(back)
    meaning = dated(calendar.day(found), None, "publication")
    part = find(words, "P")
    return at_part_of_day(meaning, str(part.value)) if part is not None else meaning


def _is_this(direction: Word | None) -> bool:
    return direction is not None and direction.letter == "t"


_ON_A = re.compile(r"jA(?:W,?T?)*$")
"""``on a``; ``on a Tuesday, Wednesday or``."""


def _is_dated(situation: Situation) -> bool:
    """Whether a shortened weekday stands where a day does: "on Sat", "Mon-Fri", "Sun 10:30"; not "The Sun said"."""
    before, after = situation.before, situation.after
    if after is not None and after.letter == OTHER and after.text[0].isupper():
        return False  # "in Sun Valley"
    return (before is not None and before.letter in "jkfT(-lxt") or (after is not None and after.letter in "HN-T)")


def day_word(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``yesterday``; ``tomorrow morning``; ``tonight``; ``this morning``; ``last night``."""
    word, part = find(words, "R"), find(words, "P")
    today = situation.reference.this_day
    is_today = word is not None and word.text.lower() == "today"
    if word is not None and is_today and part is None and _tells_no_day(word, situation):
        return None
    if word is not None and (is_today or situation.reference.published is not None):
        today = situation.reference.published  # in a history too, which else counts from the day told last
    if today is None:
        if word is not None and part is None and word.text.lower() != "tonight":
            return untold("day")
        return Meaning("TIME", f"XXXX-XX-XXT{part.value if part is not None else 'NI'}")
    steps = word.value if word is not None else (-1 if words[0].letter == "l" else 0)
    assert isinstance(steps, int)
    meaning = dated(calendar.day(today + timedelta(steps)), None, "publication")
    if word is not None and word.text.lower() == "tonight":
        return at_part_of_day(meaning, "NI")
    return at_part_of_day(meaning, str(part.value)) if part is not None else meaning


def _tells_no_day(today: Word, situation: Situation) -> bool:
    """Whether a ``today`` means the present age, or ends the name of a paper, which no tagger has to know."""
    if today.text[0].islower():
        return _means_nowadays(situation)
    paper = situation.before is not None and situation.before.text == "USA"
    return paper or _means_nowadays(situation) or (today.text == "Today" and _opens_what_is(situation))


def _means_nowadays(situation: Situation) -> bool:
    """Whether ``today`` means the present age, no day: in a history, and where another time is set against it."""
    before = [word.text.lower() for word in situation.earlier[-STILL:]]
    behind = [word.text.lower() for word in situation.further[:2]]
    return (
        before[-2:] in (["what", "is"], ["what", "are"])
        or before[-1:] == ["even"]
        or (before[-1:] == ["of"] and before[-2:] != ["as", "of"])  # "the youth of today"
        or (behind[:1] == ["as"] and not ANSWERED.isdisjoint(before[-FAR_AS:]))
        or behind == ["than", "ever"]
        or (before[-1:] in _STANDS and not COMPARED.isdisjoint(before[-STILL:]))  # "as it is today"
        # What will happen does so on a day, even in a history.
        or ((situation.reference.narrative or "still" in before) and situation.tense() != "future")
    )


_STANDS = (["is"], ["are"], ["do"], ["does"])
COMPARED = frozenset(("as", "like", "than"))


def _opens_what_is(situation: Situation) -> bool:
    """Whether a ``Today`` sets the present age against another: "Today, it is a port"."""
    return situation.after is not None and situation.after.text == "," and situation.tells_what_is()
