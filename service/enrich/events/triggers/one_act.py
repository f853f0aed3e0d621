"""Of several words that name one act together, the one that is its trigger: "held talks", "cyber attacks"."""

from collections.abc import Iterable

from service.enrich.events.grammar.in_other_words import tells_in_other_words
from service.enrich.events.grammar.side_by_side import is_less_of_a_trial, tell_one_act, tell_one_deed
from service.enrich.events.triggers.trigger import Trigger
from service.enrich.tree import Tree
from service.enrich.words import word_set

_SAME_ACT = frozenset(
    ("obj", "compound", "compound:prt", "xcomp", "flat", "amod", "fixed", "nsubj:pass", "obl", "advcl", "conj", "nmod")
)
"""Relations between two words that may name one act together, such as "held" and "talks"."""


def without_doubles(tree: Tree, triggers: Iterable[Trigger]) -> list[Trigger]:
    """Of words of one type that name one act together, keep the most probable; who announces an act does none."""
    kept: list[Trigger] = []
    at: dict[int, list[Trigger]] = {}
    for trigger in sorted(triggers, key=lambda each: _rank(tree, each)):
        near = range(trigger.token - _FURTHEST_AGAIN, trigger.token + _FURTHEST_AGAIN + 1)
        if not any(_one_act(tree, other, trigger) for token in near for other in at.get(token, ())):
            kept.append(trigger)
            at.setdefault(trigger.token, []).append(trigger)
    return sorted(kept, key=lambda each: each.token)


def _rank(tree: Tree, trigger: Trigger) -> tuple[bool, bool, bool, float]:
    """Order of words for one act, best first: what is announced, what is sure, what tells more, what is likelier."""
    announces = tree.lemmas[trigger.token] in _ANNOUNCING
    return announces, trigger.lacks > 0, _tells_less(tree, trigger.token), -trigger.chance


def _tells_less(tree: Tree, word: int) -> bool:
    """Whether another word tells an act better: whom "him" stands for, "agreed and took the offer"."""
    objects = [child for child in tree.children[word] if tree.relations[child] == "obj"]
    by_pronoun = bool(objects) and all(tree.parts[each] == "PRON" for each in objects)
    goes_on = by_pronoun and tree.relations[word] in _LATER
    later = [each for each in tree.children[word] if tree.relations[each] == "conj" and each == word + 2]
    ends = not objects and any(_has_object(tree, each) and not tell_one_deed(tree, word, each) for each in later)
    return goes_on or ends or is_less_of_a_trial(tree, word)


def _has_object(tree: Tree, verb: int) -> bool:
    return any(tree.relations[child] == "obj" for child in tree.children[verb])


_LATER = frozenset(("conj", "advcl", "acl", "parataxis"))
"""Relations of a verb that goes on with what was told before."""


def _one_act(tree: Tree, first: Trigger, second: Trigger) -> bool:
    earlier, later = sorted((first.token, second.token))
    if first.type == second.type and _is_told_again(tree, earlier, later, first.type):
        return True
    if later - earlier > _FURTHEST:
        return False
    if first.type != second.type:
        return _is_compound(tree, first.token, second.token)
    if _is_warranted(tree, earlier, later):
        return True
    if tree.lowers[earlier : later + 1] == ["house", "arrest"]:
        return True  # whatever trees take it for
    if tree.heads[second.token] == first.token:
        relation = tree.relations[second.token]
    elif tree.heads[first.token] == second.token:
        relation = tree.relations[first.token]
    else:
        return False
    if relation == "ccomp":
        return tree.lemmas[min(first.token, second.token)] in _ANNOUNCING
    return relation in _SAME_ACT - {"conj"} or (relation == "conj" and abs(first.token - second.token) == 1)


def _is_told_again(tree: Tree, earlier: int, later: int, event_type: str) -> bool:
    """Whether the later of two words of a type only says the same again, or how it was done or ended."""
    return tell_one_act(tree, earlier, later, event_type) or tells_in_other_words(tree, earlier, later, event_type)


def _is_compound(tree: Tree, first: int, second: int) -> bool:
    """Whether a word and the noun behind it are one name of an act: "cyber attacks", "ceasefire talks"."""
    first, second = sorted((first, second))
    return second == first + 1 and tree.heads[first] == second and tree.relations[first] in ("compound", "amod")


def _is_warranted(tree: Tree, warrant: int, arrest: int) -> bool:
    """Whether the second of two words is what a warrant is for: "a warrant for his arrest"."""
    between = tree.lowers[warrant + 1 : arrest]
    return tree.lemmas[warrant] == "warrant" and tree.lemmas[arrest] in _WARRANTED and between[:1] in (["for"], ["of"])


_WARRANTED = frozenset(("arrest", "detention"))

_ANNOUNCING = word_set("announce say declare state confirm")
"""Verbs that name no act beside the one that they announce."""

_FURTHEST = 6
"""Tokens between two words of one act."""

_FURTHEST_AGAIN = 30
"""The same where the tree tells that the second says the same again."""
