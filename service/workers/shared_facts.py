"""Facts that workers found lately, for the exact copies of their articles, whichever worker gets those.

Only keys and bytes are seen here: what they mean is known to the article's program. A worker that asks
for facts which another one is about to find waits for them (``WAIT_SHARE``), so that copies which arrive
together are enriched once, too ("single flight"). An article that is slow, or kills its worker, delays its
copies by no more than that wait.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Iterable

from service.messages import Facts, Outcome, Processed
from service.observe import metrics
from service.workers.worker import Worker

WAIT_SHARE = 0.1
"""Of an article's deadline: longest wait for another worker's facts. It counts against the deadline."""


class FactsCache:
    """A cache of facts by their keys: those used least recently go first (LRU).

    Args:
        most_bytes: of keys and facts together.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._known: OrderedDict[str, bytes] = OrderedDict()
        self.bytes = 0

    def get(self, key: str) -> bytes | None:
        """The facts of a key, which count as used now."""
        if key not in self._known:
            return None
        self._known.move_to_end(key)
        return self._known[key]

    def put(self, facts: Facts) -> None:
        """Remember facts; those not used for longest go."""
        if (old := self._known.pop(facts.key, None)) is not None:
            self.bytes -= len(facts.key) + len(old)
        self._known[facts.key] = facts.document
        self.bytes += len(facts.key) + len(facts.document)
        while self.bytes > self._most_bytes:
            key, document = self._known.popitem(last=False)
            self.bytes -= len(key) + len(document)


class SharedFacts:
    """Answers the questions of a pool's workers for facts.

    Args:
        most_bytes: of facts to remember.
        deadline_seconds: of an article.
    """

    def __init__(self, most_bytes: int, deadline_seconds: float) -> None:
        self._cache = FactsCache(most_bytes)
        self._wait_seconds = WAIT_SHARE * deadline_seconds
        self._finding: dict[str, Worker] = {}  # who will find the facts of a key
        self._waiting: dict[Worker, tuple[str, asyncio.TimerHandle]] = {}

    def ask(self, worker: Worker, key: str) -> None:
        """A worker asks for facts: they are given, or it is to find them, or it waits for one that does."""
        if (document := self._cache.get(key)) is not None:
            worker.answer(document)
        elif key in self._finding:
            timer = asyncio.get_running_loop().call_later(self._wait_seconds, self._give_up, worker)
            self._waiting[worker] = (key, timer)
        else:
            self._finding[key] = worker
            worker.answer(None)

    def done(self, worker: Worker, outcome: Outcome) -> None:
        """A worker's article is done."""
        if isinstance(outcome, Processed) and outcome.facts is not None:
            self._cache.put(outcome.facts)
            metrics.FACTS_BYTES.set(self._cache.bytes)
        self.left(worker)

    def left(self, worker: Worker) -> None:
        """A worker finds nothing any more: who waits for it asks again."""
        self._stop_waiting(worker)
        for key in [key for key, finder in self._finding.items() if finder is worker]:
            del self._finding[key]
            for waiting in self._waiting_for(key):
                self._stop_waiting(waiting)
                self.ask(waiting, key)

    def _waiting_for(self, key: str) -> Iterable[Worker]:
        return [worker for worker, (awaited, _) in self._waiting.items() if awaited == key]

    def _give_up(self, worker: Worker) -> None:
        del self._waiting[worker]
        worker.answer(None)

    def _stop_waiting(self, worker: Worker) -> None:
        if (waiting := self._waiting.pop(worker, None)) is not None:
            waiting[1].cancel()
