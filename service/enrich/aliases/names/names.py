"""A name as words to compare: lower case, no accents, no article, title or possessive."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from service.enrich.accents import without_accents
from service.enrich.aliases.clusters import Gender
from service.enrich.aliases.names.addresses import addresses_before
from service.enrich.aliases.names.titles import OFFICES, ROYAL, TITLES, title_gender
from service.enrich.words import word_set

_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s?|['’]S)$")
_NICKNAME = re.compile(r"(?<=\w) [\"'“‘][^\"”’]+[\"'”’](?= \w)")
"""What a name is not compared by: Ada "Red" Holm is Ada Holm."""

_OUTER = " \t\n\"'“”‘’«»()[]{},;:!?-–—*"
"""What stands around names; a full stop inside an abbreviation stays: "U.S.", "Washington D.C."."""

_ARTICLES = frozenset(("the", "a", "an"))
GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
"""Behind a name they tell one bearer of it from another."""

_ORIGINS = frozenset(("of", "from", "at", "in"))
_COMPANY_FORMS = word_set(
    """
    inc corp corporation ltd limited plc llc llp co company ag sa nv spa gmbh oyj ab asa kk
    """
)

_AMERICAN = {
    "centre": "center", "theatre": "theater", "organisation": "organization", "defence": "defense",
    "labour": "labor", "harbour": "harbor", "programme": "program",
}  # fmt: skip
"""British spellings of words in names of bodies, and the American ones."""

_KEPT = 8192
"""Names and words that are kept for the next article."""


class Name(NamedTuple):
    """A name taken apart.

    Attributes:
        surface: as it stands, without outer punctuation, article and possessive; "" for no name.
        words: to compare by.
        gender: told by a title in front.
        bare: ``surface`` without titles.
        generation: which bearer of the name it is, as "jr"; "" where that is not told.
    """

    surface: str
    words: tuple[str, ...]
    gender: Gender | None
    bare: str
    generation: str = ""

    @property
    def is_acronym(self) -> bool:
        """Whether it is written like an acronym: U.S., WHO, UNHCR, AfD."""
        return _is_acronym(self.bare)

    @property
    def is_royal(self) -> bool:
        """Whether a title in front tells that its bearer goes by the first name: "Crown Prince Adam"."""
        return not ROYAL.isdisjoint(map(fold, self.surface.removesuffix(self.bare).split()))

    @property
    def is_latin(self) -> bool:
        """Whether it has Latin letters: Tsai Ing-wen, not 蔡英文."""
        return self.bare.isascii() or any("LATIN" in unicodedata.name(letter, "") for letter in self.bare)


@lru_cache(maxsize=_KEPT)
def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalpha() and sum(map(str.isupper, letters)) > len(letters) / 2


@lru_cache(maxsize=_KEPT)  # new names are made of old words mostly
def fold(word: str) -> str:
    """A word in lower case, without accents and full stops."""
    # Most words have no accents: to look them up would take longer.
    plain = word if word.isascii() else without_accents(word.replace("’", "'"))
    return plain.lower().replace(".", "")


def without_possessive(text: str) -> str:
    """The text without outer punctuation and a possessive ending."""
    if text.isalnum():
        return text
    text = text.strip(_OUTER)
    if "(" in text and ")" not in text:
        text += ")"  # Party of Labour (Left)
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub("", text)
    return text if "." in text[:-1] else text.rstrip(".")


@lru_cache(maxsize=_KEPT)
def take_apart(text: str, person: bool) -> Name:
    """The name that a mention's text holds.

    Args:
        text: of the mention.
        person: whether it names a person, so that titles in front are left out.
    """
    if text.isalnum():  # one word without marks, as many
        word = fold(text)
        return Name(text, (word if person else _AMERICAN.get(word, word),), None, text)
    tokens = without_possessive(text).split()
    while len(tokens) > 1 and tokens[0].lower() in _ARTICLES:
        tokens = tokens[1:]
    surface = " ".join(tokens)
    gender: Gender | None = None
    generation = ""
    if person:
        while (count := _titles_before(tokens)) > 0:
            told = (title_gender(fold(token).strip(",'")) for token in tokens[:count])
            gender = gender or next(filter(None, told), None)
            tokens = tokens[count:]
        # "New Zealand's Prime Minister John Key"
        for place in range(len(tokens) - 2, 0, -1):
            if fold(tokens[place]) in OFFICES:
                tokens = tokens[place + 1 :]
                break
        tokens = _without_origin(tokens)
        while len(tokens) > 1 and (last := fold(tokens[-1])) in GENERATIONS:
            tokens, generation = tokens[:-1], last
        tokens = _NICKNAME.sub("", " ".join(tokens)).split()
    words = [folded for token in tokens if (folded := fold(without_possessive(token.strip(",;"))))]
    if not person:
        words = [_AMERICAN.get(word, word) for word in words]
        while len(words) > 1 and words[-1] in _COMPANY_FORMS:
            words = words[:-1]
    return Name(surface, tuple(words), gender, " ".join(tokens).strip(","), generation)


def _titles_before(tokens: list[str]) -> int:
    """How many words a person's name has before it that are no part of it, as far as the first tells."""
    if len(tokens) < 2 or (tokens[0] == "Sultan" and tokens[1].lower() in _PARTICLES):
        return 0  # Sultan bin Omar has no other name
    if fold(tokens[0]).strip(",") in TITLES:
        return 1
    plain = [without_accents(token.replace("’", "'")).lower() for token in tokens]
    return addresses_before(plain)


_PARTICLES = frozenset(("al", "bin", "ibn"))
"""What stands between a first name and another one, so that it is no title."""


def _without_origin(tokens: list[str]) -> list[str]:
    """A full name without where its bearer comes from or works: "Ada Holm of the Herald", but "Mary of Teck"."""
    for place in range(2, len(tokens) - 1):
        if tokens[place] in _ORIGINS:
            return tokens[:place]
    return tokens


SMALL_WORDS = word_set(
    """
    of the and for in at on to by de la le du des & y et und der
    """
)
"""Words inside a name that acronyms mostly leave out."""
