"""Sentences as quotations see them: one may hold a quotation of several sentences."""

from service.enrich.quotes.runs import Run
from service.enrich.tree import Tree

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


def quotation_sections(tree: Tree, quoted: list[int], runs: list[Run]) -> list[int]:
    """Number of the section of each token, ascending.

    Full stops decide, not trees: what stands outside quotation marks never reaches across one, nor
    across a quotation that ends with one when a capital follows. After a question or exclamation
    mark inside quotation marks the section goes on ('"Why?" he asked').
    """
    finished = [tree.text[run.inner_start : run.inner_end].rstrip()[-1:] == "." for run in runs]
    sections: list[int] = []
    number = 0
    ended = False
    before = -1
    for index, word in enumerate(tree.texts):
        run = quoted[index]
        if word.isspace():
            number += "\n" in word
            ended = ended and "\n" not in word
            sections.append(number)
            continue
        if before >= 0 and run != before and finished[before] and (run >= 0 or word[0].isupper()):
            ended = True
        if ended and (run < 0 or run != before):
            number += 1
        following = tree.texts[index + 1] if index + 1 < len(tree.texts) else ""
        abbreviated = len(word) > 2 and word[-1] == "." and following in _STARTS
        ended = run < 0 and (word in SENTENCE_FINAL or abbreviated)
        before = run
        sections.append(number)
    return sections
