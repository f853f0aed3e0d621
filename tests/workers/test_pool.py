"""The worker pool: what a bad article costs, and what it does not."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from service.config.processing import WorkerSettings
from service.errors import Reason, SettingsError, WorkersKeepDying, WorkersUnavailable
from service.messages import Outcome, Processed, RawRecord, Refused
from service.workers.pool import WorkerPool
from tests.workers.conftest import StartPool

SETTINGS = WorkerSettings(
    count=2,
    program="tests.workers.programs:obedient",
    deadline_seconds=45.0,  # no busy machine makes an article that does not hang as late as this
    memory_bytes=400 << 20,
    startup_seconds=60.0,
)


def article(text: str, offset: int = 0) -> RawRecord:
    return RawRecord("news.raw", 0, offset, timestamp_ms=0, key=None, value=text.encode())


def tries(log: Path) -> int:
    return len(log.read_text().splitlines())


async def all_of(pool: WorkerPool, texts: list[str]) -> list[Outcome]:
    async with asyncio.timeout(60):
        return await asyncio.gather(*(pool.submit(article(text, n)) for n, text in enumerate(texts)))


async def test_every_article_is_answered_with_its_own_result(start_pool: StartPool) -> None:
    """Results belong to their articles whichever worker ran them."""
    texts = [f"article {n}" for n in range(200)]
    outcomes = await all_of(await start_pool(), texts)
    assert [o.messages[0].value.decode() for o in outcomes if isinstance(o, Processed)] == texts


@pytest.mark.parametrize(
    ("order", "reason", "detail"),
    [
        ("segfault", Reason.WORKER_CRASH, "SIGSEGV"),
        ("exit 3", Reason.WORKER_CRASH, "exit code 3"),
        ("sleep", Reason.DEADLINE, "2.0 s"),
        ("hog 430", Reason.OUT_OF_MEMORY, "bytes"),
        ("allocate 4000", Reason.OUT_OF_MEMORY, "more memory than a worker has"),
        ("raise", Reason.EXCEPTION, "ValueError"),
    ],
)
async def test_a_bad_article_is_tried_twice_and_costs_no_other(
    start_pool: StartPool, tmp_path: Path, order: str, reason: Reason, detail: str
) -> None:
    """One retry alone, then the refusal names what happened; its mates run exactly once."""
    bad, good = tmp_path / "bad", tmp_path / "good"
    good.touch()
    texts = [f"log:{good} fine"] * 10 + [f"log:{bad} {order}"] + [f"log:{good} fine"] * 10
    pool = await start_pool(deadline_seconds=2.0) if reason == Reason.DEADLINE else await start_pool()
    outcomes = await all_of(pool, texts)
    refused = outcomes.pop(10)
    assert isinstance(refused, Refused)
    assert (refused.reason, refused.attempts) == (reason, 2)
    assert detail in refused.detail
    assert all(isinstance(outcome, Processed) and outcome.attempts == 1 for outcome in outcomes)
    assert (tries(bad), tries(good)) == (2, 20)


async def test_an_article_that_computes_until_its_deadline_is_not_tried_again(
    start_pool: StartPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would take as long again; one that only waited, as on a machine too busy for it, gets its second try."""
    monkeypatch.setattr("service.workers.deaths.COMPUTED_SHARE", 0.05)  # which a busy machine leaves it
    log = tmp_path / "log"
    [outcome] = await all_of(await start_pool(deadline_seconds=2.0), [f"log:{log} hang"])
    assert isinstance(outcome, Refused)
    assert (outcome.reason, outcome.attempts, tries(log)) == (Reason.DEADLINE, 1, 1)
    assert "of which it computed" in outcome.detail


async def test_every_partition_has_its_turn(start_pool: StartPool) -> None:
    """One that is far behind does not hold up the articles of another."""
    pool = await start_pool(count=1)
    long = [pool.submit(replace(article("busy 0.01", n), partition=1)) for n in range(200)]
    await pool.submit(article("fine"))
    assert sum(future.done() for future in long) < 20


async def test_a_rejected_article_is_not_tried_again(start_pool: StartPool, tmp_path: Path) -> None:
    """What is plainly wrong stays wrong."""
    log = tmp_path / "log"
    [outcome] = await all_of(await start_pool(), [f"log:{log} reject"])
    assert outcome == Refused(outcome.stage, Reason.SCHEMA, "title: must be a string", "title")  # type: ignore[union-attr]
    assert tries(log) == 1


async def test_the_message_of_an_exception_is_not_passed_on(start_pool: StartPool) -> None:
    """It may hold text of the article."""
    [outcome] = await all_of(await start_pool(), ["raise a secret"])
    assert isinstance(outcome, Refused)
    assert outcome.exception == "builtins.ValueError"
    assert outcome.stacktrace and "programs.py" in outcome.stacktrace
    assert "secret" not in repr(outcome)


