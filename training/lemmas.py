"""Lemmas as edit rules: lower the word or not, cut letters at its end, add others."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from training.treebanks import Tree


def rule(word: str, lemma: str) -> str:
    """The rule that makes ``lemma`` of ``word``; see ``service.enrich.encoder.lemmas``."""
    lowered = lemma == lemma.lower()
    if word == lemma and not lowered:
        return "="
    base = word.lower() if lowered else word
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    return f"{'L' if lowered else 'K'}{len(base) - common}+{lemma[common:]}"


def lemma_table(trees: Iterable[Tree], capital_least: int = 2) -> dict[str, dict[str, str]]:
    """Tag -> lower-case word -> its lemma, where the training text leaves no doubt.

    Names are left to the rules, and so are numbers: there are always others.

    Args:
        trees: of the training text.
        capital_least: occurrences that a lemma with capitals ("Israeli", "I") needs.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for word, lemma, tag in zip(tree.words, tree.lemmas, tree.xpos, strict=True):
            if tag not in _LEFT_TO_RULES and not any(character.isdigit() for character in word):
                counts[tag, word.lower()][lemma] += 1
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for (tag, word), lemmas in sorted(counts.items()):
        [(lemma, count), *_] = lemmas.most_common(1)
        least = 1 if lemma == lemma.lower() else capital_least
        if lemma != "_" and count >= max(least, 0.9 * lemmas.total()):
            table[tag][word] = lemma
    return dict(table)


_LEFT_TO_RULES = {"NNP", "NNPS", "FW", "XX", "ADD", "CD", "GW", "LS"}
