"""An event as a line for a person to read."""

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
    return ", ".join("nobody named" if party["mention_type"] == "implicit" else party["text"] for party in parties)
