"""Talks and visits that are nobody's but those who meet: a couple who met at a dance, a friend at a hospital."""

from collections.abc import Sequence

from service.enrich.events.event import Party

_OF_PRIVATE_LIFE = frozenset((None, "CVL"))


def is_private(event_type: str, parties: Sequence[Party]) -> bool:
    """Whether all who meet are persons called by name of whom the story tells no part in public life.

    For meetings alone: whoever is attacked or arrested need not be known. "He" may stand for anybody where nobody is
    known to be meant, and who is described, "the applicant", for somebody in public life.
    """
    return event_type == "CONSULT" and bool(parties) and all(map(_is_private_person, parties))


def _is_private_person(party: Party) -> bool:
    known = party.mention_type == "name" or (party.mention_type == "pronoun" and party.entity_id is not None)
    return known and party.kind == "person" and party.sector in _OF_PRIVATE_LIFE and party.wikidata_id is None
