"""Trafilatura's reading of a page: one vote among others (Barbaresi, ACL 2021)."""

import logging

import trafilatura
from trafilatura.meta import reset_caches

from service.clean.html.parse import Element, is_large

# It tells of every page it cannot read; the reason belongs into the record, not into the log.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

RESET_EVERY = 500
"""Pages after which trafilatura's caches of strings are emptied: they are global and hold what no later
page needs."""

_pages = 0


def extract(tree: Element) -> str | None:
    """The body as trafilatura finds it, without its slow second opinions, a paragraph a line.

    Args:
        tree: of the page, pruned; it is not changed.

    Returns:
        Empty when trafilatura finds no body; None when it fails, or the page is too large for it.
    """
    if is_large(tree):
        return None
    _count_page()
    try:
        document = trafilatura.bare_extraction(tree, include_comments=False, fast=True)
    except Exception:
        return None
    if document is None or isinstance(document, dict):
        return ""
    return "\n".join(" ".join(str(text).split()) for text in document.body.itertext())


def _count_page() -> None:
    global _pages
    _pages += 1
    if _pages % RESET_EVERY == 0:
        reset_caches()
