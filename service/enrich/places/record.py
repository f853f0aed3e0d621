"""Places and focus as fields of the enriched record (schemas/enriched-article.v1.json)."""

from typing import Any

from spacy.tokens import Doc

from service.enrich.places.place import Focus, Place

SHARE_DIGITS = 3


def places_fields(doc: Doc) -> list[dict[str, Any]]:
    """The field ``places``; empty where the component has not run."""
    return [_place(place) for place in doc._.places]


def focus_fields(doc: Doc) -> dict[str, Any]:
    """The field ``focus``."""
    found: Focus = doc._.focus
    return {
        "countries": [{"country": code, "weight": round(share, SHARE_DIGITS)} for code, share in found.countries],
        "place_geonames_id": found.place_geonames_id,
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "start": place.start,
        "end": place.end,
        "text": place.text,
        "type": place.kind,
        "name": place.name,
        "geonames_id": place.geonames_id,
        "feature_class": place.feature_class,
        "feature_code": place.feature_code,
        "lat": place.latitude,
        "lon": place.longitude,
        "country": place.country,
        "admin1": place.admin1,
        "is_dateline": place.is_dateline,
        "score": place.score,
    }
