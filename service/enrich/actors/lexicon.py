"""The tables of service/data/actors: nouns for people, words for bodies, bodies by name.

All keys are words in lower case without hyphens and full stops, so that ``vice-president`` and
``vice president`` are one; names of bodies keep their capitals, for ``IS`` is one and ``is`` is none.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from service.enrich.tables import DATA, rows
from service.enrich.word_classes import WordClass

FOLDER = DATA / "actors"

_LONGEST_NOUN = 4
"""Words of the longest entry in agents.tsv and bodies.tsv."""

_UNMISTAKABLE = frozenset(("GOV", "LEG", "MIL", "SPY", "REB"))
"""Sectors of bodies whose names of one word are seldom anything else: Kremlin, Hezbollah; Apple is."""

_SHORT = 5
"""Letters up to which such a name may be something else all the same."""

_TELLING = 3
"""Letters of a word that tell it from most others."""

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
        self.agent, self.body = lru_cache(maxsize=16_384)(self._agent), lru_cache(maxsize=16_384)(self._body)
        """As ``_agent`` and ``_body``; articles say the same few phrases."""

    def _agent(self, words: tuple[str, ...]) -> Agent | None:
        """The noun for people that ends a phrase (lower-case words); the longest there is."""
        for length in range(min(_LONGEST_NOUN, len(words)), 0, -1):
            phrase = words[-length:]
            for key, plural in _numbers(phrase):
                found = self._agents.get(key)
                if found is not None:
                    return Agent(length, *found, plural)
        last = words[-1] if words else ""
        if last.removesuffix("s").endswith(_LEARNED):
            return Agent(1, "EDU", borrows=False, plural=last.endswith("s"))
        return None

    def _body(self, words: tuple[str, ...]) -> tuple[int, str | None] | None:
        """(length, sector) of the word or phrase for a body that ends a phrase; None when none does."""
        for length in range(min(_LONGEST_NOUN, len(words)), 0, -1):
            for key, _ in _numbers(words[-length:]):
                if key in self._bodies:
                    return length, self._bodies[key]
        return None

    def named(self, texts: Sequence[str]) -> Body | None:
        """The body of a name (its tokens), but for an article before it and a word such as "party" behind it."""
        if texts and texts[0].lower() == "the":
            texts = texts[1:]
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


def _numbers(phrase: tuple[str, ...]) -> list[tuple[tuple[str, ...], bool]]:
    """A phrase as it is, and with its last word in the singular; with each, whether it is a plural."""
    *before, last = phrase
    found = [(phrase, False)]
    found += [((*before, last.removesuffix(end) + single), True) for end, single in _PLURALS if last.endswith(end)]
    return found


def _first_token(name: str) -> str:
    return _TOKEN_BREAK.split(name)[0] or name[0]


def _joined(texts: Sequence[str]) -> str:
    """Words as they are written in a line: no blank before an apostrophe or around a hyphen."""
    if len(texts) == 1:
        return texts[0].replace("’", "'")
    return " ".join(texts).replace("’", "'").replace(" '", "'").replace(" - ", "-")
