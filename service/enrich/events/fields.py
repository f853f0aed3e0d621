"""The ``events`` of the enriched record (schemas/event.v1.json)."""

from datetime import date
from typing import Any

from spacy.tokens import Doc

from service.enrich.events.codes.plover import EVENT_TYPES
from service.enrich.events.event import (
    Amount,
    Attribution,
    Confidence,
    Event,
    EventDate,
    EventPlace,
    Magnitude,
    Modality,
    Party,
    Sentence,
)
from service.enrich.events.parties.actor_codes import cameo_actor_code
from service.enrich.tree import Tree

_DIGITS = 3


def event_fields(doc: Doc) -> list[dict[str, Any]]:
    """The events of a document, in text order, by the field names of the record."""
    text = Tree.of(doc).text
    return [_event(event, doc, text) for event in (doc._.events if Doc.has_extension("events") else ())]


def _event(event: Event, doc: Doc, text: str) -> dict[str, Any]:
    code, exact = event.cameo
    return {
        "event_id": event.id,
        "event_type": event.type,
        "modes": list(event.modes),
        "contexts": list(event.contexts),
        "cameo": {"code": code, "root": code[:2], "exact": exact},
        "quad_class": int(EVENT_TYPES[event.type].quad),
        "intensity": {"plover": event.score, "goldstein": event.goldstein},
        "is_root_event": event.is_root,
        "actors": [_party(party, text) for party in event.actors],
        "recipients": [_party(party, text) for party in event.recipients],
        "reciprocal": event.reciprocal,
        "date": _date(event.date, text) if event.date else None,
        "location": _place(event.place, text) if event.place else None,
        "modality": _modality(event.modality),
        "attribution": [_attribution(each) for each in event.attribution],
        "magnitude": _magnitude(event.magnitude) if event.magnitude else None,
        "trigger": _trigger(event, doc, text),
        "sentence": _sentence(event.sentence),
        "confidence": _confidence(event.confidence),
        "story_event_id": event.group,
    }


def _party(party: Party, text: str) -> dict[str, Any]:
    start, end = party.span
    return {
        "entity_id": party.entity_id,
        "text": text[start:end],
        "start": start,
        "end": end,
        "mention_type": party.mention_type,
        "name": party.name,
        "kind": party.kind,
        "country": party.country,
        "sector": party.sector,
        "role": party.role,
        "cameo_actor_code": cameo_actor_code(party),
        "wikidata_id": party.wikidata_id,
        "count": {"min": party.count[0], "max": party.count[1]} if party.count else None,
        "resolution": {"method": party.method, "score": _rounded(party.score)},
    }


def _date(when: EventDate, text: str) -> dict[str, Any]:
    return _span(when.span, text) | {
        "timex": when.timex,
        "begin": _day(when.begin),
        "end_date": _day(when.end_date),
        "granularity": when.granularity,
        "basis": when.basis,
        "relation": when.relation,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _place(place: EventPlace, text: str) -> dict[str, Any]:
    return _span(place.span, text) | {
        "geonames_id": place.geonames_id,
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.latitude,
        "lon": place.longitude,
        "precision": place.precision,
        "basis": place.basis,
        "score": _rounded(place.score),
    }


def _span(span: tuple[int, int] | None, text: str) -> dict[str, Any]:
    if span is None:
        return {"text": None, "start": None, "end": None}
    return {"text": text[span[0] : span[1]], "start": span[0], "end": span[1]}


def _modality(modality: Modality) -> dict[str, Any]:
    return {
        "polarity": modality.polarity,
        "realis": modality.realis,
        "tense": modality.tense,
        "auxiliary": list(modality.auxiliary),
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "speaker_entity_id": attribution.speaker_entity_id,
        "speaker": attribution.speaker,
        "cue": attribution.cue,
        "mode": attribution.mode,
        "stance": attribution.stance,
    }


def _magnitude(magnitude: Magnitude) -> dict[str, Any]:
    fields: dict[str, Any] = {name: _amount(amount) for name, amount in magnitude.counts}
    if magnitude.items:
        fields["items"] = [
            {"min": amount[0], "max": amount[1], "object": thing, "start": amount[2][0], "end": amount[2][1]}
            for amount, thing in magnitude.items
        ]
    if magnitude.money is not None:
        amount, currency, (start, end) = magnitude.money
        fields["money"] = {"amount": amount, "currency": currency, "start": start, "end": end}
    return fields


def _trigger(event: Event, doc: Doc, text: str) -> dict[str, Any]:
    start, end = event.trigger_span
    return {
        "text": text[start:end],
        "lemma": doc[event.trigger].lemma_ or doc[event.trigger].lower_,
        "start": start,
        "end": end,
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "index": sentence.index,
        "start": sentence.span[0],
        "end": sentence.span[1],
        "paragraph": sentence.paragraph,
        "in_title": sentence.in_title,
        "in_quote": sentence.in_quote,
    }


def _confidence(confidence: Confidence) -> dict[str, Any]:
    return {
        "overall": _rounded(confidence.overall),
        "type": _rounded(confidence.type),
        "actors": _rounded(confidence.actors),
        "recipients": _rounded(confidence.recipients),
        "date": _rounded(confidence.date),
        "location": _rounded(confidence.location),
    }


def _amount(amount: Amount) -> dict[str, Any]:
    return {"min": amount[0], "max": amount[1], "start": amount[2][0], "end": amount[2][1]}


def _rounded(chance: float | None) -> float | None:
    return None if chance is None else round(min(1.0, max(0.0, chance)), _DIGITS)
