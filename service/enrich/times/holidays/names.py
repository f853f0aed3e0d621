"""Holidays by their names in lower case: those of one day everywhere, and those that each country has its own of."""

from datetime import date, timedelta

from service.enrich.times import calendar
from service.enrich.times.calendar import Period
from service.enrich.times.holidays.lunar import DAYS as LUNAR
from service.enrich.times.holidays.lunar import lunar_days

Rule = tuple[int, ...]
"""A month and a day; a month, a weekday (0 is Monday) and which of the month (-1 is the last); or days from Easter."""

FIXED: dict[str, Rule] = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1),
    "new year's eve": (12, 31), "halloween": (10, 31), "valentine's day": (2, 14), "boxing day": (12, 26),
    "may day": (5, 1), "veterans day": (11, 11), "canada day": (7, 1), "bastille day": (7, 14),
    "orthodox christmas": (1, 7), "orthodox christmas day": (1, 7), "orthodox christmas eve": (1, 6),
    "international women's day": (3, 8), "international workers' day": (5, 1), "workers' day": (5, 1),
    "st patrick's day": (3, 17), "st. patrick's day": (3, 17), "saint patrick's day": (3, 17), "anzac day": (4, 25),
    "australia day": (1, 26), "waitangi day": (2, 6), "remembrance day": (11, 11), "armistice day": (11, 11),
    "all saints' day": (11, 1), "all souls' day": (11, 2), "assumption day": (8, 15), "april fools' day": (4, 1),
    "singles' day": (11, 11), "juneteenth": (6, 19), "nakba day": (5, 15), "madaraka day": (6, 1),
    "jamhuri day": (12, 12), "mashujaa day": (10, 20), "pakistan day": (3, 23), "groundhog day": (2, 2),
    "holocaust memorial day": (1, 27), "mandela day": (7, 18), "earth day": (4, 22), "world aids day": (12, 1),
    "world health day": (4, 7), "world environment day": (6, 5), "world refugee day": (6, 20),
    "world water day": (3, 22), "world food day": (10, 16), "world cancer day": (2, 4),
    "world teachers' day": (10, 5), "world press freedom day": (5, 3), "human rights day": (12, 10),
    "memorial day": (5, 0, -1), "martin luther king day": (1, 0, 3), "columbus day": (10, 0, 2),
    "indigenous peoples' day": (10, 0, 2), "presidents' day": (2, 0, 3), "easter": (0,), "easter sunday": (0,),
    "easter monday": (1,), "good friday": (-2,), "maundy thursday": (-3,), "palm sunday": (-7,),
    "ash wednesday": (-46,), "shrove tuesday": (-47,), "ascension day": (39,), "whit monday": (50,),
    "pentecost": (49,),
}  # fmt: skip
THANKSGIVING: Rule = (11, 3, 4)
AFTER_THANKSGIVING = {"black friday": 1, "cyber monday": 4}
"""Days behind the one of the United States."""

