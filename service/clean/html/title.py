"""The headline of a page, among all that it calls so."""

import re
from collections.abc import Iterable, Sequence

_SEPARATOR = re.compile(r"\s+[|–—\-:•·»]+\s+|\s*[|»]\s*")
_WORD = re.compile(r"\w+")


def headline(headings: Sequence[str], named: Sequence[str | None], sites: Iterable[str | None]) -> str | None:
    """The page's ``h1`` that is most like the other titles; without one like them, the first of those.

    Args:
        headings: texts of all ``h1``, in order.
        named: titles for other programs, the most trusted first: ``og:title``, JSON-LD, ``title``.
        sites: names the site goes by, cut from the ends of titles.
    """
    site_names = {_plain(site) for site in sites if site} - {""}
    titles = [without_site(" ".join(title.split()), site_names) for title in named if title and title.strip()]
    best, likeness = None, 0.0
    for heading in headings:
        found = sum(_alike(heading, title) for title in titles)
        if found > likeness:
            best, likeness = heading, found
    if best is not None and likeness >= _LEAST_ALIKE * max(1, len(titles)):
        return without_site(best, site_names)
    return titles[0] if titles else next(iter(headings), None)


_LEAST_ALIKE = 0.25


def without_site(title: str, sites: set[str]) -> str:
    """A title without the name of its site, and of the section, at its end or its beginning.

    Args:
        sites: plain names, see ``_plain``.
    """
    parts = _SEPARATOR.split(title)
    while len(parts) > 1 and (_plain(parts[-1]) in sites or _is_domain(parts[-1])):
        title = title[: title.rindex(parts[-1])].rstrip(" |–—-:•·»")
        parts.pop()
    if len(parts) > 1 and _plain(parts[0]) in sites:
        title = title[len(parts[0]) :].lstrip(" |–—-:•·»")
    return title


def _plain(name: str) -> str:
    words = _WORD.findall(name.lower())
    return "".join(words[1:] if words[:1] == ["the"] else words).removesuffix("com")


def _is_domain(part: str) -> bool:
    return re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[a-z]{2,6}){1,2}", part.strip().lower()) is not None


def _alike(one: str, other: str) -> float:
    """The Jaccard index of the words of two titles."""
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return len(a & b) / len(a | b) if a | b else 0.0
