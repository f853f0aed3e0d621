"""The runs of one lane: finished articles in offset order, each run in one transaction with its offset."""

import time

from service.config.streaming import DeliverySettings
from service.consume.interfaces import Publisher
from service.consume.pacing import Pacing
from service.consume.progress import observe_commit
from service.consume.window import ArticleInWork, Window
from service.errors import BrokerUnavailable, RecordRefusedByBroker
from service.messages import OutgoingRecord

FEWER = 4
"""How many times fewer articles are tried after a failure, which may be too many for their time; each success allows a
quarter more again."""


class RunPublisher:
    """Publishes the run at the front of a lane's window.

    Args:
        publisher: the lane's transactional producer.
        pacing: learns when a transaction ended.
        settings: how much one transaction takes.
    """

    def __init__(self, publisher: Publisher, pacing: Pacing, settings: DeliverySettings) -> None:
        self._publisher = publisher
        self._pacing = pacing
        self._settings = settings
        self._most = settings.transaction_articles  # fewer after a failure
        self._unanswered: tuple[list[ArticleInWork], list[OutgoingRecord], int, float] | None = None

    async def publish(self, window: Window) -> bool:
        """Publish the unbroken run at the front and commit its offset, in one transaction.

        Returns:
            Whether anything could be committed.

        Raises:
            BrokerUnavailable: it is not known whether both were done or neither.
        """
        if not window.something_to_commit:
            return False
        run, records = window.compose_run(self._most, self._settings.transaction_bytes)
        offset = window.offset_after(len(run))
        started = time.monotonic()
        try:
            await self._publisher.publish(records, offset)
        except RecordRefusedByBroker as error:
            # Those before the first one are committed next, so that the partition goes on from one refusal to the next.
            self._most = window.shrink(run, error.positions) or self._most
            raise
        except BrokerUnavailable:
            self._unanswered = (run, records, offset, started)
            self._most = max(1, len(run) // FEWER)
            raise
        finally:
            ended = time.monotonic()
            self._pacing.published(ended)
        self._most = min(self._most + self._most // 4 + 1, self._settings.transaction_articles)
        window.commit(offset)
        observe_commit(run, records, ended - started)
        return True

    def resume(self, committed: int) -> None:
        """Count the transaction whose answer was lost, if it turns out to have committed.

        Args:
            committed: the group's offset, read after the fence.
        """
        if self._unanswered is not None:
            run, records, offset, started = self._unanswered
            self._unanswered = None
            if offset == committed:
                observe_commit(run, records, time.monotonic() - started)
