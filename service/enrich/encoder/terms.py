"""Acronyms of terms that a text spells out in small letters: "artificial intelligence (AI)" is nobody's name."""

from collections.abc import Iterator, Sequence

from service.enrich.aliases.descriptions.nouns import GROUPS, ORGANISATIONS
from service.enrich.words import word_set

_BODIES = GROUPS | ORGANISATIONS | word_set("forum guard brigade front task squad fund ministry initiative")
"""Nouns of bodies, which many texts write in small letters, too: "the special investigation team (SIT)"."""


def spelt_out(words: Sequence[str]) -> Iterator[str]:
    """Acronyms in brackets behind words in small letters that begin with its letters and name no body."""
    for index in range(len(words) - 2):
        acronym = words[index + 1]
        if words[index] == "(" and words[index + 2] == ")" and acronym.isupper() and acronym.isalpha():
            term = [word for word in words[max(0, index - 2 * len(acronym)) : index] if word.isalpha()][-len(acronym) :]
            initials = "".join(word[0] for word in term)
            if initials == acronym.lower() and len(acronym) > 1 and term[-1] not in _BODIES:
                yield acronym
