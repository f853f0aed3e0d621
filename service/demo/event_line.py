"""An event as a line for a person to read."""

from itertools import groupby
from typing import Any


def event_line(event: dict[str, Any]) -> str:
    """Type, trigger, parties, confidence, day and place.

    Args:
        event: as an enriched record or an event message has it.

    Returns:
        Such as ``COERCE (arrested): nobody named -> two people, 0.84 sure; 2026-03-02, Lagos``.
    """
    sides = [_parties(event["actors"]), _parties(event["recipients"]) or ("each other" if event["reciprocal"] else "")]
    told = " -> ".join(filter(None, sides))
    day, place = event["date"] or {}, event["location"] or {}
    where = ", ".join(filter(None, (day.get("begin"), place.get("name") or place.get("text"))))
    sure = f"{event['confidence']['overall']:.2f} sure"
    return f"{event['event_type']} ({event['trigger']['text']}): {told}, {sure}{where and f'; {where}'}"


def _parties(parties: list[dict[str, Any]]) -> str:
    return ", ".join(
        _party(list(alike)) for _, alike in groupby(parties, key=lambda party: (party["start"], party["end"]))
    )


def _party(alike: list[dict[str, Any]]) -> str:
    """A phrase, once for all whom it tells, with whom a pronoun stands for, or with what tells several apart."""
    text, pronoun = str(alike[0]["text"]), alike[0]["mention_type"] == "pronoun"
    if alike[0]["mention_type"] == "implicit":
        return "nobody named"
    names, countries = (
        list(dict.fromkeys(str(party[field]) for party in alike if party[field] not in (None, text)))
        for field in ("name", "country")
    )
    if len(alike) > 1:
        several = next((each for each in (names, countries) if len(each) == len(alike)), [])
        told = several if several is names or not (pronoun and names) else names
    else:
        told = names if pronoun else []
    return f"{text} ({', '.join(told)})" if told else text
