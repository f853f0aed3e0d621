"""``make bench-workers``: the worker pool beside ``pebble.ProcessPool``, in one run on this machine.

A busy task spins on the wall clock, so that the ideal is known: workers divided by its time.
"""

import asyncio
import ctypes
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import Future

from pebble import ProcessPool

from service.config.processing import ArticleSettings, WorkerSettings
from service.messages import RawRecord
from service.workers.pool import WorkerPool

WORKERS = 2
VALUE = b"x" * 5_000
DEADLINE_SECONDS = 1.0

Submit = Callable[[bytes], Awaitable[object]]


def peer_task(order: bytes) -> bytes:
    """What the peer's worker does: the same as ``tests.workers.programs`` does for ours."""
    word, _, argument = order[:100].decode().partition(" ")
    if word == "segfault":
        ctypes.string_at(0)
    if word == "busy":
        until = time.perf_counter() + float(argument)
        while time.perf_counter() < until:
            pass
    if word == "sleep":
        time.sleep(600)
    return order


async def main() -> None:
    """Measure both pools, print a table."""
    rows: dict[str, list[str]] = {}
    for name, contestant in (("newswire", ours), ("pebble", peer)):
        await contestant(rows)
        print(f"{name} done", flush=True)
    print(f"\n{'':44}{'newswire':>12}{'pebble':>12}")
    for row, values in rows.items():
        print(f"{row:44}" + "".join(f"{value:>12}" for value in values))


async def ours(rows: dict[str, list[str]]) -> None:
    """Our pool with a program that obeys its articles."""
    settings = WorkerSettings(
        count=WORKERS, program="tests.workers.programs:obedient", deadline_seconds=DEADLINE_SECONDS, deaths_max=1000
    )
    pool = WorkerPool(settings, ArticleSettings())
    await pool.start()
    await measure(rows, lambda order: pool.submit(RawRecord("t", 0, 0, 0, None, order)))
    await pool.stop(1.0)


async def peer(rows: dict[str, list[str]]) -> None:
    """Pebble, as one would use it from an event loop."""
    import multiprocessing

    context = multiprocessing.get_context("forkserver")
    with ProcessPool(max_workers=WORKERS, context=context) as pool:

        def submit(order: bytes) -> Awaitable[object]:
            future: Future[bytes] = pool.schedule(peer_task, args=[order], timeout=DEADLINE_SECONDS)
            return asyncio.wrap_future(future)

        await asyncio.gather(*[submit(b"warm") for _ in range(20)])
        await measure(rows, submit)
        pool.stop()


async def measure(rows: dict[str, list[str]], submit: Submit) -> None:
    """All figures of one contestant."""
    echo = VALUE
    rate, cpu, lag = await timed(submit, [echo] * 4_000)
    row(rows, "echo of 5 KB, tasks/s", f"{rate:.0f}")
    row(rows, "  parent's CPU seconds per 1,000", f"{cpu / 4:.3f}")
    row(rows, "  event-loop lag p99, ms", f"{lag * 1000:.1f}")
    for seconds, count in ((0.005, 1_200), (0.05, 160)):
        rate, _, lag = await timed(submit, [f"busy {seconds}".encode().ljust(5_000)] * count)
        row(rows, f"busy {seconds * 1000:.0f} ms, share of the ideal", f"{rate * seconds / WORKERS:.3f}")
    started = time.monotonic()
    await asyncio.gather(submit(b"segfault"), *[submit(b"busy 0.005") for _ in range(20)], return_exceptions=True)
    row(rows, "a crash among 20 tasks of 5 ms, ms to the end", f"{(time.monotonic() - started) * 1000:.0f}")
    started = time.monotonic()
    await asyncio.gather(submit(b"sleep"), return_exceptions=True)
    row(rows, "a hang, s to its outcome (deadline 1 s)", f"{time.monotonic() - started:.2f}")


async def timed(submit: Submit, orders: list[bytes]) -> tuple[float, float, float]:
    """Tasks a second, the parent's CPU seconds, and the 99th percentile of the event loop's lag."""
    lags: list[float] = []
    watching = asyncio.create_task(watch_lag(lags))
    started, cpu = time.monotonic(), time.process_time()
    await asyncio.gather(*[submit(order) for order in orders])
    seconds, spent = time.monotonic() - started, time.process_time() - cpu
    watching.cancel()
    return len(orders) / seconds, spent, sorted(lags)[int(0.99 * len(lags))] if lags else 0.0


async def watch_lag(lags: list[float]) -> None:
    """Note for ever how many seconds late the event loop wakes a task."""
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + 0.01
        await asyncio.sleep(0.01)
        lags.append(loop.time() - due)


def row(rows: dict[str, list[str]], name: str, value: str) -> None:
    """Add a contestant's value to a row of the table."""
    rows.setdefault(name, []).append(value)


if __name__ == "__main__":
    asyncio.run(main())
