"""Names told side by side behind a noun: "the presidents of Peru, Chile and the Outer Isles"."""

from collections.abc import Callable, Sequence

from service.enrich.actors.phrases.function_words import COORDINATORS
from service.enrich.actors.reading.document import POSSESSIVE
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOMINAL_SUBJECTS

PLACING = frozenset(("in", "of", "from", "throughout", "across", "within", "inside", "around"))
"""Prepositions of where somebody belongs."""

_JOINS = COORDINATORS | {","}

_DESCRIBES = frozenset(("DET", "ADJ", "NOUN", "NUM"))
"""Parts of speech of what stands between a noun and the names: "members of the armed forces of"."""

_ENDS = frozenset(("LOC", "ORG"))
"""Types of the name that ends a list, whatever taggers take the others for: persons behind a place have its office."""

_NAMES = frozenset(("NNP", "NNPS"))

_BEGINNINGS = frozenset(("", "LOC", "PERSON"))
"""Types of the name that begins a list: taggers take places that they do not know for persons."""

_MAX_BETWEEN = 8
"""Tokens between a noun and the first of the names."""

_NEW_CLAUSE = NOMINAL_SUBJECTS | {"ROOT"}
"""Relations of a name behind "and" that is told of another act: "met envoys of Peru, and Chile objected"."""


def _unknown(_: int) -> None:
    """The country of a token where nobody asks for countries."""


class JoinedNames:
    """Finds them in one document.

    Args:
        tree: of the document.
        labels: of the name at each token, empty where there is none.
        country: of the place or nation at a token, None where there is none.
    """

    def __init__(self, tree: Tree, labels: Sequence[str], country: Callable[[int], str | None] = _unknown) -> None:
        self._tree, self._labels, self._country = tree, labels, country

    def behind(self, noun: int) -> range:
        """The tokens behind a noun from the preposition to the last name of a list; none where there is no list."""
        first = self.first_behind(noun)
        starts = [] if first is None else self.starts(first)
        if first is None or len(starts) < 2 or (len(starts) == 2 and self._is_beside(starts[1], noun)):
            return range(0)
        link = next(token for token in range(first - 1, noun, -1) if self._tree.lowers[token] in PLACING)
        return range(link, self._end_of_list(first, self.end(starts[-1])))

    def first_behind(self, noun: int) -> int | None:
        """The first word of the first name that stands in a noun's complement and may be a place's."""
        tree = self._tree
        token = noun + 1
        while token < len(tree.texts) and tree.lowers[token] in PLACING:
            token += 1
            while token < min(len(tree.texts), noun + _MAX_BETWEEN) and self._describes(token):
                token += 1
            if token < len(tree.texts) and self._may_begin(token):
                return token
        return None

    def starts(self, token: int) -> list[int]:
        """Where the names of a list begin, whose first begins at a token; none where no "and" ends the list."""
        tree, found, ended = self._tree, list[int](), False
        while True:
            end = self.end(token)
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
            if token >= len(tree.texts) or not self._is_name(token) or tree.relations[token] in _NEW_CLAUSE:
                break
        while len(found) > 1 and not self._may_end(found[-1]):
            found.pop()
        return found if ended else []

    def end(self, token: int) -> int:
        """The token behind a name."""
        label, country, end = self._labels[token], self._country(token), token + 1
        while end < len(self._tree.texts) and self._labels[end] == label and self._goes_on(end):
            if not label and country is not None and self._country(end) != country:
                break
            end += 1
        return end

    def is_place(self, token: int) -> bool:
        """Whether a name of a place or nation begins at a token, also where nobody has read it as a name."""
        label = self._labels[token]
        return label == "LOC" or (not label and self._tree.parts[token] == "PROPN" and self._country(token) is not None)

    def _goes_on(self, token: int) -> bool:
        """Whether a word may be part of a name behind its first one, "of" of "Republic of Peru" if it is labelled."""
        return self._tree.texts[token][:1].isupper() or (self._tree.lowers[token] == "of" and bool(self._labels[token]))

    def _is_beside(self, name: int, noun: int) -> bool:
        """Whether a name is a party beside a noun, "envoys of Peru and UNICEF"; trees take places for such, too."""
        tree = self._tree
        top = tree.top(name, self.end(name))
        return not self.is_place(name) and tree.relations[top] == "conj" and tree.heads[top] == noun

    def _end_of_list(self, first: int, end: int) -> int:
        """Where a list ends whose names do: "Peru, Chile and other countries" ends behind them."""
        lowers, parts = self._tree.lowers, self._tree.parts
        last = end + (lowers[end : end + 1] == [","])
        if lowers[last : last + 1] != ["and"] or not COORDINATORS.isdisjoint(lowers[first:end]):
            return end
        token = last + 1
        while token < len(parts) and (parts[token] in _DESCRIBES or parts[token] == "PROPN"):
            token += 1
        return token if token > last + 1 else end

    def _is_name(self, token: int) -> bool:
        return bool(self._labels[token]) or self._tree.tags[token] in _NAMES

    def _may_end(self, name: int) -> bool:
        """Whether a name may be a list's last: a place's, a body's, or one in the plural, which no person has."""
        plural = self._tree.tags[self.end(name) - 1] == "NNPS"
        return plural or self._labels[name] in _ENDS or self.is_place(name)

    def _may_begin(self, token: int) -> bool:
        return self._labels[token] in _BEGINNINGS and self._is_name(token)

    def _describes(self, token: int) -> bool:
        return self._tree.parts[token] in _DESCRIBES and not self.is_place(token)
