"""What an event is about: the words below its trigger, the nearest first, and the frames that two of them make."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from service.enrich.events.codes.lexicon import Words
from service.enrich.tree import Tree
from service.enrich.words import word_set

_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "ADV", "ADP", "NUM", "INTJ", "X"))
"""Parts of speech of words that tell something; ADP for "call off" and "sanctions against"."""

_ASIDE = frozenset(("acl:relcl", "parataxis", "appos", "punct", "cc", "discourse", "vocative"))
"""Relations of what is said beside the matter."""

_BACKGROUND = word_set("after following since during before amid despite until at")
_CIRCUMSTANCES = _BACKGROUND | word_set("because although while as though when if")
"""Words before nouns, and before clauses, that went along with an event and are no part of it."""

_GOVERNED = word_set("to for of from in on with against into by")
"""Words before clauses that tell what was meant or done; others stand beside it."""

_TRIED = Words.of("attempt try plot bid fail foil thwart escape survive")

_MAX_KNOWN = 16384
"""Words whose frames are kept."""

_MAX_WORDS = 60
"""Words below a trigger that are read."""


@dataclass(frozen=True, slots=True)
class Content:
    """The words that tell what an event is about.

    Attributes:
        depth: steps from the trigger, by token; the trigger's own is 0.
    """

    tree: Tree
    trigger: int
    depth: dict[int, int]

    @classmethod
    def of(
        cls, tree: Tree, trigger: int, outside: Collection[int] = (), *, above: int | None = None, aims: bool = False
    ) -> "Content":
        """The content of an event.

        Args:
            outside: tokens that stand for others than what it is about, with all below them: who acts.
            aims: whether clauses beside it tell what it is for: "marched, demanding reforms".
            above: a verb that says little more than that the trigger happens; what it governs belongs to the event.
        """
        depth = {trigger: 0}
        waiting = deque((trigger,))
        if above is not None:
            depth[above] = 1
            waiting.append(above)
        while waiting and len(depth) < _MAX_WORDS:
            word = waiting.popleft()
            for child in tree.children[word]:
                if child in depth or child in outside or _aside(tree, child, aims, depth[word] == 0):
                    continue
                depth[child] = depth[word] + 1
                waiting.append(child)
        kept = {token: steps for token, steps in depth.items() if tree.parts[token] in _CONTENT}
        return cls(tree, trigger, kept)

    def told(self, table: "FrameTable") -> dict[int, int]:
        """The frames of a table that are told, by their number, and how near to the trigger."""
        found: dict[int, int] = {}
        for token, steps in self.depth.items():
            if self.tree.parts[token] == "PROPN":
                continue
            for number in table.of_word(self.tree.lemmas[token], self.tree.lowers[token]):
                if number not in found and self._is(token, table.frames[number]):
                    found[number] = steps
        return found

    def acts(self, words: Words) -> bool:
        """Whether a verb among some words is told."""
        tree = self.tree
        return any(tree.parts[token] == "VERB" and _among(words, tree, token) for token in self.depth)

    def is_tried(self) -> bool:
        """Whether the trigger is told as what was only tried: "an attempt to kill", "assassination attempt"."""
        near = (self.trigger, self.tree.heads[self.trigger], *self.tree.children[self.trigger])
        return any(_among(_TRIED, self.tree, token) for token in near)

    def _is(self, token: int, frame: "Frame") -> bool:
        """Whether a word that a frame is told by has beside it what the frame asks for."""
        tree = self.tree
        near = (*tree.children[token], tree.heads[token])
        if frame.unless is not None and any(_among(frame.unless, tree, other) for other in near):
            return False
        return frame.beside is None or any(_among(frame.beside, tree, other) for other in self._on_line(token))

    def _on_line(self, token: int) -> Iterator[int]:
        """The other words above or below a word."""
        first, last = self.tree.first, self.tree.last
        for other in self.depth:
            below = first[token] <= other <= last[token]
            above = first[other] <= token <= last[other]
            if other != token and (below or above):
                yield other


@dataclass(frozen=True, slots=True)
class Frame:
    """A word, and one that must stand above or below it.

    Attributes:
        unless: words that may not stand beside it.
    """

    words: Words
    beside: Words | None = None
    unless: Words | None = None

    @classmethod
    def of(cls, words: str, beside: str = "", unless: str = "") -> "Frame":
        """Read the cells of a table; empty ones ask for nothing."""
        return cls(Words.of(words), Words.of(beside) if beside else None, Words.of(unless) if unless else None)


class FrameTable:
    """The frames of a table, found by the words that tell them."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self.frames = tuple(frames)
        self._known: dict[tuple[str, str], tuple[int, ...]] = {}
        self._whole: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        for number, frame in enumerate(self.frames):
            for words, numbers in ((frame.words.whole, self._whole), (frame.words.stems, self._stems)):
                for word in words:
                    numbers.setdefault(word, []).append(number)
        self._lengths = sorted(set(map(len, self._stems)))

    def of_word(self, lemma: str, lower: str) -> tuple[int, ...]:
        """Numbers of the frames that a word tells, ascending."""
        found = self._known.get((lemma, lower))
        if found is None:
            if len(self._known) >= _MAX_KNOWN:
                self._known.clear()
            found = self._known[lemma, lower] = tuple(sorted(self._of_forms({*_forms(lemma), *_forms(lower)})))
        return found

    def _of_forms(self, forms: Iterable[str]) -> set[int]:
        found: set[int] = set()
        for form in forms:
            found.update(self._whole.get(form, ()))
            for length in self._lengths:
                found.update(self._stems.get(form[:length], ()))
        return found


def _aside(tree: Tree, word: int, aims: bool, of_trigger: bool) -> bool:
    relation = tree.relations[word]
    if relation in _ASIDE or (of_trigger and relation == "conj"):
        return True
    before = {tree.lowers[child] for child in tree.children[word] if tree.relations[child] == "case"}
    marks = {tree.lowers[child] for child in tree.children[word] if tree.relations[child] == "mark"}
    if before & _BACKGROUND or marks & _CIRCUMSTANCES:
        return True
    return relation == "advcl" and not aims and not (marks | before) & _GOVERNED


@lru_cache(maxsize=16384)
def _forms(lemma: str) -> tuple[str, ...]:
    """A lemma, and what it may stand for where a lemmatizer left an ending over ("weapons", "lifted")."""
    forms = [lemma]
    for end, more in (("s", ("",)), ("es", ("",)), ("ed", ("", "e")), ("ing", ("", "e"))):
        stem = lemma.removesuffix(end)
        if stem != lemma and len(stem) > _SHORTEST:
            forms += [stem + each for each in more]
    return tuple(forms)


_SHORTEST = 2
"""Letters that every stem has more of."""


def _among(words: Words, tree: Tree, token: int) -> bool:
    """Whether a word is among some; as it is written, too: lemmatizers spoil some words."""
    return _are(words, tree.lemmas[token], tree.lowers[token])


@lru_cache(maxsize=65536)
def _are(words: Words, lemma: str, lower: str) -> bool:
    return any(form in words for written in (lemma, lower) for form in _forms(written))
