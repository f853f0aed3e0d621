"""Whether somebody was described by the words of a later phrase: "the Oslo lawyer" and "a lawyer from Oslo"."""

from collections.abc import Iterable, Mapping

from service.enrich.aliases.descriptions.phrases import own_words
from service.enrich.aliases.entity import Entity
from service.enrich.aliases.names.names import fold
from service.enrich.tree import Tree

_MENTIONS, _WORDS = 8, 60
"""Of an entity that are compared: more tell nothing new."""


class SameWords:
    """Compares the words of one document.

    Args:
        in_name: the entity by each token inside its names.
    """

    def __init__(self, tree: Tree, in_name: Mapping[int, Entity]) -> None:
        self._tree, self._in_name = tree, in_name

    def has(self, tokens: Iterable[int], entity: Entity) -> bool:
        """Whether an entity was described or named with each of some words."""
        known: set[str] = set()
        for mention in entity.mentions[:_MENTIONS]:
            known.update(*map(self._forms, own_words(self._tree, mention.head)))
            if len(known) > _WORDS:
                break
        return all(not known.isdisjoint(self._forms(token)) for token in tokens)

    def _forms(self, token: int) -> tuple[str, ...]:
        """A word as it is compared: as it is written, and as the body whose name or abbreviation it belongs to."""
        entity, written = self._in_name.get(token), fold(self._tree.texts[token])
        return (written,) if entity is None or entity.type != "ORG" else (written, f"#{id(entity)}")
