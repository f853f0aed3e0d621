"""Where violence happened is not to whom it was done."""

from dataclasses import replace

from service.enrich.events.grammar.markers import preposition
from service.enrich.events.grammar.phrases import Phrases
from service.enrich.events.parties.arguments import Arguments
from service.enrich.tree import Tree


def without_the_place(tree: Tree, phrases: Phrases, arguments: Arguments) -> Arguments:
    """Arguments without a recipient that is likelier where it happened: "was blown up over Ukraine", "fired from Gaza".

    For violence alone: where aid is cut, say, a place stands for those who live there.
    """
    place = arguments.location
    if place is None or phrases.label(place[0].head) != "LOC" or preposition(tree, place[0].head) not in _PLACING:
        return arguments
    kept = [each for each in arguments.recipients if each[0].head != place[0].head or each[1] >= place[1]]
    return replace(arguments, recipients=kept)


_PLACING = frozenset(("in", "over", "near", "from", "off", "around", "outside", "across", "inside", "throughout"))
"""Prepositions of where an act happened or came from."""
