"""Two times that tell one span of days: "between May 4 and June 3, 2020", "from Monday to Friday"."""

import re
from collections.abc import Sequence
from typing import Any

_AND = re.compile(r"\s*,?\s+and\s+")
_TO = re.compile(r"\s+(?:to|until|till|through)\s+|\s*[-\u2013\u2014]\s*")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_LONGEST_BETWEEN = 16


def span_of(text: str, times: Sequence[Any], index: int) -> tuple[Any, Any]:
    """First and last time of the span that a time is of; twice itself where it stands alone.

    Args:
        text: of the document.
        times: its days and hours, in text order.
        index: of the time.
    """
    if index + 1 < len(times) and _joins(text, times[index], times[index + 1]):
        return times[index], times[index + 1]
    if index and _joins(text, times[index - 1], times[index]):
        return times[index - 1], times[index]
    return times[index], times[index]


def _joins(text: str, first: Any, last: Any) -> bool:
    if first.begin is None or last.end_date is None or not first.begin < last.end_date:
        return False
    if _TO.fullmatch(text, first.end, last.start):
        return True
    between = _BETWEEN.search(text, max(0, first.start - _LONGEST_BETWEEN), first.start)
    return between is not None and _AND.fullmatch(text, first.end, last.start) is not None
