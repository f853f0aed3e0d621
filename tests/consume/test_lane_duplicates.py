"""Copies in a lane: judged in the order of offsets, once each."""

import orjson

from service.article import load
from service.config import Settings
from service.config.processing import ArticleSettings
from service.consume.lane import Lane
from service.errors import BrokerUnavailable
from service.messages import Outcome, OutgoingRecord, RawRecord
from service.publish.compose import Composer
from tests.consume.fakes import PARTITION, QUICK, ManualWork, MemoryPartition, opened, record

PROGRAM = load(ArticleSettings())


class ArticlesFinishedByHand(ManualWork):
    """Real articles and real composing; which article is finished when is up to the test."""

    def __init__(self) -> None:
        super().__init__()
        self._composer = Composer(Settings())

    def finish(self, *offsets: int) -> None:
        for offset in offsets:
            value = orjson.dumps({"id": f"a{offset}", "body": "The harbour closed. Ships waited."})
            self.futures[offset].set_result(PROGRAM(record(offset, value)))

    def compose(self, raw: RawRecord, outcome: Outcome) -> tuple[Outcome, list[OutgoingRecord]]:
        return self._composer.compose(raw, outcome)


async def test_the_first_offset_is_the_original_whatever_finishes_first_and_however_often_it_is_published() -> None:
    """A verdict given once stays, when its transaction fails and is tried again."""
    work, kafka = ArticlesFinishedByHand(), MemoryPartition()
    kafka.failures = [BrokerUnavailable("down"), BrokerUnavailable("down again")]
    lane = await opened(Lane(PARTITION, kafka, kafka, work, QUICK, lambda error: None))
    lane.accept([record(n) for n in range(3)])
    work.finish(2, 1, 0)
    await kafka.until(lambda: kafka.committed == 3)
    await lane.close(1.0)
    verdicts = [orjson.loads(value)["duplicate"] for value in kafka.published]
    assert [(verdict["kind"], verdict["of"]) for verdict in verdicts] == [
        ("none", None),
        ("exact", "a0"),
        ("exact", "a0"),
    ]
    assert kafka.failures == []
