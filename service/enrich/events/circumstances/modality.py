"""Whether an event happened, is planned, was tried, or did not happen: the rules of the codebook over the tree.

PLOVER's manual composes them with the type: to announce cooperation is to agree, to announce a withdrawal is to
concede, not to cooperate is to reject.
"""

from dataclasses import dataclass, replace
from typing import get_args

from service.enrich.events.circumstances.tenses import Tense, tense_of
from service.enrich.events.codes.plover import YIELDING
from service.enrich.events.event import Modality, Realis
from service.enrich.events.grammar.constructions import is_yet_to_be_made
from service.enrich.function_words import FUTURE_AUXILIARIES
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import AUXILIARIES, NOUNS, VERBS
from service.enrich.words import word_set

_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "without", "neither", "nor"))
_HYPOTHETICAL = frozenset(("could", "might", "may", "should", "must", "can", "ca"))
_WOULD = frozenset(("would", "'d", "’d"))
_CONDITIONS = frozenset(("if", "unless", "whether"))
_PLANS = word_set("plan intend prepare expect schedule set aim going due ready poise decide vow pledge promise agree")
_ATTEMPTS = word_set("try attempt seek fail bid struggle")
_THOUGHTS = word_set("consider contemplate mull weigh ponder")
"""Verbs of what somebody may do yet: "is considering sending aid"."""

_NOUNS_OF_PLANS = word_set("plan intention preparation proposal readiness willingness")
_PLANNED = word_set("plan propose schedule upcoming forthcoming impending")
"""Adjectives and participles before a noun for what is yet to come: "an upcoming visit"."""

_NOUNS_OF_ATTEMPTS = word_set("attempt effort bid try")

BECOMES_AGREEMENT = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
"""Types of which a plan is an AGREE."""

_MAX_ABOVE = 3
"""Infinitives between a trigger and the verb that plans or tries it."""

_REALIS: dict[str, Realis] = {each: each for each in get_args(Realis)}


@dataclass(frozen=True, slots=True)
class Signs:
    """What the words around a trigger say; ``would`` alone, that it is planned or hypothetical;
    ``conditional``, that it depends on something, as what would have happened does."""

    negated: bool = False
    future: bool = False
    hypothetical: bool = False
    would: bool = False
    conditional: bool = False
    attempted: bool = False
    background: bool = False
    denied: bool = False
    tense: Tense | None = None


def signs(tree: Tree, trigger: int) -> Signs:
    """Read the auxiliaries, negations and governing verbs of a trigger."""
    clause = clause_of(tree, trigger)
    found = replace(
        _auxiliaries(tree, clause),
        negated=is_negated(tree, trigger) or (clause != trigger and is_negated(tree, clause)),
    )
    found = replace(
        found,
        future=found.future or is_yet_to_be_made(tree, trigger) or _is_planned(tree, trigger),
        would=found.would and not tree.relations[trigger].startswith("nsubj"),  # "the raids would isolate them"
    )
    word = trigger
    for _ in range(_MAX_ABOVE):
        head, relation = tree.heads[word], tree.relations[word]
        if head == word or relation not in ("xcomp", "acl", "obj", "conj", "advcl"):
            break
        lemma = tree.lemmas[head]
        infinitive = any(
            tree.lowers[child] == "to" and tree.relations[child] == "mark" for child in tree.children[word]
        )
        if relation in ("xcomp", "advcl") and infinitive:
            if lemma in _PLANS:
                found = replace(found, future=True)
            elif lemma in _ATTEMPTS:
                found = replace(found, attempted=True)
            elif lemma == "be":
                found = replace(found, future=True)
            elif relation == "advcl":
                break
            found = replace(found, negated=found.negated or (lemma not in _ATTEMPTS and is_negated(tree, head)))
        elif relation in ("xcomp", "advcl") and lemma in _THOUGHTS and tree.tags[word] == "VBG":
            found = replace(found, hypothetical=True)
            break
        elif relation == "acl" and infinitive:
            if lemma in _NOUNS_OF_PLANS:
                found = replace(found, future=True)
            elif lemma in _NOUNS_OF_ATTEMPTS:
                found = replace(found, attempted=True)
            break
        elif relation != "conj":
            break
        word = head
    conditional = found.conditional or _conditional(tree, trigger)
    return replace(found, conditional=conditional, background=_long_ago(tree, trigger), denied=_is_denied(tree, clause))


def _is_planned(tree: Tree, noun: int) -> bool:
    """Whether a noun names what is only planned: "an upcoming visit", "plans for talks"."""
    if tree.parts[noun] not in NOUNS:
        return False
    if any(tree.lemmas[child] in _PLANNED for child in tree.children[noun] if tree.relations[child] == "amod"):
        return True
    plan = tree.relations[noun] == "nmod" and tree.lemmas[tree.heads[noun]] in _NOUNS_OF_PLANS
    return plan and any(tree.lowers[child] == "for" for child in tree.children[noun])


