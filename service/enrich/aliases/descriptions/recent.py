"""Organisations and countries told of lately, which "the company" and "the country" take up."""

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from service.enrich.aliases.entity import Entity
from service.enrich.aliases.pronouns.binding import SUBJECTS
from service.enrich.tree import Tree
from service.enrich.words import word_set

_REACH = 2
"""Sentences back in which what is taken up without a word of its own was named."""

_FAR_MORE = 2
"""Times as often named."""

_COMMERCIAL = frozenset(("business", "company", "conglomerate", "corporation", "firm", "franchise"))
_PUBLIC = word_set(
    """
    agency commission ministry department council court parliament congress senate committee police army union party
    nations government authority office service school university college
    """
)


class Recent:
    """Names of organisations and countries up to where the document is read."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._bodies: list[tuple[int, Entity]] = []
        self._countries: list[tuple[int, Entity]] = []
        self._times: Counter[Entity] = Counter()
        self._most: Entity | None = None

    def note(self, index: int, entity: Entity) -> None:
        """Take in the name that a token heads."""
        if entity.type == "ORG":
            self._bodies.append((index, entity))
        elif entity.is_country:
            self._countries.append((index, entity))
            self._times[entity] += 1
            if self._most is None or len(entity.named) >= len(self._most.named):
                self._most = entity

    def body(self, index: int, noun: str, described: Entity | None) -> Entity | None:
        """The organisation before a token that a noun means.

        A subject, here or a sentence back; else the last one, unless who was described so before is named far more.
        """
        relations, sentence = self._tree.relations, self._tree.sentence
        fitting = self._fitting(index, noun)
        for token, entity in fitting:
            if relations[token] in SUBJECTS and sentence[token] >= sentence[index] - 1:
                return entity
        last = fitting[0][1] if fitting else None
        if last is None or (described is not None and len(described.named) > _FAR_MORE * len(last.named)):
            return described
        return last

    def _fitting(self, index: int, noun: str) -> list[tuple[int, Entity]]:
        """The last organisations that may be a company, or an agency, the nearest first."""
        near = self._near(index, self._bodies)
        if noun in _COMMERCIAL:
            return [seen for seen in near if not _is_public(seen[1])]
        public = [seen for seen in near if _is_public(seen[1])] if noun == "agency" else []
        return public or near

    def country(self, index: int, demonstrative: bool) -> Entity | None:
        """The country before a token: with "that" or "this" the last one, else who is named most.

        Of the last sentences', or of all where the document tells of one country mostly.
        """
        near = [entity for _, entity in self._near(index, self._countries)]
        if demonstrative or not self._countries:
            return near[0] if near else None
        if near:
            return max(near, key=lambda entity: len(entity.named))
        most = self._most
        return most if most is not None and 2 * self._times[most] > len(self._countries) else None

    def _near(self, index: int, seen: Sequence[tuple[int, Entity]]) -> list[tuple[int, Entity]]:
        """Of what was named before a token that in its sentence and the last ones, the nearest first."""
        sentence = self._tree.sentence
        first = sentence[index] - _REACH
        return list(takewhile(lambda each: sentence[each[0]] >= first, reversed(seen)))


def _is_public(entity: Entity) -> bool:
    """Whether an organisation's name tells that it is no company."""
    return any(not _PUBLIC.isdisjoint(each.name.words) for each in entity.named[:3])
