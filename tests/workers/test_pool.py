"""The worker pool: what a bad article costs, and what it does not."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from service.errors import Reason, WorkersKeepDying
from service.messages import Processed, Refused
from tests.workers.articles import SETTINGS as SETTINGS
from tests.workers.articles import all_of, article
from tests.workers.conftest import StartPool


def tries(log: Path) -> int:
    return len(log.read_text().splitlines())


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


async def test_workers_that_keep_dying_fail_the_pool(start_pool: StartPool) -> None:
    """A feed of poison must stop the service rather than burn for ever."""
    pool = await start_pool(deaths_max=4)
    crashing = [pool.submit(article("segfault")) for _ in range(10)]
    async with asyncio.timeout(30):
        with pytest.raises(WorkersKeepDying, match="NEWSWIRE_WORKER_DEATHS_MAX"):
            await pool.failed
    for future in crashing:
        future.cancel()
