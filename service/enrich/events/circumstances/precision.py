"""How large a place is that words tell."""

from typing import Literal

from service.enrich.places.place import Place

Precision = Literal["country", "admin1", "admin2", "city", "sub_city", "region"]

_PARTS_OF_COUNTRIES = tuple(
    "eastern western southern northern central southeast northeast southwest northwest north south east west".split()
)
"""Beginnings of phrases that mean a part of the country they name."""


def precision_of(place: Place) -> Precision:
    """By its code in GeoNames."""
    code = place.feature_code or ""
    if code.startswith("PCL"):
        return "country"
    if code.startswith("ADM"):
        return "admin1" if code.startswith("ADM1") else "admin2"
    if place.feature_class == "P":
        return "sub_city" if code == "PPLX" else "city"
    return "sub_city" if place.feature_class in ("S", "R") else "region"


def is_part_of_country(place: Place, first: str) -> bool:
    """Whether a phrase means a part of the country it names, by its first word; South Korea is no part of one."""
    own = (place.name or "").lower().startswith(first)
    return first.startswith(_PARTS_OF_COUNTRIES) and not own and (place.feature_code or "").startswith("PCL")
