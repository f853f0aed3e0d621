"""Sentences as quotations see them: one may hold a quotation of several sentences."""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from service.enrich.quotes.marks.runs import Run
from service.enrich.sentences import ABBREVIATIONS
from service.enrich.tree import Tree
from service.enrich.word_classes import MARKED, WordClass

SENTENCE_FINAL = frozenset((".", "!", "?", "…"))

_STARTS = frozenset(
    (
        "He",
        "She",
        "It",
        "They",
        "We",
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "But",
        "Mr",
        "Mrs",
        "Ms",
        "Mr.",
        "Mrs.",
        "Ms.",
    )
)
"""Words that begin a sentence when an abbreviation ("Inc.") stands before them."""

_BREAKS = WordClass(lambda text: text in SENTENCE_FINAL or text.endswith(".") or text.isspace(), among=MARKED)
"""Words behind which a section may end."""


def quotation_sections(tree: Tree, quoted: list[int], runs: Sequence[Run]) -> list[int]:
    """Number of the section of each token, ascending.

    Full stops decide, not trees: what stands outside quotation marks never reaches across one, nor
    across a quotation that ends with one when a capital follows. After a question or exclamation
    mark inside quotation marks the section goes on ('"Why?" he asked').
    """
    finished = [tree.text[run.inner_start : run.inner_end].rstrip()[-1:] == "." for run in runs]
    texts = tree.texts
    breaks = _BREAKS.at(tree.words)
    edges = [bisect_left(tree.offsets, offset) for run in runs for offset in (run.start, run.end)]
    begun: list[int] = []
    ended = False
    before = -1
    # All other words stand in the section of the one before them.
    for index in sorted({0, *breaks, *[index + 1 for index in breaks], *edges}):
        if index == len(texts):
            break
        word, run = texts[index], quoted[index]
        if word.isspace():
            if "\n" in word:
                begun.append(index)
                ended = False
            continue
        if before != run and before >= 0 and finished[before] and (run >= 0 or word in tree.capitals):
            ended = True
        if ended and (run < 0 or run != before):
            begun.append(index)
        ended = run < 0 and (
            (word in SENTENCE_FINAL and not (texts[index - 1] in _ABBREVIATED and _is_of_word(texts, index)))
            or (word[-1] == "." and _abbreviates(texts, index))
        )
        before = run
    begins = np.zeros(len(texts), dtype=np.int64)
    begins[begun] = 1
    sections: list[int] = begins.cumsum().tolist()
    return sections


def _is_of_word(texts: list[str], full_stop: int) -> bool:
    """Whether a full stop ends no sentence but the word before it: "No. (3)", "approx. ten"."""
    word = texts[full_stop - 1]
    if texts[full_stop] != "." or not 0 < full_stop < len(texts) - 1:
        return False
    first, second = texts[full_stop + 1], texts[full_stop + 2 : full_stop + 3]
    numbered = first[0].isdigit() or (first == "(" and second != [] and second[0][0].isdigit())
    return numbered or (word not in _WORDS and first[0].islower())


_ABBREVIATED = ABBREVIATIONS | {word.capitalize() for word in ABBREVIATIONS}
_WORDS = frozenset(("no", "No", "fig"))
"""Abbreviations that are words, too, but before a number: "He said no. they left"."""


def _abbreviates(texts: list[str], index: int) -> bool:
    """Whether a word with a full stop may end a sentence: "Inc." before a word that begins one."""
    return len(texts[index]) > 2 and index + 1 < len(texts) and texts[index + 1] in _STARTS
