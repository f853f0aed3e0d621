"""The grammar: which letters make an expression, and the rule that says what it means.

Rules that begin with the same letter are tried from top to bottom; the first that has a meaning wins,
so longer forms stand above shorter ones. ``vocabulary`` lists the letters.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.enrich.times.reading.vocabulary import OTHER
from service.enrich.times.rules import (
    absolute,
    bounded,
    composed,
    counted,
    days,
    holidays,
    in_words,
    numeric,
    periods,
    relative,
    spans,
    weeks,
)
from service.enrich.times.rules.amounts import AND_A_HALF, NUMBER, QUANTITY
from service.enrich.times.rules.meaning import Build
from service.enrich.times.rules.told_date import TOLD_DATE

MOD = r"(?:d?E-?i?d?|d?Qo)?"
"""``early``, ``mid-``, ``late in the``, ``the end of``."""

YEAR = r",?[oi]?Y"
DAY = r"(?:W,?)?M(?:N|O)(?![U:n])|(?:W,?)?d?(?:N|O)o?M|d?(?:N|O)(?=[-T]d?(?:N|O)o?M)"
COUNTED_FROM = rf"(?:{QUANTITY}-?|d)?U[abf]{TOLD_DATE}"
MOD_FIRST, QUANTITY_FIRST = "dEQ", "AnNYFG"


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of expressions.

    Attributes:
        first: the letters an expression may begin with.
        pattern: over letters, without groups of its own. What it only looks ahead at is part of another expression.
        build: says what the words of a match mean; None when they are none after all.
    """

    name: str
    first: frozenset[str]
    pattern: re.Pattern[str]
    build: Build


def _rule(name: str, first: str, pattern: str, build: Build) -> Rule:
    return Rule(name, frozenset(first), re.compile(pattern), build)


