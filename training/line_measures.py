"""How good decisions on lines are, by the measures of the cleaning gold data."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from service.clean.lines.decision.decide import decide, judge_scores
from training.line_documents import Document

RELATED = ("related", "syn-related")


@dataclass
class _Sums:
    token_f1: list[float] = field(default_factory=list)
    words: int = 0
    lost: int = 0
    hits: int = 0
    false: int = 0
    missed: int = 0
    related: int = 0
    related_dropped: int = 0


def measure(documents: Sequence[Document], scores: Sequence[np.ndarray]) -> dict[str, dict[str, float]]:
    """Measures for each view.

    Args:
        documents: labelled.
        scores: of the lines of each.

    Returns:
        ``token_f1`` (mean over documents), ``loss`` (share of article words that are lost), ``drop_f1``
        (of dropped lines), ``related`` (share of the headlines of other stories that are dropped).
    """
    views: dict[str, _Sums] = defaultdict(_Sums)
    for document, score in zip(documents, scores, strict=True):
        decision = decide(document.texts, judge_scores(document.texts, document.words, score))
        kept = np.array([reason is None for reason in decision.reasons])
        known, wanted, sums = document.labels >= 0, document.labels == 1, views[document.view]
        both, extra, gone = (
            int(document.sizes[known & mask].sum()) for mask in (kept & wanted, kept & ~wanted, ~kept & wanted)
        )
        sums.token_f1.append(2 * both / (2 * both + extra + gone) if both + extra + gone else 1.0)
        sums.lost += gone
        sums.words += both + gone
        sums.hits += int((known & ~kept & ~wanted).sum())
        sums.false += int((known & ~kept & wanted).sum())
        sums.missed += int((known & kept & ~wanted).sum())
        related = np.array([kind in RELATED for kind in document.kinds], bool) & known & ~wanted
        sums.related += int(related.sum())
        sums.related_dropped += int((related & ~kept).sum())
    return {
        view: {
            "token_f1": float(np.mean(sums.token_f1)),
            "loss": sums.lost / max(1, sums.words),
            "drop_f1": 2 * sums.hits / max(1, 2 * sums.hits + sums.false + sums.missed),
            "related": sums.related_dropped / max(1, sums.related),
        }
        for view, sums in views.items()
    }


def table(measures: dict[str, dict[str, float]]) -> str:
    """Measures for a person to read."""
    names = list(next(iter(measures.values())))
    rows = [f"{'view':<16}" + "".join(f"{name:>10}" for name in names)]
    rows += [f"{view:<16}" + "".join(f"{values[name]:>10.4f}" for name in names) for view, values in measures.items()]
    return "\n".join(rows)