async def test_articles_that_hang_do_not_starve_the_others(start_pool: StartPool) -> None:
    """Retries alone never take every worker."""
    pool = await start_pool(deadline_seconds=2.0)
    hanging = [pool.submit(article("sleep")) for _ in range(6)]
    fine = await all_of(pool, ["fine"] * 20)
    assert all(isinstance(outcome, Processed) for outcome in fine)
    assert not all(future.done() for future in hanging)


async def test_a_recycled_worker_loses_nothing(start_pool: StartPool) -> None:
    """The successor is ready before the old worker ends."""
    pool = await start_pool(recycle_articles=10)
    pids = {worker.pid for worker in pool._slots if worker}
    outcomes = await all_of(pool, ["fine"] * 300)
    assert all(isinstance(outcome, Processed) for outcome in outcomes)
    async with asyncio.timeout(30):
        while {worker.pid for worker in pool._slots if worker} & pids:
            await all_of(pool, ["fine"] * 10)


async def test_a_fork_server_that_is_killed_is_started_anew(start_pool: StartPool) -> None:
    """As by the kernel, out of memory; its workers die with it."""
    pool = await start_pool()
    busy = [pool.submit(article("busy 0.05", n)) for n in range(20)]
    [server] = {psutil.Process(worker.pid).ppid() for worker in pool._slots if worker}
    psutil.Process(server).kill()
    async with asyncio.timeout(60):
        assert all(isinstance(outcome, Processed) for outcome in await asyncio.gather(*busy))
    assert not pool.failed.done()


async def test_a_cancelled_article_is_never_run(start_pool: StartPool, tmp_path: Path) -> None:
    """Articles of a revoked partition leave the queue."""
    pool = await start_pool(count=1)
    log = tmp_path / "log"
    log.touch()
    busy = pool.submit(article("busy 0.2"))
    behind = pool.submit(article("fine"))
    dropped = [pool.submit(article(f"log:{log} fine")) for _ in range(5)]
    for future in dropped:
        future.cancel()
    await asyncio.gather(busy, behind, pool.submit(article("fine")))
    assert tries(log) == 0


async def test_what_an_article_prints_does_not_reach_standard_output(
    start_pool: StartPool, capfd: pytest.CaptureFixture[str]
) -> None:
    """Standard output belongs to the records of `newswire enrich`."""
    [outcome] = await all_of(await start_pool(), ["print"])
    assert isinstance(outcome, Processed)
    assert capfd.readouterr().out == ""


async def test_large_articles_pass_both_ways(start_pool: StartPool) -> None:
    """Ten megabytes are more than a socket holds at once."""
    value = "x" * (10 << 20)
    outcomes = await all_of(await start_pool(), [value] * 4)
    assert all(isinstance(o, Processed) and len(o.messages[0].value) == len(value) for o in outcomes)


async def test_a_program_that_cannot_be_loaded_stops_the_start(start_pool: StartPool) -> None:
    """The error names the program and what it said."""
    with pytest.raises(WorkersUnavailable, match=r"unloadable: RuntimeError: the model is missing"):
        await start_pool(program="tests.workers.programs:unloadable")


async def test_a_setting_that_the_program_cannot_do_with_is_a_fault_of_settings(start_pool: StartPool) -> None:
    """Whichever process finds it, the end is that of wrong settings: trying again would not help."""
    with pytest.raises(SettingsError, match="NEWSWIRE_MODEL: there is no model 'x'"):
        await start_pool(program="tests.workers.programs:misconfigured")


async def test_workers_that_keep_dying_fail_the_pool(start_pool: StartPool) -> None:
    """A feed of poison must stop the service rather than burn for ever."""
    pool = await start_pool(deaths_max=4)
    crashing = [pool.submit(article("segfault")) for _ in range(10)]
    async with asyncio.timeout(30):
        with pytest.raises(WorkersKeepDying, match="NEWSWIRE_WORKER_DEATHS_MAX"):
            await pool.failed
    for future in crashing:
        future.cancel()


async def test_stopping_ends_a_busy_worker_within_the_grace(start_pool: StartPool) -> None:
    """No process stays behind."""
    pool = await start_pool(deadline_seconds=60)
    pool.submit(article("hang"))
    processes = [psutil.Process(worker.pid) for worker in pool._slots if worker]
    async with asyncio.timeout(30):
        await pool.stop(0.1)
    assert not any(process.is_running() for process in processes)


PARENT = """
import asyncio, sys
from service.config.processing import ArticleSettings
from service.workers.pool import WorkerPool
from tests.workers.test_pool import SETTINGS, article

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
    import sys

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
