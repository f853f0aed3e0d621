"""Modes, contexts, CAMEO code and intensity of an event whose type is known."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from service.enrich.events.circumstances.own_words import is_told_beside, own_words
from service.enrich.events.codes.cameo import code_of
from service.enrich.events.codes.content import Content
from service.enrich.events.codes.lexicon import (
    Mode,
    codes,
    contexts_of,
    contexts_of_code,
    goldstein_of,
    known_lemma,
    mode_of,
    modes,
)
from service.enrich.events.codes.plover import APPEAL_GOLDSTEIN, EVENT_TYPES
from service.enrich.events.event import Party
from service.enrich.events.grammar.light_verbs import LIGHT
from service.enrich.tree import Tree
from service.enrich.words import word_set

_MAX_MODES, _MAX_CONTEXTS = 2, 4
_MAX_WORDS = 40
"""Words below a trigger that are read for its modes and contexts."""

_CONTEXT_OF_SECTOR = {
    "MIL": "military", "LEG": "legislative", "JUD": "legal", "REL": "religion_ethnicity", "SPY": "intelligence",
    "CRM": "crime",
}  # fmt: skip
_BY_CODE = frozenset(("REQUEST", "REJECT", "THREATEN", "PROTEST"))
"""Types whose code is told by frames, where single words tell the mode less well."""

_DIPLOMATIC = (
    "022", "026", "027", "028", "032", "036", "037", "038", "039", "04", "05", "102", "106", "107", "108", "125", "126",
    "127", "1313", "134", "135", "139", "161", "164", "165", "114",
)  # fmt: skip
"""Codes of what states say to each other and do with each other's envoys."""

_WAR = "19"
"""Root of violence that is the military's where a state takes part in it."""

_SPEAK_FOR_STATES = frozenset(("GOV", None))
"""Sectors of who speaks for a state, or is one."""

_BY_MATTER = frozenset(("REQUEST", "REJECT"))
"""Types whose modes are matters: without one there is none."""

_QUESTION = "question"
"""What the opposition does to a minister is no investigation."""

_INVESTIGATORS = frozenset(("COP", "JUD", "SPY", "MIL"))
_INVESTIGATING = word_set("investigator detective inspector prosecutor")

_ARMED = frozenset(("ASSAULT", "MOBILIZE"))
"""Types of which those who act tell the means: "helicopters shelled the town"."""

_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))


@dataclass(frozen=True, slots=True)
class Naming:
    """How an event is named in PLOVER and CAMEO.

    Attributes:
        cameo: the code, and whether words tell it, not the type alone.
        score: PLOVER's, of the mode where there is one.
    """

    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: tuple[str, bool]
    score: float | None
    goldstein: float | None


def name(
    tree: Tree, trigger: int, event_type: str, actors: Sequence[Party], recipients: Sequence[Party], *,
    planned: bool = False, places: Collection[int] = (),
) -> Naming:  # fmt: skip
    """Name an event.

    Args:
        planned: whether it is told as what somebody will do.
        places: tokens of the names of places, which tell nothing of what is done.
    """
    lemma = _known(tree, trigger, event_type)
    around = _lemmas_below(tree, trigger, places)
    found = _modes(event_type, (lemma, tree.lowers[trigger]), around)
    if lemma == _QUESTION and not all(_investigates(tree, party) for party in actors):
        found = []
    outside = [party.head for party in recipients if tree.parts[party.head] == "PROPN"]
    outside += () if event_type in _ARMED else [party.head for party in actors]
    content = Content.of(tree, trigger, outside, above=_light_verb(tree, trigger), aims=event_type == "PROTEST")
    mode_code = found[0].code if found else None
    code, exact = code_of(event_type, lemma, content, mode_code, actors, planned=planned)
    found = _with_code(event_type, code, found)
    kind = EVENT_TYPES[event_type]
    score = kind.score if not found else found[0].score
    goldstein = APPEAL_GOLDSTEIN if code.startswith("02") else goldstein_of(code, kind.goldstein)
    contexts = _contexts(code, [lemma, *around], (*actors, *recipients))
    return Naming(tuple(mode.name for mode in found), contexts, (code, exact), score, goldstein)