_MAY_1, _AMERICAN, _SEPTEMBER = (5, 1), (9, 0, 1), (9, 6, 1)
OF_COUNTRY: dict[str, dict[str, Rule]] = {
    "independence day": {
        "USA": (7, 4), "IND": (8, 15), "PAK": (8, 14), "BGD": (3, 26), "LKA": (2, 4), "PHL": (6, 12), "IDN": (8, 17),
        "UKR": (8, 24), "FIN": (12, 6), "POL": (11, 11), "EST": (2, 24), "GEO": (5, 26), "ARM": (9, 21),
        "KAZ": (12, 16), "NGA": (10, 1), "GHA": (3, 6), "KEN": (12, 12), "UGA": (10, 9), "TZA": (12, 9),
        "ZMB": (10, 24), "ZWE": (4, 18), "MEX": (9, 16), "BRA": (9, 7), "ARG": (7, 9), "JAM": (8, 6), "TTO": (8, 31),
        "JOR": (5, 25), "COL": (7, 20), "PER": (7, 28), "ECU": (8, 10), "BOL": (8, 6), "URY": (8, 25), "CHL": (9, 18),
        "CRI": (9, 15), "GTM": (9, 15), "HND": (9, 15), "SLV": (9, 15), "NIC": (9, 15), "SSD": (7, 9), "MYS": (8, 31),
    },
    "labor day": {"": _AMERICAN, "CAN": _AMERICAN, "USA": _AMERICAN, "PHL": _MAY_1, "CHN": _MAY_1, "MEX": _MAY_1},
    "labour day": {
        "CAN": _AMERICAN, "USA": _AMERICAN, "NZL": (10, 0, 4), "CHN": _MAY_1, "HKG": _MAY_1, "SGP": _MAY_1,
        "MYS": _MAY_1, "IND": _MAY_1, "PAK": _MAY_1, "BGD": _MAY_1, "KEN": _MAY_1, "UGA": _MAY_1, "GBR": _MAY_1,
        "IRL": _MAY_1, "DEU": _MAY_1, "FRA": _MAY_1, "THA": _MAY_1, "VNM": _MAY_1, "TUR": _MAY_1, "PHL": _MAY_1,
    },
    "republic day": {"IND": (1, 26), "TUR": (10, 29), "ITA": (6, 2), "KAZ": (10, 25), "NPL": (5, 28), "TTO": (9, 24)},
    "national day": {
        "CHN": (10, 1), "HKG": (10, 1), "SGP": (8, 9), "TWN": (10, 10), "ARE": (12, 2), "SAU": (9, 23),
        "QAT": (12, 18), "OMN": (11, 18), "KWT": (2, 25), "BHR": (12, 16), "BEL": (7, 21), "CHE": (8, 1),
        "ESP": (10, 12), "SWE": (6, 6), "VNM": (9, 2), "FRA": (7, 14),
    },
    "victory day": {"RUS": (5, 9), "BLR": (5, 9), "KAZ": (5, 9), "BGD": (12, 16)},
    "freedom day": {"ZAF": (4, 27)},
    "heritage day": {"ZAF": (9, 24)},
    "youth day": {"ZAF": (6, 16), "CHN": (5, 4)},
    "women's day": {"": (3, 8), "ZAF": (8, 9)},
    "mother's day": {
        "": (5, 6, 2), "GBR": (-21,), "IRL": (-21,), "NGA": (-21,), "MEX": (5, 10), "THA": (8, 12), "EGY": (3, 21),
        "JOR": (3, 21), "LBN": (3, 21),
    },
    "father's day": {"": (6, 6, 3), "AUS": _SEPTEMBER, "NZL": _SEPTEMBER, "THA": (12, 5)},
    "thanksgiving": {"": THANKSGIVING, "CAN": (10, 0, 2)},
    "thanksgiving day": {"": THANKSGIVING, "CAN": (10, 0, 2)},
}  # fmt: skip
"""By country, ISO 3166-1 alpha-3; under no country stands what is meant by all others, and where none is known."""

NAMED_DAYS = frozenset(name for name in (*FIXED, *OF_COUNTRY) if name.endswith(" day"))
"""Names that end in "Day"."""
ANY_IN_SMALL_LETTERS = frozenset(
    """
    may memorial national victory freedom heritage youth republic mother's father's workers'
    """.split()
)
"""First words of names that in small letters mean any such day: "a national day"."""
SURE = frozenset(("independence day", "labour day"))
"""Names of a country's own that mean a holiday even where nobody tells whose."""


def knows(name: str, country: str) -> bool:
    """Whether it is known which day a name means in a country; ``""`` for one that is not known."""
    return name not in OF_COUNTRY or country in OF_COUNTRY[name] or "" in OF_COUNTRY[name]


def days_of(name: str, in_year: int, country: str) -> list[Period]:
    """The days of a name that begin in a year; none where nobody knows."""
    if name in LUNAR:
        return lunar_days(name, in_year)
    if name.startswith("orthodox easter"):
        return [calendar.day(calendar.orthodox_easter(in_year))]
    if (shift := AFTER_THANKSGIVING.get(name)) is not None:
        return [calendar.day(_day(THANKSGIVING, in_year) + timedelta(shift))]
    if not knows(name, country):
        return []
    own = OF_COUNTRY.get(name, {})
    return [calendar.day(_day(own.get(country) or own.get("") or FIXED[name], in_year))]


def _day(rule: Rule, in_year: int) -> date:
    if len(rule) == 1:
        return calendar.easter(in_year) + timedelta(rule[0])
    if len(rule) == 2:
        return date(in_year, *rule)
    month, weekday, which = rule
    return calendar.nth_weekday(in_year, month, weekday, which)
