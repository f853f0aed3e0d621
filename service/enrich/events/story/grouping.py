"""Which events of a story are the same happening, told again.

Two mentions are one happening when their types agree, nothing that they tell contradicts (sign, background, days,
places, parties), and their parties say that they are the same: one party by its cluster, or both by their countries.
A mention that the readings doubt is told where another one is sure.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from enum import IntEnum

from service.enrich.events.event import Event, EventDate, EventPlace, Party

_DEALINGS = frozenset(("AGREE", "REQUEST", "AID", "COOPERATE"))
"""Types that one dealing between two parties shows by turns: asked for, agreed, done."""

MAX_GROUPS = 24
"""Groups, latest first, that an event is compared with: stories return to a happening soon, and lists need an end."""


class Likeness(IntEnum):
    """What the same side of two events says of their being one."""

    APART = 0
    OPEN = 1
    ALIKE = 2
    SAME = 3


def grouped(events: Sequence[Event], lemmas: Sequence[str], doubtful: Collection[str] = ()) -> tuple[Event, ...]:
    """The events with the number of their group: the id of its first event.

    Args:
        events: in text order.
        lemmas: of the document's tokens.
        doubtful: ids of events that are left out where no other mention of the same happening is sure.
    """
    groups: list[list[Event]] = []
    led: list[Event] = []
    for event in events:
        own = next((group for group in groups[: -MAX_GROUPS - 1 : -1] if _belongs(event, group, lemmas)), None)
        if own is None:
            own = []
            groups.append(own)
        own.append(event)
        led.append(replace(event, group=f"g{own[0].id}"))
    sure = {event.group for event in led if event.id not in doubtful}
    return tuple(event for event in led if event.group in sure)


def _belongs(event: Event, group: Sequence[Event], lemmas: Sequence[str]) -> bool:
    """Whether an event is of a group: like one of its members, and contradicting none."""
    return all(_compatible(other, event) for other in group) and any(_same(other, event, lemmas) for other in group)


def _same(first: Event, second: Event, lemmas: Sequence[str]) -> bool:
    """Whether the parties of two events that do not contradict each other say that they are one happening."""
    if first.type != second.type:
        return _one_dealing(first, second)
    if first.reciprocal or second.reciprocal:
        return _like(_everybody(first), _everybody(second), lemmas) > Likeness.OPEN and _as_many(first, second)
    actors = _like(first.actors, second.actors, lemmas)
    recipients = _like(first.recipients, second.recipients, lemmas)
    if Likeness.APART in (actors, recipients):
        return False
    same_word = lemmas[first.trigger] == lemmas[second.trigger]
    if recipients == Likeness.SAME:
        return actors > Likeness.OPEN or same_word or not (_told(first.actors) and _told(second.actors))
    if actors == Likeness.SAME:
        return recipients > Likeness.OPEN or same_word or not (first.recipients or second.recipients)
    if Likeness.OPEN in (actors, recipients):
        return same_word and Likeness.ALIKE in (actors, recipients)
    return True


def _one_dealing(first: Event, second: Event) -> bool:
    """Whether two events of different types are steps of one dealing between the same two countries."""
    if not {first.type, second.type} <= _DEALINGS or "historical" in first.modality.auxiliary:
        return False
    return not _country_pairs(first).isdisjoint(_country_pairs(second))


def _country_pairs(event: Event) -> set[frozenset[str]]:
    others = event.recipients or (event.actors if event.reciprocal else ())
    return {
        frozenset((a.country, b.country))
        for a in event.actors
        for b in others
        if a.country and b.country and a.country != b.country
    }


def _everybody(event: Event) -> tuple[Party, ...]:
    return (*event.actors, *event.recipients)


def _as_many(first: Event, second: Event) -> bool:
    """Whether two parties of one event are found in the other: "X and Y met", "X met Y"."""
    sides = [{party.entity_id or party.country for party in _everybody(event)} - {None} for event in (first, second)]
    return len(sides[0] & sides[1]) > 1


def _told(parties: Sequence[Party]) -> list[Party]:
    return [party for party in parties if party.mention_type != "implicit"]


def _like(first: Sequence[Party], second: Sequence[Party], lemmas: Sequence[str]) -> Likeness:
    """The best likeness between parties of one side; open where either event leaves the side out."""
    pairs = [likeness(a, b, lemmas) for a in _told(first) for b in _told(second)]
    return max(pairs, default=Likeness.OPEN)


def likeness(a: Party, b: Party, lemmas: Sequence[str]) -> Likeness:
    """By cluster, else by country, where no two names or parts of a state stand against it, else by the noun.

    Two nouns of one country are the same with the same head ("German consulate", "the German consulate").
    """
    if a.entity_id is not None and a.entity_id == b.entity_id:
        return Likeness.SAME
    if a.country and b.country and a.country != b.country:
        return Likeness.APART
    same_noun = lemmas[a.head].lower() == lemmas[b.head].lower()
    states = a.kind == "country" or b.kind == "country"
    if a.mention_type == b.mention_type == "name" and not states and not same_noun:
        return Likeness.APART
    if a.country and a.country == b.country:
        if same_noun:
            return Likeness.SAME
        if states or a.sector == b.sector:
            return Likeness.ALIKE
        return Likeness.APART if a.sector and b.sector else Likeness.OPEN
    if a.mention_type == b.mention_type == "nominal":
        if a.count and b.count and a.count != b.count:
            return Likeness.APART
        if same_noun:
            return Likeness.ALIKE
    return Likeness.OPEN


def _compatible(first: Event, second: Event) -> bool:
    """Whether nothing speaks against two events being the same: sign, time told as background, days, places."""
    if first.modality.polarity != second.modality.polarity:
        return False
    if ("historical" in first.modality.auxiliary) != ("historical" in second.modality.auxiliary):
        return False
    return _overlap(first.date, second.date) and not _elsewhere(first.place, second.place)


def _overlap(a: EventDate | None, b: EventDate | None) -> bool:
    """Whether two dates, where the text tells both, have a day in common."""
    if a is None or b is None or a.span is None or b.span is None:
        return True
    if a.begin is None or b.begin is None or a.end_date is None or b.end_date is None:
        return True
    return a.begin <= b.end_date and b.begin <= a.end_date


def _elsewhere(a: EventPlace | None, b: EventPlace | None) -> bool:
    """Whether two places, where the text tells both, lie in different countries or are different towns."""
    if a is None or b is None or a.span is None or b.span is None:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    towns = a.precision == b.precision == "city"
    return towns and None not in (a.geonames_id, b.geonames_id) and a.geonames_id != b.geonames_id