def _investigates(tree: Tree, party: Party) -> bool:
    """Whether who questions somebody may do so to find out: police, courts, or who is not told."""
    told = party.mention_type != "implicit"
    return not told or party.sector in _INVESTIGATORS or tree.lemmas[party.head] in _INVESTIGATING


def _known(tree: Tree, trigger: int, event_type: str) -> str:
    """The trigger's lemma as the lexicon has it; from the word as it is written, where a lemmatizer spoiled it."""
    known = codes()
    found = [known_lemma(written, event_type) for written in (tree.lemmas[trigger], tree.lowers[trigger])]
    return next((lemma for lemma in found if (event_type, lemma) in known), tree.lemmas[trigger])


def _modes(event_type: str, written: Sequence[str], around: Iterable[str]) -> list[Mode]:
    """The modes that the trigger tells, else those that the words below it tell."""
    known = modes().get(event_type, ())
    told = [mode for mode in known if mode.words.meets(written)]
    return (told or [mode for mode in known if mode.words.meets(around)])[:_MAX_MODES]


def _with_code(event_type: str, code: str, told: list[Mode]) -> list[Mode]:
    """The modes that words tell, completed by what the code is of; of words, and of protests, by the code first."""
    mode = mode_of(event_type, code)
    if mode is not None and (event_type in _BY_CODE or not told):
        return [mode]
    return [] if event_type in _BY_MATTER else told


def _light_verb(tree: Tree, trigger: int) -> int | None:
    """The verb above a noun that says little more than that it happens: "held talks"."""
    verb = tree.heads[trigger]
    above = tree.relations[trigger] in ("obj", "nsubj:pass", "xcomp") and tree.lemmas[verb] in LIGHT
    return verb if above and tree.parts[trigger] == "NOUN" else None


def _contexts(code: str, lemmas: Iterable[str], parties: Sequence[Party]) -> tuple[str, ...]:
    """The contexts of a code, those of talk between states, and those that most words and parties tell."""
    certain = contexts_of_code(code)
    states = {party.country for party in parties if party.country and party.sector in _SPEAK_FOR_STATES}
    if code.startswith(_DIPLOMATIC) and len(states) > 1:
        certain |= {"diplomatic"}
    if code.startswith(_WAR) and any(party.kind == "country" for party in parties):
        certain |= {"military"}
    votes = Counter(context for lemma in lemmas for context in contexts_of(lemma))
    votes.update(_CONTEXT_OF_SECTOR[party.sector] for party in parties if party.sector in _CONTEXT_OF_SECTOR)
    ranked = sorted(votes, key=lambda context: (context not in certain, -votes[context], context))
    others = [context for context in ranked if context not in certain]
    return tuple(sorted((*certain, *others[: max(0, _MAX_CONTEXTS - len(certain))])))


def _lemmas_below(tree: Tree, trigger: int, places: Collection[int]) -> list[str]:
    """Lemmas of the content words below a trigger, and of the noun that a noun names it with."""
    end = tree.first[trigger] + _MAX_WORDS
    words = [word for word in own_words(tree, trigger, is_told_beside) if word <= end and word != trigger]
    words = [word for word in words if tree.parts[word] in _CONTENT and not _is_only_a_name(tree, word, places)]
    found = [tree.lemmas[word] for word in words]
    head = tree.heads[trigger]
    if tree.relations[trigger] == "compound" and head != trigger:
        found.append(tree.lemmas[head])
    return found


def _is_only_a_name(tree: Tree, word: int, places: Collection[int]) -> bool:
    """Whether a word means nothing but its bearer: the Bank in "West Bank", the Democratic in a party's name."""
    return word in places or (tree.texts[word][:1].isupper() and tree.lemmas[word].startswith(_OF_PARTIES))


_OF_PARTIES = "democrat"
