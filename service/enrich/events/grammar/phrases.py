"""The noun phrases of a sentence that may be arguments, as the labelling guide bounds them.

A phrase goes without relative clauses, appositions and prepositional phrases other than with "of"; the
members of a coordination are phrases of their own.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from service.enrich.tree import Tree, names_of
from service.enrich.universal_dependencies import FINITE, NOMINALS, NOUNS

_MODIFIERS = frozenset(
    (
        "det", "det:predet", "amod", "compound", "nummod", "nmod:poss", "nmod:unmarked", "nmod:desc", "flat", "advmod",
        "fixed", "goeswith",
    )
)  # fmt: skip
"""Relations of what belongs to a phrase's core."""

_PARTS_OF_NAMES = frozenset(("compound", "flat", "flat:name", "fixed", "goeswith", "nummod", "det", "case", "advmod"))
"""Relations of words that head no phrase of their own inside another."""

_IN_A_PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM"))

_EXPLETIVE = frozenset(("expl", "discourse", "mark", "cc"))

_MAX_MODIFIERS = 30
"""Tokens on either side of a head: what is longer is a sentence misread."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase.

    Attributes:
        head: its head in the tree.
        key: the last word of its core: where labels mark it, and the heads score it.
        start, end: its tokens, end exclusive.
    """

    head: int
    key: int
    start: int
    end: int


Scored = tuple[Phrase, float]
"""A phrase with its probability."""


