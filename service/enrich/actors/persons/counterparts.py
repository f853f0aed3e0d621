"""The office of who is told as somebody's counterpart: "the president met his Peruvian counterpart, Anna Weber"."""

from collections.abc import Iterable, Mapping

from service.enrich.actors.description import Actor
from service.enrich.actors.reading.document import Reading
from service.enrich.aliases.clusters import Cluster

_COUNTERPARTS = frozenset(("counterpart", "counterparts"))
_PRONOUNS = frozenset(("his", "her"))

_NEAREST = 8
"""Tokens from a pronoun to the end of the role: "his Iranian and Russian counterparts"."""


class Counterparts:
    """Knows in one document whose counterpart somebody is.

    Args:
        reading: the document.
        clusters: its clusters; those of persons count.
    """

    def __init__(self, reading: Reading, clusters: Iterable[Cluster]) -> None:
        self._reading = reading
        self._owners = {
            mention.head: cluster.id
            for cluster in clusters
            if cluster.type == "PERSON"
            for mention in cluster.mentions
            if mention.kind == "pronoun"
        }

    def completed(self, actor: Actor, role: tuple[int, int] | None, found: Mapping[str, Actor]) -> Actor:
        """The same actor, with role and sector of whose counterpart it is; without a role where that is not told.

        Args:
            role: the tokens of the actor's role, end exclusive.
            found: the actors so far, by cluster.
        """
        if actor.role is None or role is None or actor.role.rpartition(" ")[2].lower() not in _COUNTERPARTS:
            return actor
        owner = self._owner(role[1], found)
        if owner is None or owner.role is None or owner.organisation is not None:
            return actor._replace(role=None, role_span=None)
        return actor._replace(role=owner.role, role_span=None, sector=actor.sector or owner.sector)

    def _owner(self, end: int, found: Mapping[str, Actor]) -> Actor | None:
        lowers = self._reading.tree.lowers
        for token in range(end - 1, max(-1, end - _NEAREST), -1):
            if lowers[token] in _PRONOUNS:
                return found.get(self._owners.get(token, ""))
        return None
