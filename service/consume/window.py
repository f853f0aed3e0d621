"""The articles of one partition between read and committed, in offset order."""

import asyncio
import time
from collections.abc import Callable, Collection

from service.consume.interfaces import Work
from service.consume.offsets import OffsetTracker
from service.messages import Outcome, OutgoingRecord, Processed, RawRecord, Refused

FIRST_GROWTH = 8.0
"""Bytes of results from each byte of input, until some were seen: a record is some 7 to 10 times its article's text."""

GROWTH_MEMORY = 0.95
"""What an earlier article counts in that ratio after each further one."""


class ArticleInWork:
    """One article of the window: its record, its future, and what became of it.

    Args:
        record: as Kafka gave it.
        growth: bytes of results that each byte of input probably makes.

    Attributes:
        held: bytes of the input value, and of what was made of it or probably will be.
        received: ``time.monotonic()`` of its receipt.
        finished: the same of its outcome; 0 while it is in work.
        outcome: None while it is in work.
    """

    __slots__ = ("_composed", "finished", "future", "held", "outcome", "received", "record")

    def __init__(self, record: RawRecord, growth: float = 0.0) -> None:
        self.record = record
        self.held = self.size + int(growth * self.size)
        self.received = time.monotonic()
        self.finished = 0.0
        self.outcome: Outcome | None = None
        self.future: asyncio.Future[Outcome] | None = None
        self._composed: list[OutgoingRecord] | None = None

    @property
    def size(self) -> int:
        """Bytes of the input value."""
        return len(self.record.value or b"")

    def finish(self, outcome: Outcome) -> None:
        """Note what became of it."""
        self.outcome, self.finished = outcome, time.monotonic()
        self.held = self.size + (outcome.size if isinstance(outcome, Processed) else 0)

    @property
    def value_left_out(self) -> bool:
        """Whether what was composed is a dead letter without the value that the article had."""
        made = self._composed or ()
        return isinstance(self.outcome, Refused) and bool(self.size) and not any(record.value for record in made)

    def compose(self, work: Work) -> list[OutgoingRecord]:
        """What is published for the finished article; composed once, also when a transaction is retried."""
        assert self.outcome is not None
        if self._composed is None:
            self.outcome, self._composed = work.compose(self.record, self.outcome)
        return self._composed

    def compose_smaller(self, work: Work) -> None:
        """Publish less of the article: the broker refused what was composed for its size."""
        assert self.outcome is not None
        assert self._composed is not None
        self.outcome, self._composed = work.compose_smaller(self.record, self.outcome, self._composed)


class Window(OffsetTracker[ArticleInWork]):
    """An offset tracker whose items are articles in work.

    Args:
        start: the offset to read first.
        work: what is done with each article.
        admit: called with each outcome; when it says no, the article stays unfinished, and the run
            ends before it.
        on_run_ready: called when the first article of the window is finished.

    Attributes:
        bytes: of input values and of what is made of them, behind a slow article, too.
    """

    def __init__(
        self, start: int, work: Work, admit: Callable[[Outcome], bool], on_run_ready: Callable[[], None]
    ) -> None:
        super().__init__(start)
        self.bytes = 0
        self._growth = FIRST_GROWTH
        self._seen, self._made = 0.0, 0.0
        self._work = work
        self._admit = admit
        self._on_run_ready = on_run_ready

    def start(self, record: RawRecord) -> None:
        """Take a record in and start its work."""
        article = ArticleInWork(record, self._growth)
        self.receive(record.offset, article)
        self.bytes += article.held
        article.future = self._work.submit(record)
        article.future.add_done_callback(lambda done: self._done(article, done))

    def compose_run(self, most: int, most_bytes: int) -> tuple[list[ArticleInWork], list[OutgoingRecord]]:
        """The unbroken run at the front and its records, within the limits but one article at least."""
        run: list[ArticleInWork] = []
        records: list[OutgoingRecord] = []
        size = 0
        for article in self.finished_run(most):
            made = article.compose(self._work)
            size += sum(record.size for record in made)
            if run and size > most_bytes:
                break
            run.append(article)
            records += made
        return run, records

    def shrink(self, run: list[ArticleInWork], positions: Collection[int]) -> int:
        """Publish less of those articles of a run whose records the broker refused for their size.

        Args:
            run: what was to be published.
            positions: of the refused records among all of the run.

        Returns:
            How many articles are before the first of them, so that nothing of theirs was refused; 0 also without any.
        """
        first, refused = 0, []
        for number, article in enumerate(run):
            after = first + len(article.compose(self._work))
            if any(first <= position < after for position in positions):
                article.compose_smaller(self._work)
                refused.append(number)
            first = after
        return min(refused, default=0)

    def commit(self, offset: int) -> None:
        """Note the committed offset and forget the articles below it."""
        super().commit(offset)
        self.bytes = sum(article.held for article in self.items())

    def cancel(self) -> None:
        """Give up every article that is still in work."""
        for future in self.in_progress():
            future.cancel()

    def in_progress(self) -> list[asyncio.Future[Outcome]]:
        """The futures of the articles that are still in work."""
        return [a.future for a in self.items() if a.future is not None and not a.future.done()]

    def _done(self, article: ArticleInWork, done: asyncio.Future[Outcome]) -> None:
        offset = article.record.offset
        if done.cancelled() or done.exception() is not None or offset not in self:
            return  # given up on purpose, or a pool that failed: it tells the service itself
        self.bytes -= article.held
        article.finish(outcome := done.result())
        self.bytes += article.held
        if isinstance(outcome, Processed):
            self._learn_growth(article)
        if self._admit(outcome) and self.finish(offset):
            self._on_run_ready()

    def _learn_growth(self, article: ArticleInWork) -> None:
        """Note what came of an article; of refused ones nothing comes, which tells nothing of the next one."""
        self._seen = GROWTH_MEMORY * self._seen + article.size
        self._made = GROWTH_MEMORY * self._made + article.held - article.size
        if self._seen:
            self._growth = self._made / self._seen
