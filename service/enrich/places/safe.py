"""What the gazetteer alone may call a place: names that hardly ever mean anything else."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from service.enrich.places.gazetteer import Gazetteer, NameKind

LARGE_CITY = 5.7
"""Decimal logarithm of the people of a city whose name of one word is taken (500,000)."""
TOWN = 4.2
"""The same of a place whose name of several words is taken (15,000)."""
DIVISION = 5.5
"""The same of a division whose name of one word is taken (300,000)."""

NOT_ALONE = frozenset(
    """
    central western eastern northern southern north south east west northeast northwest southeast southwest centre
    center capital union federal national republic territory region province district state county city town village
    coast valley upper lower new old great little grand port bank bay lake river island islands mountain mountains
    valley hill hills beach park street road avenue house church school university college hospital airport station
    may march august april june july january february september october november december monday tuesday wednesday
    thursday friday saturday sunday young green brown white black king queen prince princess duke bishop general
    major van man men most many mary bath reading mobile nice split orange lincoln jackson madison hamilton clinton
    moore taylor cruz santiago hope liberty independence enterprise eagle phoenix surprise same male best male
    date deal normal union progress victory temple spring springs summer winter fall sun star moon golden gold
    """.split()
)
"""Names that are words, months, surnames or parts of other names before they are places."""


class Trust(IntEnum):
    """How far a name can be trusted to be a place."""

    NONE = 0
    QUALIFIED = 1  # a place when a division follows: Ripley, Ohio
    ALONE = 2  # a place when no other capitalised word stands beside it
    SURE = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What the gazetteer knows of a name; ``demonym``: it is an adjective or a noun for people."""

    trust: Trust
    demonym: bool
    rows: npt.NDArray[np.int64]


UNKNOWN = Known(Trust.NONE, demonym=False, rows=np.empty(0, dtype=np.int64))


def trust(gazetteer: Gazetteer, rows: npt.NDArray[np.int64], kinds: npt.NDArray[np.int64], key: str) -> Known:
    """What to make of the places one name may mean."""
    if not len(rows):
        return UNKNOWN
    if (kinds == NameKind.DEMONYM).any():
        return Known(Trust.SURE, demonym=True, rows=rows)
    if key in NOT_ALONE or key.isdigit():
        return UNKNOWN
    places = gazetteer.places[rows]
    number, people = places["feature"], places["population"]
    own = (kinds == NameKind.NAME) | (kinds == NameKind.USUAL)
    country = gazetteer.having("A.PCLI")[number]
    if key.startswith("="):
        wide = country | gazetteer.having("L.")[number]
        sure = bool(wide.any()) or (len(key) > 4 and key.endswith("."))
        return Known(Trust.SURE if sure else Trust.QUALIFIED, demonym=False, rows=rows)
    if (kinds == NameKind.USUAL).any() or (country & own).any():
        return Known(Trust.SURE, demonym=False, rows=rows)
    several = " " in key
    division = own & gazetteer.having("A.ADM")[number] & (people >= (TOWN if several else DIVISION))
    city = own & gazetteer.having("P.")[number] & (people >= (TOWN if several else LARGE_CITY))
    if several and (division | city).any():
        return Known(Trust.SURE, demonym=False, rows=rows)
    if (division | city).any():
        return Known(Trust.ALONE, demonym=False, rows=rows)
    return Known(Trust.QUALIFIED, demonym=False, rows=rows)
