"""Weights of the words of lines, and of the names of the elements about them, by logistic regression."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from service.clean.html.body.name_weights import all_keys, name_features
from service.clean.lines.features.lexicon import Lexicon, lexical_keys
from service.clean.lines.tokens.words import Floats
from training.line_documents import Document

WORD_SITES, NAME_SITES = 2, 3  # a key must be seen on so many sites: a site's own words are no rule
STRENGTH = 0.3
MIN_WEIGHT = 0.05  # weights nearer to zero are left out

Weights = dict[str, float]
Parts = Sequence[set[int]]
Scorer = Callable[[Document], np.ndarray]


def fit_lexicon(documents: Sequence[Document]) -> Weights:
    """Weights of words and phrases."""
    return _fit(documents, [map(lexical_keys, document.words.lines()) for document in documents], WORD_SITES)


def fit_names(documents: Sequence[Document]) -> Weights:
    """Weights of names of elements."""
    return _fit(documents, [list(map(all_keys, document.names or ())) for document in documents], NAME_SITES)


def unseen_lexical(documents: Sequence[Document], parts: Parts) -> list[np.ndarray]:
    """Lexical scores by lexicons that did not see the site, as they will be at run time."""

    def scorer(others: Sequence[Document]) -> Scorer:
        lexicon = Lexicon(fit_lexicon(others))
        return lambda document: lexicon.scores(document.words)

    return _unseen(documents, parts, scorer)


def unseen_names(documents: Sequence[Document], parts: Parts) -> list[Floats]:
    """The same for the features of names."""

    def scorer(others: Sequence[Document]) -> Scorer:
        weights = fit_names(others)
        return lambda document: name_features(weights, document.names or ())

    return _unseen(documents, parts, scorer)


def _unseen(
    documents: Sequence[Document], parts: Parts, fit: Callable[[Sequence[Document]], Scorer]
) -> list[np.ndarray]:
    found = [np.zeros(0)] * len(documents)
    for held in parts:
        scorer = fit([document for i, document in enumerate(documents) if i not in held])
        for index in held:
            found[index] = scorer(documents[index])
    return found


def _fit(documents: Sequence[Document], keys: Iterable[Iterable[Collection[str]]], least_sites: int) -> Weights:
    sites: dict[str, set[str]] = defaultdict(set)
    lines = [(document.site, line) for document, own in zip(documents, keys, strict=True) for line in own]
    for site, line in lines:
        for key in line:
            sites[key].add(site)
    shared = {key for key, found in sites.items() if len(found) >= least_sites}
    vectorizer = DictVectorizer()
    seen = vectorizer.fit_transform([{key: 1 for key in sorted(line) if key in shared} for _, line in lines])
    labels = np.concatenate([document.labels for document in documents])
    weights = np.concatenate([document.weights for document in documents]) * 50
    known = labels >= 0
    model = LogisticRegression(C=STRENGTH, max_iter=200, solver="liblinear", fit_intercept=False)
    model.fit(seen[known], labels[known], weights[known])
    found = zip(vectorizer.feature_names_, model.coef_[0], strict=True)
    return {key: round(float(weight), 4) for key, weight in found if abs(weight) > MIN_WEIGHT}
