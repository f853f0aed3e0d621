"""Lemmas as edit rules: lower the word or not, cut letters at its end, add others."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from service.enrich.encoder.lemmas import apply_rule
from training.corpora import Tree


def rule(word: str, lemma: str) -> str:
    """The rule that makes ``lemma`` of ``word``; see ``service.enrich.encoder.lemmas``."""
    if word == lemma:
        return "="
    lowered = lemma == lemma.lower()
    base = word.lower() if lowered else word
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    return f"{'L' if lowered else 'K'}{len(base) - common}+{lemma[common:]}"


def lemma_table(trees: Iterable[Tree], least: int = 1) -> dict[str, dict[str, str]]:
    """Tag -> lower-case word -> its lemma, where the training text leaves no doubt.

    Args:
        trees: of the training text.
        least: occurrences that an entry needs.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for word, lemma, tag in zip(tree.words, tree.lemmas, tree.xpos, strict=True):
            if word.isalpha() and tag not in ("NNP", "NNPS", "FW", "XX", "ADD"):
                counts[tag, word.lower()][lemma] += 1
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for (tag, word), lemmas in sorted(counts.items()):
        [(lemma, count), *_] = lemmas.most_common(1)
        if count >= least and count >= 0.9 * lemmas.total() and lemma == lemma.lower():
            table[tag][word] = lemma
    return dict(table)


__all__ = ["apply_rule", "lemma_table", "rule"]
