"""Steps down the gradient: one rise and fall of the learning rate, losses told on the way."""

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

from training.losses import Losses
from training.precision import autocast

LOSS_WINDOW = 50  # steps over which losses are averaged for the log
LOWEST_RATE = 0.01  # of the highest one

Ready = TypeVar("Ready")


def descend(
    groups: list[dict[str, Any]],
    read: Callable[[Ready], Losses],
    ready: Iterable[Ready],
    numbers: range,
    *,
    warm_up: float,
    decay: float,
    device: str,
    seconds: float | None = None,
) -> Iterator[int]:
    """Train on steps of these numbers, yielding the count of steps after each.

    Args:
        groups: parameters with their highest rates, as torch's optimizers take them.
        read: the losses of a step, to be summed.
        ready: the steps, as many as numbers.
        numbers: of the steps; the rate ends to fall at the last of them.
        warm_up: share of all steps in which the rate rises.
        decay: of weights (AdamW, Loshchilov and Hutter 2019).
        device: where the parameters are.
        seconds: after which to have ended, if not before (Li, Yumer and Ramanan 2020, "Budgeted training"): the rate
            falls with the time that is gone wherever less is left of that than of the steps.
    """
    last, started = numbers.stop, time.monotonic()

    def gone() -> float:
        return (time.monotonic() - started) / seconds if seconds else 0.0

    def rate(step: int) -> float:
        done = max((numbers.start + step) / last, gone())
        return min(1.0, (numbers.start + step + 1) / warm) * max(LOWEST_RATE, 1 - done)

    parameters = [parameter for group in groups for parameter in group["params"]]
    optimizer = torch.optim.AdamW(groups, weight_decay=decay, fused=True)
    warm = warm_up * last
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    history: dict[str, list[Tensor]] = defaultdict(list)
    for number, step in zip(numbers, ready, strict=True):
        with autocast(device):
            parts = read(step)
        optimizer.zero_grad()
        sum(parts.values(), torch.zeros((), device=device)).backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        schedule.step()
        for name, loss in parts.items():
            history[name].append(loss.detach())
        ended = number + 1 == last or gone() >= 1
        if (number + 1) % LOSS_WINDOW == 0 or ended:
            told = {name: round(float(torch.stack(each[-LOSS_WINDOW:]).mean()), 3) for name, each in history.items()}
            about = {"step": number + 1, "of": last, "seconds": round(time.monotonic() - started)}
            print(json.dumps(about | told), flush=True)
        yield number + 1
        if ended:
            return
