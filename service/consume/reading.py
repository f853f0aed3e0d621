"""One turn of a main loop: read what there is room for, hand it to the lanes."""

from service.consume.rebalance import Lanes
from service.consume.source import Source


async def read_once(source: Source, lanes: Lanes) -> bool:
    """Read once.

    Returns:
        Whether any record came.

    Raises:
        BrokerUnavailable: the consumer failed.
        SettingsError: the brokers refuse a setting.
    """
    with_room = lanes.with_room()
    read = await source.poll(with_room, some_left_out=len(with_room) < lanes.count)
    # No await from here on: positions belong to the records that were just handed over.
    for partition, first in read.restarted.items():
        if lane := lanes.get(partition):
            lane.restart(first)
    for partition, records in read.records.items():
        if lane := lanes.get(partition):
            lane.accept(records)
    for lane in lanes:
        if (position := source.position(lane.partition)) is not None:
            lane.advance(position)
    return bool(read.records)
