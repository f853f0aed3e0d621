"""Countries in a text: their names, adjectives and people, and capitals, from the gazetteer."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from service.enrich.places.gazetteer.gazetteer import FOLDER, NATIONS
from service.enrich.places.gazetteer.keys import abbreviation_key, name_key
from service.enrich.tables import rows
from service.enrich.tree import CAPITALS, Tree
from service.enrich.word_classes import WordClass
from service.enrich.words import word_set

NationKind = Literal["name", "demonym", "capital"]

_KINDS: dict[str, NationKind] = {kind: kind for kind in get_args(NationKind)}

_LONGEST = 7
"""Words of the longest name of a country that is looked for: Democratic People's Republic of Korea."""

_LONGEST_ABBREVIATION = 8

_SHORTEST = 3
"""Letters up to which capitals can only be an abbreviation: OMAN is a country, MAN is none."""

_CONTINENTAL = frozenset(("central", "latin", "north", "south"))
"""Before "American" they tell of the continent, not of the United States."""

_QUALITIES = word_set("arab bolivarian democratic federal federative hashemite islamic plurinational socialist")
_KINDS_OF_STATES = word_set("kingdom republic state sultanate emirate principality")

_FORMS = re.compile(
    rf"(?:(?:{'|'.join(sorted(_QUALITIES))}) )*"
    rf"(?P<form>{'|'.join(sorted(_KINDS_OF_STATES))}) of (?:the )?(?P<name>.+)"
)
"""Keys of states by what they are: the Sultanate of Oman, the Arab Republic of Egypt."""

_FIRST_OF_FORMS = _QUALITIES | _KINDS_OF_STATES

_NO_STATES = frozenset(("georgia", "mexico", "iraq"))
"""Names behind "State of" that parts of states and rebels bear, too: the State of Mexico, the Islamic State of Iraq."""

_INSIDE = frozenset(("of", "the", "and", "-", "&", "'s", "’s"))
"""What may stand between the capitalised words of a name."""

_KEPT = 20_000
"""Stretches of text whose countries are kept for the next article."""

_Meaning = tuple[str, NationKind] | None
"""A country, ISO 3166-1 alpha-3, and how it is meant; None for what names none."""


class Nation(NamedTuple):
    """Tokens (end exclusive) that mean a country, ISO 3166-1 alpha-3, and how."""

    start: int
    end: int
    country: str
    kind: NationKind


class Nations:
    """Finds the countries in a text.

    Raises:
        OSError: the table is missing.
        ValueError: a line of it has other columns than it must, or a kind that is none.
    """

    def __init__(self, path: Path = FOLDER / NATIONS) -> None:
        self._meanings: dict[str, tuple[str, NationKind]] = {}
        for key, country, kind in rows(path, 3):
            self._meanings[key] = country, _KINDS[kind]
        self._first = {word for key in self._meanings for word in _first_words(key)}
        self._beginnings = WordClass(self._may_begin, among=CAPITALS)
        self._meaning = lru_cache(maxsize=_KEPT)(self._look_up)

    def find(self, tree: Tree) -> list[Nation]:
        """The countries in a text's tokens, without overlap, in order: of names that overlap the longest."""
        found: list[Nation] = []
        reached = 0
        for start in self._beginnings.at(tree.words):
            nation = self._longest(tree, start) if start >= reached else None
            if nation is not None and not _continental(tree.texts, start):
                found.append(nation)
                reached = nation.end
        return found

    def _longest(self, tree: Tree, start: int) -> Nation | None:
        """The longest name of a country that begins at a token."""
        texts, ends = tree.texts, [start + 1]
        for index in range(start + 1, min(len(texts), start + _LONGEST)):
            if texts[index] in tree.capitals:
                ends.append(index + 1)
            elif texts[index] not in _INSIDE:
                break
        for end in reversed(ends):
            meaning = self._meaning(tree.text[tree.offsets[start] : tree.ends[end - 1]])
            if meaning is not None:
                return Nation(start, end, *meaning)
        return None

    def _may_begin(self, text: str) -> bool:
        """Whether the name of a country may begin with a token that has a capital: most do not."""
        word = name_key.__wrapped__(text).partition(" ")[0]  # asked once for each word, so that none need be kept
        return (
            word == "the"  # which keys leave out
            or word in self._first
            or word in _FIRST_OF_FORMS
            or f"{word}s" in self._first  # People's Republic
            or abbreviation_key(text) in self._first
        )

    def _look_up(self, name: str) -> _Meaning:
        return next(filter(None, map(self._meanings.get, _keys(name))), None) or self._by_form(name_key(name))

    def _by_form(self, key: str) -> _Meaning:
        """The country of a state's long name."""
        found = _FORMS.fullmatch(key)
        if found is None or (found["form"] == "state" and found["name"] in _NO_STATES):
            return None
        meaning = self._meanings.get(found["name"])
        return meaning if meaning is not None and meaning[1] == "name" else None


@cache
def shared() -> Nations:
    """The countries of the table the service ships."""
    return Nations()


def _keys(name: str) -> tuple[str, ...]:
    """Keys to try: US is an abbreviation, PERU is not, and both are written in capitals."""
    if name.isupper() and len(name) <= _LONGEST_ABBREVIATION:
        return (abbreviation_key(name), name_key(name)) if len(name) > _SHORTEST else (abbreviation_key(name),)
    return (name_key(name),)


def _first_words(key: str) -> tuple[str, ...]:
    """What the first token of a name may be, as a key: blanks part tokens, and full stops those of abbreviations."""
    if key.startswith(abbreviation_key("")):
        return key, "".join(key.partition(".")[:2])
    return (key.partition(" ")[0],)


def _continental(texts: Sequence[str], start: int) -> bool:
    """Whether a name is the "American" of Central American, or the "America" of Latin America."""
    return start > 0 and texts[start].startswith("America") and texts[start - 1].lower() in _CONTINENTAL
