"""Nations that one phrase joins: "Hungarian and Romanian officials", "the leaders of Peru and Chile"."""

from collections.abc import Callable, Sequence

from service.enrich.actors.phrases.function_words import COORDINATORS
from service.enrich.events.grammar.markers import preposition
from service.enrich.joined_names import JoinedNames
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOMINAL_SUBJECTS

_JOINS = COORDINATORS | {","}

_OF_PLACES = frozenset(("LOC", "NORP"))


class JointNations:
    """Finds them in one document.

    Args:
        tree: of the document.
        labels: of the name at each token, empty where there is none.
        country: of the place or nation at a token, None where there is none.
    """

    def __init__(self, tree: Tree, labels: Sequence[str], country: Callable[[int], str | None]) -> None:
        self._tree, self._labels, self._country = tree, labels, country
        self._names = JoinedNames(tree, labels, country)

    def before(self, first: int, head: int) -> list[str]:
        """Countries of the names that stand side by side, joined by "and", before a phrase's head."""
        found = dict[str, None]()
        joined = False
        for token in range(first, head):
            if self._labels[token] in _OF_PLACES:
                country = self._country(token)
                if country is not None and (joined or not found):
                    found[country] = None
                joined = False
            elif found and self._tree.lowers[token] in _JOINS:
                joined = True
        return list(found) if len(found) > 1 else []

    def behind(self, head: int) -> list[str]:
        """Countries joined by "and" where a noun's complement tells whose they are; none where it joins none."""
        place = self._place_behind(head)
        starts = [] if place is None else self._names.starts(place)
        found = list(dict.fromkeys(filter(None, map(self._country, starts))))
        return found if len(found) > 1 else []

    def one_behind(self, head: int) -> str | None:
        """The country of the first place that stands behind a noun and tells whose it is, whatever the tree says."""
        place = self._place_behind(head)
        return None if place is None else self._country(place)

    def complement(self, head: int) -> range:
        """The tokens behind a noun that tell of which places it is, "of Peru, Chile and Lima"; none where less are."""
        return range(0) if self._name_behind(head) is None else self._names.behind(head)

    def _place_behind(self, head: int) -> int | None:
        """The first word of the first place that stands in a noun's complement."""
        name = self._name_behind(head)
        return name if name is not None and self._names.is_place(name) else None

    def _name_behind(self, head: int) -> int | None:
        """The same of any name that may be a place's."""
        name = self._names.first_behind(head)
        return None if name is None or self._is_of_the_act(name, head) else name

    def _is_of_the_act(self, place: int, noun: int) -> bool:
        """Whether a place belongs to a verb: "withdrew troops from Syria"; behind a subject before it, it cannot."""
        tree = self._tree
        if tree.relations[noun] in NOMINAL_SUBJECTS and place < tree.heads[noun]:
            return False
        name = range(place, self._names.end(place))
        return any(tree.relations[token] == "obl" and preposition(tree, token) != "of" for token in name)
