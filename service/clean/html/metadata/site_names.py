"""Names that a site goes by, and titles without them."""

import re
from collections.abc import Sequence

_SEPARATOR = re.compile(r"\s+[|–—\-:•·»]+\s+|\s*[|»]\s*")
_TRIMMED = " |–—-:•·»"
_WORD = re.compile(r"\w+")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[a-z]{2,6}){1,2}")
MAX_TITLE_CHARACTERS = 500  # characters of a title that are looked at


def plain(name: str) -> str:
    """A name for comparison: ``The Daily-Sample.com`` is ``dailysample``."""
    words = _WORD.findall(name.lower())
    return "".join(words[1:] if words[:1] == ["the"] else words).removesuffix("com")


def without_site(title: str, sites: set[str], others: Sequence[str] = ()) -> str:
    """A title without the name of its site, and of the section, at its end or its beginning.

    Args:
        title: as the page has it.
        sites: names of the site, as ``plain`` gives them.
        others: the same headline as other places of the page have it: what stands before a separator is
            the headline when one of them begins with it and does not go on as the title does.
    """
    title = " ".join(title[:MAX_TITLE_CHARACTERS].split())
    separators = list(_SEPARATOR.finditer(title))
    beginnings = [words(other) for other in others]
    for separator in separators:
        head, own, whole = words(title[: separator.start()]), title[: separator.start()], words(title)
        if head and any(other[: len(head)] == head and other[: len(whole)] != whole for other in beginnings):
            return own.rstrip(_TRIMMED)
    while separators and _is_site(title[separators[-1].end() :], sites):
        title = title[: separators.pop().start()].rstrip(_TRIMMED)
    if separators and plain(title[: separators[0].start()]) in sites:
        title = title[separators[0].end() :].lstrip(_TRIMMED)
    return title


def words(title: str) -> list[str]:
    """The words of a title, lower case."""
    return _WORD.findall(title[:MAX_TITLE_CHARACTERS].lower())


def _is_site(part: str, sites: set[str]) -> bool:
    return plain(part) in sites or _DOMAIN.fullmatch(part.strip().lower()) is not None
