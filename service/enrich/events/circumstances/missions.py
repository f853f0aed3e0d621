"""Embassies, bases and ships, which do not lie in the country whose adjective stands before them."""

from service.enrich.places.place import Place
from service.enrich.tree import Tree
from service.enrich.words import word_set

_ABROAD = word_set(
    """
    embassy consulate mission delegation base outpost garrison camp post ship vessel warship destroyer frigate submarine
    tanker freighter boat trawler plane aircraft airliner jet helicopter drone convoy school restaurant pub bank company
    hospital church mosque cemetery checkpoint compound
    """
)
"""Lemmas of what a country, its people or its forces have in others."""


def is_abroad(tree: Tree, word: int, place: Place) -> bool:
    """Whether a place that only an adjective tells does not say where such a thing is: "the Peruvian embassy".

    Args:
        tree: of the document.
        word: the head of the phrase in which the place is named.
        place: the place.
    """
    return place.kind in ("demonym", "modifier") and tree.lemmas[word] in _ABROAD
