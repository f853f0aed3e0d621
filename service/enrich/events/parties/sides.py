"""The two sides of an event once it is known who the phrases stand for: nobody twice, nobody on both."""

from service.enrich.actors.belonging.bodies import STATE_SECTORS
from service.enrich.events.event import Event, Party
from service.enrich.events.grammar.frame import Frame
from service.enrich.events.triggers.decide import DOUBT
from service.enrich.events.triggers.trigger import Trigger
from service.enrich.tree import Tree

_SURE, _SURER = 0.9, 0.95
"""Probability of every party, from which they bear out a doubtful trigger, and one in deep doubt."""


def is_doubtful(trigger: Trigger, event: Event) -> bool:
    """Whether the readings doubt a trigger, and the parties of its event do not bear it out."""
    if trigger.lacks <= 0 or (trigger.constructed and are_two(event)):
        return False
    return not bear_out(trigger.lacks, event)


def bear_out(lack: float, event: Event) -> bool:
    """Whether its parties make an event of a trigger that falls short by ``lack``.

    Either side has somebody, none of them doubtful or no more than a thing ("hundreds of drones"); where the doubt is
    deep, all speak for states or bodies of states, and not for the same one.
    """
    everybody = (*event.actors, *event.recipients)
    if not (event.reciprocal or (event.actors and event.recipients)):
        return False
    if lack > DOUBT:
        states = {party.country for party in everybody if party.sector in STATE_SECTORS}
        surest = all(party.score >= _SURER and party.sector in STATE_SECTORS for party in everybody)
        return surest and None not in states and len(states) > 1
    return all(
        party.score >= _SURE and (party.mention_type != "nominal" or party.country or party.sector)
        for party in everybody
    )


def are_two(event: Event) -> bool:
    """Whether two take part who are told apart: states, or in a fight armed forces of other countries or of none."""
    everybody = (*event.actors, *event.recipients)
    if not (event.reciprocal or event.recipients):
        return False
    if event.type == "ASSAULT":
        return len({(party.country, party.sector) for party in everybody}) > 1
    states = {party.country for party in everybody if party.kind == "country" or party.sector in STATE_SECTORS}
    return len(states - {None}) > 1


def others(tree: Tree, frame: Frame, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """The recipients who are not actors by another name: "Morales said that the army had threatened him".

    An aside is such a name: "ties with Chile, a country that has provided ships".
    """
    explained = {tree.heads[actor.head] for actor in actors if tree.relations[actor.head] == "appos"}
    recipients = tuple(recipient for recipient in recipients if recipient.head not in explained)
    acting = {actor.entity_id: actor for actor in actors if actor.entity_id is not None}
    found = []
    for recipient in recipients:
        actor = acting.get(recipient.entity_id or "")
        if actor is None:
            found.append(recipient)
        elif actor.head in frame.agents and _is_somebody_else(tree, frame, recipient):
            found.append(Party(recipient.span, "pronoun", recipient.head, score=recipient.score))
    return tuple(found)


def _is_somebody_else(tree: Tree, frame: Frame, party: Party) -> bool:
    """Whether a pronoun can only be who does not act, whatever the clusters say: "Kerry urged him"."""
    reflexive = tree.lowers[party.head].endswith(("self", "selves"))
    return party.mention_type == "pronoun" and party.head in frame.patients and not reflexive


def distinct(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties of a side, each once: "Israel announced it would free them" names who frees them twice."""
    surest: dict[tuple[str | None, str | None, int | None], Party] = {}
    for party in parties:
        # Several nations of one phrase, "Hungarian and Romanian officials", share its entity.
        key = (party.entity_id, party.country, party.head if party.entity_id is None else None)
        if key not in surest or surest[key].score < party.score:
            surest[key] = party
    return tuple(party for party in parties if any(party is each for each in surest.values()))
