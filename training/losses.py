"""What is minimised: the losses of the heads on one batch."""

import torch
from torch import Tensor
from torch.nn import functional as F

from training.batches import IGNORED, Batch
from training.network import Network


def names_loss(network: Network, batch: Batch) -> Tensor:
    """Minus the log probability of the allowed tags together, averaged over words."""
    assert batch.allowed is not None
    x = network.words(batch.pieces, batch.shapes, batch.first, batch.mask)
    scores = network.names(network.drop(x)).float()
    real = batch.allowed.sum(-1) > 0
    chances = scores.log_softmax(-1).masked_fill(batch.allowed == 0, -1e4)
    return -torch.logsumexp(chances, -1)[real].mean()


def grammar_losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """Cross entropies of tags, forms, lemma rules, starts, arcs and relations."""
    assert batch.grammar is not None
    gold = batch.grammar
    x = network.words(batch.pieces, batch.shapes, batch.first, batch.mask)
    x = network.drop(x.float())
    within = gold["sentence"][:, :, None] == gold["sentence"][:, None, :]
    starts = gold["start"] != IGNORED
    return {
        "arcs": _entropy(network.arcs(x).masked_fill(~within, -1e4), gold["head"]),
        "relations": _entropy(network.label_scores(x, gold["head"].clamp(min=0)), gold["relations"]),
        "morphs": _entropy(network.morphs(x), gold["morphs"]),
        "tags": _entropy(network.tags(x), gold["tags"]),
        "rules": _entropy(network.rules(x), gold["rules"]),
        "starts": F.binary_cross_entropy_with_logits(network.starts(x)[..., 0][starts], gold["start"][starts].float()),
    }


def _entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED)
