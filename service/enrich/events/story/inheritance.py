"""Day and place of events that tell none: of other mentions of the same happening, else of the article's lead.

What an event tells itself is never replaced. What it inherits has the basis ``inherited`` and the span of where it
is told. News of headline and lead for which nothing tells a day is of the day of publication.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from service.enrich.events.circumstances.day_and_place import Circumstances
from service.enrich.events.event import Event, EventDate, EventPlace, Span

_TELLS = frozenset(("argument", "sentence"))
"""Bases of places that the sentence of an event tells."""

_OF_ONE_DAY = frozenset(("on", "by"))
"""Relations of dates that tell when one happening was."""

_HAPPENS = frozenset(("asserted", "ongoing"))

SURE_OF_THE_DAY = 0.6
"""Share of news without a day that is of the day of publication."""

SURE_OF_THE_PLACE = 0.9
"""Share of root events that tell no place and happened where the rest of the story does."""


def inherited(
    events: Sequence[Event], circumstances: Circumstances, headline: Span | None, lead: Sequence[Span]
) -> tuple[Event, ...]:
    """The events with what they inherit.

    Args:
        events: grouped, in text order, with their root events.
        headline: where it is.
        lead: the first sentences below it, whose news the root events are.
    """
    own = _of_groups(events, circumstances.published)
    mentions: dict[tuple[str | None, Span], list[int]] = {}
    for event in own:
        mentions.setdefault((event.group, event.sentence.span), []).append(event.trigger)
    led = [_of_lead(event, mentions, circumstances, headline, lead) for event in own]
    return tuple(_of_the_day(event, circumstances) for event in _of_groups(led, circumstances.published))


def _of_groups(events: Sequence[Event], published: date | None) -> list[Event]:
    dates: dict[str | None, Event] = {}
    places: dict[str | None, Event] = {}
    for event in events:
        if _tells_date(event.date):
            dates.setdefault(event.group, event)
        if _tells_place(event.place):
            places.setdefault(event.group, event)
    return [_of_group(event, dates.get(event.group), places.get(event.group), published) for event in events]


def _tells_date(told: EventDate | None) -> bool:
    """Whether a date may be that of other mentions, too: "52 have died since March" tells the day of none."""
    if told is None or told.basis == "publication" or told.relation not in _OF_ONE_DAY:
        return False
    return told.begin is not None or told.end_date is not None


def _is_over(told: EventDate, published: date | None) -> bool:
    return published is not None and told.end_date is not None and told.end_date < published


def _tells_place(place: EventPlace | None) -> bool:
    return place is not None and place.basis in _TELLS and place.country is not None


def _wants_date(event: Event) -> bool:
    return event.date is None or event.date.basis == "publication"


def _tells_no_time(event: Event) -> bool:
    """Whether an event wants a date and says nothing of it: what was "recently" need not be when the rest was."""
    return _wants_date(event) and (event.date is None or event.date.span is None)


def _wants_place(event: Event) -> bool:
    """Whether an event tells no place, or one that the gazetteer does not know: "at a hotel"."""
    place = event.place
    return place is None or place.basis in ("dateline", "recipient_country") or (place.name or place.country) is None


def _of_group(event: Event, dated: Event | None, placed: Event | None, published: date | None) -> Event:
    """An event with day and place of the first members of its group that tell them; what is planned is not over."""
    if (
        dated is not None
        and dated.date is not None
        and _wants_date(event)
        and not (event.modality.realis == "planned" and _is_over(dated.date, published))
    ):
        event = replace(
            event,
            date=replace(dated.date, basis="inherited"),
            confidence=replace(event.confidence, date=dated.confidence.date),
        )
    if placed is not None and placed.place is not None and _wants_place(event):
        event = replace(
            event,
            place=_taken_over(event.place, placed.place),
            confidence=replace(event.confidence, location=placed.confidence.location),
        )
    return event


def _taken_over(own: EventPlace | None, place: EventPlace) -> EventPlace:
    """The place of another mention, with the words that an event tells of its own: "at a hotel"."""
    if own is None or own.basis not in _TELLS:
        return replace(place, basis="inherited")
    if place.precision == "country":
        return replace(own, country=place.country)
    return replace(place, basis="inherited", span=own.span)


def _of_lead(
    event: Event,
    mentions: Mapping[tuple[str | None, Span], Sequence[int]],
    circumstances: Circumstances,
    headline: Span | None,
    lead: Sequence[Span],
) -> Event:
    """A root event with the first day and the only place of the lead, where a sentence of it tells only one.

    Of its own sentence the coder has taken what is the event's; the rest belongs to something else.

    Args:
        event: with its group.
        mentions: triggers of each group in each sentence.
        circumstances: of the document.
        headline, lead: as of ``inherited``.
    """
    if not event.is_root or "historical" in event.modality.auxiliary:
        return _at_home(event, circumstances)
    if _tells_no_time(event) and event.modality.tense != "future" and event.modality.realis != "planned":
        days = (
            circumstances.only_day(sentence, mentions.get((event.group, sentence), ()))
            for sentence in lead
            if sentence != event.sentence.span
        )
        event = replace(event, date=next(filter(None, days), event.date))
    places = circumstances.places
    if event.place is not None and event.place.country is None:
        return _at_home(event, circumstances)
    place = places.of_the_news(event, headline, lead) if event.place is None else None
    if place is None and event.place is None:
        return event
    placed = event if place is None else replace(event, place=place)
    if place is not None or event.sentence.in_title:
        place = places.narrower(placed, lead) or place
    elif headline is not None:
        place = places.in_the_headline(event, headline)
    return _placed(event, place)


def _at_home(event: Event, circumstances: Circumstances) -> Event:
    """An event that tells no place, or one that the gazetteer does not know, in the country its story is about."""
    places = circumstances.places
    return _placed(event, places.in_the_country(event) or places.at_home(event))


def _placed(event: Event, place: EventPlace | None) -> Event:
    if place is None:
        return event
    return replace(event, place=place, confidence=replace(event.confidence, location=SURE_OF_THE_PLACE))


def _of_the_day(event: Event, circumstances: Circumstances) -> Event:
    """A root event that nothing dates, on the day of publication: news is told without a date."""
    if not event.is_root or not _tells_no_time(event):
        return event
    if event.modality.auxiliary or event.modality.realis not in _HAPPENS:
        return event
    day = circumstances.day_of_news(event.trigger, event.sentence.span, in_headline=event.sentence.in_title)
    if day is None:
        return event
    return replace(event, date=day, confidence=replace(event.confidence, date=SURE_OF_THE_DAY))
