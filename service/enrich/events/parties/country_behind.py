"""The country of a place behind a party's noun: "rebels in eastern Congo", "dozens of students from Lagos"."""

from collections.abc import Callable

from service.enrich.joined_names import PLACING
from service.enrich.tree import Tree

_DEEPEST = 3
"""Nouns between a party and the place: "tens of thousands of students in Jakarta"."""


def country_behind(tree: Tree, head: int, country_of: Callable[[int], str | None], depth: int = 0) -> str | None:
    """The country of a place that tells where those are whom a noun names; None where none does.

    Args:
        head: the noun.
        country_of: the country of the place at a token, if there is one.
    """
    if depth > _DEEPEST:
        return None
    for child in tree.children[head]:
        if child < head:
            continue
        if tree.relations[child] == "acl" or (depth and tree.relations[child] == "obj"):
            # "refugees fleeing the war in Liberia"
            country = country_behind(tree, child, country_of, depth + 1)
            if country is not None:
                return country
        if not (tree.relations[child].startswith("nmod") or (depth and tree.relations[child] == "obl")):
            continue
        prepositions = {tree.lowers[each] for each in tree.children[child] if tree.relations[each] == "case"}
        if not prepositions & PLACING:
            continue
        country = country_of(child) or country_behind(tree, child, country_of, depth + 1)
        if country is not None:
            return country
    return None
