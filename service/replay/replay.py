"""One replay: read the dead letters up to their present end, and publish the chosen ones again."""

from collections.abc import Sequence

from service.config import Settings
from service.consume.lane import Lane
from service.consume.reading import read_once
from service.consume.rebalance import Lanes
from service.consume.source import Source
from service.messages import Partition
from service.publish.transaction import TransactionalPublisher
from service.replay.choice import Choice
from service.replay.stall import StallCheck
from service.replay.work import ReplayWork, Report
from service.signals import stop_on_signals
from service.stop import Stop

# Seconds for the lanes to close, for the consumer to stop; after a signal, the shares of the time to stop by then.
CLOSE_SECONDS, CLOSED_BY = 30.0, 0.7
STOP_SECONDS, LEFT_BY = 10.0, 0.9


async def replay(settings: Settings, choice: Choice, *, dry_run: bool) -> Report:
    """Put dead letters back, up to the present end of their topic, or until SIGTERM or SIGINT.

    Args:
        settings: all settings.
        choice: which letters.
        dry_run: only read and report; nothing is published or committed.

    Raises:
        BrokerUnavailable: Kafka failed; what was put back until then is committed.
    """
    group = choice.group(settings.consumer.group)
    work = ReplayWork(choice, settings.delivery.replay_max)
    source = Source(settings, settings.topics.dead_letters, group)
    stop = Stop(settings.delivery.stop_seconds)
    with stop_on_signals(stop):
        await source.start()
        try:
            partitions = await source.partitions()
            ends = await source.ends(partitions)
            source.assign(partitions)
            if dry_run:
                await _read_only(source, partitions, ends, work, stop)
            else:
                await _put_back(settings, group, source, ends, work, stop)
        finally:
            await source.stop(min(STOP_SECONDS, stop.left(LEFT_BY)))
    work.report.stopped = stop.requested
    return work.report


async def _read_only(
    source: Source, partitions: Sequence[Partition], ends: dict[Partition, int], work: ReplayWork, stop: Stop
) -> None:
    for partition in partitions:
        source.seek(partition, await source.start_offset(partition))
    waiting = set(partitions)
    while waiting and not (work.full or stop.requested):
        read = await source.poll(list(waiting), some_left_out=False)
        for partition, records in read.records.items():
            for record in records:
                if record.offset < ends[partition]:
                    work.submit(record)
            work.committed(partition, ends[partition])
        waiting = {p for p in waiting if (source.position(p) or 0) < ends[p]}


async def _put_back(
    settings: Settings, group: str, source: Source, ends: dict[Partition, int], work: ReplayWork, stop: Stop
) -> None:
    failures: list[Exception] = []

    def make_lane(partition: Partition) -> Lane:
        publisher = TransactionalPublisher(settings, group, partition)
        return Lane(partition, source, publisher, work, settings, failures.append, ends[partition])

    lanes = Lanes(make_lane, settings.consumer)
    lanes.open(ends)
    held = list(lanes)
    stall = StallCheck(settings.observe.stuck_seconds)
    try:
        while not ((work.full and work.reported) or stop.requested or all(lane.drained for lane in lanes)):
            await read_once(source, lanes)
            if failures:
                raise failures[0]
            states = [lane.state() for lane in lanes]
            stall.look(states)
            for state in states:
                work.committed(state.partition, state.committed)
    finally:
        await lanes.close(min(CLOSE_SECONDS, stop.left(CLOSED_BY)))
        for state in (lane.state() for lane in held):
            work.committed(state.partition, state.committed)
