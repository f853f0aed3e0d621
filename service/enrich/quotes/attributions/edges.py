"""Where a clause that is said begins and ends, whatever the tree hangs at its edges."""

from collections.abc import Sequence

from service.enrich.function_words import RELATIVE_PRONOUNS
from service.enrich.quotes.attributions.attribution import TokenSpan
from service.enrich.quotes.attributions.cues import SPEECH, TO_SOMEBODY
from service.enrich.quotes.attributions.sources import Source
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import VERBS

_NO_WORDS = {"PUNCT", "SPACE"}
_MARKS = frozenset(('"', "”", "’", "'", "''"))
_OPENING = frozenset(('"', "“", "‘", "'", "``"))
_PARTING = _MARKS | {",", "-", "–", "—"}
"""Marks between what is said and who says it."""


def reaching_back(tree: Tree, cue: int, first: int, source: Source) -> int:
    """The first token of a clause behind a word of saying, taken back over words that belong to nothing else."""
    reached = cue + 1
    if first <= reached or tree.lowers[first] == "that":
        return first
    for child in tree.children[cue]:
        if not cue < child < first or tree.relations[child] in ("ccomp", "mark"):
            continue
        if tree.relations[child] == "nsubj" and source.head < cue:
            continue
        if tree.relations[child] == "obj" and tree.lemmas[cue] not in TO_SOMEBODY:
            continue
        reached = max(reached, tree.last[child] + 1)
    return min(first, reached)


def from_that(tree: Tree, cue: int, first: int, clause: int) -> int:
    """The first token of a clause without the phrases that a tree hangs before its "that": "said on the radio that".

    Args:
        clause: the verb of the clause.
    """
    if first != cue + 1 or tree.lowers[first] == "that":
        return first
    for child in tree.children[clause]:
        if child > cue and tree.relations[child] == "mark":
            phrases = VERBS.isdisjoint(tree.parts[first:child])
            return child if tree.lowers[child] == "that" and phrases else first
    return first


def behind_hearer(tree: Tree, cue: int, first: int) -> int:
    """The first token of a clause without the name of whom it is told: "told BBC News every claim will be read"."""
    if first != cue + 1 or tree.lemmas[cue] not in TO_SOMEBODY:
        return first
    end = first
    while end < len(tree.parts) and tree.parts[end] == "PROPN":
        end += 1
    return end if first < end < len(tree.parts) and tree.parts[end] in ("DET", "PRON", "SCONJ") else first


def without_remark(tree: Tree, first: int, last: int) -> int:
    """The last token of a clause without the ", which ..." that ends it: what the writer adds."""
    if "which" not in tree.lowers[first + 2 : last]:
        return last  # as nearly always
    for token in range(first + 2, last):
        if tree.lowers[token] == "which" and tree.texts[token - 1] == ",":
            clause = tree.heads[token]
            while tree.relations[clause] not in ("acl:relcl", "advcl:relcl", "ROOT") and tree.heads[clause] != clause:
                clause = tree.heads[clause]
            if tree.first[clause] >= token - 1 and tree.last[clause] >= last - 1:
                return token - 2
    return last


def without_adjuncts(
    tree: Tree, quoted: list[int], pieces: Sequence[TokenSpan], saying: int, heads: Sequence[int]
) -> list[TokenSpan]:
    """The pieces of a content without what no mark parts from the words of saying behind it: "..., he said in May".

    Args:
        saying: last token of the words of saying and their source.
        heads: of the clauses that are said.
    """
    first = saying + 1
    return [
        piece
        for piece in pieces
        if piece[0] != first
        or piece == pieces[0]
        or "PUNCT" in (tree.parts[saying], tree.parts[first])
        or tree.lowers[first] == "that"
        or quoted[first] >= 0
        or any(piece[0] <= head <= piece[1] for head in heads)
    ]


def without_joined(tree: Tree, pieces: list[TokenSpan], cue: int, source: Source) -> list[TokenSpan]:
    """The pieces without a clause that no comma parts from the source: "They left and officials said it rained"."""
    behind = [piece for piece in pieces if piece[0] > cue and set(tree.parts[piece[0] : piece[1] + 1]) - _NO_WORDS]
    if not behind or source.first > cue or source.first == 0:
        return pieces
    before = tree.lowers[source.first - 1]
    if tree.lowers[behind[0][0]] == "that" or (_goes_right_on(tree, cue) and _is_circumstance(tree, pieces[0][0])):
        return behind  # '"Was it late?" Kirby said that it was', "Asked about it, Kirby said it was late"
    return pieces if before in _PARTING | RELATIVE_PRONOUNS else behind


def _goes_right_on(tree: Tree, cue: int) -> bool:
    """Whether what is said stands right behind a word of saying, or between the marks there."""
    marks = next((token for token in range(cue + 1, len(tree.parts)) if tree.parts[token] != "PUNCT"), cue + 1)
    return marks == cue + 1 or not _OPENING.isdisjoint(tree.texts[cue + 1 : marks])


def _is_circumstance(tree: Tree, first: int) -> bool:
    """Whether a clause before who speaks is the writer's: "While it rained, ...", "(When) asked about it, ..."."""
    asked = first + 1 if tree.lowers[first] == "when" else first
    return tree.lowers[first] == "while" or tree.tags[asked] in ("VBG", "VBN") or tree.lowers[asked] == "asked"


def to_the_end(tree: Tree, quoted: list[int], cue: int) -> list[TokenSpan]:
    """What begins with the "that" right behind a word of saying to which the tree gives no clause; to the end."""
    first = cue + 1
    if tree.lowers[first : first + 1] != ["that"] or tree.tags[first] != "IN":
        return []
    if tree.tags[cue] == "VBG" and tree.heads[cue] > cue:
        return []  # "Stressing that it rained, Holm left"
    top = cue
    while tree.heads[top] != top:
        top = tree.heads[top]
    last = tree.last[top]
    further = next((token - 1 for token in range(first, last) if goes_on(tree, quoted, token)), last)
    return [(first, further)] if further > first else []


def goes_on(tree: Tree, quoted: list[int], token: int) -> bool:
    """Whether a participle begins what somebody says further: "..., adding that ..."."""
    said = tree.tags[token] == "VBG" and tree.lemmas[token] in SPEECH and quoted[token] < 0
    return said and tree.texts[token - 1] == "," and tree.lowers[token + 1 : token + 2] == ["that"]


def end_of_and_that(tree: Tree, quoted: list[int], last: int) -> int:
    """The last token of a content with the clause that "and that" begins behind it, whatever the tree hangs it on."""
    first = last + 1
    while first < len(tree.texts) and tree.texts[first] in _PARTING:
        first += 1
    if first + 1 >= len(tree.texts) or tree.lowers[first] not in ("and", "but") or quoted[first] >= 0:
        return last
    verb = tree.heads[first + 1]
    if tree.lowers[first + 1] != "that" or tree.relations[first + 1] != "mark" or tree.relations[verb] != "conj":
        return last
    return max(last, tree.last[verb])
