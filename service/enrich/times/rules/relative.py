"""Rules for periods counted from another day: ``last week``, ``two days later``, ``the year before``."""

from collections.abc import Sequence
from datetime import date, timedelta

from service.enrich.times import calendar
from service.enrich.times.calendar import CLOCK_UNITS, containing, stepped
from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import find, mod_of
from service.enrich.times.rules.amounts import amount_of
from service.enrich.times.rules.meaning import Meaning, Situation, at_part_of_day, dated, untold

WEEK, THURSDAY, SATURDAY = 7, 3, 5


def ago(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``two years ago``, to the unit's own granularity; ``weeks ago``; ``a few years back``."""
    reference = situation.reference
    today = (reference.today if reference.narrative else None) or reference.published
    amount = amount_of(words)
    if amount is None or (words[-1].text.lower() == "back" and not ends_clause(situation.after)):
        return None  # "two weeks back in office"
    if amount.count is None:
        return Meaning("DATE", "PAST_REF")
    unit = "year" if amount.unit in ("decade", "century") else amount.unit
    if today is None:
        return untold(unit)
    found = stepped(today, amount.unit, -amount.count)
    return dated(containing(found, unit), None, "publication")


def from_now(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``two weeks from now``; ``in ten days`` where the clause looks ahead."""
    today, amount = situation.reference.published, amount_of(words)
    if amount is None or today is None:
        return None
    if amount.count is None:
        return Meaning("DATE", "FUTURE_REF")
    return dated(containing(stepped(today, amount.unit, amount.count), amount.unit), None, "publication")


def later(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``two days later``; ``a year earlier``: from the day that was told last."""
    after = situation.after
    if words[-1].text.lower() in ("after", "before", "prior") and not ends_clause(after):
        return None  # from an event: "two days after the attack"
    amount = amount_of(words)
    if amount is None or amount.unit in CLOCK_UNITS:
        return None
    anchor = situation.reference.anchored(amount.unit)
    direction = 1 if words[-1].letter == "a" else -1
    if amount.count is None or anchor is None:
        return Meaning("DATE", "FUTURE_REF" if direction > 0 else "PAST_REF")
    found = stepped(anchor[0], amount.unit, direction * amount.count)
    return dated(containing(found, amount.unit), None, anchor[1])


def ends_clause(after: Word | None) -> bool:
    """Whether a word behind an expression is a mark, so that nothing more is said of what it is counted from."""
    return after is None or not after.text[0].isalnum()


def neighbour(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``last week``; ``next month``; ``this year``; ``the next day``; ``the previous year``; ``that summer``'s like."""
    unit_word = find(words, "U")
    direction = find(words, "lx") or find(words, "ts")
    assert unit_word is not None and direction is not None
    unit = str(unit_word.value)
    if unit_word.text.endswith("s") or unit in CLOCK_UNITS or unit == "fortnight":
        return None
    if (wider := find(words, "w")) is not None and wider.text.lower() != "calendar":
        return None  # "the last full week"
    told = direction.text.lower()
    with_article = any(word.letter == "d" for word in words[:2])
    if told == "last" and _is_defined(situation, with_article):
        return None  # "the last day of the talks"
    from_story = told in ("following", "previous", "preceding", "that", "same") or (
        with_article and (unit == "day" or (told == "next" and unit in _TOLD_ON and situation.tense() == "past"))
    )
    from_present = told in _FROM_PRESENT and not with_article and situation.reference.published is not None
    in_story = situation.reference.narrative and not from_present
    anchor = situation.reference.anchored() if from_story or in_story else None
    if anchor is not None and unit in ("month", "year") and situation.reference.last is not None:
        told_last, tid = situation.reference.last
        anchor = told_last.begin, tid  # "that year" is the year told last, in whatever form
    start = anchor[0] if anchor is not None else situation.reference.today
    if from_present:
        start = situation.reference.published
    if unit == "day" and direction.letter == "t":
        return None
    if told == "past" and (unit in ("decade", "century") or _is_span_up_to_now(words, unit)):
        return None  # the ten years up to now, and none of the calendar's
    if told == "next" and with_article and _is_span_from_now(words, unit, situation):
        return None
    if start is None:
        return untold(unit, mod_of(words))
    steps = direction.value if isinstance(direction.value, int) else 0
    found = _weekend(start, direction.letter, situation) if unit == "weekend" else stepped(start, unit, steps)
    meaning = dated(containing(found, unit), mod_of(words), anchor[1] if anchor else "publication")
    if not situation.reference.narrative:
        meaning = _on_one_side(words[0], meaning, start)
    part = find(words, "P")
    return at_part_of_day(meaning, str(part.value)) if part is not None else meaning


_TOLD_ON = frozenset(("week", "month", "year"))
"""Units of which a story tells the next one: "the next year he fled"."""
_FROM_PRESENT = frozenset(("last", "next"))
"""What is counted from the publication in a history, too, where it has no article: ``last year``."""


def _is_span_up_to_now(words: Sequence[Word], unit: str) -> bool:
    """Whether ``the past year`` means twelve months up to now; ``this past week`` is one of the calendar's."""
    return unit in ("week", "month", "year") and find(words, "tEQ") is None


def _is_span_from_now(words: Sequence[Word], unit: str, situation: Situation) -> bool:
    """Whether ``the next year`` means twelve months from now, as in "over the next year"; ``the next decade`` does."""
    before = situation.before.text.lower() if situation.before is not None else ""
    before = words[0].text.lower() if words[0].letter == "i" else before
    if situation.reference.narrative or find(words, "EQab") is not None:
        return False
    return unit in ("decade", "century") or (
        unit in ("week", "month", "year") and before in _OVER and situation.tense() != "past"
    )


_OVER = frozenset(("over", "within", "during", "in", "for", "throughout"))


def _on_one_side(first: Word, meaning: Meaning | None, today: date) -> Meaning | None:
    """``later this year``, ``earlier in the week``: the days of a period from a day on, or up to it."""
    if meaning is None or meaning.begin is None or meaning.end is None or not meaning.begin <= today <= meaning.end:
        return meaning
    if first.text.lower() == "later":
        return meaning._replace(begin=today)
    return meaning._replace(end=today) if first.text.lower() == "earlier" else meaning


def _is_defined(situation: Situation, with_article: bool) -> bool:
    """Whether an article and an "of" make an expression one of something else than the calendar."""
    before, after = situation.before, situation.after
    article = with_article or (before is not None and before.letter == "d")
    return article and after is not None and after.letter == "o"


def _weekend(today: date, direction: str, situation: Situation) -> date:
    """A day of the weekend meant: the one past on a Monday to Wednesday, unless the clause looks ahead."""
    if direction == "x":
        return today + timedelta(WEEK)
    if direction == "l" or (today.weekday() < THURSDAY and situation.tense() != "future"):
        return today - timedelta(WEEK) if today.weekday() < SATURDAY or direction == "l" else today
    return today


def next_morning(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the next morning``; ``the same evening``: of the day that was told last."""
    anchor, part = situation.reference.anchored(), find(words, "P")
    direction = find(words, "lxst")
    if anchor is None or part is None or direction is None:
        return None
    steps = direction.value if isinstance(direction.value, int) else 0
    return at_part_of_day(dated(calendar.day(anchor[0] + timedelta(steps)), None, anchor[1]), str(part.value))


def the_day_before(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the year before``; ``the day after``: from what was told last."""
    unit_word = find(words, "U")
    assert unit_word is not None
    unit = str(unit_word.value)
    if not ends_clause(situation.after):
        return None
    anchor = situation.reference.anchored()
    if anchor is None or unit in CLOCK_UNITS:
        return None
    start = situation.reference.today if unit != "day" and not situation.reference.narrative else anchor[0]
    if start is None:
        return None
    steps = 1 if words[-1].letter == "a" else -1
    return dated(containing(stepped(start, unit, steps), unit), None, anchor[1])


def the_weekend(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the weekend``; ``the end of the month``; ``the beginning of the week``; ``earlier in the year``."""
    unit_word = find(words, "U")
    today = situation.reference.today
    assert unit_word is not None
    unit = str(unit_word.value)
    mod, inside = mod_of(words), words[0].letter in "ab" and words[1].letter == "i"
    if unit_word.text.endswith("s") or unit in CLOCK_UNITS:
        return None
    if inside and unit == "day":
        anchor = situation.reference.anchored()  # "later in the day": the one told last
        return dated(calendar.day(anchor[0]), None, anchor[1]) if anchor is not None else untold(unit)
    if unit != "weekend" and not inside and (mod is None or unit == "day"):
        return None
    if today is None:
        return untold(unit, mod)
    if unit == "weekend":
        last = situation.reference.last
        if last is not None and last[0].granularity == "weekend":
            return dated(last[0], None, last[1])  # "the weekend" told before
        return dated(containing(_weekend(today, "", situation), "weekend"), None, "publication")
    return _on_one_side(words[0], dated(containing(today, unit), mod, "publication"), today)


def year_end(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``year end``; ``month's end``."""
    unit_word = find(words, "U")
    today = situation.reference.today
    if today is None or unit_word is None or unit_word.value not in ("year", "month", "week"):
        return None
    whole = containing(today, str(unit_word.value))
    meaning = dated(whole, "END", "publication")
    return meaning._replace(value=whole.end.isoformat(), begin=whole.end) if meaning else None


def vague(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``recently``; ``now`` where a time ends or begins: ``until now``, ``as of now``, ``from now on``.

    Elsewhere ``now`` and ``currently`` tell no more than the present tense does.
    """
    value, before = str(words[0].value), situation.before
    bounds = before is not None and (before.letter in ("k", "f") or before.text.lower() in ("of", "to"))
    return Meaning("DATE", value) if value == "PAST_REF" or bounds else None
