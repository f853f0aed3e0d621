"""A time expression as TIMEX3 tells it."""

from datetime import date
from typing import NamedTuple


class Timex(NamedTuple):
    """One expression (TIMEX3 of ISO-TimeML; Pustejovsky et al. 2010).

    Attributes:
        tid: ``t1``, ``t2``, ... in the order of the text.
        start, end: code points of the text, end exclusive.
        type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
        value: ISO 8601 as TIMEX3 writes it: ``2022-07-12``, ``2022-W28``, ``P4M``, ``PXW``, ``PAST_REF``.
        mod: ``START``, ``MID``, ``END`` or ``APPROX``.
        begin, end_date: first and last day meant, both inclusive.
        granularity: the unit of the period, such as ``day`` or ``month``.
        anchor: what it was counted from: ``publication``, or the ``tid`` of another expression.
        rule: which rule of the grammar found it.
    """

    tid: str
    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None
    begin: date | None
    end_date: date | None
    granularity: str | None
    anchor: str | None
    rule: str
