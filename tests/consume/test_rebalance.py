"""All lanes of a process: closed once, within whatever budget is left."""

import asyncio
from collections.abc import Callable, Coroutine
from types import SimpleNamespace

import pytest

from service.app import Service
from service.consume.rebalance import Lanes
from service.observe.metrics import REGISTRY
from tests.consume.conftest import MakeLane
from tests.consume.fakes import PARTITION, QUICK, ManualWork, MemoryPartition, opened, record


async def test_a_stop_cuts_a_closing_short_that_waits_for_a_silent_broker(
    make_lane: MakeLane, work: ManualWork
) -> None:
    """Lanes whose closing was given up are still there, and close within the shorter budget."""
    kafka = MemoryPartition()
    lanes = Lanes(lambda partition: make_lane(kafka), QUICK.consumer)
    lanes.open([PARTITION])
    [lane] = lanes
    await opened(lane)
    kafka.answering.clear()
    lane.accept([record(0)])
    work.finish(0)
    await kafka.publishing.wait()
    closing = asyncio.create_task(lanes.close(3600))
    await asyncio.sleep(0)
    closing.cancel()
    await asyncio.wait({closing})
    assert lanes.count == 1
    async with asyncio.timeout(5):
        await lanes.close(0.05)
    assert lanes.count == 0
    assert kafka.closed


@pytest.mark.parametrize("leaving", [Service._disconnect, Service._end])
async def test_lanes_opened_by_a_rebalance_while_the_service_leaves_are_closed(
    make_lane: MakeLane, monkeypatch: pytest.MonkeyPatch, leaving: Callable[[Service], Coroutine[None, None, None]]
) -> None:
    """The group gave partitions to a member that is leaving: its lanes would go on to fence their new owners."""
    service, kafka = Service(QUICK), MemoryPartition()
    lanes = Lanes(lambda partition: make_lane(kafka), QUICK.consumer)

    async def stop(*_: float) -> None:
        await lanes.on_partitions_assigned([PARTITION])  # type: ignore[list-item]  # equal to aiokafka's

    monkeypatch.setattr(service, "_lanes", lanes)
    monkeypatch.setattr(service, "_source", SimpleNamespace(stop=stop))
    await leaving(service)
    assert lanes.count == 0
    assert kafka.closed


async def test_a_lane_opened_while_another_closing_ends_is_kept() -> None:
    """The service disconnects during a rebalance: a lane that nobody knew would fence others for ever."""
    first_closing = asyncio.Event()
    budgets: list[float] = []

    async def close(budget: float) -> None:
        budgets.append(budget)
        if budget > 1:
            await first_closing.wait()

    lanes = Lanes(lambda partition: SimpleNamespace(close=close), QUICK.consumer)  # type: ignore[arg-type, return-value]
    lanes.open([PARTITION])
    disconnecting = asyncio.create_task(lanes.close(60))
    await asyncio.sleep(0)
    await lanes.close(1)  # the rebalance's
    lanes.open([PARTITION])
    first_closing.set()
    await disconnecting
    assert lanes.count == 1
    await lanes.close(1)
    assert (lanes.count, budgets) == (0, [60, 1, 1])


async def test_who_lost_all_partitions_loses_none_at_the_next_rebalance(make_lane: MakeLane) -> None:
    """Else the hours since then would count as the time that it took."""

    def counted() -> float:
        return REGISTRY.get_sample_value("newswire_rebalance_duration_seconds_count") or 0.0

    lanes, before = Lanes(lambda partition: make_lane(MemoryPartition()), QUICK.consumer), counted()
    lanes.open([PARTITION])
    [lane] = lanes
    await opened(lane)
    for _ in range(3):
        await lanes.on_partitions_revoked([])
        await lanes.on_partitions_assigned([])
    assert counted() == before + 1
