"""Which partitions a drain takes: all, a list, or a Job's share."""

from collections.abc import Sequence

from service.config.streaming import ConsumerSettings, partition_numbers
from service.errors import SettingsError
from service.messages import Partition


def chosen_partitions(all_partitions: Sequence[Partition], settings: ConsumerSettings) -> list[Partition]:
    """The partitions a drain takes.

    Args:
        all_partitions: those of the topic.
        settings: ``drain_partitions`` names them; else ``drain_index`` and ``drain_count`` share
            them out among the Pods of an Indexed Job: number modulo count equals index.

    Raises:
        SettingsError: a partition is named that the topic does not have.
    """
    if settings.drain_partitions is not None:
        wanted = partition_numbers(settings.drain_partitions)
        known = {found.partition for found in all_partitions}
        if missing := wanted - known:
            numbers = ", ".join(map(str, sorted(missing)))
            fault = f"the topic has no partition {numbers}; it has {len(known)}, counted from 0"
            raise SettingsError([f"NEWSWIRE_DRAIN_PARTITIONS: {fault}"])
        return [found for found in all_partitions if found.partition in wanted]
    if settings.drain_index is not None and settings.drain_count is not None:
        return [p for p in all_partitions if p.partition % settings.drain_count == settings.drain_index]
    return list(all_partitions)