RULES: tuple[Rule, ...] = (
    _rule("iso_date", "J", r"J", numeric.iso),
    _rule("week_commencing", "WMNO", weeks.WEEK_COMMENCING, weeks.week_commencing),
    _rule("numeric_date", "I", r"I", numeric.slashes),
    _rule("full_date", "NY", r"N(?:-M-|/M/)Y|Y(?:-M-|/M/)N", absolute.full_date),
    _rule("month_in_words", "M", rf"M,?o?(?:{in_words.NUMBERS_WITH_AND})", in_words.year_in_words),
    _rule("month_in_words", "M", rf"M,?o?(?:{in_words.NUMBERS})", in_words.year_in_words),
    _rule("day_in_words", "M", r"Mn-?n(?![-nU])", in_words.day_in_words),
    _rule("month_stroke_day", "M", r"M/N(?![-/])", numeric.month_stroke_day),
    _rule("month_of_short_year", "M", r"M(?:o|o?~)N(?![-/U:])", numeric.month_of_short_year),
    _rule("month_behind_year", "Y", r"YM(?:[NO](?![U:n])|(?![NOY/-]))", absolute.month_behind_year),
    _rule("full_date", MOD_FIRST + "WM", rf"(?:W,?)?{MOD}M(?:N|O){YEAR}", absolute.full_date),
    _rule("full_date", "WdNO", rf"(?:W,?)?d?(?:N|O)o?M{YEAR}", absolute.full_date),
    _rule("day_of_range", "WM", rf"(?:W,?)?M(?:N|O)(?=[-T](?:(?:W,?)?M)?(?:N|O){YEAR})", composed.first_of_range),
    _rule("day_of_range", "dNO", rf"d?(?:N|O)(?:o?M)?(?=[-T]d?(?:N|O)o?M(?:{YEAR})?)", composed.first_of_range),
    _rule("end_of_range", "NO", rf"(?<=M[NO][-T])(?:N|O)(?:{YEAR})?(?![U:nM])", composed.end_of_range),
    _rule("end_of_year_range", "N", r"(?<=Y-)N(?![-/])", absolute.end_of_year_range),
    _rule("part_of_date", "dE", rf"d?(?:E-?)?PU?o(?:{DAY})(?:{YEAR})?", composed.part_of_date),
    _rule("unit_of_period", "dOlU", rf"d?[OlU]Uo(?:M(?:{YEAR})?|Y|[lxtd]U)", composed.unit_of_period),
    _rule("weekday_of_month", "dOlU", rf"d?[OlU]W[oi](?:M(?:{YEAR})?|[lxtd]U)", composed.weekday_of_month),
    _rule(
        "month_of_that_year",
        MOD_FIRST + "M",
        rf"{MOD}M(?:,?od?[sl]{{1,2}}U|,?d?s{{1,2}}U|o?[ltx]U)",
        composed.month_of_that_year,
    ),
    _rule("day_of_that_year", "WM", r"(?:W,?)?M(?:N|O)o?[ltx]U", composed.day_of_that_year),
    _rule("day_of_that_year", "WdNO", r"(?:W,?)?d?(?:N|O)o?Mo?[ltx]U", composed.day_of_that_year),
    _rule("month_of_range", MOD_FIRST + "M", rf"{MOD}M(?=[-T/]{MOD}M{YEAR})", composed.month_of_range),
    _rule("season_of_range", MOD_FIRST + "S", rf"{MOD}d?S(?=T{MOD}d?S{YEAR})", composed.season_of_range),
    _rule("month_and_year", MOD_FIRST + "M", rf"{MOD}M{YEAR}", absolute.month_and_year),
    _rule("month_and_year", "M", r"M[-/]Y", absolute.month_and_year),
    _rule("month_and_day", "WM", r"(?:W,?)?M(?:N|O)(?![U:n])(?:,?osU)?", absolute.month_and_day),
    _rule("month_and_day", "WdNO", r"(?:W,?)?d?(?:N|O)o?M(?:osU)?", absolute.month_and_day),
    _rule("season", MOD_FIRST + "S", rf"{MOD}d?S{YEAR}", periods.season),
    _rule("season", MOD_FIRST + "ltx", rf"(?:{MOD}[ltxd]|d?E-?i?d?|d?Qo)S", periods.season),
    _rule("part_of_year", "dOl", r"d?[Ol][nN]Uo(?:Y|[lxtd]U)", composed.part_of_year),
    _rule("quarter", "dO", rf"d?OU(?:{YEAR}|o[lxtd]U)?", periods.quarter),
    _rule("quarter", "dU", rf"d?UU(?:{YEAR}|o[lxtd]U)?", periods.quarter),
    _rule("quarter", MOD_FIRST, rf"(?:d?E-?i?|d?Qo)d?(?:[OU]U(?:{YEAR}|o[lxtd]U)?|q(?:[oi]?Y|-Y)?)", periods.quarter),
    _rule("quarter", "ltx", r"[ltx]U~~[OU][UG]", periods.quarter_of_owning_year),
    _rule("half", "dOU", rf"d?[OU]G(?:{YEAR}|o[lxtd]U)", periods.quarter),
    _rule("quarter", "q", r"q(?:[oi]?Y|-Y)?", periods.quarter),
    _rule("quarter", "Y", r"Y-?q", periods.quarter),
    _rule("century", "dEO", r"d?(?:E-?)?O-?U", periods.century),
    _rule("decade", "dED", r"d?(?:E-?)?D|d(?:E-?)?C", periods.decade),
    _rule("weekend_of_holiday", "lxtX", rf"[lxt]?XU(?:{YEAR})?", weeks.weekend_of_holiday),
    _rule("weekend_of_holiday", "d", rf"dUoX(?:{YEAR})?", weeks.weekend_of_holiday),
    _rule("week_from_day", "d", weeks.WEEK_FROM_DAY, weeks.week_from_day),
    _rule("numbered_week", "wU", r"w?UN(?:,?o?Y)?(?![-/:])", weeks.numbered_week),
    _rule("weekend_of_day", "M", r"M[NO]U", weeks.weekend_of_day),
    _rule("holiday", "lxtX", rf"[lxt]?X(?:{YEAR})?", holidays.holiday),
    _rule("counted_from_date", QUANTITY_FIRST + "dU", COUNTED_FROM, counted.counted_from_date),
    _rule("in_parts", QUANTITY_FIRST, rf"{QUANTITY}U(?:,?T?{QUANTITY}U)+(?:[abg]|fK)", counted.in_parts),
    _rule(
        "ago", QUANTITY_FIRST + "U[", rf"(?:\[{QUANTITY}]|{QUANTITY})?U(?:T{QUANTITY}U|Tn|{AND_A_HALF})?g", relative.ago
    ),
    _rule("from_now", QUANTITY_FIRST, rf"{QUANTITY}UfK", relative.from_now),
    _rule("later", QUANTITY_FIRST + "U", rf"(?:{QUANTITY})?U(?:{AND_A_HALF})?[ab]", relative.later),
    _rule("bounded_duration", "dtlx", rf"d?t?[lx]U{AND_A_HALF}", bounded.bounded_duration),
    _rule("bounded_duration", "dtlx", rf"d?t?[lx]r?{QUANTITY}-?U", bounded.bounded_duration),
    _rule("bounded_duration", "dnNY", rf"d?{NUMBER}[lx]U", bounded.bounded_duration),
    _rule("bounded_duration", "dlxr", r"d?[lx]?rU", bounded.bounded_duration),
    _rule("next_morning", "ds", r"d[lxs]P|sP", relative.next_morning),
    _rule("weekday_counted", "W", rf"W{QUANTITY}U(?:g|fK)", counted.weekday_counted),
    _rule("weekday_of_week", "W", r"WP?o?d?[lxts]U", counted.weekday_of_week),
    _rule("weekday_of_week", "lx", r"[lx]UW", counted.weekday_of_week),
    _rule("neighbour", MOD_FIRST + "ablxts", rf"(?:{MOD}|[ab]i?)d?(?!st|s[lx])[lxts]{{1,2}}w?UP?", relative.neighbour),
    _rule("bounded_duration", "dlx", r"d?[lx]U", bounded.bounded_duration),
    _rule("month_alone", MOD_FIRST + "lxtM", rf"{MOD}[lxt]?M", absolute.month_alone),
    _rule("day_of_month", "W", r"W,?d?[NO](?![U:nM])", counted.day_of_month),
    _rule("day_of_that_month", "d", r"dOo?[ltxs]U", counted.day_of_that_month),
    _rule("day_of_month", "dO", r"(?<=j)d?O(?![UoM])", counted.day_of_month),
    _rule("weekday", "lxtsW", r"[lxts]?WP?", days.weekday),
    _rule("day_word", "R", r"RP?", days.day_word),
    _rule("part_of_day", "tl", r"[tl]P", days.day_word),
    _rule("every", "epm", rf"eO?(?:{QUANTITY})?U|eW|pU|mAU", spans.every),
    _rule("every", "V", r"V", spans.every),
    _rule("frequency", "y", r"y", spans.frequency),
    _rule("season", "i", rf"iS(?!{YEAR})", periods.season),
    _rule("ahead", "i", rf"i(?:AUTn(?!U)|{QUANTITY}U)", bounded.ahead),
    _rule("duration", QUANTITY_FIRST, rf"AUTn(?!U)|{QUANTITY}-?U(?:{AND_A_HALF})?", spans.duration),
    _rule("bare_duration", "U", r"U", spans.bare_duration),
    _rule("the_day_before", "d", r"dU[ab]", relative.the_day_before),
    _rule("the_weekend", MOD_FIRST + "ab", rf"(?:{MOD}|[ab]i)dU|QoU", relative.the_weekend),
    _rule("year_end", "U", r"U-?Q", relative.year_end),
    _rule("clock", "HY", r"HZ?|YZ", spans.clock),
    _rule("clock", "nN", r"[nN]~~c(?:idP|~P)?", spans.clock_in_words),
    _rule("day_by_numbers", "N", r"(?:(?<=[jkf])|(?<=N/N[,T]))N/N(?![-/])", numeric.day_by_numbers),
    _rule("year_in_words", "n", rf"(?<=[ikfoT])(?:{in_words.NUMBERS_WITH_AND})", in_words.year_in_words),
    _rule("year_in_words", "n", rf"(?<=[ikfoT])(?:{in_words.NUMBERS})", in_words.year_in_words),
    _rule("year", MOD_FIRST + "Y", rf"{MOD}(?:dUo)?Y", absolute.year),
    _rule("vague", "K", r"K", relative.vague),
)

_BY_LETTER = {
    letter: tuple(rule for rule in RULES if letter in rule.first)
    for letter in frozenset().union(*(rule.first for rule in RULES))
}

_ANY = {
    letter: re.compile("|".join(f"({rule.pattern.pattern})" for rule in rules)) for letter, rules in _BY_LETTER.items()
}
"""What any of the rules for a letter matches, a group for each: most words begin no expression, and one look tells."""

_BEGINNING = re.compile(f"(?![dAi]{OTHER})[{re.escape(''.join(sorted(_BY_LETTER)))}]")
"""Letters that may begin an expression; no article or "in" does before a word that means nothing to the calendar."""


def next_beginning(letters: str, index: int) -> int:
    """Where the next expression may begin, from an index on; the number of letters where none does."""
    match = _BEGINNING.search(letters, index)
    return len(letters) if match is None else match.start()


def rules_for(letters: str, index: int) -> Sequence[Rule]:
    """The rules for a letter from the first one on that matches there, from top to bottom; none where none does."""
    letter = letters[index]
    match = _ANY[letter].match(letters, index) if letter in _ANY else None
    return () if match is None or match.lastindex is None else _BY_LETTER[letter][match.lastindex - 1 :]
