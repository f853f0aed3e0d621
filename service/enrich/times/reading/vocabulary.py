"""The vocabulary of the calendar: words, the letter of each one's class, and what it says.

The letters, over which ``grammar`` writes its patterns:

- ``n`` number in words, ``N`` in digits; ``O`` ordinal; ``F`` "few", "several"; ``A`` "a", "an"; ``G`` "half"
- ``Y`` year, ``M`` month, ``W`` weekday, ``S`` season, ``P`` part of the day, ``H`` time of the clock, ``Z`` its zone
- ``J`` ISO date, ``I`` date with slashes, ``D`` decade ("1990s"), ``C`` decade in words, ``q`` "Q3", ``X`` holiday
- ``U`` unit, singular or plural; ``E`` "early", "mid", "late"; ``Q`` "beginning", "end"
- ``R`` "yesterday", "today"; ``l`` "last", ``x`` "next", ``t`` "this", ``s`` "that", "same", ``r`` "recent"
- ``g`` "ago", "back", ``b`` "before", "earlier", ``a`` "after", "later"; ``K`` "recently", "now"
- ``w`` "more", "consecutive", "business" between a number and a unit; ``c`` "clock" of "o'clock"
- ``V`` "Mondays", ``y`` "daily", ``e`` "every", ``p`` "per", ``m`` "once", "times"
- ``i`` "in", "during", ``j`` "on", ``k`` "since", "until", "by", ``f`` "from", "between", ``T`` "to", "and", "or",
  ``o`` "of", ``d`` "the"
- ``, - ( ) / [ ]`` stand for themselves, dashes for ``-``; ``~`` is every other word or mark
"""

from service.enrich.times.reading.numbers import NUMBER_WORDS, ORDINAL_WORDS

OTHER = "~"  # a word that means nothing to the calendar

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ), start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
SHORT_NAMES = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tues tue wed thurs thu fri sat sun".split()
)
"""What a full stop may stand behind: ``Sept.``."""
LOWERCASE_NAMES = frozenset((*MONTHS, *WEEKDAYS)) - SHORT_NAMES - {"may", "march", "august"}
"""Names that mean nothing else, written without a capital as well."""
LOWERCASE_BEHIND_DAY = frozenset("jan feb apr jun jul aug sept sep oct nov dec".split())
"""The same behind a day: ``14 nov``."""
FULL_NAMES = frozenset(name for name in (*MONTHS, *WEEKDAYS) if len(name) > 4 and name not in ("tues", "thurs"))

UNITS = {
    form: unit
    for unit in ("second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "year", "decade")
    for form in (unit, f"{unit}s")
} | {
    "century": "century",
    "centuries": "century",
    "fortnight": "fortnight",
    "fortnights": "fortnight",
    "mins": "minute",
}

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS_OF_DAY = {
    "morning": "MO", "mornings": "MO", "midday": "MI", "noon": "MI", "afternoon": "AF", "evening": "EV", "night": "NI",
    "nights": "NI", "overnight": "NI", "midnight": "NI", "dawn": "MO",
}  # fmt: skip
MODS = {
    "early": "START", "mid": "MID", "late": "END", "beginning": "START", "start": "START", "outset": "START",
    "middle": "MID", "end": "END", "close": "END",
}  # fmt: skip
FREQUENCIES = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P1Q",
    "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y", "hourly": "PT1H", "biweekly": "P2W", "biannual": "P6M",
}  # fmt: skip
REFERENCES = {
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
}
DECADE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

HOLIDAY_WORDS = {
    "ramadan": "ramadan", "ramzan": "ramadan", "diwali": "diwali", "deepavali": "diwali", "holi": "holi",
    "passover": "passover", "hanukkah": "hanukkah", "chanukah": "hanukkah", "pentecost": "pentecost",
    "juneteenth": "juneteenth",
}  # fmt: skip
"""Holidays of one word, beside those that ``words`` reads."""

LAST_OF_FEASTS = ("fitr", "adha", "azha", "kippur", "hashanah")
"""Words that end a holiday of several, see ``joined``, and mean nothing alone."""

