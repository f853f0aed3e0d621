"""The country whose holiday a text means: the one named beside it, else that of the outlet."""

from collections.abc import Sequence
from functools import cache

from service.enrich.places.gazetteer.keys import name_key
from service.enrich.tables import DATA, rows
from service.enrich.times.reading.vocabulary import OTHER
from service.enrich.times.reading.words import Word

NATIONS = DATA / "gazetteer" / "nations.tsv"
_KINDS = frozenset(("name", "demonym"))
_BEGINS_SENTENCE = frozenset(
    ("The", "As", "When", "While", "For", "At", "Like", "If", "Every", "Each", "This", "Ahead")
)
"""Words with a capital that own nothing."""


def owner(earlier: Sequence[Word], further: Sequence[Word], country: str | None) -> str:
    """The country, ISO 3166-1 alpha-3, that a holiday between some words belongs to; ``""`` where it is not known.

    Args:
        earlier, further: the words before and behind the holiday.
        country: of the outlet, whose readers take theirs for the one meant where no other is named.
    """
    if [word.letter for word in further[:1]] == ["o"]:
        return _nation([word.text for word in further[1:3]]) or _nation([word.text for word in further[1:2]])
    before = list(earlier[-4:])
    if before and before[-1].text == "s":
        before = before[:-2]  # with its apostrophe
        if not before or not before[-1].text[0].isupper():
            return ""  # "the nation's"
    elif not before or not _is_capital(before[-1]):
        return country or ""
    texts = [word.text for word in before]
    return _nation(texts[-2:]) or _nation(texts[-1:])


def _is_capital(word: Word) -> bool:
    return word.letter == OTHER and word.text[0].isupper() and word.text not in _BEGINS_SENTENCE


def _nation(words: Sequence[str]) -> str:
    name = " ".join(words)
    return _nations().get(name_key(name)) or _nations().get(f"={name}", "")


@cache
def _nations() -> dict[str, str]:
    return {key: country for key, country, kind in rows(NATIONS, 3) if kind in _KINDS}
