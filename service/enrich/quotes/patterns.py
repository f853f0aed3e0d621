"""What a tree attributes to whom: clauses under words of saying, "according to", infinitives of promises."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from service.enrich.quotes.cues import (
    ACCORDING,
    BESIDE_QUOTES,
    SPEECH,
    TO_SOMEBODY,
    WITH_INFINITIVE,
    CueClass,
    cue_class,
)
from service.enrich.quotes.sources import Source, says_on, source_of, source_span
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
    "distant": 0.6,
    "continuation": 0.7,
    "headline": 0.8,
    "fragment": 0.6,
}
"""Confidence by rule: estimates, not measured shares of right answers."""


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


LEAST_TOKENS = 2
"""Of what is attributed outside quotation marks."""


def attributions(tree: Tree, quoted: list[int], sections: list[int], used: Container[int]) -> Iterator[Attribution]:
    """What the trees of a document attribute, in the order of the cues.

    Args:
        quoted: for each token the index of the run it stands in, -1 for none. What is attributed
            inside a quotation ("I think ...") is part of that quotation.
        sections: see ``sections``: nothing is attributed across one.
        used: cues that belong to a quotation already.
    """
    according = {
        index
        for words in (tree.lowers, tree.lemmas)
        if not ACCORDING.isdisjoint(words)
        for index, word in enumerate(words)
        if word in ACCORDING
    }
    for index, part in enumerate(tree.parts):
        if (part != "VERB" and index not in according) or quoted[index] >= 0 or index in used:
            continue
        for attribution in _attributed(tree, quoted, index, tree.lemmas[index]):
            source = attribution.source
            if source is None or (sections[source.head] == sections[index] and quoted[source.head] < 0):
                content = _inside(attribution.content, sections, sections[index])
                if sum(last - first + 1 for first, last in content) >= LEAST_TOKENS:
                    yield replace(attribution, content=content)


def _attributed(tree: Tree, quoted: list[int], index: int, lemma: str) -> Iterator[Attribution]:
    """What one word attributes."""
    if lemma in ACCORDING or tree.lowers[index] in ACCORDING:
        return _according(tree, index)
    kind = cue_class(lemma) or ("speech" if lemma in BESIDE_QUOTES else None)
    return iter(()) if kind is None else _clauses(tree, quoted, index, lemma, kind)


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
    pieces: list[TokenSpan] = []
    rule = "clause"
    for child in _said_clauses(tree, index):
        relation = tree.relations[child]
        if relation == "ccomp" and (kind == "speech" or is_finite(tree, child)):
            first = _behind_hearer(tree, index, _reaching_back(tree, index, tree.first[child], source))
            between = (min(source.first, index), max(source.last, index))
            holes = [_clause_of(tree, index, child), between, *_asides(tree, child), *_joined_cues(tree, index, child)]
            pieces += _without(first, _without_remark(tree, first, tree.last[child]), holes)
        elif relation == "obj" and kind == "speech" and _is_question(tree, child):
            pieces.append((tree.first[child], tree.last[child]))
        elif relation == "xcomp" and lemma in WITH_INFINITIVE and _is_infinitive(tree, child):
            rule = "infinitive"
            pieces.append((tree.first[child], tree.last[child]))
        elif relation == "parataxis" and kind != "cognition" and child > index and _speaks(tree, quoted, index, child):
            rule = "parenthesis"
            pieces.append((tree.first[child], tree.last[child]))
        elif relation == "conj" and pieces and rule == "clause" and _goes_on(tree, child, pieces[-1][1]):
            pieces.append((pieces[-1][1] + 1, tree.last[child]))
    if pieces:
        pieces.sort()
        if rule == "clause":
            pieces[-1] = (pieces[-1][0], _end_of_and_that(tree, quoted, pieces[-1][1]))
        yield Attribution(tuple(pieces), (index, index), lemma, source, rule)
    elif kind != "document":
        yield from _parenthesis(tree, index, lemma, source)


def _said_clauses(tree: Tree, cue: int) -> list[int]:
    """The children of a word of saying, each clause with the one of two joined words of saying that it goes with.

    "Kirby told CNN that it would end, and explained why": the clause before "explained" is what he told.
    "Kirby said it would end, and said why": the clause behind the second "said" is not the first one's.
    """
    own = list(tree.children[cue])
    for other in own.copy():
        if other > cue and tree.relations[other] == "conj" and cue_class(tree.lemmas[other]) is not None:
            own += [child for child in _clauses_of(tree, other) if cue < child < other]
            if any(child < other for child in _clauses_of(tree, cue)):
                own = [child for child in own if child < other or tree.relations[child] != "ccomp"]
    above = tree.heads[cue]
    if tree.relations[cue] == "conj" and above < cue and cue_class(tree.lemmas[above]) is not None:
        clauses = _clauses_of(tree, above)
        own = [child for child in own if child > cue or tree.relations[child] != "ccomp"]
        if any(child < cue for child in clauses):
            own += [child for child in clauses if child > cue]
    return own


def _clauses_of(tree: Tree, cue: int) -> list[int]:
    return [child for child in tree.children[cue] if tree.relations[child] == "ccomp"]


def _goes_on(tree: Tree, clause: int, last: int) -> bool:
    """Whether a clause that is joined to a word of saying is rather joined to what is said.

    "He said nobody fell ill and there had been no threats": no comma parts them, or a "that" begins it.
    """
    first = tree.first[clause]
    if first <= last or tree.lemmas[clause] in SPEECH:
        return False
    own = {tree.relations[child] for child in tree.children[clause]}
    that = any(tree.relations[child] == "mark" and tree.lowers[child] == "that" for child in tree.children[clause])
    subject = "nsubj" in own or "nsubj:pass" in own
    return that or (subject and "," not in tree.texts[last + 1 : first + 1])


def _end_of_and_that(tree: Tree, quoted: list[int], last: int) -> int:
    """The last token of a content with the clause that "and that" begins behind it, whatever the tree hangs it on."""
    first = last + 1
    if first + 1 >= len(tree.texts) or tree.lowers[first] not in ("and", "but") or quoted[first] >= 0:
        return last
    verb = tree.heads[first + 1]
    if tree.lowers[first + 1] != "that" or tree.relations[first + 1] != "mark" or tree.relations[verb] != "conj":
        return last
    return max(last, tree.last[verb])


def _is_question(tree: Tree, index: int) -> bool:
    """Whether an object is an indirect question or free relative: "why the team was late"."""
    return tree.lowers[index] in _QUESTION_WORDS and any(
        tree.relations[child] in ("acl:relcl", "advcl:relcl") for child in tree.children[index]
    )


_QUESTION_WORDS = frozenset(("how", "why", "what", "where", "when", "who", "whom", "which", "whatever"))


def _without_remark(tree: Tree, first: int, last: int) -> int:
    """The last token of a clause without the ", which ..." that ends it: what the writer adds."""
    for token in range(first + 2, last):
        if tree.lowers[token] == "which" and tree.texts[token - 1] == ",":
            clause = tree.heads[token]
            while tree.relations[clause] not in ("acl:relcl", "advcl:relcl", "ROOT") and tree.heads[clause] != clause:
                clause = tree.heads[clause]
            if tree.first[clause] >= token - 1 and tree.last[clause] >= last - 1:
                return token - 2
    return last


def _reaching_back(tree: Tree, cue: int, first: int, source: Source) -> int:
    """The first token of a clause behind a word of saying, taken back over words that belong to nothing else."""
    reached = cue + 1
    if first <= reached:
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


def _behind_hearer(tree: Tree, cue: int, first: int) -> int:
    """The first token of a clause without the name of whom it is told: "told BBC News every claim will be read"."""
    if first != cue + 1 or tree.lemmas[cue] not in TO_SOMEBODY:
        return first
    end = first
    while end < len(tree.parts) and tree.parts[end] == "PROPN":
        end += 1
    return end if first < end < len(tree.parts) and tree.parts[end] in ("DET", "PRON", "SCONJ") else first


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
    if as_clause and (lemma not in SPEECH or source.head < tree.first[index]):
        return
    if not as_clause and (relation != "parataxis" or (lemma not in SPEECH and lemma not in _OPINION)):
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
    pieces = _without(start, end, [own, *_asides(tree, head)])
    if pieces:
        span = source_span(tree, nominal)
        first = max(span[0], to + 1)
        yield Attribution(pieces, (index, to), "according to", Source(nominal, first, max(first, span[1])), "according")


def _attributed_clause(tree: Tree, head: int, phrase: TokenSpan) -> int:
    """The clause that an "according to" is about: the whole sentence, unless it stands inside what somebody says."""
    while tree.relations[head] != "ROOT" and tree.heads[head] != head:
        above = tree.heads[head]
        if tree.relations[head] == "conj" and phrase[1] < above < head:
            # It stands before the first of two clauses: "According to her, it works but ...".
            head = above
            continue
        if tree.relations[head] in ("ccomp", "advcl", "acl:relcl", "conj", "parataxis") and (
            tree.first[head] == phrase[0] or tree.first[head] >= phrase[0] - 2 or tree.lemmas[above] in SPEECH
        ):
            # It opens a clause of its own: "... that according to a posting, the site is down".
            break
        head = above
    return head


def _is_infinitive(tree: Tree, index: int) -> bool:
    return any(tree.lowers[child] == "to" for child in tree.children[index])


def _clause_of(tree: Tree, cue: int, content: int) -> TokenSpan:
    """The cue with its auxiliaries, which stand inside what is said in "The road, he said, is closed"."""
    own = [cue] + [
        child for child in tree.children[cue] if tree.relations[child] in ("aux", "aux:pass", "advmod", "iobj")
    ]
    inside = [token for token in own if tree.first[content] <= token <= tree.last[content]] or [cue]
    return min(inside), max(inside)


def _asides(tree: Tree, content: int) -> Iterator[TokenSpan]:
    """What hangs on a content and is none of it: "with the paper reporting ...", "but she said ...", "; ..."."""
    for child in tree.children[content]:
        relation = tree.relations[child]
        if child < content or relation not in ("advcl", "parataxis", "conj"):
            continue
        # What stands before the content may hang on the clause behind it.
        own = [
            tree.first[other]
            for other in tree.children[child]
            if tree.first[other] > content and tree.relations[other] != "punct"
        ]
        first = min(child, *own) if own else child
        before = tree.texts[first - 1] if first else ""
        if relation == "parataxis":
            if before == ";" or tree.texts[first] == ";":
                yield first, tree.last[content]
        elif tree.lemmas[child] in SPEECH and (
            says_on(tree, child)
            or (
                (before == "," or tree.parts[first] == "CCONJ")
                and any(tree.relations[other] == "nsubj" for other in tree.children[child])
            )
        ):
            yield first, tree.last[content if relation == "conj" else child]


def _joined_cues(tree: Tree, cue: int, content: int) -> Iterator[TokenSpan]:
    """What a second word of saying says, where a mark at the end makes it seem to be in the content of the first."""
    for child in tree.children[cue]:
        if tree.relations[child] == "conj" and tree.lemmas[child] in SPEECH and content < child <= tree.last[content]:
            yield tree.first[child], tree.last[content]


def is_finite(tree: Tree, clause: int) -> bool:
    """Whether a clause has a finite verb."""
    if tree.tags[clause] in _FINITE:
        return True
    return any(
        tree.relations[child] in ("aux", "aux:pass", "cop") and tree.tags[child] in _FINITE
        for child in tree.children[clause]
    )


_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


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
