"""The country of parties whose words tell none: where it happened, whose police or courts laid hands on them, and with
whose government rebels deal.

Only for those who are described, not named, and only where the place hangs on the act itself: a place from elsewhere
in the sentence says nothing of them.
"""

from collections.abc import Sequence, Set
from dataclasses import replace

from service.enrich.actors.reading.lexicon import SUPRANATIONAL
from service.enrich.events.event import EventPlace, Party

Parties = tuple[Party, ...]

_LOCAL = frozenset(
    ("CVL", "CRM", "REB", "UAF", "OPP", "REF", "SOC", "LAB", "EDU", "AGR", "JRN", "REL", "MED", "COP", "UNK", None)
)
"""Sectors of who is mostly at home where something is done by or to them; armies and envoys are abroad, too."""

_ARMS = {
    "COERCE": frozenset(("COP", "JUD", "LEG", "SPY", "GOV")),
    "SANCTION": frozenset(("COP", "JUD")),
    "ASSAULT": frozenset(("COP",)),
}
"""By type, sectors of a state's own arms whose reach ends at its borders when they do such a thing."""

_RISEN = frozenset(("REB", "OPP"))
"""Sectors of those who are against the government of their own country; terrorists are against others', too."""

_ON_THE_SPOT = frozenset(("PROTEST", "ASSAULT", "COERCE"))
"""Types of acts whose place is where people are."""


def completed(
    event_type: str, actors: Parties, recipients: Parties, place: EventPlace | None
) -> tuple[Parties, Parties]:
    """The parties of an event, with countries that the event tells."""
    where = place.country if place is not None and place.basis == "argument" else None
    if event_type in _ON_THE_SPOT and where is not None:
        actors, recipients = _of(actors, where), _of(recipients, where)
    arms = _ARMS.get(event_type, frozenset())
    countries = {party.country for party in actors if party.sector in arms}
    if len(countries) == 1 and (home := countries.pop()) is not None:
        recipients = _of(recipients, home)
    return _risen(actors, recipients), _risen(recipients, actors)


def _risen(parties: Parties, others: Parties) -> Parties:
    """The parties, rebels without a country being of the only one with whose government they deal."""
    states = {other.country for other in others if other.sector == "GOV" and other.kind == "organization"}
    country = states.pop() if len(states) == 1 else None
    return parties if country is None or country in SUPRANATIONAL else _of(parties, country, _RISEN)


def _of(parties: Sequence[Party], country: str, sectors: Set[str | None] = _LOCAL) -> Parties:
    """The parties, those of the sectors who are described without a country being of this one."""
    return tuple(
        replace(party, country=country)
        if party.country is None and party.mention_type == "nominal" and party.sector in sectors
        else party
        for party in parties
    )
