"""How sure an event and its slots are."""

from collections.abc import Sequence
from dataclasses import replace

from service.enrich.events.event import Confidence, Event, Party
from service.enrich.events.parties.arguments import Arguments
from service.enrich.events.reading.calibration import Calibration

_OF_NOBODY = 0.2
"""What is left of the confidence in an event of which neither side is told: of ten on sentences left out of training,
seven triggers were right with their types, and each of these had a party that was not found."""


def raw_confidence(
    chance: float, arguments: Arguments, actors: Sequence[Party], recipients: Sequence[Party], *,
    has_date: bool, has_place: bool,
) -> Confidence:  # fmt: skip
    """What the readings say of a trigger and its arguments, before calibration.

    Args:
        chance: of the trigger's type.
        has_date, has_place: whether these were read from the phrase that the heads found.
    """
    return Confidence(
        overall=chance,
        type=chance,
        actors=_mean([party.score for party in actors if party.mention_type != "implicit"]),
        recipients=_mean([party.score for party in recipients]),
        date=arguments.date[1] if has_date and arguments.date else None,
        location=arguments.location[1] if has_place and arguments.location else None,
    )


def calibrated(event: Event, calibration: Calibration) -> Event:
    """The event with a calibrated type, and with all that must be right for it to be right."""
    raw = event.confidence
    sure = overall = calibration.type_confidence(raw.type)
    for side in (raw.actors, raw.recipients):
        overall *= 1.0 if side is None else side
    if raw.actors is None and raw.recipients is None:
        overall *= _OF_NOBODY
    return replace(event, confidence=replace(raw, overall=overall, type=sure))


def _mean(scores: list[float]) -> float | None:
    return sum(scores) / len(scores) if scores else None
