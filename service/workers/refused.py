"""Outcomes of articles that need no worker, since their fault is seen without one."""

import asyncio

from service.errors import Rejected
from service.messages import Outcome, Refused


def refused_at_once(fault: Rejected) -> asyncio.Future[Outcome]:
    """What the pool gives for an article, done already."""
    refused: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
    refused.set_result(Refused(fault.stage, fault.reason, fault.detail, fault.field))
    return refused
