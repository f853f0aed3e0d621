"""The name that an entity goes by, and its other names."""

from collections.abc import Sequence

from service.enrich.aliases.joining.joining import NamedMention

_MAX_WORDS = 8
"""Of a name to go by: longer ones are mostly found with too many words."""


def canonical_name(mentions: Sequence[NamedMention]) -> str:
    """The fullest name, without article, title and possessive; of two alike, the more frequent one.

    Args:
        mentions: one entity's; at least one.
    """
    bare = [mention.name.bare for mention in mentions]
    if bare.count(bare[0]) == len(bare):
        return bare[0] or mentions[0].name.surface or "?"
    counts = {form: bare.count(form) for form in set(bare)}

    def rank(mention: NamedMention) -> tuple[bool, bool, int, bool, int]:
        name = mention.name
        words = sum(len(word) > 1 for word in name.words) if len(name.words) <= _MAX_WORDS else 1
        # A capital stands for its country here, and an acronym or initials for the words they are made of.
        return not mention.metonym, not name.is_acronym, words, not name.bare.isupper(), counts[name.bare]

    return max(mentions, key=rank).name.bare or mentions[0].name.surface or "?"


def other_names(mentions: Sequence[NamedMention], canonical: str) -> tuple[str, ...]:
    """Every other way the entity is named, in the order of first mention."""
    surfaces = dict.fromkeys([form for mention in mentions for form in (mention.name.bare, mention.name.surface)])
    return tuple([form for form in surfaces if form and form != canonical])
