"""The headline of a page, by a vote of all that it calls so."""

from collections.abc import Iterable, Sequence

from service.clean.html.metadata.site_names import MAX_TITLE_CHARACTERS, plain, without_site, words

MIN_MEAN_SIMILARITY = 0.25
"""The mean Jaccard index with the other titles from which on an ``h1`` is a title: others are logos and teasers."""

SIMILARITY_DIGITS = 1
"""Decimal digits to which sums of Jaccard indices are compared."""


def headline(
    headings: Sequence[str],
    social: str | None,
    in_json_ld: str | None,
    title_tag: str | None,
    sites: Iterable[str | None],
) -> str | None:
    """The title that is most like the page's other titles, its words compared.

    Pages often have two headlines, each in two places; of titles that are equally similar, the one that readers
    of the page see is taken.

    Args:
        headings: texts of all ``h1``, in order.
        social: the title for social networks, ``og:title``; None without one, as below.
        in_json_ld: the headline in JSON-LD.
        title_tag: the text of the element ``title``.
        sites: names the site goes by, cut from the ends of titles.

    Returns:
        At most ``MAX_TITLE_CHARACTERS`` characters; None when the page has no title anywhere.
    """
    site_names = {plain(site) for site in sites if site} - {""}
    others = [*headings, *filter(None, [in_json_ld])]
    named = [
        without_site(title, site_names, [other for other in others if other != title]) if title else ""
        for title in (in_json_ld, social, title_tag)
    ]
    shown = _nearest(headings, [title for title in named if title])
    candidates = [title for title in (shown, *named) if title]
    if headings and candidates == named[2:]:
        return headings[0][:MAX_TITLE_CHARACTERS]  # a ``title`` that is like no heading is the site's
    if not candidates:
        return None
    bags = [frozenset(words(title)) for title in candidates]
    likeness = [round(sum(_alike(bag, other) for other in bags), SIMILARITY_DIGITS) for bag in bags]
    best = max(range(len(candidates)), key=likeness.__getitem__)
    return candidates[best]


def _nearest(headings: Sequence[str], titles: Sequence[str]) -> str | None:
    """The heading most like the other titles; the first one when there are none."""
    bags = [frozenset(words(title)) for title in titles]
    likeness = [sum(_alike(frozenset(words(heading)), bag) for bag in bags) for heading in headings]
    best = max(range(len(headings)), key=likeness.__getitem__, default=0)
    if not headings or (bags and likeness[best] < max(MIN_MEAN_SIMILARITY * len(bags), 1e-9)):
        return None
    return headings[best][:MAX_TITLE_CHARACTERS]


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The Jaccard index of the words of two titles."""
    return len(one & other) / len(one | other) if one | other else 0.0
