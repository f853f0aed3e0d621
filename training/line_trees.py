"""Boosted trees for the second look of the line model, and their form for ``service.clean.lines.model.trees``."""

from collections.abc import Iterator
from typing import Any

import lightgbm
import numpy as np

from service.clean.lines.model.trees import MAX_LEAVES

ROUNDS = 100
SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": MAX_LEAVES - 1,
    "min_data_in_leaf": 80,
    "lambda_l2": 5.0,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "max_bin": 63,
    "num_threads": 1,
    "deterministic": True,
    "seed": 1,
    "verbose": -1,
}


def fit_trees(seen: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> dict[str, Any]:
    """Trees as JSON takes them.

    Args:
        seen: features, shape (lines, features).
        labels: 1 or 0.
        weights: of the lines.
    """
    booster = lightgbm.train(SETTINGS, lightgbm.Dataset(seen, labels, weight=weights), ROUNDS)
    found: dict[str, Any] = {"feature": [], "threshold": [], "struck": [], "starts": [], "leaves": []}
    for tree in booster.dump_model()["tree_info"]:
        leaves: list[float] = []
        splits = list(_splits(tree["tree_structure"], leaves))
        if not splits:  # a tree that is one leaf
            splits = [(0, float("inf"), 0)]
        found["starts"].append(len(found["feature"]))
        for feature, threshold, struck in splits:
            found["feature"].append(feature)
            found["threshold"].append(float(np.float32(threshold)))
            found["struck"].append(struck)
        found["leaves"].append([round(value, 5) for value in leaves])
    return found


def _splits(node: dict[str, Any], leaves: list[float]) -> Iterator[tuple[int, float, int]]:
    """(feature, threshold, bits of the leaves to the left) of every split; leaves are added left to right."""
    if "leaf_value" in node:
        leaves.append(node["leaf_value"])
        return
    first = len(leaves)
    yield from _splits(node["left_child"], leaves)
    struck = sum(1 << leaf for leaf in range(first, len(leaves)))
    yield from _splits(node["right_child"], leaves)
    yield node["split_feature"], node["threshold"], struck
