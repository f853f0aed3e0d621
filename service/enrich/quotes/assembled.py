"""A whole quotation before its speaker is known, and which of two stays where both have the same words."""

from typing import NamedTuple

from service.enrich.quotes.attributions.attribution import Attribution
from service.enrich.quotes.attributions.sources import Source
from service.enrich.quotes.quotations import Kind, Span
from service.enrich.tree import Tree


class Assembled(NamedTuple):
    """An attribution with its whole content.

    Attributes:
        content: in code points.
        goes_on: index, among all assembled, of the quotation that this one goes on with.
        introduced: who acts in the sentence between the two.
    """

    attribution: Attribution
    content: tuple[Span, ...]
    kind: Kind
    goes_on: int | None = None
    introduced: Source | None = None


def one_of(tree: Tree, new: Assembled, old: Assembled) -> Assembled | None:
    """Which of two quotations stays: 'Holm said, "It rains," he said' is one; None where both do.

    What somebody says that another one said is a quotation of its own, and so is what no marks hold.
    """
    if "indirect" in (new.kind, old.kind) or _is_inside(tree, new, old) or _is_inside(tree, old, new):
        return None
    if _holds(old.content, new.content):
        return old
    longer = len(new.content) == len(old.content) and _holds(new.content, old.content)
    return new if longer and _has_pronoun(tree, old) else None


def _is_inside(tree: Tree, saying: Assembled, said: Assembled) -> bool:
    """Whether the words of saying of a quotation stand in what another one says."""
    cue = saying.attribution.cue
    return cue is not None and said.content[0][0] <= tree.offsets[cue[0]] < said.content[-1][1]


def _has_pronoun(tree: Tree, each: Assembled) -> bool:
    """Whether a pronoun is all that tells whose words they are."""
    source = each.attribution.source
    return source is not None and tree.parts[source.head] == "PRON"


def _holds(content: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    """Whether every piece of another content lies in one of a content's own."""
    return all(any(start <= first and last <= end for start, end in content) for first, last in other)
