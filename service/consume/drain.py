"""Which partitions a drain takes: all, a list, or a Job's share."""

from collections.abc import Sequence

from service.config import ConsumerSettings
from service.errors import SettingsError
from service.messages import Partition


def chosen_partitions(all_partitions: Sequence[Partition], settings: ConsumerSettings) -> list[Partition]:
    """The partitions a drain takes.

    Args:
        all_partitions: those of the topic.
        settings: ``drain_partitions`` names them; else ``drain_index`` and ``drain_count`` share
            them out among the Pods of an Indexed Job: number modulo count equals index.

    Raises:
        SettingsError: a partition is named that the topic does not have, or the list is not one.
    """
    if settings.drain_partitions is not None:
        wanted = parse_numbers(settings.drain_partitions)
        missing = wanted - {found.partition for found in all_partitions}
        if missing:
            raise SettingsError([f"NEWSWIRE_DRAIN_PARTITIONS: the topic has no partition {sorted(missing)}"])
        return [found for found in all_partitions if found.partition in wanted]
    if settings.drain_index is not None and settings.drain_count is not None:
        return [p for p in all_partitions if p.partition % settings.drain_count == settings.drain_index]
    return list(all_partitions)


def parse_numbers(text: str) -> set[int]:
    """Read ``0,3-5`` as {0, 3, 4, 5}.

    Raises:
        SettingsError: it is not such a list.
    """
    numbers: set[int] = set()
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        if not first.isdigit() or (dash and not last.isdigit()):
            raise SettingsError(
                [f"NEWSWIRE_DRAIN_PARTITIONS: {part.strip()!r} is not a number or a range like 3-5"]
            )
        numbers.update(range(int(first), int(last if dash else first) + 1))
    return numbers
