"""Harm that nobody means to do: by what happened, by vehicles that run into something, by falls out of them."""

from service.enrich.events.grammar.markers import preposition
from service.enrich.events.grammar.voice import is_passive
from service.enrich.tree import Tree
from service.enrich.words import word_set

_HARM = word_set("kill injure wound hurt die crush death injury")
_ACCIDENTS = word_set(
    """
    accident crash collision collide overturn capsize derail derailment earthquake quake flood landslide mudslide
    avalanche cyclone hurricane typhoon tornado storm lightning stampede disaster wildfire
    """
)
_DISEASES = word_set(
    """
    disease virus infection outbreak epidemic pandemic dengue cholera malaria measles ebola influenza flu covid covid-19
    drought famine starvation heatwave
    """
)
"""What people die of for months, while others do them harm."""
_VEHICLES = word_set(
    """
    truck lorry bus minibus coach car jeep taxi train tram van motorcycle vehicle tractor boat ferry ship plane aircraft
    helicopter
    """
)
_RUNNING_INTO = word_set("hit smash collide crash overturn plunge skid fall flip run sink slam veer")
"""Harm that nobody means to do: by what happened, by disease, and by vehicles that run into something."""

_THROWING = word_set("eject throw fling toss hurl")
_RIDDEN = _VEHICLES | word_set("bicycle bike horse saddle seat pickup scooter suv")
"""What a crash throws those out of who ride in it or on it."""


def is_accident(tree: Tree, token: int) -> bool:
    """Whether the word at a token tells of such harm: "two were killed after a truck hit their car"."""
    hurts = tree.lemmas[token] in _HARM and any(
        _tells_of_accident(tree, child) for harm in _told_together(tree, token) for child in tree.children[harm]
    )
    return hurts or _is_thrown_out(tree, token)


def _told_together(tree: Tree, token: int) -> list[int]:
    """A word for harm and those beside it: "two were killed and nine injured when a bus overturned"."""
    first = tree.heads[token] if tree.relations[token] == "conj" else token
    return [token] + [
        each
        for each in (first, *(child for child in tree.children[first] if tree.relations[child] == "conj"))
        if each != token and tree.lemmas[each] in _HARM
    ]


def _is_thrown_out(tree: Tree, token: int) -> bool:
    """Whether somebody was thrown out of a vehicle by nobody: "was ejected from the car"."""
    if tree.lemmas[token] not in _THROWING or not is_passive(tree, token):
        return False
    marked = [(preposition(tree, child), tree.lemmas[child]) for child in tree.children[token]]
    return any(marker in ("from", "off") and noun in _RIDDEN for marker, noun in marked) and all(
        marker != "by" for marker, _ in marked
    )


def _tells_of_accident(tree: Tree, word: int) -> bool:
    """Whether a noun or clause below a word for harm tells of an accident."""
    if tree.relations[word] not in ("obl", "obl:agent", "nmod", "advcl", "nsubj"):
        return False
    if tree.lemmas[word] in _ACCIDENTS:
        return True
    if tree.lemmas[word] in _DISEASES:
        alone = all(tree.relations[child] != "conj" for child in tree.children[word])
        return alone and (tree.relations[word] == "nsubj" or preposition(tree, word) in ("by", "from", "of"))
    return tree.lemmas[word] in _RUNNING_INTO and any(
        tree.lemmas[child] in _VEHICLES for child in tree.children[word] if tree.relations[child] == "nsubj"
    )
