"""How exactly training computes: in bfloat16 where that is quicker, else in float32."""

import time
from contextlib import AbstractContextManager
from functools import cache

import torch

SIZE, TRIES = 1024, 4  # of products that are timed


def autocast(device: str) -> AbstractContextManager[object]:
    """Products in bfloat16 on a GPU, and on a CPU that is quicker so."""
    return torch.autocast(device, dtype=torch.bfloat16, enabled=device != "cpu" or _quicker_in_bfloat16())


@cache
def _quicker_in_bfloat16() -> bool:
    """Whether this processor multiplies quicker in bfloat16.

    Its instructions do not tell: with those of AMX it does; with AVX-512's alone half as fast as in float32 on some
    processors and faster on others; emulated, twenty times slower.
    """
    return _seconds(torch.bfloat16) < _seconds(torch.float32)


def _seconds(kind: torch.dtype) -> float:
    """Of a product, the shortest of some tries."""
    matrix = torch.ones(SIZE, SIZE, dtype=kind)
    times = []
    for _ in range(TRIES):
        start = time.perf_counter()
        torch.mm(matrix, matrix)
        times.append(time.perf_counter() - start)
    return min(times)
