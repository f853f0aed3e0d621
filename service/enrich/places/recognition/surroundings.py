"""Places the gazetteer lacks: streets, hospitals, villages. They lie where the text puts them.

Such a place gets the point, the division and the country of the nearest town that is named with any of its
mentions, and neither name nor id. Without a town it lies in the division, or the country, that is named most often.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from service.enrich.places.gazetteer.gazetteer import Gazetteer, NameKind
from service.enrich.places.gazetteer.keys import name_key
from service.enrich.places.mention import Mention
from service.enrich.places.place import Kind
from service.enrich.places.ranking.rank import Resolution

FARTHEST = 300
"""Code points between a place and a town that is named with it; else it lies in the town named most often."""

SURE = 0.3
"""Score from which a town may tell where other places lie; a namesake found by half of a name is often elsewhere."""

HOME_SHARE, HOME_PLACES = 0.7, 5
"""Share, and number, of an article's places from which on the country in which they lie has the unknown ones too."""

MAX_MEANT = 3
"""Places that an adjective may mean."""

LEVELS = (("P.", "A.ADM2", "S."), ("A.ADM1",), ("A.PCL",))
"""Features of what places may lie in, the smallest first."""


def surroundings(
    gazetteer: Gazetteer,
    mentions: Sequence[Mention],
    resolutions: Sequence[Resolution],
    kinds: Sequence[Kind],
    source: int = 0,
    text: str = "",
) -> dict[int, int]:
    """Number of the mention: row of the town where it lies, for mentions without a place of their own.

    Args:
        source: row of the country of the outlet, 0 for none: there lies what an article names that names nothing else.
        text: of the article.
    """
    if all(resolution.row for resolution in resolutions):
        return {}
    sure = [
        (mention.start, resolution.row)
        for mention, resolution, kind in zip(mentions, resolutions, kinds, strict=True)
        if resolution.row
        and resolution.score >= SURE
        and (kind != "metonymic" or resolution.row in gazetteer.countries)
    ]
    if not sure:
        return _at_home(mentions, resolutions, source)
    rows = [row for _, row in sure]
    countries, features = gazetteer.places["country"][rows].tolist(), gazetteer.places["feature"][rows]
    home = _home(countries)
    for level in LEVELS:
        inside = gazetteer.having(*level)[features].tolist()
        towns = [
            town for town, lies, country in zip(sure, inside, countries, strict=True) if lies and home in (0, country)
        ]
        if towns:
            found = _nearest(mentions, resolutions, towns)
            found |= _of_nature(gazetteer, mentions, found, sure, countries)
            found |= _divisions(gazetteer, text, mentions, found)
            return found | _by_name(gazetteer, mentions, resolutions) | _told(gazetteer, resolutions, found)
    return {}


def _at_home(mentions: Sequence[Mention], resolutions: Sequence[Resolution], source: int) -> dict[int, int]:
    """The country of the outlet, or that which the text names behind a place."""
    lost = [i for i, resolution in enumerate(resolutions) if not resolution.row]
    return {i: area for i in lost if (area := resolutions[i].area or source) and mentions[i].kind != "demonym"}


def _told(gazetteer: Gazetteer, resolutions: Sequence[Resolution], found: Mapping[int, int]) -> dict[int, int]:
    """The division or country that the text puts places in, where what stands near by lies in another one."""
    places = gazetteer.places
    return {
        i: area
        for i, row in found.items()
        if (area := resolutions[i].area) and area not in (row, places["country"][row], places["admin1"][row])
    }


def _divisions(
    gazetteer: Gazetteer, text: str, mentions: Sequence[Mention], found: Mapping[int, int]
) -> dict[int, int]:
    """Where provinces and regions lie that stand next to a capital: in the country, of which news begins there."""
    called = {mentions[i].name for i in found if _is_division(text, mentions[i])}
    places = gazetteer.places
    homes = {i: int(places["country"][row]) for i, row in found.items() if mentions[i].name in called}
    capitals = {i: gazetteer.countries[home].capital for i, home in homes.items() if home in gazetteer.countries}
    return {i: homes[i] for i, row in capitals.items() if row and places["admin1"][row] == places["admin1"][found[i]]}


def _is_division(text: str, mention: Mention) -> bool:
    """Whether a name, or what stands right behind it, tells that a province or region is meant."""
    return _DIVISION.search(mention.name) is not None or _CALLED_DIVISION.match(text, mention.end) is not None


_KINDS = (
    r"[Pp]rovinces?|[Rr]egions?|[Gg]overnorates?|[Pp]refectures?|[Vv]oivodeships?|[Oo]blast|[Kk]rai|[Aa]imag|[Ss]oum"
)
_DIVISION = re.compile(rf" (?:{_KINDS})$")
_CALLED_DIVISION = re.compile(rf"(?: [Aa]utonomous)? (?:{_KINDS})\b")


