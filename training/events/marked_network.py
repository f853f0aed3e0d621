"""The network that reads a sentence again, for one trigger in it: the trigger is marked, everything else sees the mark.

Conditioned on the trigger in every layer, words tell their roles by themselves (as for predicates in Shi and Lin 2019,
"Simple BERT models for relation extraction and semantic role labeling").
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from service.enrich.events.reading.classes import REALIS, ROLES, TYPES
from training.events.sentences import Labels
from training.network import WIDTH, Encoder

HIDDEN = 192
DROPOUT = 0.2


class MarkedReader(nn.Module):
    """An encoder of its own that sees which word is the trigger, and heads on its vectors.

    Whoever labels has habits: what counts as an event, how far a phrase goes. The mark tells whose labels are to be
    met, so that all can be learned from, and one is asked for.

    Args:
        layers, inner: of the encoder.
    """

    def __init__(self, layers: int, inner: int) -> None:
        super().__init__()
        self.encoder = Encoder(layers, inner)
        self.marks = nn.Embedding(len(Labels), WIDTH)
        nn.init.zeros_(self.marks.weight)
        self.drop = nn.Dropout(DROPOUT)
        self.trigger_hidden, self.trigger = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, 1 + len(TYPES))
        self.role_hidden, self.role = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, len(ROLES))
        self.realis, self.historical = nn.Linear(WIDTH, len(REALIS)), nn.Linear(WIDTH, 1)

    def words(
        self, pieces: Tensor, shapes: Tensor, first: Tensor, marks: Tensor, labels: Tensor, mask: Tensor | None = None
    ) -> Tensor:
        """Vectors (windows, words, WIDTH).

        Args:
            marks: (windows, pieces), 1.0 at the pieces of the trigger.
            labels: (windows,), by whom each is labelled, of ``Labels``.
        """
        x = self.encoder.embedded(pieces, shapes) + marks[..., None] * self.marks(labels)[:, None]
        x = self.encoder.read(x, mask)
        return torch.gather(x, 1, first[..., None].expand(-1, -1, WIDTH))

    def type_scores(self, triggers: Tensor) -> Tensor:
        """Scores of no event and of each type, from the vectors of marked words."""
        scores: Tensor = self.trigger(self.drop(functional.relu(self.trigger_hidden(self.drop(triggers)))))
        return scores

    def role_scores(self, words: Tensor) -> Tensor:
        """Logits (..., roles) that a word heads a phrase in a role of the marked trigger."""
        scores: Tensor = self.role(self.drop(functional.relu(self.role_hidden(self.drop(words)))))
        return scores
