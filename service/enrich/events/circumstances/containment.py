"""Which of several places lies in the others: "Croydon", "south London", "the UK" tell one place in three ways."""

from collections.abc import Sequence
from math import cos, hypot, radians

from service.enrich.places.place import Place

_KM_A_DEGREE = 111.2
REACH_OF_A_TOWN = 25.0
"""Kilometres from the middle of a town within which its parts and buildings lie."""

_SEATS = ("PPLC", "PPLA")
"""Beginnings of codes of towns from which countries and regions are ruled: large ones, of which others are parts."""


def narrowest(places: Sequence[Place]) -> Place | None:
    """The place that lies in all the others; None where two lie side by side, or none is resolved."""
    known = {place.geonames_id or place.name: place for place in reversed(places) if place.name is not None}
    inner = [a for a in known.values() if not any(a is not b and contains(a, b) for b in known.values())]
    return inner[0] if len(inner) == 1 else None


def contains(outer: Place, inner: Place) -> bool:
    """Whether one place is the country, the division or the town of another."""
    if outer.country is None or outer.country != inner.country:
        return False
    if _is(outer, "PCL"):
        return not _is(inner, "PCL")
    if _is(outer, "ADM1"):
        return inner.admin1 == outer.name and not _is(inner, "ADM1")
    if outer.feature_class != "P" or _is(outer, "PPLX"):
        return False
    part = inner.feature_class in ("S", "R") or _is(inner, "PPLX")
    smaller = inner.feature_class == "P" and _is(outer, *_SEATS) and not _is(inner, *_SEATS)
    return (part or smaller) and _kilometres(outer, inner) <= REACH_OF_A_TOWN


def _is(place: Place, *codes: str) -> bool:
    return (place.feature_code or "").startswith(codes)


def _kilometres(a: Place, b: Place) -> float:
    if None in (a.latitude, a.longitude, b.latitude, b.longitude):
        return float("inf")
    assert a.latitude is not None and a.longitude is not None and b.latitude is not None and b.longitude is not None
    east = (a.longitude - b.longitude) * cos(radians(a.latitude))
    return hypot(a.latitude - b.latitude, east) * _KM_A_DEGREE
