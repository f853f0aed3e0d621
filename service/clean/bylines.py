"""Bylines: the people a line like ``By Ann Example and Bo Sample, Reuters`` names."""

import re

MAX_CHARACTERS = 120  # characters of a byline

_BYLINE = re.compile(r"(?:(?:written|posted|story|words|reported|reporting|text) )?by:? +(?P<names>.+)", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:,| and | & |;|\||/| with | in [A-Z]| for | [-–—•·] )\s*")
_PARTICLE = r"de|da|del|della|di|du|la|le|van|von|der|den|bin|al|el|ibn|ter"
_NAME_WORD = rf"(?:[A-Z][\w.'’\-]*|{_PARTICLE})"
_NAME = re.compile(rf"{_NAME_WORD}(?: +(?:{_NAME_WORD}|y)){{1,4}}")
_NO_NAMES = re.compile(
    r"\b(?:staff|reporter|editor|writer|correspondent|desk|team|news|press|agency|agencies|bureau|contributor|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|"
    r"september|october|november|december|published|updated|associated|reuters|afp|special)\b",
    re.IGNORECASE,
)


def byline_authors(line: str) -> list[str]:
    """The names in a byline, in order; empty when the line is none."""
    match = _BYLINE.fullmatch(line.strip()) if len(line) <= MAX_CHARACTERS else None
    if match is None:
        return []
    parts = [part.strip(" .") for part in _SPLIT.split(match["names"])]
    names = [part.title() if part.isupper() else part for part in parts]
    return list(dict.fromkeys(name for name in names if _NAME.fullmatch(name) and not _NO_NAMES.search(name)))
