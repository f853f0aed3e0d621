"""The country whose police, courts and ministries a story need not name: the one that it is mostly about."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from service.enrich.actors.description import Actor
from service.enrich.actors.reading.lexicon import SUPRANATIONAL
from service.enrich.tree import Tree


def story_country(
    mostly: str | None,
    clusters: Sequence[Any],
    actors: Mapping[str, Actor],
    tree: Tree,
    country_at: Callable[[int], str | None],
    outlet: str | None = None,
) -> str | None:
    """The country that a document is mostly about, unless as many mentions are of persons and bodies of another.

    "Congress presses Obama to help Iran" is about Iran, and tells of no Iranian congress. Bodies that bear the country
    in their name do not speak against it, wherever they are: the Syrian Observatory for Human Rights, in Britain. Where
    most are of the outlet's country, it is that one: Seoul's prosecutors, who look into what was done to the North.

    Args:
        mostly: the country that the places of the document tell.
        clusters: of the document.
        actors: of the clusters, by their ids.
        tree: of the document.
        country_at: country of the place or nation at a token.
        outlet: its country; None where it is not known.
    """
    own, others = 0, Counter[str]()
    for cluster in clusters:
        actor = actors.get(cluster.id)
        if actor is None or actor.country is None:
            continue
        if actor.country == mostly:
            own += len(cluster.mentions)
        elif (
            actor.kind in _ACTING
            and actor.country not in SUPRANATIONAL
            and not (_bears(cluster, mostly, tree, country_at))
        ):
            others[actor.country] += len(cluster.mentions)
    if not others or own > max(others.values()):
        return mostly
    return outlet if others[outlet or ""] > _AT_HOME * (own + others.total()) else None


_AT_HOME = 0.67
"""Share of the mentions of persons and bodies from which those of the outlet's country make a story its own."""


_ACTING = frozenset(("person", "organization"))


def _bears(cluster: Any, country: str | None, tree: Tree, country_at: Callable[[int], str | None]) -> bool:
    """Whether the name of a body contains that of a country or its people."""
    name = next((mention for mention in cluster.mentions if mention.kind == "named"), None)
    if name is None or cluster.type != "ORG" or country is None:
        return False
    tokens = range(bisect_left(tree.offsets, name.start), bisect_left(tree.offsets, name.end))
    return any(country_at(token) == country for token in tokens)
