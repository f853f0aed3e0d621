"""Whether a body is HTML or text, when its producer did not say."""

import re

_TAG = re.compile(
    r"<(?:!doctype html|html|head|body|p|div|article|section|h[1-6]|br|a|span|ul)\b[^<>]*>", re.IGNORECASE
)
_LOOK_AT = 4096  # characters: a page shows its tags at once


def input_kind(body: str) -> str:
    """``html`` when two tags of a page, or its root, stand near the beginning, else ``text``."""
    found = [match.group(0).lower() for match in _TAG.finditer(body[:_LOOK_AT])]
    rooted = any(tag.startswith(("<html", "<!doctype")) for tag in found)
    return "html" if rooted or len(found) >= 2 else "text"
