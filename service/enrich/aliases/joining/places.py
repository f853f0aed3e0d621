"""Names of one place: short forms of countries, "City, State", initials."""

from collections.abc import Sequence

from service.enrich.aliases.joining.sets import DisjointSets
from service.enrich.aliases.names.countries import country_words
from service.enrich.aliases.names.names import Name


def join_places(
    sets: DisjointSets, keys: Sequence[int], words_of: Sequence[tuple[str, ...]], names: Sequence[Name]
) -> None:
    """Join the names of each place.

    Args:
        sets: of all names; joined in place.
        keys: indexes of the places' names, in the order of first mention.
        words_of: words by index; those of its country for a capital that stands for it.
        names: by index.
    """
    known: dict[tuple[str, ...], int] = {}
    for key in keys:
        other = known.setdefault(country_words(words_of[key]), key)
        sets.join(other, key)
    for key in keys:
        # "Evansville" of "Evansville, Indiana", "Washington" of "Washington D.C."
        words = words_of[key]
        head, comma, _ = names[key].surface.partition(",")
        length = len(head.split()) if comma else len(words) - 1 if words[-1] == "dc" else 0
        shorter = known.get(words[:length]) if 0 < length < len(words) else None
        if shorter is not None:
            sets.join(shorter, key)
