"""What a tree attributes to whom: clauses under words of saying, "according to", infinitives of promises."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from service.enrich.quotes.cues import ACCORDING, BESIDE_QUOTES, SPEECH, WITH_INFINITIVE, CueClass, cue_class
from service.enrich.quotes.sources import Source, source_of, source_span
from service.enrich.tree import Tree

TokenSpan = tuple[int, int]
"""First and last token, both inclusive."""

CONFIDENCE = {
    "clause": 0.9,
    "parenthesis": 0.85,
    "according": 0.9,
    "infinitive": 0.6,
    "as": 0.6,
    "beside": 0.9,
    "continuation": 0.7,
    "headline": 0.8,
    "fragment": 0.6,
}
"""Confidence by rule: shares of right answers on development data, rounded down."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Some words attributed to somebody.

    Attributes:
        content: what is said, in pieces, in text order.
        cue: the word of saying; None for a quotation that goes on without one.
        lemma: of the cue.
        source: who says it, as it is written; None where it is not.
        rule: which pattern found it.
    """

    content: tuple[TokenSpan, ...]
    cue: TokenSpan | None
    lemma: str | None
    source: Source | None
    rule: str


def attributions(tree: Tree, quoted: list[int]) -> Iterator[Attribution]:
    """What the trees of a document attribute, in the order of the cues.

    Args:
        quoted: for each token the index of the run it stands in, -1 for none. What is attributed
            inside a quotation ("I think ...") is part of that quotation.
    """
    sections = quotation_sections(tree, quoted)
    for index, lemma in enumerate(tree.lemmas):
        if quoted[index] >= 0:
            continue
        found: Iterator[Attribution] = iter(())
        if lemma in ACCORDING or tree.lowers[index] in ACCORDING:
            found = _according(tree, index)
        elif tree.parts[index] == "VERB" and (kind := cue_class(lemma)) is not None:
            found = _clauses(tree, quoted, index, lemma, kind)
        elif tree.parts[index] == "VERB" and lemma in BESIDE_QUOTES:
            found = _clauses(tree, quoted, index, lemma, "speech")
        for attribution in found:
            if attribution.source is None or sections[attribution.source.head] == sections[index]:
                content = _inside(attribution.content, sections, sections[index])
                if content:
                    yield replace(attribution, content=content)


def quotation_sections(tree: Tree, quoted: list[int]) -> list[int]:
    """Number of the sentence of each token, where a quotation of several sentences is part of one.

    Full stops decide, not trees: what stands outside quotation marks never reaches across one.
    """
    sections = []
    number = 0
    ended = False
    for index, text in enumerate(tree.texts):
        if text.isspace():
            number += "\n" in text
        elif ended and quoted[index] < 0:
            number += 1
        ended = quoted[index] < 0 and text in SENTENCE_FINAL or ended and text.isspace()
        sections.append(number)
    return sections


SENTENCE_FINAL = frozenset((".", "!", "?", "…"))


def _inside(content: tuple[TokenSpan, ...], sections: list[int], own: int) -> tuple[TokenSpan, ...]:
    """The tokens of a content in the sentence of its cue."""
    pieces = []
    for first, last in content:
        while first <= last and sections[first] != own:
            first += 1
        while first <= last and sections[last] != own:
            last -= 1
        if first <= last:
            pieces.append((first, last))
    return tuple(pieces)


def _clauses(tree: Tree, quoted: list[int], index: int, lemma: str, kind: CueClass) -> Iterator[Attribution]:
    source = source_of(tree, index)
    if source is None:
        return
    if kind == "cognition" and tree.lowers[source.head] in ("i", "we", "you", "who", "one"):
        return
    cue = (index, index)
    found = False
    for child in tree.children[index]:
        relation = tree.relations[child]
        if relation == "ccomp" and (kind == "speech" or is_finite(tree, child)):
            pieces = _without(
                tree.first[child],
                tree.last[child],
                [_clause_of(tree, index, child, source), _outer(source), *_asides(tree, child)],
            )
            if pieces:
                found = True
                yield Attribution(pieces, cue, lemma, source, "clause")
        elif relation == "xcomp" and lemma in WITH_INFINITIVE and _is_infinitive(tree, child):
            found = True
            yield Attribution(((tree.first[child], tree.last[child]),), cue, lemma, source, "infinitive")
        elif relation == "parataxis" and kind != "cognition" and child > index and _speaks(tree, quoted, index, child):
            found = True
            yield Attribution(((tree.first[child], tree.last[child]),), cue, lemma, source, "parenthesis")
    if not found and kind != "document":
        yield from _parenthesis(tree, index, lemma, source)


def _speaks(tree: Tree, quoted: list[int], cue: int, child: int) -> bool:
    """Whether a loosely joined clause behind a word of saying is what is said."""
    before = tree.first[child] - 1
    while before > cue and tree.parts[before] == "PUNCT":
        if tree.texts[before] in (":", '"', "“", "‘", ","):
            return True
        before -= 1
    return quoted[tree.first[child]] >= 0


def _parenthesis(tree: Tree, index: int, lemma: str, source: Source) -> Iterator[Attribution]:
    """ "The road, he said, is closed": the clause of saying hangs on what is said."""
    relation, head = tree.relations[index], tree.heads[index]
    marks = [child for child in tree.children[index] if tree.relations[child] in ("mark", "advmod")]
    as_clause = relation == "advcl" and any(tree.lowers[child] == "as" for child in marks)
    if not (relation == "parataxis" or as_clause) or lemma not in SPEECH and not as_clause and lemma not in _OPINION:
        return
    if as_clause and (lemma not in SPEECH or source.head < tree.first[index]):
        return
    own = (tree.first[index], tree.last[index])
    start, end = tree.first[head], tree.last[head]
    # What hangs on a whole sentence by another clause of saying is not this one's.
    pieces = _without(start, end, [own])
    if pieces:
        yield Attribution(pieces, (index, index), lemma, source, "as" if as_clause else "parenthesis")


_OPINION = frozenset(("think", "believe", "suspect", "fear", "hope"))


def _according(tree: Tree, index: int) -> Iterator[Attribution]:
    """ "According to the ministry, ...", "..., according to the ministry"."""
    if tree.lowers[index] == "per":
        return
    nominal = tree.heads[index]
    if tree.relations[index] in ("case", "mark", "fixed") and nominal > index:
        phrase, head = nominal, tree.heads[nominal]
    else:
        # Some trees make "according" the head of the phrase.
        named = [
            child for child in tree.children[index] if tree.relations[child] in ("obl", "nmod", "obj") and child > index
        ]
        if not named:
            return
        nominal, phrase, head = named[0], index, tree.heads[index]
    if head == phrase or tree.relations[phrase] == "ROOT":
        return
    to = index + 1 if index + 1 < len(tree.texts) and tree.lowers[index + 1] == "to" else index
    own = (min(index, tree.first[phrase]), tree.last[phrase])
    head = _attributed_clause(tree, head, own)
    start, end = tree.first[head], tree.last[head]
    pieces = _without(start, end, [own])
    if pieces:
        span = source_span(tree, nominal)
        first = max(span[0], to + 1)
        yield Attribution(pieces, (index, to), "according to", Source(nominal, first, max(first, span[1])), "according")


def _attributed_clause(tree: Tree, head: int, phrase: TokenSpan) -> int:
    """The clause that an "according to" is about: the whole sentence, unless it stands inside what somebody says."""
    while tree.relations[head] != "ROOT" and tree.heads[head] != head:
        above = tree.heads[head]
        if tree.relations[head] in ("ccomp", "advcl", "acl:relcl", "conj", "parataxis") and (
            tree.first[head] == phrase[0] or tree.first[head] >= phrase[0] - 2 or tree.lemmas[above] in SPEECH
        ):
            # It opens a clause of its own: "... that according to a posting, the site is down".
            break
        head = above
    return head


def _is_infinitive(tree: Tree, index: int) -> bool:
    return any(tree.lowers[child] == "to" for child in tree.children[index])


def _clause_of(tree: Tree, cue: int, content: int, source: Source) -> TokenSpan:
    """The cue with its auxiliaries, which stand inside what is said in "The road, he said, is closed"."""
    own = [cue] + [
        child for child in tree.children[cue] if tree.relations[child] in ("aux", "aux:pass", "advmod", "iobj")
    ]
    inside = [token for token in own if tree.first[content] <= token <= tree.last[content]] or [cue]
    return min(inside), max(inside)


def _asides(tree: Tree, content: int) -> Iterator[TokenSpan]:
    """What hangs on a content and is none of it: "with the paper reporting ...", a clause behind ";"."""
    for child in tree.children[content]:
        relation = tree.relations[child]
        if child < content or relation not in ("advcl", "parataxis"):
            continue
        first = tree.first[child]
        before = tree.texts[first - 1] if first else ""
        if relation == "parataxis":
            if before == ";" or tree.texts[first] == ";":
                yield first, tree.last[content]
        elif (
            before == ","
            and tree.lemmas[child] in SPEECH
            and any(tree.relations[own] == "nsubj" for own in tree.children[child])
        ):
            yield first, tree.last[child]


def is_finite(tree: Tree, clause: int) -> bool:
    """Whether a clause has a finite verb."""
    if tree.tags[clause] in _FINITE:
        return True
    return any(
        tree.relations[child] in ("aux", "aux:pass", "cop") and tree.tags[child] in _FINITE
        for child in tree.children[clause]
    )


_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def _outer(source: Source) -> TokenSpan:
    return source.first, source.last


def _without(start: int, end: int, holes: list[TokenSpan]) -> tuple[TokenSpan, ...]:
    """The tokens from ``start`` to ``end`` (inclusive) outside the holes, as spans."""
    pieces: list[TokenSpan] = []
    reached = start
    for first, last in sorted(holes):
        if last < start or first > end:
            continue
        if first > reached:
            pieces.append((reached, first - 1))
        reached = max(reached, last + 1)
    if reached <= end:
        pieces.append((reached, end))
    return tuple(pieces)
