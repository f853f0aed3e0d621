"""Lemmas: a table for words seen in training, spelling for regular forms, edit rules that the encoder picks for others.

A rule is ``=`` (the word as it is) or a letter, a number, ``+`` and an ending: ``L`` lowers the word,
``K`` keeps its case; then so many letters are cut at its end, and the ending is added.
"""

from collections import Counter

from service.enrich.encoder.inflection import base_form, prefixed


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

    KEPT = 20_000  # inflected words whose base forms are kept

    def __init__(self, table: dict[str, dict[str, str]]) -> None:
        self._table = table
        self._inflected: dict[tuple[str, str], str | None] = {}
        self._verbs = {lemma for tag in _VERBS for lemma in table.get(tag, {}).values()}
        self._nouns = set(table.get("NN", {}).values())

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
        lower = word.lower()
        if known is not None and (found := known.get(lower)) is not None:
            return found
        if tag not in _INFLECTED:
            return apply_rule(word, rule)
        key = (lower, tag)
        if key not in self._inflected:
            if len(self._inflected) >= self.KEPT:
                self._inflected.clear()
            self._inflected[key] = self._base(lower, tag)
        base = self._inflected[key]
        if base is None:
            return apply_rule(word, rule)
        return base if tag != "NNS" or rule.startswith("L") else word[:1] + base[1:]

    def _base(self, word: str, tag: str) -> str | None:
        """The base form of a word by another form of its verb that the table has, else by its spelling."""
        for other in _SAME_FORM.get(tag, ()):
            known = self._table.get(other, {})
            if word in known:
                return known[word]
            for prefix, rest in prefixed(word):
                if rest in known and not rest.endswith("ed"):
                    return prefix + known[rest]
        return base_form(word, tag, self._verbs, self._nouns)


_INFLECTED = frozenset(("VB", "VBP", "VBD", "VBN", "VBG", "VBZ", "NNS"))
_VERBS = ("VB", "VBP", "VBD", "VBN", "VBG", "VBZ")
_SAME_FORM = {"VBD": ("VBD", "VBN"), "VBN": ("VBN", "VBD")}
"""By tag, the tags under which the table may have a verb's form."""
