"""What is minimised: the losses of the heads on one batch."""

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import IGNORED, Batch
from training.network import Network

Losses = dict[str, Tensor]


def losses(network: Network, x: Tensor, batch: Batch) -> Losses:
    """The loss of every head for grammar and names that the batch has something for, each averaged over words.

    Args:
        network: with the heads.
        x: (windows, words, width), vectors of the batch.
        batch: with what is to be learned.
    """
    x = network.drop(x)
    found: Losses = {}
    # A word at which every tag is allowed, or none (padding), teaches nothing.
    told = batch.words & (batch.allowed.sum(-1) < batch.allowed.shape[-1])
    if told.any():
        # Averaged over all words: a batch that tells little of names weighs little.
        share = told.sum() / batch.words.sum()
        found["names"] = share * _names(network.names(x[told]), batch.allowed[told])
    if batch.grammar is not None:
        found |= _grammar(network, x, batch.grammar)
    return found


def _names(scores: Tensor, allowed: Tensor) -> Tensor:
    """Minus the log probability of the allowed tags together."""
    chances = scores.float().log_softmax(-1).masked_fill(allowed == 0, -1e4)
    return -torch.logsumexp(chances, -1).mean()


def _grammar(network: Network, x: Tensor, gold: dict[str, Tensor]) -> Losses:
    """Cross entropies of tags, forms, lemma rules, starts, arcs and relations."""
    within = gold["sentence"][:, :, None] == gold["sentence"][:, None, :]
    starts = gold["start"] != IGNORED
    return {
        "arcs": _entropy(network.arcs(x).masked_fill(~within, -1e4), gold["head"]),
        "relations": _entropy(network.label_scores(x, gold["head"].clamp(min=0)), gold["relations"]),
        "morphs": _entropy(network.morphs(x), gold["morphs"]),
        "tags": _entropy(network.tags(x), gold["tags"]),
        "rules": _entropy(network.rules(x), gold["rules"]),
        "starts": functional.binary_cross_entropy_with_logits(
            network.starts(x)[..., 0][starts], gold["start"][starts].float()
        ),
    }


def _entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1).float(), gold.flatten(), ignore_index=IGNORED)
