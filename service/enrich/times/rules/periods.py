"""Rules for periods that are no months and years: seasons, quarters, decades, centuries."""

from collections.abc import Sequence

from service.enrich.times import calendar
from service.enrich.times.reading.vocabulary import OTHER
from service.enrich.times.reading.words import Word
from service.enrich.times.rules.absolute import find, mod_of, number
from service.enrich.times.rules.meaning import Meaning, Situation, dated


def season(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``the spring of 1941``; ``last summer``; ``the winter``."""
    name = str(getattr(find(words, "S"), "value", ""))
    mod = mod_of(words)
    if words[-1].text.lower() == "fall" and _is_a_tumble(words[0], situation):
        return None
    if _is_joined_on(words[-1], situation):
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


def _is_a_tumble(first: Word, situation: Situation) -> bool:
    """Whether a fall is none of the year: "the fall of the city", "softened the fall", "this fall was the sharpest"."""
    before, after = situation.before, situation.after
    if after is not None and (after.letter == "o" or after.text.lower() in _TELLS_OF_FALL):
        return True
    within = before is not None and (before.letter in "ik" or before.text.lower() in _LASTS)
    return first.letter == "d" and not within


_TELLS_OF_FALL = frozenset(("was", "is", "came", "comes", "follows", "followed", "marks", "marked"))
_LASTS = frozenset(("over", "for", "through", "throughout", "until"))


def _is_joined_on(word: Word, situation: Situation) -> bool:
    """Whether a hyphen joins a word to another one behind it, which is none of the calendar: "fall-out"."""
    if len(situation.further) < 2 or situation.further[0].text != "-":
        return False
    hyphen, behind = situation.further[:2]
    return word.end == hyphen.start and hyphen.end == behind.start and behind.letter == OTHER


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
        if find(words, "lxt") is None and situation.tense() != "future" and (which - 1) * 3 + 1 > today.month:
            year -= 1
    return dated((calendar.half if halved else calendar.quarter)(year, which), mod_of(words))


def quarter_of_owning_year(words: Sequence[Word], situation: Situation) -> Meaning | None:
    """``next year's first quarter``; ``last year's second half``."""
    if words[1].text.lower() != "year" or words[2].text not in ("'", "\u2019"):
        return None
    return quarter([words[0], *words[OWNING_YEAR:]], situation)


OWNING_YEAR = 4
"""Words of "next year's"."""

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


_AGED = frozenset(("his", "her", "their", "my", "your", "our", "age", "ages", "aged"))
NEAR = 4
"""Words before a decade of two digits among which an owner or "age" makes it an age."""


def century(words: Sequence[Word], _: Situation) -> Meaning | None:
    """``the early 20th century``."""
    which, unit = number(find(words, "O")), find(words, "U")
    if unit is None or unit.value != "century" or which is None or not 1 < which <= 22:
        return None
    return dated(calendar.century(which), mod_of(words))
