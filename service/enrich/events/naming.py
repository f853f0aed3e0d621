"""Modes, contexts, CAMEO code and intensity of an event whose type is known."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.enrich.events.event import Party
from service.enrich.events.lexicon import Mode, codes, contexts_of, goldstein_of, known_lemma, modes
from service.enrich.events.plover import APPEAL_GOLDSTEIN, EVENT_TYPES
from service.enrich.tree import Tree
from service.enrich.words import word_set

_MOST_MODES, _MOST_CONTEXTS = 2, 4
_MOST_WORDS = 40
"""Words below a trigger that are read for its modes and contexts."""

_CONTEXT_OF_SECTOR = {
    "MIL": "military", "LEG": "legislative", "JUD": "legal", "REL": "religion_ethnicity", "SPY": "intelligence",
    "CRM": "crime",
}  # fmt: skip
_UNCONVENTIONAL = frozenset(("CRM", "UAF", "CVL", "UNK", "OPP", "SOC"))
"""Sectors whose violence CAMEO counts as unconventional (root 18) where no weapon is told, not as an army's (19)."""

_INTENT = {
    "080": "035", "081": "0351", "083": "034", "0831": "0341", "084": "0353", "0841": "0353", "0842": "0353",
    "085": "0354", "086": "0355", "0861": "0355", "087": "0356", "0871": "0356", "0873": "0356", "0874": "0356",
}  # fmt: skip
"""CAMEO's codes of the intent to yield, by those of yielding."""

_WORDS_OF = {"AGREE": ("AGREE",), "CONCEDE": ("CONCEDE", "RETREAT")}
"""Types of words, what is promised or yielded by them, to those whose codes it tells: "agreed to free the men"."""

_SANCTIONS = word_set("sanction embargo boycott tariff")
"""What CAMEO's 085 is told by, where it is eased; of anything else it is 081."""

_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))


@dataclass(frozen=True, slots=True)
class Naming:
    """How an event is named in PLOVER and CAMEO.

    Attributes:
        cameo: the code, and whether the trigger itself tells it.
        score: PLOVER's, of the mode where there is one.
    """

    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: tuple[str, bool]
    score: float | None
    goldstein: float | None


def name(
    tree: Tree, trigger: int, event_type: str, actors: Sequence[Party], recipients: Sequence[Party], *,
    planned: bool = False,
) -> Naming:  # fmt: skip
    """Name an event.

    Args:
        planned: whether it is told as what somebody will do.
    """
    lemma = known_lemma(tree.lemmas[trigger], event_type)
    around = _lemmas_below(tree, trigger)
    found = _modes(event_type, lemma, around)
    code, exact = _code(event_type, lemma, around, found, actors)
    if planned and code in _INTENT:
        code, exact = _INTENT[code], False
    kind = EVENT_TYPES[event_type]
    score = kind.score if not found else found[0].score
    goldstein = APPEAL_GOLDSTEIN if code.startswith("02") else goldstein_of(code, kind.goldstein)
    contexts = _contexts([lemma, *around], (*actors, *recipients))
    return Naming(tuple(mode.name for mode in found), contexts, (code, exact), score, goldstein)


def _modes(event_type: str, lemma: str, around: Iterable[str]) -> list[Mode]:
    """The modes that the trigger tells, else those that the words below it tell."""
    known = modes().get(event_type, ())
    told = [mode for mode in known if lemma in mode.words]
    return (told or [mode for mode in known if mode.words.meets(around)])[:_MOST_MODES]


def _code(
    event_type: str, lemma: str, around: Sequence[str], found: Sequence[Mode], actors: Sequence[Party]
) -> tuple[str, bool]:
    told = codes().get((event_type, lemma))
    code = told or (found[0].code if found else _promised(event_type, (lemma, *around)))
    if code == "081" and not _SANCTIONS.isdisjoint(around):
        code = "085"
    untold = event_type == "ASSAULT" and code == EVENT_TYPES[event_type].code
    if untold and actors and all(party.sector in _UNCONVENTIONAL for party in actors):
        return "180", False
    return code, told is not None


def _promised(event_type: str, lemmas: Iterable[str]) -> str:
    """The code of the first lemma that tells what words promise or yield, else the type's own."""
    known = codes()
    told = (known.get((kind, lemma)) for lemma in lemmas for kind in _WORDS_OF.get(event_type, ()))
    return next((code for code in told if code is not None), EVENT_TYPES[event_type].code)


def _contexts(lemmas: Iterable[str], parties: Iterable[Party]) -> tuple[str, ...]:
    votes = Counter(context for lemma in lemmas for context in contexts_of(lemma))
    votes.update(_CONTEXT_OF_SECTOR[party.sector] for party in parties if party.sector in _CONTEXT_OF_SECTOR)
    ranked = sorted(votes, key=lambda context: (-votes[context], context))
    return tuple(sorted(ranked[:_MOST_CONTEXTS]))


def _lemmas_below(tree: Tree, trigger: int) -> list[str]:
    """Lemmas of the content words below a trigger, and of the noun that a noun names it with."""
    first, last = tree.first[trigger], min(tree.last[trigger], tree.first[trigger] + _MOST_WORDS)
    found = [tree.lemmas[t] for t in range(first, last + 1) if t != trigger and tree.parts[t] in _CONTENT]
    head = tree.heads[trigger]
    if tree.relations[trigger] == "compound" and head != trigger:
        found.append(tree.lemmas[head])
    return found
