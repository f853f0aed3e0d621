"""The tense of verbs: of what has none itself, that of the clause it belongs to."""

from typing import Literal

from service.enrich.function_words import FUTURE_AUXILIARIES
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import AUXILIARIES, PAST_FORMS, TENSED

Tense = Literal["past", "present", "future"]

_MAX_ABOVE = 8
"""Words between an "-ing" form and the verb of the clause it belongs to."""


def tense_of(tree: Tree, verb: int) -> Tense | None:
    """The tense of a verb: "has been" is of the present, "marched, accusing him" of the past; infinitives have none."""
    told = _finite(tree, verb)
    if told is not None:
        return told
    if tree.tags[verb] == "VBG":
        return "past" if _above(tree, verb) == "past" else "present"
    return "past" if tree.tags[verb] in PAST_FORMS else None


def is_past(tree: Tree, word: int) -> bool:
    """Whether a verb has the form of the past; taggers take "condemned" for a third person of the present at times."""
    tag = tree.tags[word]
    return tag == "VBD" or (tag == "VBZ" and tree.lowers[word].endswith("ed"))


def _finite(tree: Tree, verb: int) -> Tense | None:
    """The tense of the first auxiliary that has one, else of the verb itself."""
    words = [child for child in tree.children[verb] if tree.relations[child].startswith(AUXILIARIES)]
    return next((tense for word in (*words, verb) if (tense := _of_form(tree, word)) is not None), None)


def _of_form(tree: Tree, word: int) -> Tense | None:
    if tree.lowers[word] in FUTURE_AUXILIARIES:
        return "future"
    if tree.tags[word] not in TENSED:
        return None
    return "past" if is_past(tree, word) else "present"


def _above(tree: Tree, word: int) -> Tense | None:
    """The tense of the nearest clause above a word."""
    for _ in range(_MAX_ABOVE):
        if tree.heads[word] == word:
            return None
        word = tree.heads[word]
        if (tense := _finite(tree, word)) is not None or _has_modal(tree, word):
            return tense
    return None


def _has_modal(tree: Tree, verb: int) -> bool:
    """Whether a verb has an auxiliary of no tense: "would close it by arresting them"."""
    return any(tree.tags[child] == "MD" and tree.relations[child] == "aux" for child in tree.children[verb])