CLASSES: dict[str, tuple[str, object]] = {
    **{word: ("n", value) for word, value in NUMBER_WORDS.items()},
    **{word: ("O", value) for word, value in ORDINAL_WORDS.items()},
    **{word: ("U", unit) for word, unit in UNITS.items()},
    **{word: ("M", number) for word, number in MONTHS.items()},
    **{word: ("W", number) for word, number in WEEKDAYS.items()},
    **{f"{word}s": ("V", number) for word, number in WEEKDAYS.items() if word in FULL_NAMES},
    **{word: ("S", name) for word, name in SEASONS.items()},
    **{word: ("P", name) for word, name in PARTS_OF_DAY.items()},
    **{word: ("E", mod) for word, mod in MODS.items() if word in ("early", "mid", "late")},
    **{word: ("Q", mod) for word, mod in MODS.items() if word not in ("early", "mid", "late")},
    **{word: ("y", value) for word, value in FREQUENCIES.items()},
    **{word: ("K", value) for word, value in REFERENCES.items()},
    **{word: ("C", value) for word, value in DECADE_WORDS.items()},
    **{word: ("X", name) for word, name in HOLIDAY_WORDS.items()},
    **dict.fromkeys(LAST_OF_FEASTS, (OTHER, None)),
    **dict.fromkeys(("yesterday",), ("R", -1)),
    **dict.fromkeys(("today", "tonight"), ("R", 0)),
    **dict.fromkeys(("tomorrow",), ("R", 1)),
    **dict.fromkeys(("last", "past", "previous", "preceding"), ("l", -1)),
    **dict.fromkeys(("next", "coming", "following", "upcoming", "ensuing"), ("x", 1)),
    **dict.fromkeys(("this", "current"), ("t", 0)),
    **dict.fromkeys(("that", "same"), ("s", 0)),
    **dict.fromkeys(("ago", "back"), ("g", -1)),
    **dict.fromkeys(("before", "earlier", "previously", "prior"), ("b", -1)),
    **dict.fromkeys(("after", "later", "afterwards", "afterward"), ("a", 1)),
    **dict.fromkeys(("in", "during", "within"), ("i", None)),
    **dict.fromkeys(("on",), ("j", None)),
    **dict.fromkeys(("since", "until", "till", "by"), ("k", None)),
    **dict.fromkeys(("from", "between"), ("f", None)),
    **dict.fromkeys(("to", "through", "and", "thru", "or"), ("T", None)),
    **dict.fromkeys(("of",), ("o", None)),
    **dict.fromkeys(("the",), ("d", None)),
    **dict.fromkeys(("a", "an"), ("A", 1)),
    **dict.fromkeys(("few", "several", "some", "many", "couple", "numerous", "various"), ("F", "X")),
    **dict.fromkeys(("recent",), ("r", None)),
    **dict.fromkeys(("each", "every"), ("e", None)),
    **dict.fromkeys(("per",), ("p", None)),
    **dict.fromkeys(("more", "consecutive", "successive", "straight", "additional", "further", "full"), ("w", None)),
    **dict.fromkeys(("business", "working", "trading", "calendar"), ("w", None)),
    **dict.fromkeys(("clock",), ("c", None)),
    **dict.fromkeys(("half",), ("G", None)),
    **dict.fromkeys(("latter",), ("O", 2)),
    **dict.fromkeys(("once", "twice", "thrice", "times"), ("m", None)),
    **dict.fromkeys(("gmt", "utc", "est", "edt", "pst", "pdt", "cet", "cest", "bst", "ist"), ("Z", None)),
    **{mark: (mark, None) for mark in ",-()/[]"},
    **dict.fromkeys(("\u2013", "\u2014"), ("-", None)),
}  # fmt: skip
"""Word in lower case: letter, value."""

SIGNS = frozenset(
    [word for word, (letter, _) in CLASSES.items() if letter in "UMWVSPyCRKcX"]
    + [*LAST_OF_FEASTS]
    + "nineteen twenty thousand christmas easter thanksgiving halloween am pm a.m. p.m. a.m p.m".split()
)
"""Every expression has one of these words or a number that is more than a count."""
