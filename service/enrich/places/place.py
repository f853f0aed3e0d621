"""What is told about a place that an article names, and about the countries it is about."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["literal", "metonymic", "demonym", "modifier", "embedded"]
"""How a place is named.

``literal``: the place itself. ``metonymic``: it stands for its government (Moscow denied). ``demonym``:
an adjective or noun for its people (Iranian, Iranians). ``modifier``: its name before another noun (US
official). ``embedded``: part of another name (University of Alberta). After Gritta et al. (2019).
"""


class Place(NamedTuple):
    """A mention of a place, resolved.

    Attributes:
        start, end: code points of the text, end exclusive.
        name, geonames_id, feature_class, feature_code: as in GeoNames; None where the gazetteer does not know
            the place. Regions of our own have a name and a point, but no id.
        latitude, longitude: degrees (WGS 84).
        country: ISO 3166-1 alpha-3; None for seas, and regions of several countries.
        admin1: name of the first level division.
        is_dateline: whether it is the dateline's.
        score: how sure the choice among places of that name is (0 to 1); None without a choice.
    """

    start: int
    end: int
    text: str
    kind: Kind
    name: str | None = None
    geonames_id: int | None = None
    feature_class: str | None = None
    feature_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    is_dateline: bool = False
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Focus:
    """Where an article's story lies.

    Attributes:
        countries: (ISO 3166-1 alpha-3, share of all weights), the weightiest first; shares add up to 1.
        place_geonames_id: of the place below a country that weighs most, else of the country; None without any.
    """

    countries: tuple[tuple[str, float], ...] = ()
    place_geonames_id: int | None = None
