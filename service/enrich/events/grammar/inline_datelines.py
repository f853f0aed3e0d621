"""Datelines within a line: "Two held after raid. LIMA, Peru -- Police said".

A dateline that opens a paragraph is a sentence of its own, see ``service.enrich.datelines``; in texts that were run
into one line it stands behind the headline, and trees take its town for a subject.
"""

from service.enrich.tree import Tree

_DASHES = frozenset(("--", "---", "–", "—", "―"))
_WITHIN = frozenset((",", ".", "(", ")"))
_LONGEST = 8
"""Tokens of a dateline with its dash."""

_SHORTEST = 3
"""Letters of its first word, which is in capitals."""


def is_in_dateline(tree: Tree, word: int) -> bool:
    """Whether a word stands in a dateline that opens its sentence."""
    if tree.parts[word] != "PROPN":
        return False
    start = word
    while start > 0 and tree.sentence[start - 1] == tree.sentence[word]:
        start -= 1
        if word - start > _LONGEST:
            return False
    town = tree.texts[start]
    if len(town) < _SHORTEST or not town.isalpha() or not town.isupper():
        return False
    for token in range(start, min(start + _LONGEST, len(tree.texts))):
        if tree.texts[token] in _DASHES:
            return word < token
        if tree.parts[token] != "PROPN" and tree.texts[token] not in _WITHIN:
            return False
    return False
