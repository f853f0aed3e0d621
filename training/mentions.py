"""Which tags of names a treebank allows: GUM marks every mention, be it a name or not."""

import numpy as np

from training.tagsets import ANY, allow

Mention = tuple[int, int, str]
"""Start and end (exclusive) in words, and the type of entity."""

GUM = {"person": ("PERSON",), "organization": ("ORG",), "place": ("LOC", "FAC")}
"""GUM's types in our labels; of its other types nothing is said."""

_PROPER = {"NNP", "NNPS"}
_WITHIN = {"IN", "CC", "DT", "HYPH", "POS", "CD", *_PROPER}
"""Tags that a name may hold between its first and its last word."""

_UNSURE = {"CD", "$", "SYM", "FW", "ADD", "LS", "GW", *_PROPER}
"""Tags of words that may belong to a name or amount that no mention tells of."""

_TITLES = {
    *("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "prof", "prof.", "professor", "sir", "lord", "lady"),
    *("president", "minister", "prime", "senator", "sen.", "rep.", "gov.", "governor", "mayor", "secretary"),
    *("king", "queen", "prince", "princess", "pope", "saint", "st", "st.", "father", "bishop", "archbishop"),
    *("cardinal", "general", "gen.", "colonel", "col.", "captain", "capt.", "sergeant", "judge", "justice"),
    *("chancellor", "director", "chairman", "chief"),
}
"""They stand outside a person's name."""


def tree_tags(words: list[str], xpos: list[str], mentions: list[Mention] | None) -> np.ndarray:
    """Tags allowed at each word of a sentence, 1.0 each: shape (words, tags).

    A mention of a person, organisation or place made of proper nouns is a name; other lower-case words
    are not; of the rest (numbers, other capitalised words, other mentions with proper nouns) nothing
    is known.

    Args:
        words: of the sentence.
        xpos: their tags, Penn Treebank.
        mentions: they may be nested; None where they are not marked: then nothing is known of any word.
    """
    if mentions is None:
        return np.tile(ANY, (len(words), 1))
    rows = np.stack([ANY if _unsure(index, words, xpos) else allow("O") for index in range(len(words))])
    for start, end, kind in mentions:
        if kind not in GUM and _PROPER & set(xpos[start:end]):
            rows[start:end] = ANY
    taken = np.zeros(len(words), bool)
    for start, end, kind in sorted(_names(words, xpos, mentions), key=lambda name: name[0] - name[1]):
        if taken[start:end].any():
            continue  # the longest name wins
        taken[start:end] = True
        # A plural alone is as often a people ("Americans").
        labels = (*GUM[kind], "NORP") if end - start == 1 and xpos[start] == "NNPS" else GUM[kind]
        rows[start] = allow(*(f"B-{label}" for label in labels))
        rows[start + 1 : end] = allow(*(f"I-{label}" for label in labels))
    return rows


def _unsure(index: int, words: list[str], xpos: list[str]) -> bool:
    amount = index > 0 and xpos[index - 1] in ("CD", "$")
    capital = words[index][:1].isupper() and (index > 0 or xpos[index][:2] in ("JJ", "NN"))
    return xpos[index] in _UNSURE or amount or capital


def _names(words: list[str], xpos: list[str], mentions: list[Mention]) -> list[Mention]:
    """Mentions that are names, without articles, titles and the genitive's ending."""
    found = []
    for start, end, kind in mentions:
        while start < end and (xpos[start] in ("DT", "PRP$") or (kind == "person" and words[start].lower() in _TITLES)):
            start += 1
        while start < end and xpos[end - 1] == "POS":
            end -= 1
        within = xpos[start:end]
        if within and kind in GUM and {within[0], within[-1]} <= _PROPER and set(within) <= _WITHIN:
            found.append((start, end, kind))
    return found