def _of_nature(
    gazetteer: Gazetteer,
    mentions: Sequence[Mention],
    found: Mapping[int, int],
    sure: Sequence[tuple[int, int]],
    countries: Sequence[int],
) -> dict[int, int]:
    """Where rivers, mountains and parks lie: in the country that is named most, unless a town stands close by.

    The towns of an article tell nothing of them: they are where somebody speaks of the river.
    """
    in_town = gazetteer.having("P.")
    lost = {
        i: row
        for i, row in found.items()
        if _NATURE.search(mentions[i].name) and in_town[gazetteer.places["feature"][row]]
    }
    most = Counter(country for country in countries if country).most_common(1)
    if not lost or not most:
        return {}
    (country, _), *_ = most
    capitals = gazetteer.having("P.PPLC")
    starts = [start for start, _ in sure]

    def is_close(row: int, place: int) -> bool:
        near = slice(bisect_left(starts, place - CLOSE), bisect_right(starts, place + CLOSE))
        return any(town == row for _, town in sure[near])

    told = {
        mentions[i].name: row
        for i, row in lost.items()
        if gazetteer.places["country"][row] == country
        and not capitals[gazetteer.places["feature"][row]]
        and is_close(row, mentions[i].start)
    }
    return {i: told.get(mentions[i].name, country) for i in lost}


_NATURE = re.compile(
    r"^(?:Mount|Mt\.?|Lake|River|Isle of) (?!.*(?:Avenue|Street|Road|Drive)$)|"
    r" (?:River|Lakes?|Sea|Strait|Gulf|Islands?|Isles|Reef|Mountains?|Volcano|Desert|Glacier|Peninsula|Plateau|"
    r"Wetlands?|National Park)$"
)
CLOSE = 100
"""Code points between a river and a town by which it lies."""


def _home(countries: Sequence[int]) -> int:
    """Row of the country in which most of an article's places lie by far, given those of all; 0 for none."""
    if not countries:
        return 0
    (country, times), *_ = Counter(countries).most_common(1)
    return country if times >= HOME_SHARE * len(countries) and times >= HOME_PLACES else 0


def _by_name(gazetteer: Gazetteer, mentions: Sequence[Mention], resolutions: Sequence[Resolution]) -> dict[int, int]:
    """The country whose adjective stands in a name, where the article names it too: the Grand Ethiopian Dam.

    Before it the place of which the name is a part: Turkana East, where Turkana is named too.
    """
    named = {resolution.row for resolution in resolutions if resolution.row in gazetteer.countries}
    lost = [i for i, resolution in enumerate(resolutions) if not resolution.row and " " in mentions[i].name]
    words = [(i, name_key(word)) for i in lost for word in mentions[i].name.split()]
    homes = _by_first_words(mentions, resolutions, lost)
    for i, key in words:
        for row, kind in gazetteer.meanings(key, MAX_MEANT):
            if kind == NameKind.DEMONYM and row in named:
                homes.setdefault(i, row)
    return homes


def _by_first_words(
    mentions: Sequence[Mention], resolutions: Sequence[Resolution], lost: Sequence[int]
) -> dict[int, int]:
    """Row of the place whose whole name a longer name begins with."""
    rows = {
        mention.name: resolution.row
        for mention, resolution in zip(mentions, resolutions, strict=True)
        if resolution.row and resolution.score >= SURE
    }
    homes = {}
    for i in lost:
        words = mentions[i].name.split()
        beginnings = (" ".join(words[:length]) for length in range(len(words) - 1, 0, -1))
        row = next((rows[beginning] for beginning in beginnings if beginning in rows), None)
        if row is not None:
            homes[i] = row
    return homes


def _nearest(
    mentions: Sequence[Mention], resolutions: Sequence[Resolution], towns: Sequence[tuple[int, int]]
) -> dict[int, int]:
    (usual, _), *_ = Counter(row for _, row in towns).most_common(1)
    found: dict[str, tuple[int, int]] = {}
    after = 0
    for mention, resolution in zip(mentions, resolutions, strict=True):
        while after < len(towns) and towns[after][0] < mention.start:
            after += 1
        if not resolution.row:
            beside = towns[max(after - 1, 0) : after + 1]
            nearest = min((abs(start - mention.start), row) for start, row in beside)
            found[mention.name] = min(found.get(mention.name, nearest), nearest)
    lost = [i for i, resolution in enumerate(resolutions) if not resolution.row]
    rows = {name: row if distance <= FARTHEST else usual for name, (distance, row) in found.items()}
    return {i: rows[mentions[i].name] for i in lost}
