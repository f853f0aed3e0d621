"""Pools that end with the test."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import pytest

from service.config.processing import ArticleSettings, WorkerSettings
from service.workers.pool import WorkerPool

StartPool = Callable[..., Awaitable[WorkerPool]]


@pytest.fixture
async def start_pool(request: pytest.FixtureRequest) -> AsyncIterator[StartPool]:
    """Starts a pool by the SETTINGS of the test's module, with changes."""
    settings: WorkerSettings = request.module.SETTINGS
    pools: list[WorkerPool] = []

    async def start(**changes: object) -> WorkerPool:
        pool = WorkerPool(replace(settings, **changes), ArticleSettings())  # type: ignore[arg-type]
        pools.append(pool)
        await pool.start()
        return pool

    yield start
    for pool in pools:
        await pool.stop(5.0)
