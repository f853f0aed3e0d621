"""What a relative expression is counted from: the publication, or what the text told before."""

from dataclasses import dataclass
from datetime import date

from service.enrich.times.calendar import Period, stepped

LONG_UNITS = frozenset(("month", "quarter", "year", "decade", "century"))

NARRATIVE_YEARS = 5
"""Explicit years that a text must name to be taken for a narrative of other times."""
NARRATIVE_PRESENT_SHARE = 0.15
"""Most of its years that may be those about its publication; a long history may come down to the present."""
LONG_HISTORY_YEARS, LONG_HISTORY_PRESENT_SHARE = 40, 0.45
NARRATIVE_DISTANCE = 2  # years from publication
SOON_MONTHS, JUST_DAYS = 2, 75
NEAR_MONTHS = 5
"""How far ahead a month may lie that a clause in the present tense tells: "the contract is up in December"."""
LATE_MONTH, EARLY_MONTH = 11, 2
"""From which month on, up to which month, a story that goes on has passed into the next year."""


@dataclass(slots=True)
class Reference:
    """Where the reader of a text stands.

    Attributes:
        published: the day of publication, None when nobody tells.
        narrative: whether the text tells of other times than its own, like a history: dates without
            a year then belong to the year told last.
        last: the period named last, and its ``tid``.
        last_day: the day named last, and its ``tid``.
        country: of the outlet, ISO 3166-1 alpha-3.
    """

    published: date | None
    narrative: bool
    last: tuple[Period, str] | None = None
    last_day: tuple[Period, str] | None = None
    country: str | None = None

    @property
    def today(self) -> date | None:
        """The day that expressions without an anchor of their own are counted from."""
        if self.narrative:
            return self.last[0].begin if self.last else None
        return self.published

    @property
    def this_day(self) -> date | None:
        """The day that ``Tuesday`` and ``yesterday`` are counted from: in a narrative, the day told last."""
        if not self.narrative or self.last_day is None:
            return self.published
        return self.last_day[0].begin

    @property
    def this_year(self) -> date | None:
        """The day that a month, or a day of a month, without a year is told by; without a publication, as in a
        narrative, the day told last."""
        if self.today is None and self.last_day is not None:
            return self.last_day[0].begin
        return self.today

    def anchored(self, unit: str = "day") -> tuple[date, str] | None:
        """The day that ``the next day`` or ``two weeks later`` is counted from, and where it was told.

        Months and years are counted from a month or year, too: "In May it opened, and two months later closed".
        """
        told = self.told(unit)
        if told is not None:
            return told[0].begin, told[1]
        return (self.published, "publication") if self.published else None

    def told(self, unit: str) -> tuple[Period, str] | None:
        """What a number of units is counted from in a story: the period told last, for short units in news the day."""
        return self.last if self.narrative or unit in LONG_UNITS else self.last_day

    def note(self, period: Period, tid: str) -> None:
        """Remember a period that the text named."""
        if period.granularity in ("day", "week", "month", "season", "year", "weekend", "quarter") or (
            period.granularity == "decade" and not self.narrative
        ):
            self.last = (period, tid)
        if period.granularity == "day":
            self.last_day = (period, tid)


def is_narrative(years: list[int], published: date | None) -> bool:
    """Whether a text with these explicit years tells of other times than that of its publication.

    A text of which nobody tells when it was published is taken to be of the last year it names.
    """
    if not years:
        return False
    present_year = published.year if published is not None else max(years)
    distant = sum(present_year - year >= NARRATIVE_DISTANCE for year in years)
    present = len(years) - distant
    most_present = LONG_HISTORY_PRESENT_SHARE if len(years) >= LONG_HISTORY_YEARS else NARRATIVE_PRESENT_SHARE
    return distant >= NARRATIVE_YEARS and present <= most_present * len(years)


def year_of_month(number: int, reference: Reference, tense: str) -> int | None:
    """The year of a month that is named without one.

    Args:
        number: 1 to 12.
        reference: where the reader stands.
        tense: ``past``, ``present`` or ``future``, of the clause.
    """
    today = reference.this_year
    if today is None:
        return None
    if reference.today is None or reference.narrative:
        # A story goes on: the January after a December is the next one.
        return today.year + (today.month >= LATE_MONTH and number <= EARLY_MONTH)
    if tense == "future":
        return today.year + (number < today.month)
    ahead = number - today.month
    return today.year - (ahead > 0 and not (tense == "present" and ahead <= NEAR_MONTHS))


def year_of_day(number: int, day: int, reference: Reference, tense: str) -> int | None:
    """The year of a month and day without one: the past, unless the day is near or the clause looks ahead."""
    today = reference.this_year
    if today is None:
        return None
    if reference.today is None or reference.narrative:
        return year_of_month(number, reference, tense)
    ordinal, here = (number, day), (today.month, today.day)
    if tense == "future":
        just = stepped(today, "day", -JUST_DAYS)  # "is to run from": it has begun
        return today.year + (ordinal < here and (today.year, *ordinal) < (just.year, just.month, just.day))
    soon = stepped(today, "month", SOON_MONTHS)
    if ordinal > here:
        # A coming date in a clause that looks back is a plan when it is near: "was set to open on May 16".
        return today.year - (soon.year == today.year and ordinal > (soon.month, soon.day))
    return today.year + (tense != "past" and soon.year > today.year and ordinal <= (soon.month, soon.day))
