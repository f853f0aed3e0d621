"""How right the bodies of pages are, by word 4-grams (scrapinghub/article-extraction-benchmark)."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import fmean

SHINGLE = 4  # words
NEARLY_RIGHT = 0.99


def page_scores(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Word 4-gram precision, recall and F1 of (gold, found) bodies, and the share of pages nearly right.

    As the article-extraction-benchmark has it: F1 of mean precision and mean recall.
    """
    precision, recall, per_page = [], [], []
    for gold, found in pairs:
        wanted, got = _shingles(gold), _shingles(found)
        both = sum((wanted & got).values())
        if got:
            precision.append(both / sum(got.values()))
        recall.append(both / max(1, sum(wanted.values())))
        per_page.append(2 * both / max(1, sum(wanted.values()) + sum(got.values())))
    p, r = fmean(precision or [0.0]), fmean(recall)
    return {
        "precision": round(p, 4),
        "recall": round(r, 4),
        "f1": round(2 * p * r / max(1e-9, p + r), 4),
        "pages_at_99": round(fmean(f1 >= NEARLY_RIGHT for f1 in per_page), 4),
    }


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    grams = (tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return Counter(gram for gram in grams if gram)
