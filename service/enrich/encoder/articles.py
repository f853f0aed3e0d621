"""Words between an article and its noun: they belong to that phrase, whatever the scores of arcs say.

The best tree need not be projective, and a name that the encoder knows little of is torn out of its phrase at times: in
"killed in a Boko Haram attack" it hung on the verb.
"""

from collections.abc import Sequence

import numpy as np

ARTICLES = frozenset(("a", "an", "the"))

_LONGEST = 8
"""Words from an article to its noun: beyond it the article's own head is as doubtful."""


def within_phrases(heads: np.ndarray, articles: Sequence[int]) -> np.ndarray:
    """Heads with no arc out of what stands between an article and its head.

    Args:
        heads: (n,) indexes of heads, a root's being its own; trees.
        articles: indexes of articles, ascending.

    Returns:
        (n,) the same, where nothing was to do; trees again.
    """
    found = heads.tolist()
    changed = False
    for article in articles:
        noun = found[article]
        if not article + 1 < noun <= article + _LONGEST:
            continue
        for word in range(article + 1, noun):
            if not article < found[word] <= noun and found[word] != word and not _is_above(found, word, noun):
                found[word] = noun
                changed = True
    return np.array(found, heads.dtype) if changed else heads


def _is_above(heads: Sequence[int], word: int, below: int) -> bool:
    """Whether ``word`` is on the way from a word to its root."""
    while heads[below] != below:
        below = heads[below]
        if below == word:
            return True
    return False
