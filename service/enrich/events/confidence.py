"""How sure an event and its slots are."""

import math
from collections.abc import Sequence
from dataclasses import replace

from service.enrich.events.event import Confidence, Event, Party
from service.enrich.events.grammar.frame import Frame
from service.enrich.events.parties.arguments import Arguments
from service.enrich.events.reading.calibration import Calibration, log_odds

_OF_NOBODY = 0.2
"""What is left of the confidence in an event of which neither side is told: of ten on sentences left out of training,
seven triggers were right with their types, and each of these had a party that was not found."""

_OF_TAKEN_UP = 0.75
"""What is left of it where "they" or "it" is a party: labels do not tell whom they stand for. Of 33 such events that
readers judged 16 were right, of all 707 of them .73."""

_TAKING_UP = frozenset(("they", "them", "it"))

_SEEN = 0.03
"""Chance of a phrase from which it may be a party that was not found: every name has as much."""


def raw_confidence(
    chance: float, arguments: Arguments, frame: Frame, actors: Sequence[Party], recipients: Sequence[Party], *,
    has_date: bool, has_place: bool,
) -> Confidence:  # fmt: skip
    """What the readings say of a trigger and its arguments, before calibration.

    Args:
        chance: of the trigger's type.
        frame: what the tree says of it.
        has_date, has_place: whether these were read from the phrase that the heads found.
    """
    told = [party for party in actors if party.mention_type != "implicit"]
    return Confidence(
        overall=chance,
        type=chance,
        actors=_mean([party.score for party in told]),
        recipients=_mean([party.score for party in recipients]),
        date=arguments.date[1] if has_date and arguments.date else None,
        location=arguments.location[1] if has_place and arguments.location else None,
        evidence=_evidence(chance, arguments, frame, told, recipients),
    )


def calibrated(event: Event, calibration: Calibration, words: Sequence[str]) -> Event:
    """The event with a calibrated type, and with the probability that its type and all parties are right.

    Args:
        words: of the document, in small letters.
    """
    raw = event.confidence
    sure = calibration.type_confidence(raw.type)
    # A party of whom only the tree tells is right more often than its chance, but no more often than the root of it.
    doubtful = min((side for side in (raw.actors, raw.recipients) if side is not None), default=1.0)
    overall = min(sure, calibration.whole_confidence(raw.evidence), math.sqrt(doubtful))
    if raw.actors is None and raw.recipients is None:
        overall *= _OF_NOBODY
    if any(words[party.head] in _TAKING_UP for party in (*event.actors, *event.recipients)):
        overall *= _OF_TAKEN_UP
    return replace(event, confidence=replace(raw, overall=overall, type=sure))


def _evidence(
    chance: float, arguments: Arguments, frame: Frame, actors: Sequence[Party], recipients: Sequence[Party]
) -> tuple[float, ...]:
    """The values of ``calibration.WHOLE``."""
    scores = [_mean([party.score for party in side]) for side in (actors, recipients)]
    left_out = [log_odds(max(each, _SEEN)) - log_odds(_SEEN) for each in arguments.left_out]
    undergo = (*frame.patients, *frame.targets)
    return (
        1.0,
        log_odds(chance),
        log_odds(min((score for score in scores if score is not None), default=0.5)),
        float(not actors),
        float(not recipients),
        *left_out,
        float(any(party.head not in frame.agents for party in actors)),
        float(any(party.head not in undergo for party in recipients)),
        float(any(map(_is_unknown, (*actors, *recipients)))),
        float(len(recipients) > 1),
    )


def _is_unknown(party: Party) -> bool:
    """Whether a description tells neither country nor sector: it may be no party, but a thing."""
    return party.mention_type == "nominal" and party.country is None and party.sector is None


def _mean(scores: list[float]) -> float | None:
    return sum(scores) / len(scores) if scores else None