def compose(event_type: str, found: Signs, judged: str, *, historical: bool) -> tuple[str, Modality]:
    """The type and modality of an event.

    Args:
        event_type: as the words of the trigger tell it.
        found: the signs around the trigger.
        judged: of ``classes.REALIS``, by the heads; what is requested is told by an event of its own, the asking.
        historical: whether it is told as background.
    """
    realis = _REALIS.get(judged, "asserted")
    if found.would and realis == "hypothetical":
        found = replace(found, hypothetical=True)
    elif found.would:  # the "will" of what was said: "said its members would strike"
        found = replace(found, future=True)
    auxiliary = []
    if found.future and event_type in BECOMES_AGREEMENT:
        event_type = "REJECT" if found.negated else "AGREE"
        found = replace(found, negated=False)
        realis = "asserted" if event_type == "REJECT" else "planned"
    elif found.future and found.negated and event_type in YIELDING:  # "will not release them"
        event_type, realis = "REJECT", "asserted"
    elif found.future and event_type == "RETREAT":
        event_type, realis = "CONCEDE", "planned"
    if historical or found.background:
        auxiliary.append("historical")
    if (found.future or realis == "planned") and event_type not in ("THREATEN", "REJECT"):
        auxiliary.append("future")
        realis = realis if realis in ("planned", "ongoing") else "planned"
    if found.conditional or (found.hypothetical and event_type not in ("REJECT", "AGREE", "THREATEN")):
        auxiliary.append("hypothetical")
        realis = "hypothetical"
    if found.attempted and realis == "asserted" and event_type not in ("AGREE", "REQUEST", "CONSULT"):
        realis = "attempted"
    negative = found.negated and event_type != "REJECT"
    if negative:
        auxiliary.append("negation")
        realis = "denied" if realis in ("asserted", "ongoing") else realis
    if found.denied and realis in ("asserted", "ongoing", "attempted"):
        realis = "denied"
    tense = "future" if "future" in auxiliary and found.tense != "past" else found.tense
    return event_type, Modality("negative" if negative else "positive", realis, tense, tuple(auxiliary))


def clause_of(tree: Tree, trigger: int) -> int:
    """The verb whose tense is a trigger's: itself, or the verb above a noun."""
    word = trigger
    for _ in range(_MAX_ABOVE):
        if tree.parts[word] in VERBS or tree.heads[word] == word:
            return word
        if tree.relations[word] not in ("obj", "nsubj", "nsubj:pass"):
            return trigger
        word = tree.heads[word]
    return word if tree.parts[word] in VERBS else trigger


def _auxiliaries(tree: Tree, verb: int) -> Signs:
    future = hypothetical = would = perfect = False
    for child in tree.children[verb]:
        if not tree.relations[child].startswith(AUXILIARIES):
            continue
        lower = tree.lowers[child]
        future |= lower in FUTURE_AUXILIARIES
        hypothetical |= lower in _HYPOTHETICAL
        would |= lower in _WOULD
        perfect |= lower == "have"
    would_have = would and perfect
    return Signs(
        future=future,
        hypothetical=hypothetical,
        would=would and not would_have,
        conditional=would_have,
        tense=tense_of(tree, verb),
    )


def _is_denied(tree: Tree, verb: int) -> bool:
    """Whether somebody says that what a verb tells is not so: "denied that its soldiers had killed anybody"."""
    if tree.relations[verb] == "conj":
        verb = tree.heads[verb]
    above = tree.heads[verb]
    if tree.relations[verb] not in ("ccomp", "xcomp") or tree.lemmas[above] != "deny":
        return False
    return not is_negated(tree, above)


def _long_ago(tree: Tree, trigger: int) -> bool:
    """Whether so much time has gone by since: "four months after invading"."""
    return any(
        tree.lowers[child] in ("after", "since")
        and any(lemma in _LONG for lemma in tree.lemmas[max(0, child - 2) : child])
        for child in tree.children[trigger]
        if tree.relations[child] in ("mark", "case")
    )


_LONG = frozenset(("week", "month", "year", "decade"))


def is_negated(tree: Tree, word: int) -> bool:
    """Whether a word is negated, or done by nobody or to nobody: "did not fire", "no group has claimed it"."""
    return any(
        (tree.lowers[child] in _NEGATIONS and tree.relations[child] in _NEGATING)
        or (tree.relations[child] in _PARTIES and _is_nobody(tree, child))
        for child in tree.children[word]
    )


def _is_nobody(tree: Tree, word: int) -> bool:
    no = (child for child in tree.children[word] if tree.relations[child] == "det")
    return tree.lowers[word] in _NOBODY or any(tree.lowers[child] == "no" for child in no)


_NEGATING = frozenset(("advmod", "det", "mark", "aux", "cc:preconj", "case"))
_PARTIES = frozenset(("nsubj", "nsubj:pass", "obj"))
_NOBODY = frozenset(("nobody", "none", "no-one", "neither"))


def _conditional(tree: Tree, trigger: int) -> bool:
    """Whether the trigger, or a clause that it stands in, depends on a condition."""
    word = trigger
    for _ in range(_MAX_ABOVE + 1):
        for child in tree.children[word]:
            if tree.relations[child] == "mark" and tree.lowers[child] in _CONDITIONS:
                return True
        if tree.heads[word] == word or tree.relations[word] in ("ROOT", "parataxis", "acl:relcl"):
            return False
        word = tree.heads[word]
    return False
