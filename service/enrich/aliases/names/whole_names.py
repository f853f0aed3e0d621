"""Names of persons whose parts were found apart: a nickname, or a form of address, between them."""

from collections.abc import Sequence

from service.enrich.aliases.names.addresses import is_address
from service.enrich.tree import NameSpan


def whole_names(spans: Sequence[NameSpan], texts: Sequence[str], lowers: Sequence[str]) -> list[NameSpan]:
    """Names of persons whose parts were found apart as one, and none that is a form of address before the next one."""
    joined: list[NameSpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is not None and span.type == last.type == "PERSON":
            if _has_nickname_before(span, last, texts):
                joined[-1] = last._replace(end=span.end)
                continue
            if is_address(lowers, last.first) and _follows(span, last, lowers):
                joined.pop()
                if last.end - last.first > 1 and span.first == last.end:  # "Daw Khin" and "Mar Aye"
                    span = span._replace(first=last.first)
                elif last.end - last.first > 1:
                    joined.append(last)
        joined.append(span)
    return joined


def _follows(span: NameSpan, last: NameSpan, lowers: Sequence[str]) -> bool:
    """Whether only forms of address and full stops stand between two names."""
    between = range(last.end, span.first)
    return len(between) <= _MAX_ADDRESSES and all(lowers[at] == "." or is_address(lowers, at) for at in between)


_MAX_ADDRESSES = 4
"""Tokens of forms of address between one and the name."""


def _has_nickname_before(span: NameSpan, last: NameSpan, texts: Sequence[str]) -> bool:
    """Whether a name follows another behind one in quotation marks: Ada "Red" Holm."""
    return (
        2 < span.first - last.end <= _LONGEST_NICKNAME + 2
        and texts[last.end] in _QUOTES
        and texts[span.first - 1] in _QUOTES
        and texts[last.end + 1][:1].isupper()
        and _QUOTES.isdisjoint(texts[last.end + 1 : span.first - 1])
    )


_QUOTES = frozenset("\"'“”‘’")
_LONGEST_NICKNAME = 3
"""Words of a nickname inside a name."""