class Phrases:
    """Finds phrases by their heads.

    Args:
        doc: with names, where they are known.
        tree: of the document.
    """

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self._tree = tree
        self._name_at: dict[int, tuple[int, int]] = {}
        self._labels: dict[int, str] = {}
        for first, end, label, _ in names_of(doc):
            self._name_at.update(dict.fromkeys(range(first, end), (first, end)))
            self._labels.update(dict.fromkeys(range(first, end), label))

    def label(self, token: int) -> str:
        """The label of the name at a token, empty where there is none."""
        return self._labels.get(token, "")

    def between(self, start: int, end: int) -> list[Phrase]:
        """The phrases with heads among the tokens ``start`` to ``end`` (exclusive), in the order of their heads."""
        return [self.of(token) for token in range(start, end) if self._is_head(token)]

    def of(self, head: int) -> Phrase:
        """The phrase of a head."""
        tree = self._tree
        name = self._name_at.get(head)
        core = {head}
        if name is not None:
            core.update(range(*name))
        if name is None or tree.parts[head] != "ADJ":
            self._grow(head, core)
        start, end = _run(core, head)
        while end - 1 > head and not tree.texts[end - 1].isalnum() and tree.lowers[end - 1] in _CLOSERS:
            end -= 1
        key = self._last_of_core(head, end)
        whole = self._with_complement(end)
        start = self._with_strays(head, start)
        while start < head and (tree.parts[start] in ("PUNCT", "CCONJ", "SCONJ") or self._only_joins(start)):
            start += 1
        return Phrase(head, key, start, whole)

    def _is_head(self, token: int) -> bool:
        tree = self._tree
        part, relation = tree.parts[token], tree.relations[token]
        if relation in _EXPLETIVE or self._is_age(token):
            return False
        name = self._name_at.get(token)
        if name is not None:
            inside = name[0] <= tree.heads[token] < name[1] and tree.heads[token] != token
            return not inside
        if part in ("ADJ", "DET"):
            before = token + 1 < len(tree.parts) and tree.parts[token + 1] in NOUNS
            roles = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "conj")
            return part == "ADJ" and relation in roles and not before
        return part in NOMINALS and not (relation in _PARTS_OF_NAMES and part != "PRON")

    def _is_age(self, token: int) -> bool:
        """Whether a number tells how old somebody is: "Weber, 51, was freed"."""
        tree = self._tree
        return (
            token > 1
            and tree.texts[token].isdigit()
            and tree.texts[token - 1] == ","
            and self._labels.get(token - 2) == "PERSON"
        )

    def _grow(self, head: int, core: set[int]) -> None:
        """Add the modifiers of a phrase's core, with all that belongs to them."""
        tree = self._tree
        for child in tree.children[head]:
            if abs(child - head) > _MAX_MODIFIERS or child in core or self._stands_apart(head, child):
                continue
            if tree.relations[child] in _MODIFIERS and not (child > head and tree.relations[child] in _BEFORE):
                core.update(range(*self._modifier(child, head)) if child < head else (child,))
                if child > head:
                    self._grow(child, core)

    def _modifier(self, child: int, head: int) -> tuple[int, int]:
        """What stands from a modifier before a head to its end; where it holds a clause or more, it is misread."""
        tree = self._tree
        start, end = tree.first[child], tree.last[child] + 1
        clause = any(tree.tags[token] in FINITE for token in range(start, child))
        return child if clause else start, min(end, head)

    def _last_of_core(self, head: int, end: int) -> int:
        """The last word of a phrase's core, also where a name goes on with a preposition: "Bank" of "Bank of Japan"."""
        tree = self._tree
        for token in range(head + 1, end):
            if tree.parts[token] == "ADP" and tree.relations[token] == "case":
                return token - 1
        return end - 1

    def _with_strays(self, head: int, start: int) -> int:
        """The start of a phrase with the words right before it that the tree gives to a noun further back.

        In English modifiers stand before their noun: "German" of "the French minister and his German counterpart". A
        name is one modifier.
        """
        tree = self._tree
        while start > 0:
            first, end = self._name_at.get(start - 1, (start - 1, start))
            word = next((each for each in range(first, end) if not first <= tree.heads[each] < end), first)
            if (
                tree.relations[word] not in _BEFORE
                or not (tree.heads[word] < first or tree.heads[word] == head)
                or tree.parts[word] not in ("ADJ", "DET", "PRON", "NUM", "PROPN")
            ):
                break
            start = first
        return start

    def _only_joins(self, token: int) -> bool:
        """Whether a word only ties a phrase to the sentence, "against" of "against Abbas", or tells what a shot did.

        In "shot dead two guards" trees give "dead" to the guards.
        """
        tree = self._tree
        if tree.lowers[token] == "dead" and tree.lemmas[max(0, token - 1)] == "shoot":
            return True
        return tree.relations[token] in ("case", "mark") and tree.parts[tree.heads[token]] in ("NOUN", "PROPN", "VERB")

    def _stands_apart(self, head: int, child: int) -> bool:
        """Whether a word only stands beside a noun: "lawmakers Tuesday", "the president himself"."""
        tree = self._tree
        if self._labels.get(child) == "DATE" and self._labels.get(head) != "DATE":
            return True
        return child > head and tree.parts[child] == "PRON"

    def _with_complement(self, end: int) -> int:
        """The end of a phrase with its complement of "of", which must follow at once, whatever the tree gives it to."""
        tree = self._tree
        if end >= len(tree.texts) or tree.lowers[end] != "of":
            return end
        owner = tree.heads[end]
        if owner <= end or tree.relations[owner] != "nmod" or tree.parts[owner] == "VERB":
            return end
        return self.of(owner).end


_BEFORE = frozenset(("amod", "nummod", "det", "advmod", "nmod:poss", "compound"))
"""Modifiers that stand before their noun in English; behind it they belong to something else."""

_CLOSERS = frozenset(("'s", "’s", "'", "’", ",", '"', "”", ")", ";", ":", "-", "—", "–"))


def _run(tokens: Iterable[int], head: int) -> tuple[int, int]:
    """The unbroken run of tokens around a head, end exclusive."""
    found = set(tokens)
    start = end = head
    while start - 1 in found:
        start -= 1
    while end + 1 in found:
        end += 1
    return start, end + 1


def end_of_plain_phrase(tree: Tree, first: int) -> int:
    """Where a phrase without prepositions that begins at a token ends (exclusive), whatever the tree makes of it."""
    end = first
    while end < len(tree.parts) and tree.parts[end] in _IN_A_PHRASE:
        end += 1
    return end
