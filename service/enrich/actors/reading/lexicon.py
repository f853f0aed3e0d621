"""The tables of service/data/actors: nouns for people, words for bodies, bodies by name.

All keys are words in lower case without hyphens and full stops, so that ``vice-president`` and
``vice president`` are one; names of bodies keep their capitals, for ``IS`` is one and ``is`` is none.
"""

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path

from service.enrich.tables import DATA, rows
from service.enrich.word_classes import WordClass

FOLDER = DATA / "actors"

SUPRANATIONAL = frozenset(("UNO", "EUR", "IGO", "NGO", "IMG", "MNC"))
"""Codes of bodies that belong to no country."""

_LONGEST_NOUN = 4
"""Words of the longest entry in agents.tsv and bodies.tsv."""

_UNMISTAKABLE = frozenset(("GOV", "LEG", "MIL", "SPY", "REB"))
"""Sectors of bodies whose names of one word are seldom anything else: Kremlin, Hezbollah; Apple is."""

_SHORT = 5
"""Letters up to which such a name may be something else all the same."""

_TELLING = 8
"""Letters of a word that tell it from nearly all others."""

_TOKEN_BREAK = re.compile(r"[ '-]")
"""Where a tokenizer parts a name, about."""

_PLURALS = (
    ("men", "man"),
    ("people", "person"),
    ("children", "child"),
    ("wives", "wife"),
    ("ies", "y"),
    ("ches", "ch"),
    ("sses", "ss"),
    ("s", ""),
)
"""Ends of plurals, and of their singulars."""

_SPELLINGS = (("Organisation", "Organization"), ("Centre ", "Center "), ("Defence", "Defense"), ("Labour", "Labor"))
"""Parts of names that are written in two ways."""

_LEARNED = ("ologist", "ographer", "ician", "iatrist", "onomist")
"""Ends of nouns for people who have studied something: those that no table can name one by one."""


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun for people.

    Attributes:
        words: how many words it has.
        sector: PLOVER's; None for a noun that goes with any.
        borrows: whether it takes the sector of the body or modifier beside it.
        plural: whether it stands for several.
    """

    words: int
    sector: str | None
    borrows: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its name: country (or UNO, IGO, ...), PLOVER sector, and the name in full."""

    country: str
    sector: str
    name: str


