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
    pace = _Pace(numbers, warm_up, seconds)
    parameters = [parameter for group in groups for parameter in group["params"]]
    optimizer = torch.optim.AdamW(groups, weight_decay=decay, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, pace.rate)
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
        ended = number + 1 == numbers.stop or pace.time_gone >= 1
        if (number + 1) % LOSS_WINDOW == 0 or ended:
            about = {"step": number + 1, "of": numbers.stop, "seconds": round(pace.seconds)}
            print(json.dumps(about | _mean_losses(history)), flush=True)
        yield number + 1
        if ended:
            return


class _Pace:
    """How the learning rate rises and falls, with the steps or with the time; see ``descend`` for the arguments."""

    def __init__(self, numbers: range, warm_up: float, seconds: float | None) -> None:
        self._numbers, self._warm_up_steps, self._budget = numbers, warm_up * numbers.stop, seconds
        self._started = time.monotonic()

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._started

    @property
    def time_gone(self) -> float:
        """The share of the time that is over; 0 where there is no limit."""
        return self.seconds / self._budget if self._budget else 0.0

    def rate(self, step: int) -> float:
        """The rate of a step, counted from the first one of this run, as a share of the highest rate."""
        done = max((self._numbers.start + step) / self._numbers.stop, self.time_gone)
        return min(1.0, (self._numbers.start + step + 1) / self._warm_up_steps) * max(LOWEST_RATE, 1 - done)


def _mean_losses(history: dict[str, list[Tensor]]) -> dict[str, float]:
    """The mean of each loss over the last ``LOSS_WINDOW`` steps that had it."""
    return {name: round(float(torch.stack(each[-LOSS_WINDOW:]).mean()), 3) for name, each in history.items()}
