"""Names that stand beside a sentence and take no part in it: a dateline behind a headline, a legislator's town."""

from service.enrich.events.grammar.inline_datelines import is_in_dateline
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.tree import Tree

_PARTIES = frozenset("DRI")
"""What American papers put before the town of a member of a legislature: "D-Plymouth"."""


def is_aside(tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase is of a dateline, or tells of which party and town somebody is."""
    first = phrase.start if tree.texts[phrase.start] in _PARTIES else phrase.start - 2
    dash = first + 1
    town = first >= 0 and tree.texts[first] in _PARTIES and tree.texts[dash : dash + 1] == ["-"]
    return (town and tree.parts[first] != "PRON") or is_in_dateline(tree, phrase.head)
