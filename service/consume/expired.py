"""Records that retention deleted before they were read: counted once and told, wherever reading then goes on.

A consumer whose next record is gone goes on at the earliest one there is, and says so to nobody. What shows is
that offsets were passed which held no record. Transaction markers and compaction do that, too, so the earliest
offset of the partition decides.
"""

import logging
import time
from collections.abc import Mapping, Sequence

from service.messages import Partition
from service.observe import metrics

logger = logging.getLogger(__name__)

ASK_SECONDS = 5.0
"""Between questions for earliest offsets: a producer of transactions leaves a marker after each of them."""


class Expired:
    """What was deleted unread, by partition."""

    def __init__(self) -> None:
        self._passed: dict[Partition, tuple[int, int]] = {}  # not explained yet
        self._counted: dict[Partition, int] = {}  # below it all that was lost is counted
        self._asked = 0.0

    def passed(self, partition: Partition, first: int, end: int) -> None:
        """Offsets from ``first`` on, below ``end``, held no record."""
        begun, _ = self._passed.get(partition, (first, end))
        self._passed[partition] = (begun, end)

    def to_ask(self) -> Sequence[Partition]:
        """Partitions whose earliest offset is wanted now."""
        if not self._passed or time.monotonic() < self._asked + ASK_SECONDS:
            return ()
        self._asked = time.monotonic()
        return tuple(self._passed)

    def explain(self, earliest: Mapping[Partition, int]) -> None:
        """Take the earliest offsets of the partitions that were asked for."""
        for partition, offset in earliest.items():
            begun, end = self._passed.pop(partition, (offset, offset))
            begun, end = max(begun, self._counted.get(partition, 0)), min(end, offset)
            if end > begun:
                self._counted[partition] = end
                metrics.RECORDS_EXPIRED.labels(*partition).inc(end - begun)
                logger.error(
                    "retention deleted up to %d records before they were read",
                    end - begun,
                    extra={"topic": partition.topic, "partition": partition.partition},
                )
