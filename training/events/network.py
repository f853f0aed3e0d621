"""The heads that find events in the vectors of words."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from service.enrich.events.reading.classes import REALIS, ROLES, TYPES
from training.network import WIDTH

HIDDEN, ROLE_WIDTH = 192, 64
DROPOUT = 0.2


class EventHeads(nn.Module):
    """Triggers with their types; for a trigger, the head words of its arguments, and its modality."""

    def __init__(self) -> None:
        super().__init__()
        self.drop = nn.Dropout(DROPOUT)
        self.hidden, self.trigger = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, 1 + len(TYPES))
        self.role_trigger, self.role_word = nn.Linear(WIDTH, ROLE_WIDTH), nn.Linear(WIDTH, ROLE_WIDTH)
        self.role = nn.Parameter(torch.randn(ROLE_WIDTH + 1, len(ROLES), ROLE_WIDTH + 1) * 0.05)
        self.realis, self.historical = nn.Linear(WIDTH, len(REALIS)), nn.Linear(WIDTH, 1)

    def trigger_scores(self, x: Tensor) -> Tensor:
        """Scores of no trigger and of each type, from (..., WIDTH) vectors of words."""
        return self.trigger(self.drop(functional.relu(self.hidden(self.drop(x)))))

    def role_scores(self, triggers: Tensor, words: Tensor) -> Tensor:
        """Logits (triggers, words, roles) that a word heads a phrase in a role of the trigger.

        Args:
            triggers: (triggers, WIDTH).
            words: (triggers, words, WIDTH), around each trigger.
        """
        t, w = (
            functional.relu(self.role_trigger(self.drop(triggers))),
            functional.relu(self.role_word(self.drop(words))),
        )
        t, w = (torch.cat([x, torch.ones_like(x[..., :1])], -1) for x in (t, w))
        return torch.einsum("te,erf,twf->twr", t, self.role, w)

    def arrays(self) -> dict[str, np.ndarray]:
        """The weights by name, float16, as the service loads them."""
        return {name: tensor.detach().cpu().numpy().astype(np.float16) for name, tensor in self.state_dict().items()}

    def load_arrays(self, path: Path) -> None:
        """Take weights as ``arrays`` gives them.

        Raises:
            OSError: there is no such file.
        """
        with np.load(path) as arrays:
            self.load_state_dict({name: torch.tensor(arrays[name].astype(np.float32)) for name in arrays.files})
