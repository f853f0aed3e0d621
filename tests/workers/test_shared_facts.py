"""Facts found lately: who gets them, who waits for them, and that nobody waits for long."""

import asyncio
from collections import OrderedDict
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from service.config.processing import WorkerSettings
from service.messages import Facts, Outcome, Processed, RawRecord, Refused
from service.workers.pool import WorkerPool
from service.workers.shared_facts import FactsCache
from tests.workers.conftest import StartPool

SETTINGS = WorkerSettings(
    count=2,
    program="tests.workers.programs:Recalling",
    deadline_seconds=100.0,  # a tenth of it is what copies wait for facts: no busy machine is as late as that
    startup_seconds=60.0,
)


def submit(pool: WorkerPool, offset: int, text: str) -> asyncio.Future[Outcome]:
    return pool.submit(RawRecord("news.raw", 0, offset, 0, None, text.encode()))


def found_for(outcome: Outcome) -> int:
    """The offset of the article whose facts an outcome has."""
    assert isinstance(outcome, Processed)
    return int(outcome.messages[0].value)


async def test_an_exact_copy_gets_the_facts_of_the_first(start_pool: StartPool) -> None:
    """Whichever worker it comes to."""
    pool = await start_pool()
    first = await submit(pool, 0, "key")
    copies = await asyncio.gather(*[submit(pool, offset, "key") for offset in range(1, 9)])
    assert isinstance(first, Processed) and not first.reused
    assert all(isinstance(copy, Processed) and copy.reused and found_for(copy) == 0 for copy in copies)


async def test_copies_that_come_together_are_enriched_once(start_pool: StartPool) -> None:
    """The others wait for the one that was first."""
    pool = await start_pool()
    outcomes = await asyncio.gather(*[submit(pool, offset, "key busy 0.2") for offset in range(8)])
    assert len({found_for(outcome) for outcome in outcomes}) == 1


async def test_articles_sent_while_a_worker_asks_keep_their_turn(start_pool: StartPool) -> None:
    """The answer comes behind them in the socket."""
    pool = await start_pool()
    outcomes = await asyncio.gather(*[submit(pool, offset, f"key{offset}") for offset in range(300)])
    assert [found_for(outcome) for outcome in outcomes] == list(range(300))


async def test_a_copy_finds_the_facts_itself_when_the_first_one_dies(start_pool: StartPool) -> None:
    """A crash costs the article that crashed, not those that waited for its facts."""
    pool = await start_pool()
    first = submit(pool, 0, "key exit 3")
    copy = submit(pool, 1, "key")
    assert found_for(await copy) == 1
    # On its second try the copy's facts were there: it never came to its bad part.
    assert found_for(await first) == 1


async def test_a_copy_does_not_wait_long_for_an_endless_article(start_pool: StartPool) -> None:
    """It is done long before the deadline of that one."""
    pool = await start_pool(deadline_seconds=4.0)
    endless = submit(pool, 0, "key hang")
    copy = submit(pool, 1, "key")
    assert found_for(await copy) == 1
    assert not endless.done()


async def test_a_refused_article_leaves_no_facts(start_pool: StartPool) -> None:
    """Its copy is tried for itself."""
    pool = await start_pool()
    assert isinstance(await submit(pool, 0, "key reject"), Refused)
    assert found_for(await submit(pool, 1, "key")) == 1


async def test_without_room_for_facts_nobody_asks(start_pool: StartPool) -> None:
    """The setting 0 turns reuse off."""
    pool = await start_pool(facts_bytes=0)
    for offset in range(2):
        outcome = await submit(pool, offset, "key")
        assert found_for(outcome) == offset


async def test_a_pool_stops_while_a_worker_waits_for_an_answer(start_pool: StartPool, tmp_path: Path) -> None:
    """Who has nobody to answer to ends by itself, and need not be killed."""
    pool, end = await start_pool(), tmp_path / "end"
    for offset in range(2):
        submit(pool, offset, f"key until {end}")
    async with asyncio.timeout(60):
        while not pool._facts._waiting:
            await asyncio.sleep(0.01)
        [asking] = pool._facts._waiting
        stopping = asyncio.create_task(pool.stop(50.0))
        await asyncio.wait([asking.exited])
        end.touch()
        await stopping
    assert [worker.kill_cause for worker in pool._slots.holders if worker] == [None, None]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.binary(max_size=12)), max_size=40), st.integers(0, 40))
def test_the_cache_keeps_what_was_used_last_and_no_more_than_its_bytes(
    steps: list[tuple[str, bytes]], most: int
) -> None:
    """An empty document is only looked for; any other is put."""
    cache, model = FactsCache(most), OrderedDict[str, bytes]()
    for key, document in steps:
        if document:
            cache.put(Facts(key, document))
            model[key] = document
            model.move_to_end(key)
            while sum(len(k) + len(v) for k, v in model.items()) > most:
                model.popitem(last=False)
        else:
            assert cache.get(key) == model.get(key)
            if key in model:
                model.move_to_end(key)
        assert cache.bytes == sum(len(k) + len(v) for k, v in model.items()) <= most
