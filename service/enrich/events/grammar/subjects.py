"""The subject of a verb, its own or one that it shares with the word above it."""

from collections.abc import Callable

from service.enrich.actors.reading.document import POSSESSIVE
from service.enrich.days import MONTHS, WEEKDAYS
from service.enrich.events.grammar.inline_datelines import is_in_dateline
from service.enrich.events.grammar.markers import is_infinitive, preposition, subordinator
from service.enrich.events.grammar.voice import is_passive, told_behind_a_quote
from service.enrich.function_words import RELATIVE_PRONOUNS
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import CLAUSES_OF_VERBS, CONTENT_CLAUSES, OWN_CLAUSES, TENSED
from service.enrich.words import word_set

OBJECT_CONTROL = word_set(
    """
    accuse charge suspect blame convict arrest sentence detain jail criticize criticise condemn praise thank stop
    prevent urge ask persuade order force tell invite encourage warn allow advise instruct require call press
    push compel command request implore beg bar ban forbid enable help permit
    """
)
"""Verbs whose object is the subject of the infinitive or gerund below them."""

_PREDICATES = ("VERB", "AUX", "ADJ")
"""Parts of speech of words that have a subject to share."""

_DAYS = WEEKDAYS | MONTHS
"""Names that stand before a verb and tell when."""

_DEEPEST = 4
"""Words above a verb that are asked for a shared subject."""


def nobody(_: int) -> None:
    """No owner, whatever the noun: for ``Subjects`` of which only those count that stand there."""


class Subjects:
    """Finds the subjects in one document.

    Args:
        owner: tells whose act an infinitive below a noun is, by the noun: "Russia's plan to acquire".
    """

    def __init__(self, tree: Tree, owner: Callable[[int], int | None]) -> None:
        self._tree, self._owner = tree, owner

    def of(self, verb: int, depth: int = 0) -> int | None:
        """The subject of a verb: its own, else the one that it shares with the verb or noun above it."""
        tree = self._tree
        passive = is_passive(tree, verb)
        own = self.own(verb)
        if own is not None:
            return self.antecedent(own, verb)
        if depth > _DEEPEST or tree.heads[verb] == verb:
            return None
        head, relation = tree.heads[verb], tree.relations[verb]
        if relation.startswith("acl"):
            return self._owner(head) if is_infinitive(tree, verb) and not passive else head
        if relation == "conj":
            if is_passive(tree, head) == passive or tree.parts[head] in _PREDICATES:
                return self.of(head, depth + 1)
            return None
        if relation in CLAUSES_OF_VERBS and tree.parts[head] in (*_PREDICATES, "NOUN"):
            if relation in CONTENT_CLAUSES and not is_infinitive(tree, verb):
                return None
            controlled = self._controlled(head)
            if controlled is not None and (
                relation == "xcomp"
                or subordinator(tree, verb) in ("of", "for", "from", "to")
                or (passive and relation == "advcl" and controlled < verb and tree.tags[verb] == "VBN")
            ):
                return controlled
            return self.of(head, depth + 1)
        return None

    def own(self, verb: int) -> int | None:
        """The subject that hangs on a verb itself."""
        tree = self._tree
        speaker = told_behind_a_quote(tree, verb)
        if speaker is not None:
            return speaker
        for child in tree.children[verb]:
            told = tree.relations[child] in ("nsubj", "nsubj:pass", "nsubj:outer")
            if told and not _is_possessor(tree, child) and not is_in_dateline(tree, child):
                return child
        return self._misread(verb)

    def _misread(self, verb: int) -> int | None:
        """A name before a finite verb that the tree calls its object: "Oshima, the coordinator, demanded"."""
        tree = self._tree
        if tree.tags[verb] not in TENSED or tree.relations[verb] not in OWN_CLAUSES:
            return None
        for child in tree.children[verb]:
            if (
                child < verb
                and tree.parts[child] == "PROPN"
                and tree.relations[child] in ("obj", "iobj", "obl", "obl:unmarked")
                and tree.lowers[child] not in _DAYS
                and not any(tree.relations[each] == "case" for each in tree.children[child])
            ):
                return child
        return None

    def antecedent(self, subject: int, verb: int) -> int:
        """The noun that a relative pronoun stands for, else the subject itself."""
        tree = self._tree
        if tree.lowers[subject] not in RELATIVE_PRONOUNS:
            return subject
        clause = verb
        while tree.relations[clause] == "conj" and tree.heads[clause] != clause:
            clause = tree.heads[clause]
        return tree.heads[clause] if tree.relations[clause].startswith("acl") else subject

    def _controlled(self, governor: int) -> int | None:
        """Who an infinitive or gerund below a verb is about, where that is the verb's object."""
        tree = self._tree
        if tree.lemmas[governor] not in OBJECT_CONTROL:
            return None
        for child in tree.children[governor]:
            if tree.relations[child] in ("obj", "iobj", "nsubj:pass"):
                return self.antecedent(child, governor)
        if tree.lemmas[governor] == "call":
            for child in tree.children[governor]:
                if tree.relations[child] == "obl" and preposition(tree, child) in ("on", "for", "upon"):
                    return child
        if tree.relations[governor].startswith("acl") and is_passive(tree, governor):
            return tree.heads[governor]
        return None


def _is_possessor(tree: Tree, noun: int) -> bool:
    """Whether a noun only owns what follows: "the healer's killing", whatever the tree takes it for."""
    return any(tree.lowers[child] in POSSESSIVE and child > noun for child in tree.children[noun])
