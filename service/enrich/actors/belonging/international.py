"""Bodies of many countries by the words of their names: the International Seed Federation, Pilots Without Borders."""

from collections.abc import Sequence
from itertools import pairwise

from service.enrich.words import word_set

_EVERYWHERE = frozenset(("international", "world", "global", "worldwide"))
"""First words of bodies that are at home nowhere."""

_CONTINENTS = frozenset(("african", "asian", "european", "arab", "oceania", "pan-african"))
"""First words of bodies of a continent: those of these kinds only, for there is an Asian Tyre Company."""

_OF_CONTINENTS = word_set(
    """
    confederation federation union association society council alliance coalition network foundation organization
    organisation forum initiative partnership
    """
)

_KINDS = _OF_CONTINENTS | word_set("committee campaign congress league fund movement commission")
"""What such bodies call themselves; a company or university says "international", too."""

_JOINS = frozenset(("of", "for", "on", "against", "to", "in"))
"""What may follow such a word inside a name."""


_ELSEWHERE = _EVERYWHERE | word_set("visiting counterpart counterparts")
"""Words of descriptions of who is not of the country that a story is about."""

_ABROAD = word_set("minister ministers ministry secretary affairs office policy service relations exchange trade")
"""What stands behind "foreign" in the names of a state's own offices."""


def is_of_elsewhere(words: Sequence[str]) -> bool:
    """Whether a description, in lower case, is of somebody from another country than a story's, or from none.

    Such are "the visiting minister", "the international court", "foreign troops", "heads of state"; not "the foreign
    minister".
    """
    if not _ELSEWHERE.isdisjoint(words) or ("heads", "of") in pairwise(words):  # a state has one
        return True
    return any(word == "foreign" and behind not in _ABROAD for word, behind in pairwise(words))


def is_international(words: Sequence[str]) -> bool:
    """Whether the words of a body's name, in lower case, are those of one that belongs to no country."""
    words = words[1:] if words and words[0] == "the" else words
    if len(words) < 3:
        return False
    if words[-1] == "borders" and words[-2] == "without":
        return True
    if (words[0] not in _EVERYWHERE and words[0] not in _CONTINENTS) or words[1] == "american":
        return False  # an African American association is one of Americans
    kinds = _KINDS if words[0] in _EVERYWHERE else _OF_CONTINENTS
    return any(
        word in kinds and (index + 1 == len(words) or words[index + 1] in _JOINS) for index, word in enumerate(words)
    )
