"""The network that a build starts from: another build's, one that others have trained, or one that is half ours."""

import json
import random
from pathlib import Path
from typing import Any

from service.enrich.encoder.labels import NAME_TAGS
from service.enrich.encoder.tagging import Classes
from service.enrich.events.reading.heads import FILE as EVENT_HEADS
from training.batches import collate, plan
from training.checkpoint import CLASSES, WEIGHTS
from training.events.network import EventHeads
from training.network import Network, Sizes, load_network
from training.pretrained import FOLDER, fetch, load_graph, load_minilm
from training.shrink import keep_layers, narrow
from training.windows import Window

SHRINK_BATCHES = 16  # of text on which the units of an encoder that is made smaller are seen at work


def start_network(
    config: dict[str, Any], out: Path, kinds: Classes, windows: list[Window], chance: random.Random
) -> Network:
    """The network with the weights from which training goes on: another build's, made smaller, or a pretrained one's.

    Args:
        config: ``start`` names a build beside ``out``; ``keep_layers`` and ``inner`` are what stays of it. Without,
            ``pretrained`` names an encoder of ``training.pretrained``, else it is MiniLM's, of which the first
            ``layers`` stay.
        out: of the build to be made.
        kinds: classes of both builds.
        windows: text on which to see which units count.
        chance: to draw from it.

    Raises:
        OSError: there is no such build.
    """
    if "pretrained" in config:
        network = Network(sizes(kinds), config["layers"])
        load_graph(fetch(config["pretrained"], out.parent.parent / FOLDER), network.encoder)
        return network
    if "start" not in config:
        network = Network(sizes(kinds))
        load_minilm(network.encoder)
        keep_layers(network, range(config["layers"]))
        return network
    network = load_network(sizes(kinds), out.parent / config["start"] / WEIGHTS)
    keep_layers(network, config.get("keep_layers", range(len(network.encoder.layers))))
    if "inner" in config:
        sample = plan(windows, config["batch_pieces"], chance)[:SHRINK_BATCHES]
        narrow(network, [collate(batch, kinds) for batch in sample], config["inner"])
    return network


def start_heads(config: dict[str, Any], out: Path) -> EventHeads:
    """The heads that find events: the start's where it has some, else new ones."""
    heads = EventHeads()
    path = out.parent / config.get("start", "") / EVENT_HEADS
    if path.exists():
        heads.load_arrays(path)
    return heads


def read_classes(checkpoint: Path) -> Classes:
    """The classes of a build.

    Raises:
        OSError: there is no such build.
    """
    return Classes(**json.loads((checkpoint / CLASSES).read_text()))


def sizes(kinds: Classes) -> Sizes:
    """The sizes of the heads."""
    return Sizes(len(NAME_TAGS), len(kinds.morphs), len(kinds.tags), len(kinds.rules), len(kinds.relations))
