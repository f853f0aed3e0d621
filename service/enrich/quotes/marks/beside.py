"""A word of saying next to a run, and which words may be one."""

from dataclasses import dataclass

from service.enrich.quotes.attributions.cues import BESIDE_QUOTES, DOCUMENT, SPEECH
from service.enrich.quotes.attributions.sources import Source
from service.enrich.tree import Tree

REACH = 18
"""Tokens between a run and its word of saying."""

BREAKS = frozenset((",", "-", "–", "—"))
"""Marks between a run and what is written beside it."""

_BESIDE_RUNS = SPEECH | DOCUMENT | BESIDE_QUOTES
"""Words of saying that stand next to runs."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A word of saying next to a run.

    Attributes:
        cue: index of its token.
        first: first token of what is said: that of the run, or of the words before it ("Officials
            are "vigilant," said Raub").
    """

    cue: int
    source: Source
    first: int


def is_cue(tree: Tree, index: int, lemmas: frozenset[str] = _BESIDE_RUNS) -> bool:
    """Whether a token is a word of saying."""
    return tree.parts[index] == "VERB" and tree.relations[index] != "amod" and tree.lemmas[index] in lemmas
