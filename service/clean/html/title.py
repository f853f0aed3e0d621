"""The headline of a page, among all that it calls so."""

import re
from collections.abc import Iterable, Sequence

_SEPARATOR = re.compile(r"\s+[|–—\-:•·»]+\s+|\s*[|»]\s*")
_WORD = re.compile(r"\w+")

LEAST_ALIKE = 0.25
"""The mean Jaccard index with the other titles from which on an ``h1`` is the headline."""


def headline(
    headings: Sequence[str], named: Sequence[str | None], window: str | None, sites: Iterable[str | None]
) -> str | None:
    """The page's ``h1`` that is most like its other titles.

    Without one like them it is the first title for other programs, else the first ``h1``, else the
    window's title.

    Args:
        headings: texts of all ``h1``, in order.
        named: titles for other programs, the most trusted first: ``og:title``, JSON-LD.
        window: the text of ``title``.
        sites: names the site goes by, cut from the ends of titles.
    """
    site_names = {_plain(site) for site in sites if site} - {""}
    titles = [_cut(title, site_names) for title in named if title and title.strip()]
    windows = [_cut(window, site_names)] if window and window.strip() else []
    likeness = [sum(_alike(heading, title) for title in titles + windows) for heading in headings]
    best = int(max(range(len(headings)), key=likeness.__getitem__, default=0))
    if headings and likeness[best] >= LEAST_ALIKE * len(titles + windows) and likeness[best] > 0:
        return _cut(headings[best], site_names)
    return next(iter([*titles, *headings, *windows]), None)


def _cut(title: str, sites: set[str]) -> str:
    return without_site(" ".join(title.split()), sites)


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
