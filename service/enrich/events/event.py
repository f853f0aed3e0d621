"""What comes out: events, kept as ``doc._.events``. All offsets are code points of the text, end exclusive."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from spacy.tokens import Doc

from service.enrich.actors.description import Kind, Method

Span = tuple[int, int]
Amount = tuple[int | None, int | None, Span]
"""Least and most that are meant, and where that is told."""
Money = tuple[float | None, str | None, Span]
"""A sum, its currency, and where it is told."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or a recipient.

    Attributes:
        span: the phrase; for an implicit party, the words that imply it.
        head: token that heads the phrase.
        entity_id, name: of its cluster; None where there is none.
        kind, country, sector, role, method: as an ``ActorDescription`` has them; None where nobody tells.
        count: least and most people meant, such as (5, None) for "at least five"; None where no number is told.
        wikidata_id: of a state or organization of our table; None for all others.
        score: how sure it is that it has this part in the event (0 to 1).
    """

    span: Span
    mention_type: Literal["name", "nominal", "pronoun", "implicit"]
    head: int
    entity_id: str | None = None
    name: str | None = None
    kind: Kind = "unspecified"
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    count: tuple[int | None, int | None] | None = None
    wikidata_id: str | None = None
    method: Method = "none"
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class EventDate:
    """When: the days from ``begin`` to ``end_date``, both inclusive, None where that side is open.

    Attributes:
        basis: a calendar date beside the event (``explicit``), a time counted from another day (``relative``), that
            of another mention or of the first sentences (``inherited``), or the day of publication.
        relation: how the event lies to these days: ``by``, not later; ``since``, not earlier.
        span, timex, granularity: of the time expression, None without one; ``timex`` is its TIMEX3 value.
    """

    basis: Literal["explicit", "relative", "inherited", "publication"]
    relation: Literal["on", "before", "after", "by", "since"]
    span: Span | None = None
    timex: str | None = None
    begin: date | None = None
    end_date: date | None = None
    granularity: str | None = None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where; without a point when only a part of a large place is meant ("eastern Ukraine").

    Attributes:
        basis: words beside the event (``argument``) or in its clause (``sentence``), the article's dateline, a place
            ``inherited`` from others, or the country of who undergoes violence.
        precision: how large the place is; ``region`` is a part of a country, or no division or town.
        score: how sure the choice among places of that name is (0 to 1); None without a choice.
    """

    basis: Literal["argument", "sentence", "dateline", "inherited", "recipient_country"]
    precision: Literal["country", "admin1", "admin2", "city", "sub_city", "region"]
    span: Span | None = None
    geonames_id: int | None = None
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    score: float | None = None


Realis = Literal["asserted", "planned", "ongoing", "attempted", "hypothetical", "denied"]


@dataclass(frozen=True, slots=True)
class Modality:
    """Whether it happened, and when seen from the story.

    Attributes:
        auxiliary: of historical, future, hypothetical, negation.
    """

    polarity: Literal["positive", "negative"]
    realis: Realis
    tense: Literal["past", "present", "future"] | None
    auxiliary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so."""

    speaker_entity_id: str | None
    speaker: str | None
    cue: str | None
    mode: Literal["direct", "indirect", "mixed"]
    stance: Literal["assert", "deny", "allege", "doubt"]


@dataclass(frozen=True, slots=True)
class Magnitude:
    """Numbers: by what they count, such as ``dead``; things with what they are; sums with their currency."""

    counts: tuple[tuple[str, Amount], ...] = ()
    items: tuple[tuple[Amount, str], ...] = ()
    money: Money | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where an event is told; ``index`` and ``paragraph`` count from 0, a headline being paragraph 0."""

    index: int
    span: Span
    paragraph: int
    in_title: bool
    in_quote: bool


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure each slot is, 0 to 1; None for an empty slot.

    Attributes:
        evidence: what ``overall`` is made of, the values of ``calibration.WHOLE``.
    """

    overall: float
    type: float
    actors: float | None
    recipients: float | None
    date: float | None
    location: float | None
    evidence: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One event as one sentence tells it.

    Attributes:
        id: made of the sentence, the trigger's place in it and the type: the same in every copy of a text.
        type: one of ``plover.EVENT_TYPES``.
        trigger, trigger_span: the token that names the event, and its code points.
        cameo: the code, and whether words tell it, not the type alone.
        score, goldstein: PLOVER's and Goldstein's scales, -10 (conflict) to 10 (cooperation).
        is_root: whether the article is about it.
        reciprocal: whether the actors act on each other; there are no recipients then.
        group: the same for events that are the same happening.
    """

    id: str
    type: str
    trigger: int
    trigger_span: Span
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: tuple[str, bool]
    score: float | None
    goldstein: float | None
    is_root: bool
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reciprocal: bool
    date: EventDate | None
    place: EventPlace | None
    modality: Modality
    attribution: tuple[Attribution, ...]
    magnitude: Magnitude | None
    sentence: Sentence
    confidence: Confidence
    group: str | None = None


if not Doc.has_extension("events"):
    Doc.set_extension("events", default=())
