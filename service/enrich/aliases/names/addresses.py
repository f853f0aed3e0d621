"""Forms of address: they stand before a name, or between a title and a name, and are no role."""

from collections.abc import Sequence

from service.enrich.words import word_set

MEN = word_set("mr sir lord monsieur señor senor mullah mallam alhaji encik tuan shri")
"""Forms of address of men, as good as always."""

WOMEN = word_set(
    """
    mrs ms miss mme madam madame lady dame señora senora señorita datin puan hajia hajiya hadja smt shrimati sheikha
    sheikhah
    """
)
EITHER = word_set(
    """
    dr doctor prof hon honourable honorable excellency highness majesty holiness eminence hh hm hrh h.h h.m h.e rt
    saint st haji hajj hajji seri dato datuk tun pehin sheikh shaikh sheik engr comrade comr cde togbe
    """
)
"""Those of both; Sheikh is a first name of women in Bengal."""

ALWAYS = MEN | WOMEN | EITHER
"""Those that are part of no name."""

BEFORE_FULL_NAMES = word_set("begum daw u maulana pandit sardar ustad ustaz sayyid sayyed barr barrister adv kyai")
"""Those that are names, too: they are none before a name of two words or more, but "Sardar Patel" is one name."""

_IN_NAMES = word_set(
    """
    nana syed tan sri toh tengku tunku khun eng chief-priest his her late the md
    """
)
"""Those by which people go so much that they are part of the name, or that mean something else elsewhere."""

ADDRESSES = ALWAYS | BEFORE_FULL_NAMES | _IN_NAMES
"""All of them, in lower case without full stops at the end."""

_PAIRS = {
    "tan": ("sri", "seri"),
    "toh": ("puan",),
    **dict.fromkeys(("his", "her"), ("excellency", "highness", "majesty", "royal", "honour", "holiness", "eminence")),
}
"""Words that are a form of address with the next one: Tan Sri Omar, but Tan Ah Beng."""

_SECOND = frozenset(("sri", "royal", "honour"))
"""Words that are one only behind another one."""


def is_address(lowers: Sequence[str], index: int) -> bool:
    """Whether a word of a text, in lower case, is a form of address or the mark of one: "Dr.", "Dato'"."""
    word = lowers[index].rstrip(".'’")
    return word in ADDRESSES or (not word and lowers[index] in "'’" and index > 0 and lowers[index - 1] in ADDRESSES)


def addresses_before(words: Sequence[str]) -> int:
    """How many words at the beginning of a person's name are forms of address; at least one word is none.

    Args:
        words: in lower case, without accents; a full stop tells an initial from "U" of "U Win Myint".
    """
    count = 0
    while count + 1 < len(words):
        word, following = words[count].strip(",'").replace(".", ""), words[count + 1].strip(",'").replace(".", "")
        left = len(words) - count - 1
        initial = len(word) == 1 and words[count] != word
        alone = word in ALWAYS or following in _PAIRS.get(word, ()) or (word in _SECOND and count > 0)
        if not alone and (initial or word not in BEFORE_FULL_NAMES or left == 1):
            break
        count += 1
    return count
