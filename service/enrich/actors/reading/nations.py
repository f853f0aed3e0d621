"""Countries in a text: their names, adjectives and people, and capitals, from the gazetteer."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from service.enrich.aliases.countries import MAX_MEANINGS
from service.enrich.places.gazetteer import Gazetteer, NameKind
from service.enrich.places.gazetteer import shared as shared_gazetteer
from service.enrich.places.keys import abbreviation_key, name_key
from service.enrich.tree import CAPITALS, Tree
from service.enrich.word_classes import WordClass

NationKind = Literal["name", "demonym", "capital"]

_LONGEST = 7
"""Words of the longest name of a country that is looked for: Democratic People's Republic of Korea."""

_LONGEST_ABBREVIATION = 8

_SHORTEST = 3
"""Letters up to which capitals can only be an abbreviation: OMAN is a country, MAN is none."""

_CONTINENTAL = frozenset(("central", "latin", "north", "south"))
"""Before "American" they tell of the continent, not of the United States."""

_INSIDE = frozenset(("of", "the", "and", "-", "&", "'s", "’s"))
"""What may stand between the capitalised words of a name."""

_JOINED = WordClass(lambda text: text[:1].isupper() or text in _INSIDE)

_KEPT = 20_000
"""Runs whose countries are kept for the next article."""

_Meaning = tuple[str, NationKind] | None

_Run = tuple[str, ...]
"""Words that a name may be made of, begun by one with a capital: the text that they take, and each of them."""


class Nation(NamedTuple):
    """Tokens (end exclusive) that mean a country, ISO 3166-1 alpha-3, and how."""

    start: int
    end: int
    country: str
    kind: NationKind


class Nations:
    """Finds the countries in a text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._capitals = {country.capital: country.iso3 for country in gazetteer.countries.values()}
        self._known: dict[str, _Meaning] = {}
        self._told: dict[_Run, list[tuple[int, int, str, NationKind]]] = {}

    def find(self, tree: Tree) -> list[Nation]:
        """The countries in a text's tokens, without overlap, in order: of names that overlap the longest."""
        runs = dict(_runs(tree))
        if len(self._told) > _KEPT:
            self._known, self._told = {}, {}
        if new := set(runs.values()).difference(self._told):
            self._read({run: start for start, run in runs.items() if run in new}, tree)
        found: list[Nation] = []
        for start, told in zip(runs, map(self._told.__getitem__, runs.values()), strict=True):
            for first, end, country, kind in told:
                if (not found or start + first >= found[-1].end) and not _continental(tree.texts, start + first):
                    found.append(Nation(start + first, start + end, country, kind))
        return found

    def _read(self, runs: dict[_Run, int], tree: Tree) -> None:
        """Learn what may name a country in runs, given where they stand in a text."""
        spans = [(run, start, *span) for run, start in runs.items() for span in _candidates(tree, start, len(run) - 1)]
        self._learn({name for *_, name in spans if name not in self._known})
        self._told.update((run, []) for run in runs)
        for run, start, first, end, name in spans:
            if (meaning := self._known[name]) is not None:
                self._told[run].append((first - start, end - start, *meaning))

    def _learn(self, names: set[str]) -> None:
        keys = [(name, key) for name in sorted(names) for key in _keys(name)]
        self._gazetteer.learn(key for _, key in keys)
        for name, key in keys:
            self._known[name] = self._known.get(name) or self._meaning(self._gazetteer.meanings(key, MAX_MEANINGS))

    def _meaning(self, meanings: Sequence[tuple[int, int]]) -> _Meaning:
        if not meanings:
            return None
        for row, kind in meanings:
            if row in self._gazetteer.countries:
                country = self._gazetteer.countries[row].iso3
                return country, "demonym" if kind == NameKind.DEMONYM else "name"
        capital = next((row for row, _ in meanings if row in self._capitals), None)
        return None if capital is None else (self._capitals[capital], "capital")


@cache
def shared() -> Nations:
    """The countries of the gazetteer the service ships."""
    return Nations(shared_gazetteer())


def _keys(name: str) -> tuple[str, ...]:
    """Keys to try: US is an abbreviation, PERU is not, and both are written in capitals."""
    if name.isupper() and len(name) <= _LONGEST_ABBREVIATION:
        return (abbreviation_key(name), name_key(name)) if len(name) > _SHORTEST else (abbreviation_key(name),)
    return (name_key(name),)


def _continental(texts: Sequence[str], start: int) -> bool:
    """Whether a name is the "American" of Central American, or the "America" of Latin America."""
    return start > 0 and texts[start].startswith("America") and texts[start - 1].lower() in _CONTINENTAL


def _runs(tree: Tree) -> Iterator[tuple[int, _Run]]:
    """Where each run begins, and the run."""
    joined = _JOINED.mask(tree.words).tolist()
    end = 0
    for start in CAPITALS.at(tree.words):
        if start >= end:
            end = start + 1
            while end < len(joined) and joined[end]:
                end += 1
            yield start, (tree.text[tree.offsets[start] : tree.ends[end - 1]], *tree.texts[start:end])


def _candidates(tree: Tree, begin: int, length: int) -> Iterator[tuple[int, int, str]]:
    """(start, end, name) of what may name a country in a run of tokens, by start and the longest first."""
    for start in range(begin, begin + length):
        if tree.texts[start] in tree.capitals:
            for end in range(min(begin + length, start + _LONGEST), start, -1):
                if tree.texts[end - 1] in tree.capitals:
                    yield start, end, tree.text[tree.offsets[start] : tree.ends[end - 1]]
