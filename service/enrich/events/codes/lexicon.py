"""Lexicons of modes, contexts and CAMEO codes: lemmas that tell them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from service.enrich.tables import DATA, rows

FOLDER = DATA / "events"


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of a type, with its PLOVER score and CAMEO code."""

    name: str
    score: float | None
    code: str
    words: "Words"


@dataclass(frozen=True, slots=True)
class Words:
    """A set of lemmas, and of stems that other lemmas begin with."""

    whole: frozenset[str]
    stems: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Words":
        """Read words that white space parts; ``*`` ends a stem."""
        words = text.split()
        stems = tuple(word[:-1] for word in words if word.endswith("*"))
        return cls(frozenset(word for word in words if not word.endswith("*")), stems)

    def __contains__(self, lemma: str) -> bool:
        return lemma in self.whole or (bool(self.stems) and lemma.startswith(self.stems))

    def meets(self, lemmas: Iterable[str]) -> bool:
        """Whether any of some lemmas is among them."""
        return any(lemma in self for lemma in lemmas)


@cache
def modes() -> dict[str, tuple[Mode, ...]]:
    """The modes of each type, the most telling first."""
    found: dict[str, list[Mode]] = {}
    for event_type, name, score, code, words in rows(FOLDER / "modes.tsv", 5):
        found.setdefault(event_type, []).append(Mode(name, float(score) if score else None, code, Words.of(words)))
    return {event_type: tuple(each) for event_type, each in found.items()}


@cache
def mode_of(event_type: str, code: str) -> Mode | None:
    """The mode that a CAMEO code is of: the mode of the longest code of the table that it begins with."""
    table = _code_modes()
    name = next((table[event_type, code[:n]] for n in range(len(code), 1, -1) if (event_type, code[:n]) in table), None)
    return next((mode for mode in modes().get(event_type, ()) if mode.name == name), None)


@cache
def _code_modes() -> dict[tuple[str, str], str]:
    return {(kind, code): name for kind, code, name in rows(FOLDER / "code_modes.tsv", 3)}


@cache
def codes() -> dict[tuple[str, str], str]:
    """The CAMEO code that a type and the lemma of a trigger tell."""
    return {(kind, lemma): code for kind, code, words in rows(FOLDER / "codes.tsv", 3) for lemma in words.split()}


@lru_cache(maxsize=8192)
def known_lemma(lemma: str, event_type: str) -> str:
    """A trigger's lemma as the lexicon has it for a type: a form that a lemmatizer left over ("jailed") is undone."""
    stems = [lemma[: -len(end)] for end in _ENDS if lemma.endswith(end) and len(lemma) - len(end) > _SHORTEST]
    forms = [lemma, *stems, *(stem + "e" for stem in stems), *(stem[:-1] + "y" for stem in stems if stem[-1] == "i")]
    known = codes()
    return next((form for form in forms if (event_type, form) in known), lemma)


_ENDS = ("e", "d", "ed", "ing", "s", "es")
_SHORTEST = 2
"""Letters that every stem has more of."""


@cache
def types_by_lemma() -> dict[str, tuple[str, ...]]:
    """The types that a trigger's lemma tells by itself."""
    found: dict[str, tuple[str, ...]] = {}
    for event_type, lemma in codes():
        found[lemma] = (*found.get(lemma, ()), event_type)
    return found


def goldstein_of(code: str, otherwise: float) -> float:
    """The value of a CAMEO code, or of the code it begins with, on the Goldstein scale; ``otherwise`` without any."""
    known = _goldstein()
    return known.get(code, known.get(code[:_BASE], otherwise))


_BASE = 3
"""Digits of the codes that others make closer."""


@cache
def _goldstein() -> dict[str, float]:
    return {code: float(value) for code, value in rows(FOLDER / "goldstein.tsv", 2)}


@cache
def contexts_of_code(code: str) -> frozenset[str]:
    """The contexts that every event of a CAMEO code has."""
    return frozenset(context for start, context in rows(FOLDER / "code_contexts.tsv", 2) if code.startswith(start))


@lru_cache(maxsize=8192)
def contexts_of(lemma: str) -> tuple[str, ...]:
    """The contexts that a lemma tells."""
    return tuple(context for context, words in _contexts() if lemma in words)


@cache
def _contexts() -> tuple[tuple[str, Words], ...]:
    return tuple((context, Words.of(words)) for context, words in rows(FOLDER / "contexts.tsv", 2))
