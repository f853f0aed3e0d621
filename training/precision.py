"""How exactly training computes: in bfloat16 where the processor has it, else in float32."""

from contextlib import AbstractContextManager

import torch


def autocast(device: str) -> AbstractContextManager[object]:
    """Products in bfloat16 on a GPU or a CPU with instructions for it; emulated they are twenty times slower."""
    able = device != "cpu" or any(torch.cpu.get_capabilities()[name] for name in ("avx512_bf16", "amx_bf16"))
    return torch.autocast(device, dtype=torch.bfloat16, enabled=able)
