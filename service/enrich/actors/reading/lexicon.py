"""The tables of service/data/actors: nouns for people, words for bodies, bodies by name.

All keys of nouns are words in lower case without hyphens and full stops, so that ``vice-president`` and
``vice president`` are one.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from service.enrich.actors.reading.body_names import Body, BodyNames
from service.enrich.tables import DATA, rows
from service.enrich.word_classes import WordClass

FOLDER = DATA / "actors"

SUPRANATIONAL = frozenset(("UNO", "EUR", "IGO", "NGO", "IMG", "MNC"))
"""Codes of bodies that belong to no country."""

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

_KEPT = 16_384
"""Words whose entries are kept for the next article."""

_LEARNED = ("ologist", "ographer", "ician", "iatrist", "onomist")
"""Ends of nouns for people who have studied something: those that no table can name one by one."""

_LEARNED_ENDS = (*_LEARNED, *(f"{end}s" for end in _LEARNED))


class Agent(NamedTuple):
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


class Lexicon:
    """Look-up in the tables.

    Attributes:
        names: of bodies.
        agent_ends, body_ends: what a noun for people, or a word or phrase for a body, may end with, or a hyphen.

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
        self.names = BodyNames(folder / "organisations.tsv")
        self._agent_ends, self._body_ends = _ends(self._agents), _ends(self._bodies)
        self._ends_of_agents, self._ends_of_bodies = _forms(self._agent_ends), _forms(self._body_ends)
        self.agent_ends = WordClass(self._may_end_agent, lower=True)
        self.body_ends = WordClass(self.may_end_body, lower=True)
        self._agent_nouns, self._body_nouns = (
            lru_cache(maxsize=_KEPT)(partial(_nouns, ends)) for ends in (self._agent_ends, self._body_ends)
        )

    def _may_end_agent(self, word: str) -> bool:
        word = word.rstrip(".")
        return word in self._ends_of_agents or word.endswith(_LEARNED_ENDS)

    def may_end_body(self, word: str) -> bool:
        """Whether a word in lower case may end a word or phrase for a body: most do not."""
        return word.rstrip(".") in self._ends_of_bodies

    def agent(self, words: Sequence[str]) -> Agent | None:
        """The noun for people that ends a phrase (lower-case words); the longest there is."""
        last = words[-1] if words else ""
        for length, end, plural in self._agent_nouns(last):
            key = (*words[-length:-1], end)
            found = self._agents.get(key) if length <= len(words) else None
            if found is not None:
                several = key[1:2] == ("of",) and key[0].endswith("s")  # heads of state
                return Agent(length, *found, plural or several)
        return Agent(1, "EDU", borrows=False, plural=last.endswith("s")) if _has_studied(last) else None

    def body(self, words: Sequence[str]) -> tuple[int, str | None] | None:
        """(length, sector) of the word or phrase for a body that ends a phrase; None when none does."""
        for length, end, _ in self._body_nouns(words[-1] if words else ""):
            if length <= len(words) and (key := (*words[-length:-1], end)) in self._bodies:
                return length, self._bodies[key]
        return None

    def may_begin_name(self, text: str) -> bool:
        """Whether a token may begin a name that ``named`` knows: most do not."""
        return self.names.may_begin(text) or text.lower() == "the"

    def named(self, texts: Sequence[str]) -> Body | None:
        """The body of a name (its tokens), but for an article before it and a word such as "party" behind it."""
        if texts and texts[0].lower() == "the":
            texts = texts[1:]
        if not texts or not self.names.may_begin(texts[0]):
            return None
        found = self.names.of(texts)
        if found is None and len(texts) > 1 and self.body((texts[-1].lower(),)) is not None:
            found = self.names.of(texts[:-1])
        return found


@cache
def shared() -> Lexicon:
    """The tables the service ships, read once in a process."""
    return Lexicon()


def _key(noun: str) -> tuple[str, ...]:
    return tuple(noun.replace("-", " ").split())


def _sector(code: str) -> str | None:
    return None if code == "-" else code


def _ends(keys: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """The last words of entries, and how many words the longest entry has that ends so."""
    found: dict[str, int] = {}
    for key in keys:
        found[key[-1]] = max(found.get(key[-1], 0), len(key))
    return found


def _forms(ends: Iterable[str]) -> frozenset[str]:
    """All that may stand where an entry ends: the words that entries end with, their plurals, and a hyphen."""
    ends = list(ends)
    plurals = [word.removesuffix(one) + end for end, one in _PLURALS for word in ends if word.endswith(one)]
    return frozenset(("-", *ends, *plurals))


def _numbers_among(ends: Container[str], word: str) -> list[tuple[str, bool]]:
    """A word as it is, and in the singular, where it ends an entry; with each, whether it is a plural."""
    found = [(word, False)]
    found += [(word.removesuffix(end) + single, True) for end, single in _PLURALS if word.endswith(end)]
    return [each for each in found if each[0] in ends]


def _nouns(ends: Mapping[str, int], word: str) -> list[tuple[int, str, bool]]:
    """How long an entry may be that a word ends, the longest first; the entry's last word, and whether this is a plural
    of it."""
    found = _numbers_among(ends, word)
    longest = max((ends[end] for end, _ in found), default=0)
    return [(length, *each) for length in range(longest, 0, -1) for each in found if length <= ends[each[0]]]


def _has_studied(word: str) -> bool:
    """Whether a word is a noun for people who have studied something."""
    return word.endswith(_LEARNED_ENDS)
