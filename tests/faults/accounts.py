"""Accounts of a run: what went in, what came out, and whether anything was lost, doubled or out of order."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiokafka import ConsumerRecord

from tests.kafka.records import Topics, committed, end_offsets, headers_of, produce, read_all
from tests.kafka.service import NewswireProcess

PROGRAM = {"NEWSWIRE_PROGRAM": "tests.faults.program:load"}


@dataclass
class Accounts:
    """The articles of one test.

    Attributes:
        good: ids that must come out as records.
        bad: ids (or names) that must be dead letters, with the reason each must have.
    """

    bootstrap: str
    topics: Topics
    partitions: int
    good: set[str] = field(default_factory=set)
    bad: dict[str, str] = field(default_factory=dict)
    _sent: int = 0
    _feeding: bool = True

    async def send_good(self, count: int, order: str = "") -> None:
        """Send articles that must come out, spread over the partitions."""
        records = []
        for _ in range(count):
            name = f"good-{self._sent}"
            self.good.add(name)
            records.append({**article(name, order), "partition": self._sent % self.partitions})
            self._sent += 1
        await produce(self.bootstrap, self.topics.raw, records)

    @asynccontextmanager
    async def feed(self, order: str = "") -> AsyncIterator[None]:
        """Send good articles without a pause, some hundred a second, while the block runs."""
        feeding = asyncio.create_task(self._feed(order))
        try:
            yield
        finally:
            self._feeding = False
            await feeding

    async def _feed(self, order: str) -> None:
        while self._feeding:
            await self.send_good(30, order)
            await asyncio.sleep(0.05)

    async def send_bad(self, name: str, reason: str, record: dict[str, Any], **options: Any) -> None:
        """Send something that must become a dead letter; ``name`` is its key, by which it is known again."""
        self.bad[name] = reason
        place = {"key": name.encode(), "partition": self._sent % self.partitions}
        self._sent += 1
        await produce(self.bootstrap, self.topics.raw, [{**record, **place}], **options)

    async def check(self) -> None:
        """Nothing lost, nothing doubled, nothing out of order; the dead letters are exactly the bad ones."""
        enriched = await read_all(self.bootstrap, self.topics.enriched)
        letters = await read_all(self.bootstrap, self.topics.dead_letters)
        came = Counter(json.loads(record.value)["id"] for record in enriched)
        lost = self.good - came.keys()
        doubled = {name for name, count in came.items() if count > 1}
        assert (len(lost), len(doubled)) == (0, 0), f"lost {sorted(lost)[:5]}, doubled {sorted(doubled)[:5]}"
        assert came.keys() == self.good, f"not sent: {sorted(came.keys() - self.good)[:5]}"
        found = [(letter.key.decode(), headers_of(letter)["dlq.reason"]) for letter in letters]
        assert sorted(found) == sorted(self.bad.items())
        assert await self._out_of_order(enriched) == 0

    async def _out_of_order(self, enriched: list[ConsumerRecord]) -> int:
        """Records of one input partition that overtook another within one output partition."""
        sources = {}
        for record in await read_all(self.bootstrap, self.topics.raw):
            if (record.key or b"").decode() not in self.bad:
                sources[json.loads(record.value)["id"]] = (record.partition, record.offset)
        last: dict[tuple[int, int], int] = {}
        overtaken = 0
        for record in enriched:
            source, offset = sources[json.loads(record.value)["id"]]
            overtaken += offset < last.get((source, record.partition), -1)
            last[source, record.partition] = offset
        return overtaken


def article(name: str, order: str = "") -> dict[str, bytes]:
    """A raw article; its worker first does what ``order`` says."""
    body = f"{name}: the minister said on Monday that talks would go on. Nobody believed it."
    return {"value": json.dumps({"id": name, "body": body, "order": order}).encode()}


async def finished(accounts: Accounts, seconds: float = 240) -> None:
    """Wait until the group has committed everything."""
    async with asyncio.timeout(seconds):
        while await committed(accounts.bootstrap, accounts.topics.group, accounts.topics.raw) != (
            await end_offsets(accounts.bootstrap, accounts.topics.raw)
        ):
            await asyncio.sleep(0.2)


async def published_since(service: NewswireProcess, count: float) -> None:
    """Wait until a process has committed some articles."""
    await asyncio.to_thread(
        service.wait_until, lambda: service.metric("newswire_messages_total") >= count, 180, "at work"
    )
