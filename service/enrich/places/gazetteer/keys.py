"""Keys under which the gazetteer files names: one key for all spellings that mean the same name."""

import re
from functools import lru_cache

import xxhash

from service.enrich.accents import PLAIN_LETTERS, without_accents

_LETTERS = str.maketrans(
    {
        **dict.fromkeys(".'’‘`,\u00b4\u02bb\u02bc", ""),
        **dict.fromkeys("-–—/_\u2010\u2011", " "),
        **PLAIN_LETTERS,
        "&": " and ",
    }
)
"""Letters that Unicode does not take apart, and marks that writers set or leave out."""

_SHORT_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_SHORT_WORD = re.compile(r"\b(?:st|ste|mt|ft)\b")


@lru_cache(maxsize=16_384)
def name_key(name: str) -> str:
    """The name in lower case, without accents, points, apostrophes, hyphens and a leading article.

    ``St. John's``, ``Saint John’s`` and ``SAINT JOHNS`` have one key; so have ``São Paulo`` and ``Sao Paulo``.
    """
    text = name.lower()
    if text.isascii() and text.isalnum():  # one word without marks, as most
        return _SHORT_WORDS.get(text, text)
    if not text.isascii():
        # Lower case again: compatibility forms of capitals come apart into capitals.
        text = without_accents(text).lower()
    words = text.split()
    text = " ".join(words)
    if not ("".join(words).isalnum() and text.isascii()):  # else there is none of the letters
        text = " ".join(text.translate(_LETTERS).split())
    text = text.removeprefix("the ")
    if "t" not in text:  # a letter of every short word
        return text
    return _SHORT_WORD.sub(lambda word: _SHORT_WORDS[word.group()], text)


def abbreviation_key(text: str) -> str:
    """The key of an abbreviation, whose capitals and points count: ``La.`` is a state, ``la`` is not."""
    return "=" + "".join(text.split())


def is_abbreviation(name: str) -> bool:
    """Whether a name looks like one: ``US``, ``Calif.``, ``N.S.W.``."""
    return len(name) <= 8 and (name.isupper() or name.endswith("."))


def key_hash(key: str) -> int:
    """64 bits that stand for a key in the table (xxHash)."""
    return xxhash.xxh3_64_intdigest(key.encode())
