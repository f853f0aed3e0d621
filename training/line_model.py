"""Train the line model and measure it: ``python -m training.line_model LINES OUT``.

LINES is a file of documents with labelled lines (``lines.jsonl.gz`` of the cleaning gold data). The
measures are cross-validated by site, so that no site is in both halves; what is written to OUT is
trained on all of it.
"""

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from service.clean.lines.features import Floats, Line, features, read_lines
from service.clean.lines.lexicon import lexical_keys, lexical_score
from service.clean.lines.model import CLIP, LineModel

FOLDS = 5
HIDDEN, SEEDS, EPOCHS, WEIGHT_DECAY = 32, 3, 6, 1.0
LEXICON_SITES = 2  # a key must be seen on so many sites: a site's own words are no rule
LEXICON_STRENGTH = 0.3
LEXICON_LEAST = 0.05  # weights nearer to zero are left out
COLUMN_WEIGHT = 2.0  # the view that is most like what is scraped


@dataclass
class Document:
    """Labelled lines of one document; a label is 1 keep, 0 drop, -1 not known."""

    id: str
    view: str
    site: str
    title: str | None
    lines: list[Line]
    labels: np.ndarray
    sizes: np.ndarray
    more: Floats | None = None
    keys: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.keys = [list(lexical_keys(line.words)) for line in self.lines]

    @property
    def weights(self) -> np.ndarray:
        """Of its lines: documents count alike, long lines more than short ones."""
        weights: np.ndarray = np.sqrt(self.sizes + 3.0)
        return weights / weights.sum() * (COLUMN_WEIGHT if self.view == "column" else 1.0)


def read_documents(path: Path) -> list[Document]:
    """Documents of the gold data."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        return [_document(json.loads(row)) for row in rows]


def _document(record: dict[str, Any]) -> Document:
    texts = [line["text"] for line in record["lines"]]
    labels = [-1 if line["keep"] is None else int(line["keep"]) for line in record["lines"]]
    sizes = np.array([len(re.findall(r"\w+", text)) for text in texts])
    return Document(
        record["id"], record["view"], record["site"], record["title"], read_lines(texts), np.array(labels), sizes
    )


def fit(documents: Sequence[Document]) -> bytes:
    """The weights, as JSON."""
    scored = [np.zeros(0)] * len(documents)
    # Lexical scores come from lexicons that did not see the site, as they will at run time.
    for held in _folds(documents, FOLDS):
        lexicon = fit_lexicon([d for i, d in enumerate(documents) if i not in held])
        for index in held:
            scored[index] = np.array([lexical_score(line.words, lexicon) for line in documents[index].lines])
    rows = [_features(document, lexical) for document, lexical in zip(documents, scored, strict=True)]
    labels = np.concatenate([document.labels for document in documents])
    known = labels >= 0
    weights = np.concatenate([document.weights for document in documents])[known]
    scaler = StandardScaler().fit(np.vstack(rows)[known])
    seen = np.clip(scaler.transform(np.vstack(rows)[known]), -CLIP, CLIP)
    networks = [
        MLPClassifier(
            (HIDDEN,), alpha=WEIGHT_DECAY, max_iter=EPOCHS, batch_size=256, learning_rate_init=2e-3, random_state=seed
        ).fit(seen, labels[known], sample_weight=weights / weights.mean())
        for seed in range(SEEDS)
    ]
    # Networks side by side with their outputs averaged are one wider network.
    return json.dumps(
        {
            "lexicon": fit_lexicon(documents),
            "mean": _rounded(scaler.mean_),
            "scale": _rounded(scaler.scale_),
            "hidden": _rounded(np.hstack([network.coefs_[0] for network in networks])),
            "hidden_bias": _rounded(np.concatenate([network.intercepts_[0] for network in networks])),
            "out": _rounded(np.concatenate([network.coefs_[1][:, 0] for network in networks]) / SEEDS),
            "out_bias": float(np.mean([network.intercepts_[1][0] for network in networks])),
        }
    ).encode()


def _rounded(values: np.ndarray) -> Any:
    return np.round(values, 5).tolist()


def _features(document: Document, lexical: np.ndarray) -> Floats:
    found = features(document.lines, lexical, document.title)
    return found if document.more is None else np.hstack([found, document.more])


def fit_lexicon(documents: Sequence[Document]) -> dict[str, float]:
    """Weights of words by logistic regression."""
    sites: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        for keys in document.keys:
            for key in keys:
                sites[key].add(document.site)
    shared = {key for key, found in sites.items() if len(found) >= LEXICON_SITES}
    vectorizer = DictVectorizer()
    seen = vectorizer.fit_transform(
        [{key: 1 for key in keys if key in shared} for document in documents for keys in document.keys]
    )
    labels = np.concatenate([document.labels for document in documents])
    weights = np.concatenate([document.weights for document in documents]) * 50
    known = labels >= 0
    model = LogisticRegression(C=LEXICON_STRENGTH, max_iter=200, solver="liblinear", fit_intercept=False)
    model.fit(seen[known], labels[known], weights[known])
    found = zip(vectorizer.feature_names_, model.coef_[0], strict=True)
    return {key: round(float(weight), 4) for key, weight in found if abs(weight) > LEXICON_LEAST}


def _folds(documents: Sequence[Document], count: int) -> list[set[int]]:
    sites = sorted({document.site for document in documents})
    np.random.default_rng(0).shuffle(sites)
    fold = {site: index % count for index, site in enumerate(sites)}
    return [{i for i, document in enumerate(documents) if fold[document.site] == index} for index in range(count)]


def cross_validate(documents: Sequence[Document]) -> list[np.ndarray]:
    """The score of every line by a model that did not see its site."""
    scores = [np.zeros(0)] * len(documents)
    for held in _folds(documents, FOLDS):
        model = LineModel(fit([d for i, d in enumerate(documents) if i not in held]))
        for index in held:
            document = documents[index]
            scores[index] = model.scores([line.text for line in document.lines], document.title, document.more)
    return scores


def measure(documents: Sequence[Document], scores: Sequence[np.ndarray], least: float) -> dict[str, dict[str, float]]:
    """Per view: mean token F1, share of article words lost, F1 of dropped lines."""
    found: dict[str, dict[str, float]] = {}
    for view in sorted({document.view for document in documents}):
        f1, lost, words = [], 0, 0
        hits = false = missed = 0
        for document, score in zip(documents, scores, strict=True):
            if document.view != view:
                continue
            kept, known, wanted = score >= least, document.labels >= 0, document.labels == 1
            both, extra, gone = (
                int(document.sizes[known & mask].sum()) for mask in (kept & wanted, kept & ~wanted, ~kept & wanted)
            )
            f1.append(2 * both / (2 * both + extra + gone) if both + extra + gone else 1.0)
            lost, words = lost + gone, words + both + gone
            hits += int((known & ~kept & ~wanted).sum())
            false += int((known & ~kept & wanted).sum())
            missed += int((known & kept & ~wanted).sum())
        found[view] = {
            "token_f1": round(float(np.mean(f1)), 4),
            "loss": round(lost / max(1, words), 4),
            "drop_f1": round(2 * hits / max(1, 2 * hits + false + missed), 4),
        }
    return found


def main() -> None:
    """Read the command line, measure, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    documents = read_documents(arguments.lines)
    scores = cross_validate(documents)
    for least in (0.25, 0.3, 0.35, 0.4, 0.5):
        print(least, json.dumps(measure(documents, scores, least)), flush=True)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_bytes(fit(documents))


if __name__ == "__main__":
    main()
