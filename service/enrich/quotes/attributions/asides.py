"""What stands inside a content and is none of it: the clause of saying, further clauses of saying, remarks."""

from collections.abc import Iterator

from service.enrich.quotes.attributions.attribution import TokenSpan
from service.enrich.quotes.attributions.cues import SPEECH
from service.enrich.quotes.attributions.edges import goes_on
from service.enrich.quotes.attributions.sources import says_on
from service.enrich.tree import Tree


def without(start: int, end: int, holes: list[TokenSpan]) -> tuple[TokenSpan, ...]:
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


def clause_of_saying(tree: Tree, cue: int, content: int) -> TokenSpan:
    """The cue with its auxiliaries, which stand inside what is said in "The road, he said, is closed"."""
    own = [cue] + [
        child for child in tree.children[cue] if tree.relations[child] in ("aux", "aux:pass", "advmod", "iobj")
    ]
    inside = [token for token in own if tree.first[content] <= token <= tree.last[content]] or [cue]
    return min(inside), max(inside)


def asides(tree: Tree, content: int) -> Iterator[TokenSpan]:
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


def other_sources(tree: Tree, quoted: list[int], content: int) -> Iterator[TokenSpan]:
    """Of whom the writer has it that somebody says something: "she said she would go, according to two friends".

    Args:
        quoted: for each token the index of the run it stands in, -1 for none.
    """
    last = tree.last[content]
    if "according" not in tree.lowers[content:last]:
        return  # as nearly always
    for token in range(content + 1, last):
        if tree.lowers[token] == "according" and tree.texts[token - 1] == "," and quoted[token] < 0:
            yield token, max(token, tree.last[tree.heads[token]])


def further_sayings(tree: Tree, quoted: list[int], content: int) -> Iterator[TokenSpan]:
    """What somebody says further, by a participle that the tree takes into a content: "..., adding that ..."."""
    last = tree.last[content]
    if "VBG" not in tree.tags[content:last]:
        return  # as mostly
    for token in range(content + 1, last):
        if goes_on(tree, quoted, token):
            yield token, last
            return


def circumstances(tree: Tree, quoted: list[int], cue: int, content: int) -> Iterator[TokenSpan]:
    """What the writer tells of the moment behind a quotation: '"We left," he told CNN, before boarding a bus'.

    Args:
        quoted: for each token the index of the run it stands in, -1 for none.
    """
    if not content < cue or max(quoted[tree.first[content] : cue]) < 0:
        return
    for child in (*tree.children[content], *tree.children[cue]):
        first = tree.first[child]
        if (
            first > cue
            and tree.relations[child] in ("advcl", "ccomp")
            and tree.lowers[first] in _MOMENTS | {","}
            and not _MOMENTS.isdisjoint(tree.lowers[first : first + 2])
            and max(quoted[first : tree.last[child] + 1]) < 0
        ):
            yield first, tree.last[child]


_MOMENTS = frozenset(("before", "after", "while", "as", "when"))


def joined_cues(tree: Tree, cue: int, content: int) -> Iterator[TokenSpan]:
    """What a second word of saying says, where a mark at the end makes it seem to be in the content of the first."""
    for child in tree.children[cue]:
        if tree.relations[child] == "conj" and tree.lemmas[child] in SPEECH and content < child <= tree.last[content]:
            yield tree.first[child], tree.last[content]
