"""Train the line model and measure it: ``python -m training.line_model LINES OUT``.

LINES is a file of documents with labelled lines (``lines.jsonl.gz`` of the cleaning gold data). The
measures are cross-validated by site, so that no site is both learned from and measured, and made with
the decisions of the service; what is written to OUT is trained on all of it.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from service.clean.html.body.name_weights import name_features
from service.clean.lines.features.matrix import features
from service.clean.lines.model.line_model import CLIP, LineModel, Network
from service.clean.lines.model.stacked_features import stacked_features
from service.clean.lines.tokens.words import Floats
from training.line_documents import Document, folds, read_documents
from training.line_lexicon import fit_lexicon, fit_names, unseen_lexical, unseen_names
from training.line_measures import measure, table
from training.line_trees import fit_trees

FOLDS = 5
HIDDEN, SEEDS, EPOCHS, WEIGHT_DECAY = 32, 3, 6, 1.0


def fit(documents: Sequence[Document]) -> bytes:
    """Train a line model.

    Args:
        documents: to learn from; weights for names of elements are learned where all documents have such names.

    Returns:
        The weights as JSON, see ``service.clean.lines.model.line_model.LineModel``.
    """
    parts = folds(documents, FOLDS)
    lexical = unseen_lexical(documents, parts)
    rows = [_features(document, scores) for document, scores in zip(documents, lexical, strict=True)]
    found: dict[str, Any] = {"lexicon": fit_lexicon(documents)}
    if all(document.names is not None for document in documents):
        rows = [np.hstack([row, named]) for row, named in zip(rows, unseen_names(documents, parts), strict=True)]
        found["names"] = fit_names(documents)
    found |= _fit_network(documents, rows, SEEDS)
    found["trees"] = _fit_stacked_trees(documents, rows, parts)
    return json.dumps(found).encode()


def _fit_network(documents: Sequence[Document], rows: Sequence[Floats], seeds: int) -> dict[str, Any]:
    labels = np.concatenate([document.labels for document in documents])
    known = labels >= 0
    weights = np.concatenate([document.weights for document in documents])[known]
    scaler = StandardScaler().fit(np.vstack(rows)[known])
    seen = np.clip(scaler.transform(np.vstack(rows)[known]), -CLIP, CLIP)
    networks = [
        MLPClassifier(
            (HIDDEN,), alpha=WEIGHT_DECAY, max_iter=EPOCHS, batch_size=256, learning_rate_init=2e-3, random_state=seed
        ).fit(seen, labels[known], sample_weight=weights / weights.mean())
        for seed in range(seeds)
    ]
    # Networks side by side with their outputs averaged are one wider network.
    return {
        "mean": _rounded(scaler.mean_),
        "scale": _rounded(scaler.scale_),
        "hidden": _rounded(np.hstack([network.coefs_[0] for network in networks])),
        "hidden_bias": _rounded(np.concatenate([network.intercepts_[0] for network in networks])),
        "out": _rounded(np.concatenate([network.coefs_[1][:, 0] for network in networks]) / seeds),
        "out_bias": float(np.mean([network.intercepts_[1][0] for network in networks])),
    }


def _fit_stacked_trees(
    documents: Sequence[Document], rows: Sequence[Floats], parts: Sequence[set[int]]
) -> dict[str, Any]:
    """Trees, from first scores by networks that did not see the site."""
    seen = list(rows)
    for held in parts:
        rest = [i for i in range(len(documents)) if i not in held]
        network = Network(_fit_network([documents[i] for i in rest], [rows[i] for i in rest], 1))
        for index in held:
            stacked = stacked_features(network.scores(rows[index]), documents[index].words.counts.astype(float))
            seen[index] = np.hstack([rows[index], stacked])
    labels = np.concatenate([document.labels for document in documents])
    known = labels >= 0
    weights = np.concatenate([document.weights for document in documents])[known]
    return fit_trees(np.vstack(seen)[known].astype(np.float32), labels[known], weights / weights.mean())


def _rounded(values: np.ndarray) -> Any:
    return np.round(values, 5).tolist()


def _features(document: Document, lexical: np.ndarray) -> Floats:
    found = features(document.words, lexical)
    return found if document.more is None else np.hstack([found, document.more])


def cross_validate(documents: Sequence[Document]) -> list[NDArray[np.float32]]:
    """The score of every line by a model that did not see its site."""
    scores = [np.zeros(0, np.float32)] * len(documents)
    for held in folds(documents, FOLDS):
        model = LineModel(fit([document for i, document in enumerate(documents) if i not in held]))
        for index in held:
            document = documents[index]
            scores[index] = model.scores(document.texts, document.title, _more(document, model))
    return scores


def _more(document: Document, model: LineModel) -> Floats | None:
    if document.more is None or document.names is None:
        return document.more
    return np.hstack([document.more, name_features(model.names, document.names)])


def main() -> None:
    """Read the command line, measure, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    documents = read_documents(arguments.lines)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_bytes(fit(documents))
    print(f"cross-validated by site, {FOLDS} parts:")
    print(table(measure(documents, cross_validate(documents))))


if __name__ == "__main__":
    main()
