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
"""What is left of it where "they" is a party, or an "it" of which nothing is known: labels do not tell whom they stand
for. Of 33 such events that readers judged 16 were right, of all 707 of them .73. "It" of which country or sector is
known was right in 27 of 28 events of 478 articles, read by eye."""

_TAKING_UP = frozenset(("they", "them", "it"))

_SURE = 0.95
"""Probability of every party from which they bear an event out."""

_DOUBT_LEFT = 0.8
"""What is left of the doubt in an event that its parties bear out: both sides, or the victims of harm, of whom country
or sector is known and who are sure. Of 215 events with .4 and more that somebody undergoes who is known and sure, as is
whoever does it, readers judged .91 right whole, of the other 347 .69. Of 80 with .5 to .6 in 478 articles, read by eye,
.88 were."""

_HARM = frozenset(("ACCUSE", "SANCTION", "COERCE", "ASSAULT"))
"""Types of what is told of its victims alone: "five miners were arrested"."""

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
    taken_up = any(_takes_up_anybody(words[party.head], party) for party in (*event.actors, *event.recipients))
    if not taken_up and _is_borne_out(event):
        overall = 1 - _DOUBT_LEFT * (1 - overall)
        sure = max(sure, overall)
    if raw.actors is None and raw.recipients is None:
        overall *= _OF_NOBODY
    if taken_up:
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


def _is_borne_out(event: Event) -> bool:
    """Whether both sides are told, or the victims of harm, and everybody who is told is sure to take part and known."""
    told = [party for party in (*event.actors, *event.recipients) if party.mention_type != "implicit"]
    acted = len(told) > len(event.recipients)
    complete = event.reciprocal or (event.recipients and (acted or event.type in _HARM))
    return bool(complete) and all(
        party.score >= _SURE and (party.country is not None or party.sector is not None) for party in told
    )


def _takes_up_anybody(word: str, party: Party) -> bool:
    """Whether a party is told by a pronoun that may stand for others than it was read as."""
    known = party.country is not None or party.sector is not None
    return word in _TAKING_UP and not (word == "it" and known)


def _is_unknown(party: Party) -> bool:
    """Whether a description tells neither country nor sector: it may be no party, but a thing."""
    return party.mention_type == "nominal" and party.country is None and party.sector is None


def _mean(scores: list[float]) -> float | None:
    return sum(scores) / len(scores) if scores else None