class Lexicon:
    """Look-up in the tables.

    Raises:
        OSError: a table is missing.
        ValueError: a line of a table has other columns than it must.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._agents: dict[tuple[str, ...], tuple[str | None, bool]] = {}
        for use, sector, words in rows(folder / "agents.tsv", 3):
            for noun in words.split(", "):
                self._agents.setdefault(_key(noun), (_sector(sector), use == "borrowed"))
        self._bodies: dict[tuple[str, ...], str | None] = {}
        for sector, words in rows(folder / "bodies.tsv", 2):
            for noun in words.split(", "):
                self._bodies.setdefault(_key(noun), _sector(sector))
        self._names: dict[str, Body] = {}
        for country, sector, name, others in rows(folder / "organisations.tsv", 4):
            body = Body(country, sector, name)
            for other in (name, *filter(None, others.split("|"))):
                for spelling in _spellings(other):
                    self._names.setdefault(spelling, body)
        self._longest: dict[str, int] = {}
        self._following: defaultdict[str, set[str]] = defaultdict(set)
        for name in self._names:
            first = _first_token(name)
            rest = name[len(first) + 1 :].partition(" ")[0]
            self._following[first].update(rest[:length] for length in range(1, _TELLING + 1))
            self._longest[first] = max(self._longest.get(first, 0), len(_TOKEN_BREAK.split(name)) + name.count("-"))
        self.beginnings = WordClass(self._longest.__contains__)
        """Tokens that may begin the name of a body."""
        ends = frozenset(key[-1] for key in self._agents), frozenset(key[-1] for key in self._bodies)
        self._agent_ends, self._body_ends = (lru_cache(maxsize=16_384)(partial(_numbers_among, each)) for each in ends)

    def may_end_agent(self, word: str) -> bool:
        """Whether a word in lower case may end a noun for people: most do not."""
        return len(self._agent_ends(word)) > 0 or _has_studied(word)

    def may_end_body(self, word: str) -> bool:
        """Whether a word in lower case may end a word or phrase for a body."""
        return len(self._body_ends(word)) > 0

    def agent(self, words: Sequence[str]) -> Agent | None:
        """The noun for people that ends a phrase (lower-case words); the longest there is."""
        last = words[-1] if words else ""
        if ends := self._agent_ends(last):
            for length in range(min(_LONGEST_NOUN, len(words)), 0, -1):
                for end, plural in ends:
                    found = self._agents.get((*words[-length:-1], end))
                    if found is not None:
                        return Agent(length, *found, plural)
        return Agent(1, "EDU", borrows=False, plural=last.endswith("s")) if _has_studied(last) else None

    def body(self, words: Sequence[str]) -> tuple[int, str | None] | None:
        """(length, sector) of the word or phrase for a body that ends a phrase; None when none does."""
        if ends := self._body_ends(words[-1] if words else ""):
            for length in range(min(_LONGEST_NOUN, len(words)), 0, -1):
                for end, _ in ends:
                    key = (*words[-length:-1], end)
                    if key in self._bodies:
                        return length, self._bodies[key]
        return None

    def named(self, texts: Sequence[str]) -> Body | None:
        """The body of a name (its tokens), but for an article before it and a word such as "party" behind it."""
        if texts and texts[0].lower() == "the":
            texts = texts[1:]
        if texts and texts[0].isalnum() and texts[0] not in self._longest:
            return None  # as most
        found = self._names.get(_joined(texts))
        if found is None and len(texts) > 1 and self.body((texts[-1].lower(),)) is not None:
            found = self._names.get(_joined(texts[:-1]))
        return found

    def longest_name(self, texts: Sequence[str], start: int, stop: int) -> tuple[int, Body] | None:
        """(end, body) of the longest name that begins at a token, before ``stop``.

        One word that might be any word with a capital (Apple) is no name here.
        """
        furthest = min(stop, start + self._longest.get(texts[start], 0))
        if furthest > start + 1 and not self._may_follow(texts[start], texts[start + 1]):
            furthest = start + 1
        for end in range(furthest, start, -1):
            name = _joined(texts[start:end])
            body = self._names.get(name)
            if body is not None and (
                " " in name or sum(map(str.isupper, name)) > 1 or (body.sector in _UNMISTAKABLE and len(name) > _SHORT)
            ):
                return end, body
        return None

    def _may_follow(self, first: str, word: str) -> bool:
        """Whether a name that begins with a token may go on with another, by its first letters: most do not."""
        return not word[0].isalnum() or word[:_TELLING].replace("’", "'") in self._following[first]


@cache
def shared() -> Lexicon:
    """The tables the service ships, read once in a process."""
    return Lexicon()


def _key(noun: str) -> tuple[str, ...]:
    return tuple(noun.replace("-", " ").split())


def _spellings(name: str) -> list[str]:
    """A name as it is, and as they write it on the other side of the ocean."""
    found = [name]
    for british, american in _SPELLINGS:
        found += [each.replace(american, british) for each in found if american in each]
        found += [each.replace(british, american) for each in found if british in each]
    return list(dict.fromkeys(found))


def _sector(code: str) -> str | None:
    return None if code == "-" else code


def _numbers_among(ends: Container[str], word: str) -> list[tuple[str, bool]]:
    """A word as it is, and in the singular, where it ends an entry; with each, whether it is a plural."""
    found = [(word, False)]
    found += [(word.removesuffix(end) + single, True) for end, single in _PLURALS if word.endswith(end)]
    return [each for each in found if each[0] in ends]


def _has_studied(word: str) -> bool:
    """Whether a word is a noun for people who have studied something."""
    return word.removesuffix("s").endswith(_LEARNED)


def _first_token(name: str) -> str:
    return _TOKEN_BREAK.split(name)[0] or name[0]


def _joined(texts: Sequence[str]) -> str:
    """Words as they are written in a line: no blank before an apostrophe or around a hyphen."""
    if len(texts) == 1:
        return texts[0].replace("’", "'")
    return " ".join(texts).replace("’", "'").replace(" '", "'").replace(" - ", "-")
