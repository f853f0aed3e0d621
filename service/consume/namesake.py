"""Two processes with one name of static membership: each would take all partitions from the other, for ever.

Kafka hands the name's place in the group to whoever joined last. aiokafka does not tell the other one that it was
replaced, only that it is no member any more, as it tells one that was silent for too long; and it joins again. But
who joined a moment ago cannot have been silent for longer than that. So the newer one ends, and the other one is left
alone.
"""

import time
from collections.abc import Callable, Iterable

from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition

from service.config.streaming import ConsumerSettings
from service.errors import SettingsError


class NamesakeCheck(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka has no type information
    """Tells of a process with our name, and passes on all that aiokafka calls it for.

    Args:
        listener: what it is passed on to.
        consumer: ours.
        settings: the name, and for how long a member may be silent.
        on_failure: called with what is wrong; the consumer has no name any more then.
    """

    def __init__(
        self,
        listener: ConsumerRebalanceListener,
        consumer: AIOKafkaConsumer,
        settings: ConsumerSettings,
        on_failure: Callable[[Exception], None],
    ) -> None:
        self._listener = listener
        self._consumer = consumer
        self._name = settings.group_instance_id
        self._patience = min(settings.session_timeout_seconds, settings.rebalance_timeout_seconds)
        self._on_failure = on_failure
        self._joined: float | None = None

    async def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> None:
        """Called by aiokafka before a rebalance, and when the group has thrown us out."""
        if self._was_replaced():
            fault = f"another process of the group is {self._name}, too; each needs a name of its own, or none"
            self._on_failure(SettingsError([f"NEWSWIRE_GROUP_INSTANCE_ID: {fault}"]))
            # It joins again at once, until it is stopped: without the name, it throws nobody out.
            self._consumer._coordinator._group_instance_id = None
        await self._listener.on_partitions_revoked(revoked)

    async def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        """Called by aiokafka after a rebalance."""
        self._joined = time.monotonic()
        await self._listener.on_partitions_assigned(assigned)

    def _was_replaced(self) -> bool:
        is_member = bool(self._consumer._coordinator.member_id)
        if not self._name or is_member or self._joined is None:
            return False
        return time.monotonic() - self._joined < self._patience
