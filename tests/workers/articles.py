"""Articles for programs that do what they say, and the settings of a pool for them."""

import asyncio

from service.config.processing import WorkerSettings
from service.messages import Outcome, RawRecord
from service.workers.pool import WorkerPool

SETTINGS = WorkerSettings(
    count=2,
    program="tests.workers.programs:obedient",
    deadline_seconds=45.0,  # no busy machine makes an article that does not hang as late as this
    memory_bytes=400 << 20,
    startup_seconds=60.0,
)


def article(text: str, offset: int = 0) -> RawRecord:
    return RawRecord("news.raw", 0, offset, timestamp_ms=0, key=None, value=text.encode())


async def all_of(pool: WorkerPool, texts: list[str]) -> list[Outcome]:
    async with asyncio.timeout(60):
        return await asyncio.gather(*(pool.submit(article(text, n)) for n, text in enumerate(texts)))
