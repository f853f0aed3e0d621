"""Nations that one phrase joins: "Hungarian and Romanian officials", "the leaders of Peru and Chile"."""

from collections.abc import Callable, Sequence

from service.enrich.actors.phrases.function_words import COORDINATORS
from service.enrich.actors.reading.document import POSSESSIVE
from service.enrich.events.grammar.markers import preposition
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOMINAL_SUBJECTS

PLACING = frozenset(("in", "of", "from", "throughout", "across", "within", "inside", "around"))
"""Prepositions of where somebody belongs."""

_JOINS = COORDINATORS | {","}

_OF_PLACES = frozenset(("LOC", "NORP"))

_DESCRIBES = frozenset(("DET", "ADJ", "NOUN", "NUM"))
"""Parts of speech of what stands between a party and its countries: "members of the armed forces of"."""

_MAX_BETWEEN = 8
"""Tokens between a party's noun and the first of its countries."""

_NEW_CLAUSE = NOMINAL_SUBJECTS | {"ROOT"}
"""Relations of a name behind "and" that is told of another act: "met envoys of Peru, and Chile objected"."""


class JointNations:
    """Finds them in one document.

    Args:
        tree: of the document.
        labels: of the name at each token, empty where there is none.
        country: of the place or nation at a token, None where there is none.
    """

    def __init__(self, tree: Tree, labels: Sequence[str], country: Callable[[int], str | None]) -> None:
        self._tree, self._labels, self._country = tree, labels, country

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
        return [] if place is None else self._joined_from(place)

    def one_behind(self, head: int) -> str | None:
        """The country of the first place that stands behind a noun and tells whose it is, whatever the tree says."""
        place = self._place_behind(head)
        return None if place is None else self._country(place)

    def _place_behind(self, head: int) -> int | None:
        """The first word of the first place that stands in a noun's complement."""
        tree = self._tree
        token = head + 1
        while token < len(tree.texts) and tree.lowers[token] in PLACING:
            token += 1
            while token < min(len(tree.texts), head + _MAX_BETWEEN) and self._describes(token):
                token += 1
            if token < len(tree.texts) and self._is_place(token):
                return None if self._is_of_the_act(token, head) else token
        return None

    def _is_of_the_act(self, place: int, noun: int) -> bool:
        """Whether a place belongs to a verb: "withdrew troops from Syria"; behind a subject before it, it cannot."""
        tree = self._tree
        if tree.relations[noun] in NOMINAL_SUBJECTS and place < tree.heads[noun]:
            return False
        name = range(place, self._name_end(place))
        return any(tree.relations[token] == "obl" and preposition(tree, token) != "of" for token in name)

    def names_behind(self, head: int) -> range:
        """The tokens of the names that are joined behind a noun; none where it joins none."""
        place = self._place_behind(head)
        if place is None or not self._joined_from(place):
            return range(0)
        return range(place, self._name_end(self._starts(place)[-1]))

    def _joined_from(self, place: int) -> list[str]:
        """Countries of a list of names that begins at a token; none where no "and" ends the list."""
        starts = self._starts(place)
        found = list(dict.fromkeys(filter(None, map(self._country, starts))))
        return found if len(found) > 1 else []

    def _starts(self, token: int) -> list[int]:
        """Where the names of a list begin, whose first begins at a token; none where no "and" ends the list."""
        tree, found, ended = self._tree, list[int](), False
        while True:
            end = self._name_end(token)
            if end < len(tree.texts) and tree.lowers[end] in POSSESSIVE:
                break  # "the president of Peru and Chile's army"
            found.append(token)
            following = end
            while following < len(tree.texts) and tree.lowers[following] in _JOINS:
                ended |= tree.lowers[following] in COORDINATORS
                following += 1
            if following == end:
                break
            token = following
            while token < len(tree.texts) and (tree.lowers[token] in PLACING or tree.parts[token] == "DET"):
                token += 1
            if token >= len(tree.texts) or not self._is_place(token) or tree.relations[token] in _NEW_CLAUSE:
                break
        return found if ended else []

    def _describes(self, token: int) -> bool:
        return self._tree.parts[token] in _DESCRIBES and not self._is_place(token)

    def _is_place(self, token: int) -> bool:
        """Whether a name of a place or nation begins at a token, also where nobody has read it as a name."""
        label = self._labels[token]
        return label == "LOC" or (not label and self._tree.parts[token] == "PROPN" and self._country(token) is not None)

    def _name_end(self, token: int) -> int:
        """The token behind a name."""
        label, country, end = self._labels[token], self._country(token), token + 1
        while end < len(self._tree.texts) and self._labels[end] == label and self._tree.texts[end][:1].isupper():
            if not label and self._country(end) != country:
                break
            end += 1
        return end
