"""The two sides of an event once it is known who the phrases stand for: nobody twice, nobody on both."""

from service.enrich.events.event import Party

_SURE = 0.9
"""Probability of every party, from which they bear out a doubtful trigger."""


def both_sides_sure(actors: tuple[Party, ...], recipients: tuple[Party, ...], *, reciprocal: bool) -> bool:
    """Whether somebody is on either side, and nobody doubtful or no more than a thing: "hundreds of drones"."""
    return bool(reciprocal or (actors and recipients)) and all(
        party.score >= _SURE and (party.mention_type != "nominal" or party.country or party.sector)
        for party in (*actors, *recipients)
    )


def others(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """The recipients who are not actors by another name: "Morales said that the army had threatened him"."""
    acting = {actor.entity_id for actor in actors} - {None}
    return tuple(recipient for recipient in recipients if recipient.entity_id not in acting)


def distinct(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties of a side, each once: "Israel announced it would free them" names who frees them twice."""
    surest: dict[tuple[str | None, str | None, int | None], Party] = {}
    for party in parties:
        # Several nations of one phrase, "Hungarian and Romanian officials", share its entity.
        key = (party.entity_id, party.country, party.head if party.entity_id is None else None)
        if key not in surest or surest[key].score < party.score:
            surest[key] = party
    return tuple(party for party in parties if any(party is each for each in surest.values()))
