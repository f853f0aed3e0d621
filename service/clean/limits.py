"""Limits that hold before a parser sees a page.

libxml2 silently returns no text from a nesting of about 256 tags on, and other parsers take minutes
for a page of open tags; so depth is counted first, in one linear pass.
"""

import re

from service.config.processing import ArticleSettings
from service.errors import Reason, Rejected, Stage

_VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
# Parsers close these by themselves when the next one opens, so that they do not nest.
_SELF_CLOSING = "p|li|dt|dd|tr|td|th|option"
# Comments, scripts and styles are passed over whole: what looks like a tag in them is none.
# Possessive, as nothing here is worth a second try: a page of a million open comments takes one pass.
_TAG = re.compile(
    r"<!--(?:-?>|[^-]*+(?:-(?!->)[^-]*+)*+(?:-->)?)"
    r"|<((?i:script|style))\b[^<]*+(?:<(?!/(?i:\1))[^<]*+)*+(?:</(?i:\1))?"
    rf"|<(/?)(?!(?i:{_VOID}|{_SELF_CLOSING})(?![A-Za-z0-9]))([A-Za-z])(?:[^<>]*[^<>/])?(/?)"
)


def check_limits(body: str, kind: str, settings: ArticleSettings) -> None:
    """Refuse a body that is too long or nested too deeply.

    Raises:
        Rejected: with reason ``too_large`` or ``too_deep``.
    """
    if len(body) > settings.max_body_characters:
        raise Rejected(
            Stage.CLEAN,
            Reason.TOO_LARGE,
            f"the body has {len(body)} characters; NEWSWIRE_MAX_BODY_CHARACTERS is {settings.max_body_characters}",
            "body",
        )
    if kind == "html" and (depth := tag_depth(body, settings.max_tag_depth)) > settings.max_tag_depth:
        raise Rejected(
            Stage.CLEAN,
            Reason.TOO_DEEP,
            f"tags are nested {depth} deep or more; NEWSWIRE_MAX_TAG_DEPTH is {settings.max_tag_depth}",
            "body",
        )


def tag_depth(html: str, enough: int) -> int:
    """The deepest nesting of tags, counted up to just above ``enough``; linear in the length.

    Tags that are never closed count as open, as parsers treat them.
    """
    depth = deepest = 0
    for match in _TAG.finditer(html):
        closing, name, closed_at_once = match.group(2, 3, 4)
        if closing:
            depth -= depth > 0
        elif name and not closed_at_once:
            depth += 1
            if depth > deepest:
                deepest = depth
                if deepest > enough:
                    break
    return deepest
