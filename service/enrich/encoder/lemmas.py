"""Lemmas: a table for words seen in training, edit rules that the encoder picks for all others.

A rule is ``=`` (the word as it is) or a letter, a number, ``+`` and an ending: ``L`` lowers the word,
``K`` keeps its case; then so many letters are cut at its end, and the ending is added.
"""

from collections import Counter


def apply_rule(word: str, rule: str) -> str:
    """The lemma that a rule makes of a word; the word itself when the rule would leave nothing."""
    if rule == "=":
        return word
    base = word.lower() if rule[0] == "L" else word
    cut, _, ending = rule[1:].partition("+")
    return (base[: max(0, len(base) - int(cut))] + ending) or word


class LemmaTable:
    """Lemmas of known words.

    Args:
        table: tag (Penn Treebank) -> lower-case word -> lemma.
    """

    def __init__(self, table: dict[str, dict[str, str]]) -> None:
        self._table = table

    def common_words(self) -> set[str]:
        """The words that the table has under more than one tag: few, and most of any text."""
        tags = Counter(word for known in self._table.values() for word in known)
        return {word for word, count in tags.items() if count > 1}

    def lemma(self, word: str, tag: str, rule: str) -> str:
        """The lemma of a word.

        Args:
            word: as it stands.
            tag: its tag, Penn Treebank.
            rule: the encoder's, for words that the table does not have.
        """
        known = self._table.get(tag)
        if known is not None and (found := known.get(word.lower())) is not None:
            return found
        return apply_rule(word, rule)
