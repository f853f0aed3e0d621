"""Acts that are only asked for: "recommended that the president suspend her", "a request for his suspension".

The asking is an event; what is asked for is none until somebody does it.
"""

from service.enrich.events.grammar.markers import preposition
from service.enrich.tree import Tree
from service.enrich.words import word_set

_DEMANDING = word_set("recommend demand request urge advocate")
"""Verbs whose object or clause is what somebody shall do."""

_DEMANDS = word_set("request call demand appeal recommendation petition plea")
"""Nouns behind which "for" tells what somebody shall do."""

_SAID_TOO = frozenset(("REQUEST", "AGREE", "THREATEN"))
"""Types of words that ask or promise themselves: "demanded an apology", "urged a deal" tell no deed."""


def is_asked_for(tree: Tree, token: int, event_type: str) -> bool:
    """Whether the word above an act asks for it."""
    if event_type in _SAID_TOO:
        return False
    above, relation = tree.heads[token], tree.relations[token]
    if relation == "obj":
        return tree.lemmas[above] in _DEMANDING and tree.parts[above] == "VERB"
    if relation == "nmod":
        return tree.lemmas[above] in _DEMANDS and preposition(tree, token) == "for"
    if relation == "obl":
        return tree.lemmas[above] == "call" and preposition(tree, token) == "for"
    return relation == "ccomp" and tree.lemmas[above] in _DEMANDING and _shall_be(tree, token)


def _shall_be(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what shall be and not what is: "that he resign", "that she be tried"."""
    words = (verb, *(child for child in tree.children[verb] if tree.relations[child].startswith("aux")))
    return any(tree.tags[word] in ("VB", "VBP") for word in words) and not any(
        tree.tags[word] in ("VBD", "VBZ") for word in words
    )
