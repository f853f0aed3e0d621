"""Make a trained encoder smaller before training goes on: fewer layers, narrower feed-forward layers.

A unit of a feed-forward layer counts by how strongly it is active on text, times the length of what it adds
to the vector. Training has to go on afterwards, for the others to take over what the lost ones did.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.batches import Batch
from training.network import Network


def keep_layers(network: Network, indexes: Sequence[int]) -> None:
    """Keep these layers of the encoder, in order; the network is changed in place."""
    network.encoder.layers = nn.ModuleList(network.encoder.layers[index] for index in indexes)


def narrow(network: Network, batches: Sequence[Batch], width: int) -> None:
    """Keep the ``width`` units that count most in every feed-forward layer of the encoder.

    Args:
        network: changed in place.
        batches: text on which to see how active units are.
        width: units that stay; nothing happens where there are no more than that.
    """
    for layer, activity in zip(network.encoder.layers, _activity(network, batches), strict=True):
        if layer.grow.out_features <= width:
            continue
        worth = activity * layer.shrink.weight.detach().norm(dim=0)
        kept = worth.topk(width).indices.sort().values
        layer.grow = _linear(layer.grow.weight[kept], layer.grow.bias[kept])
        layer.shrink = _linear(layer.shrink.weight[:, kept], layer.shrink.bias)


def _activity(network: Network, batches: Sequence[Batch]) -> list[Tensor]:
    """Mean size of every unit's activation, layer by layer."""
    sums = [torch.zeros(layer.grow.out_features) for layer in network.encoder.layers]

    def watch(index: int) -> object:
        def note(_module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            sums[index] += inputs[0].float().abs().mean((0, 1))

        return note

    hooks = [layer.shrink.register_forward_pre_hook(watch(i)) for i, layer in enumerate(network.encoder.layers)]
    network.eval()
    with torch.no_grad():
        for batch in batches:
            network.encoder(batch.pieces, batch.shapes, batch.mask)
    for hook in hooks:
        hook.remove()
    return sums


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        made.weight.copy_(weight)
        made.bias.copy_(bias)
    return made
