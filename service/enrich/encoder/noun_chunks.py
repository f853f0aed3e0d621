"""Base noun phrases from trees with the labels of Universal Dependencies.

spaCy's own iterator for English reads other labels. A chunk is a nominal with what stands before it
and belongs to it (determiner, adjectives, numbers, compounds, a possessor), and what makes one name
with it; prepositions, relative clauses and further members of a list are left out.
"""

from collections.abc import Iterator

from spacy.symbols import NOUN, PRON, PROPN
from spacy.tokens import Doc, Span, Token

NOMINALS = frozenset((NOUN, PROPN, PRON))

BEFORE = frozenset(
    ("det", "det:predet", "amod", "nummod", "nmod:poss", "compound", "nmod:desc", "nmod:unmarked", "advmod", "punct")
)
"""Relations of what belongs to a chunk when it stands before the nominal."""

AFTER = frozenset(("flat", "fixed", "goeswith"))
"""Relations of what belongs to it behind the nominal as well."""

NOT_HEADS = AFTER | {"compound", "nmod:desc", "nmod:unmarked", "det", "discourse", "reparandum"}
"""Relations of nominals that are part of another one's chunk."""


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """Start, end (exclusive) and label of each chunk, in tokens, in order and without overlap.

    Raises:
        ValueError: the document has no dependency tree.
    """
    doc = doclike.doc
    if not doc.has_annotation("DEP"):
        raise ValueError("noun chunks need a dependency tree")
    label = doc.vocab.strings.add("NP")
    reached = 0
    for token in doclike:
        if token.pos in NOMINALS and not (token.dep_ in NOT_HEADS and token.head.pos in NOMINALS):
            start, end = _extent(token)
            if start >= reached:
                yield start, end, label
                reached = end


def _extent(nominal: Token) -> tuple[int, int]:
    start = nominal.i
    # From the nearest outwards: the first thing that does not belong ends the chunk.
    for child in reversed(list(nominal.lefts)):
        if child.is_space:
            continue
        if child.dep_ not in BEFORE and child.dep_ not in AFTER:
            break
        start = child.left_edge.i
    tokens = nominal.doc[start : nominal.i + 1]
    while len(tokens) > 1 and (tokens[0].is_punct or tokens[0].is_space):
        tokens = tokens[1:]
    end = nominal.i + 1
    for child in nominal.rights:
        if child.dep_ not in AFTER:
            break
        end = child.right_edge.i + 1
    return tokens[0].i, end
