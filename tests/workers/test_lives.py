"""Workers come and go: loaded, recycled, started anew, ended with their service."""

import asyncio
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from service.config.processing import ArticleSettings
from service.errors import Reason, SettingsError, WorkersUnavailable
from service.messages import Processed
from service.workers.pool import WorkerPool
from tests.workers.articles import SETTINGS as SETTINGS
from tests.workers.articles import all_of, article
from tests.workers.conftest import StartPool


async def test_a_program_that_cannot_be_loaded_stops_the_start(start_pool: StartPool) -> None:
    """The error names the program and what it said."""
    with pytest.raises(WorkersUnavailable, match=r"unloadable: RuntimeError: the model is missing"):
        await start_pool(program="tests.workers.programs:unloadable")


async def test_a_setting_that_the_program_cannot_do_with_is_a_fault_of_settings(start_pool: StartPool) -> None:
    """Whichever process finds it, the end is that of wrong settings: trying again would not help."""
    with pytest.raises(SettingsError, match="NEWSWIRE_MODEL: there is no model 'x'"):
        await start_pool(program="tests.workers.programs:misconfigured")


async def test_a_worker_that_hangs_while_it_loads_is_ended_and_started_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Also long after the start, when another one has died: its place would be empty for ever."""
    mark = tmp_path / "mark"
    settings = replace(SETTINGS, count=1, program="tests.workers.programs:hanging_once")
    pool = WorkerPool(settings, ArticleSettings(model=str(mark)))
    try:
        await pool.start()
        monkeypatch.setattr(pool, "_settings", replace(settings, startup_seconds=1.0))
        mark.touch()
        outcomes = await all_of(pool, ["exit", "fine"])
    finally:
        await pool.stop(5.0)
    assert [isinstance(outcome, Processed) for outcome in outcomes] == [False, True]
    assert not mark.exists()


async def test_a_recycled_worker_loses_nothing(start_pool: StartPool) -> None:
    """The successor is ready before the old worker ends."""
    pool = await start_pool(recycle_articles=10)
    pids = {worker.pid for worker in pool._slots.holders if worker}
    outcomes = await all_of(pool, ["fine"] * 300)
    assert all(isinstance(outcome, Processed) for outcome in outcomes)
    async with asyncio.timeout(30):
        while {worker.pid for worker in pool._slots.holders if worker} & pids:
            await all_of(pool, ["fine"] * 10)


async def handed_over(pool: WorkerPool) -> None:
    """Give the only worker of a pool an article without an end while its successor loads, and wait for that one."""
    await all_of(pool, ["fine"] * 2)
    [before] = pool._slots.holders
    pool.submit(article("sleep"))
    async with asyncio.timeout(60):
        while pool._slots.holders == [before]:
            await asyncio.sleep(0.01)
    assert before is not None
    assert before.tasks


async def test_the_deadline_holds_for_a_worker_that_was_replaced(
    start_pool: StartPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its last article would hold up a partition for ever."""
    monkeypatch.setattr("service.workers.pool.RECYCLE_JITTER", 0.0)
    pool = await start_pool(count=1, recycle_articles=2, deadline_seconds=15.0)
    await handed_over(pool)
    [leaving] = set(pool._slots.workers) - set(pool._slots.holders)
    assert pool.oldest_running_seconds > 0
    async with asyncio.timeout(60):
        await leaving.exited
    assert leaving.kill_cause == Reason.DEADLINE


async def test_stopping_ends_a_worker_that_was_replaced(start_pool: StartPool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The service could not end before it."""
    monkeypatch.setattr("service.workers.pool.RECYCLE_JITTER", 0.0)
    pool = await start_pool(count=1, recycle_articles=2)
    await handed_over(pool)
    processes = [psutil.Process(worker.pid) for worker in pool._slots.processes]
    assert len(processes) == 2
    async with asyncio.timeout(30):
        await pool.stop(0.1)
    assert not any(process.is_running() for process in processes)


async def test_a_watchdog_that_fails_fails_the_pool(start_pool: StartPool, monkeypatch: pytest.MonkeyPatch) -> None:
    """No deadline would hold from then on, and nobody would know."""

    def broken(pid: int | None) -> int:
        raise ValueError(pid)

    pool = await start_pool()
    monkeypatch.setattr("service.workers.watchdog.resident_bytes", broken)
    async with asyncio.timeout(30):
        with pytest.raises(WorkersUnavailable, match="watching the workers failed: ValueError"):
            await pool.failed


async def test_a_fork_server_that_is_killed_is_started_anew(start_pool: StartPool) -> None:
    """As by the kernel, out of memory; its workers die with it."""
    pool = await start_pool()
    busy = [pool.submit(article("busy 0.05", n)) for n in range(20)]
    [server] = {psutil.Process(worker.pid).ppid() for worker in pool._slots.holders if worker}
    psutil.Process(server).kill()
    async with asyncio.timeout(60):
        assert all(isinstance(outcome, Processed) for outcome in await asyncio.gather(*busy))
    assert not pool.failed.done()


async def test_stopping_ends_a_busy_worker_within_the_grace(start_pool: StartPool) -> None:
    """No process stays behind."""
    pool = await start_pool(deadline_seconds=60)
    pool.submit(article("hang"))
    processes = [psutil.Process(worker.pid) for worker in pool._slots.holders if worker]
    async with asyncio.timeout(30):
        await pool.stop(0.1)
    assert not any(process.is_running() for process in processes)


PARENT = """
import asyncio, sys
from service.config.processing import ArticleSettings
from service.workers.pool import WorkerPool
from tests.workers.articles import SETTINGS, article

async def main():
    pool = WorkerPool(SETTINGS, ArticleSettings())
    await pool.start()
    pool.submit(article("busy 600"))
    print("spacy" in sys.modules, flush=True)
    await asyncio.sleep(600)

asyncio.run(main())
"""


@pytest.fixture
async def parent() -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PARENT, stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    yield process
    if process.returncode is None:
        process.kill()
    await process.wait()


async def test_a_killed_service_leaves_no_worker_behind(parent: asyncio.subprocess.Process) -> None:
    """Even one that runs an endless article."""
    assert parent.stdout is not None
    await parent.stdout.readline()
    processes = psutil.Process(parent.pid).children(recursive=True)
    assert len(processes) >= 3  # the fork server and two workers
    parent.kill()
    _, alive = await asyncio.to_thread(psutil.wait_procs, processes, 10)
    assert not [process for process in alive if process.status() != psutil.STATUS_ZOMBIE]


async def test_the_service_itself_does_not_import_the_language_tools(
    parent: asyncio.subprocess.Process,
) -> None:
    """The parent moves bytes; models live in the workers."""
    assert parent.stdout is not None
    assert (await parent.stdout.readline()).strip() == b"False"
