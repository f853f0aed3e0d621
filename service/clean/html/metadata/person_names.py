"""Names of authors out of what pages give for them."""

import html
import re
from collections.abc import Iterable

from service.clean.months import MONTH

_BY = re.compile(
    r"^(?:(?:(?:written|story|words|posted|reported|text|analysis|report|review|article)\s+)?by\b|authors?\s*:)[:\s]*",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\s+(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*"
    rf"|\s+(?:on\s+)?{MONTH}\s+\d.*",
    re.IGNORECASE,
)
"""The day of publication behind a name."""
_PARTS = re.compile(r"\s*(?:[;|,\n/•·]|(?<=\s)(?:and|&|with|und|y)(?=\s))\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?:|www\.)\S*|\S+@\S+", re.IGNORECASE)
_NO_NAME = re.compile(r"https?:|www\.|@|\.com\b|[<>{}\[\]#=_]|^\W*$|\d{3}", re.IGNORECASE)
_SUFFIX = re.compile(
    r"(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D|Esq|MBA|CPA|CFA|CFP|CEPF|CPP|PSP|RN|RD|MPH|MSc?|BSc?|JD|LLM|OBE|MBE|CBE)\W*",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:reporter|editor|writer|correspondent|contributor|columnist|journalist|author|producer|photographer|"
    r"published|updated|last|minutes?|ago|am|pm|professor|director|fellow|analyst|expert|senior|"
    r"chief|head of|for the)\b",
    re.IGNORECASE,
)  # fmt: skip
_PLACEHOLDERS = frozenset("admin administrator editor author user none null undefined unknown staff guest".split())
MAX_CHARACTERS, MAX_WORDS = 70, 7
MAX_NAMES = 30  # names


def person_names(values: Iterable[str]) -> tuple[str, ...]:
    """The names in bylines and metadata, each once, in order.

    Args:
        values: one name each, or several with commas and ``and`` between, with or without ``By``.
    """
    found: dict[str, str] = {}
    for value in values:
        parts = [_clean(part) for part in _PARTS.split(_clean(value))]
        for index, part in enumerate(parts):
            if _is_name(part, first=index == 0):
                found.setdefault(part.casefold(), part)
    return tuple(found.values())[:MAX_NAMES]


def inverted(value: str) -> str:
    """``Tollefson, Jeff`` of Dublin Core as ``Jeff Tollefson``."""
    family, comma, given = value.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() and "," not in given else value


def _clean(value: str) -> str:
    text = _BY.sub("", " ".join(_ADDRESS.sub(" ", html.unescape(value)).split()))
    return _DAY.sub("", text).strip(" .,:;-–—\u200b\"'")


def _is_name(part: str, *, first: bool) -> bool:
    if not part or len(part) > MAX_CHARACTERS or len(part.split()) > MAX_WORDS or _NO_NAME.search(part):
        return False
    if part.casefold() in _PLACEHOLDERS:
        return False
    # What follows a name after a comma may be its owner's degree or post.
    return first or not (_SUFFIX.fullmatch(part) or _ROLE.search(part) or part[:1].islower())
