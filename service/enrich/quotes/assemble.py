"""Whole quotations: what trees attribute, grown to the marks around it, and runs that go on without a cue."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from service.enrich.quotes.attribution import Attribution, TokenSpan
from service.enrich.quotes.direct import DirectQuotations
from service.enrich.quotes.patterns import attributions
from service.enrich.quotes.quotations import Kind, Span
from service.enrich.quotes.runs import Run, quoted_tokens
from service.enrich.quotes.sections import quotation_sections
from service.enrich.tree import Tree

_NEAR = 400
"""Code points between a quotation and the run that goes on with it."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """An attribution with its whole content.

    Attributes:
        content: in code points.
        goes_on: index, among all assembled, of the quotation that this one goes on with.
    """

    attribution: Attribution
    content: tuple[Span, ...]
    kind: Kind
    goes_on: int | None = None


class Assembler:
    """Puts the quotations of one document together.

    Args:
        runs: of the text, in order.
    """

    def __init__(self, tree: Tree, runs: Sequence[Run]) -> None:
        self._tree, self._text, self._runs = tree, tree.text, runs
        self._starts = [run.start for run in runs]
        self._chain = _chains(runs)
        self.quoted = quoted_tokens(tree.offsets, runs)
        self._spans = [self._tokens_of(run) for run in runs]
        self._sections = quotation_sections(tree, self.quoted, runs)
        self._direct = DirectQuotations(tree, runs, self._spans, self.quoted, self._sections)
        self._found: list[Assembled] = []
        self._ends: list[tuple[int, int]] = []
        self._clauses: list[tuple[int, int, int]] = []

    def _tokens_of(self, run: Run) -> TokenSpan:
        # A run may begin inside the last token.
        first = min(bisect_left(self._tree.offsets, run.start), len(self._tree.offsets) - 1)
        return first, max(first, bisect_left(self._tree.offsets, run.end) - 1)

    def assemble(self, headline: Iterable[Attribution] = ()) -> list[Assembled]:
        """All quotations; those that go on with another one stand behind it.

        Args:
            headline: what the headline attributes by a colon or dash.
        """
        taken = [False] * len(self._runs)
        for attribution in headline:
            content = self._grown(attribution.content, taken, attribution)
            if content:
                self._found.append(Assembled(attribution, content, self._kind(content)))
        self._add_direct(taken)
        used = {each.attribution.cue[0] for each in self._found if each.attribution.cue}
        for attribution in attributions(self._tree, self.quoted, self._sections, used):
            free = self._grown(self._without_others(attribution), taken, attribution)
            if free:
                self._add(Assembled(attribution, free, self._kind(free)))
        self._add_distant(taken)
        self._add_continuations(taken)
        return self._found

    def _add(self, quotation: Assembled) -> None:
        self._found.append(quotation)
        self._note_end(len(self._found) - 1)

    def _add_direct(self, taken: list[bool]) -> None:
        """Quotations with a word of saying next to their run."""
        for index, run in enumerate(self._runs):
            if taken[index] or not self._direct.is_utterance(index):
                continue
            beside = self._direct.beside(index)
            if beside is None:
                continue
            before = self._quotation_before(run)
            cue = (beside.cue, beside.cue)
            if before is not None and self._found[before].attribution.cue == cue:
                if self._goes_on_with(before, beside.cue):
                    self._lengthen(before, run)
                    taken[index] = True
                continue
            last = self._spans[index][1]
            attribution = Attribution(
                ((beside.first, last),), cue, self._tree.lemmas[beside.cue], beside.source, "beside"
            )
            if beside.cue < beside.first and not self._tree.relations[beside.cue].startswith("acl"):
                apart = "," in self._tree.texts[beside.source.last : beside.cue]
                self._clauses.append((beside.cue if apart else beside.source.first, beside.cue, beside.first))
            content = self._grown(attribution.content, taken, attribution)
            self._add(Assembled(attribution, content, self._kind(content)))

    def _grown(self, content: tuple[TokenSpan, ...], taken: list[bool], attribution: Attribution) -> tuple[Span, ...]:
        """The content in code points, each piece grown to the ends of the runs it reaches into."""
        pieces: list[Span] = []
        for first, last in content:
            span = self._trimmed(first, last)
            if span is None:
                continue
            start, end = span
            reached = self._runs_in(start, end)
            for index in reached:
                taken[index] = True
                run = self._runs[index]
                if not _crosses(run, attribution, self._tree):
                    start, end = min(start, run.start), max(end, run.end)
            pieces.append((start, end))
            for index in reached[-1:]:
                pieces += self._rest_of_chain(index, taken)
        return _merged(pieces)

    def _without_others(self, attribution: Attribution) -> tuple[TokenSpan, ...]:
        """The content without another word of saying and its own quotation: 'He denied it, writing "..."'."""
        pieces = []
        for first, last in attribution.content:
            for source, cue, end in self._clauses:
                if first < cue < end <= last:
                    last = (source if first < source < cue else cue) - 1
            pieces.append((first, last))
        return tuple(pieces)

    def _rest_of_chain(self, index: int, taken: list[bool]) -> list[Span]:
        """The other runs of a quotation that goes over several paragraphs."""
        rest = []
        for other in self._chain.get(index, ()):
            if other != index and not taken[other]:
                taken[other] = True
                rest.append((self._runs[other].start, self._runs[other].end))
        return rest

    def _runs_in(self, start: int, end: int) -> list[int]:
        low = max(0, bisect_right(self._starts, start) - 1)
        found = []
        for index in range(low, len(self._runs)):
            if self._starts[index] >= end:
                break
            if self._runs[index].end > start:
                found.append(index)
        return found

    def _trimmed(self, first: int, last: int) -> Span | None:
        """Tokens as code points, without punctuation at the edges that no quotation mark holds."""
        tree = self._tree
        while first <= last and self._is_edge(first):
            first += 1
        while last >= first and self._is_edge(last):
            last -= 1
        return (tree.offsets[first], tree.end(last)) if first <= last else None

    def _is_edge(self, token: int) -> bool:
        text = self._tree.texts[token]
        return text.isspace() or (
            self.quoted[token] < 0 and text in (",", ":", ";", ".", "-", "–", "—", "...", '"', "“", "”")
        )

    def _kind(self, pieces: tuple[Span, ...]) -> Kind:
        inside = outside = 0
        for start, end in pieces:
            first = bisect_left(self._tree.offsets, start)
            for token in range(first, bisect_left(self._tree.offsets, end)):
                if self._tree.texts[token][0].isalnum():
                    if self.quoted[token] >= 0:
                        inside += 1
                    else:
                        outside += 1
        return "indirect" if not inside else "mixed" if outside else "direct"

    def _add_distant(self, taken: list[bool]) -> None:
        """Quotations whose word of saying stands in their sentence, and that no tree explains."""
        used = {each.attribution.cue for each in self._found}
        for index in range(len(self._runs)):
            if taken[index] or not self._direct.is_utterance(index):
                continue
            beside = self._direct.within_reach(index)
            if beside is None or (beside.cue, beside.cue) in used:
                continue
            span = (beside.first, self._spans[index][1])
            attribution = Attribution(
                (span,), (beside.cue, beside.cue), self._tree.lemmas[beside.cue], beside.source, "distant"
            )
            content = self._grown(attribution.content, taken, attribution)
            self._add(Assembled(attribution, content, self._kind(content)))

    def _add_continuations(self, taken: list[bool]) -> None:
        """Quotations without a word of saying that go on with the one before."""
        for index, run in enumerate(self._runs):
            if taken[index] or not self._direct.is_utterance(index) or not self._direct.is_sentence(index):
                continue
            before = self._quotation_before(run)
            if before is not None:
                taken[index] = True
                attribution = Attribution((self._spans[index],), None, None, None, "continuation")
                content = _merged([(run.start, run.end), *self._rest_of_chain(index, taken)])
                self._add(Assembled(attribution, content, "direct", before))

    def _quotation_before(self, run: Run) -> int | None:
        """The nearest quotation that ends before a run, not far off."""
        place = bisect_right(self._ends, (run.start, len(self._found))) - 1
        if place < 0 or run.start - self._ends[place][0] > _NEAR:
            return None
        return self._ends[place][1]

    def _note_end(self, place: int) -> None:
        each = self._found[place]
        cue = each.attribution.cue
        end = max(each.content[-1][1], self._tree.end(cue[1]) if cue else 0)
        insort(self._ends, (end, place))

    def _goes_on_with(self, before: int, cue: int) -> bool:
        """Whether a quotation is one with the next run, as in '"The road," he said, "is closed"'."""
        last = self._found[before].content[-1]
        inner = self._text[last[0] : last[1]].rstrip("\"”'’»").rstrip()
        return inner[-1:] not in (".", "!", "?") and self._tree.offsets[cue] > last[0]

    def _lengthen(self, place: int, run: Run) -> None:
        each = self._found[place]
        content = _merged([*each.content, (run.start, run.end)])
        self._found[place] = replace(each, content=content, kind=self._kind(content))
        self._note_end(place)


def _chains(runs: Sequence[Run]) -> dict[int, list[int]]:
    """Runs that make one quotation over several paragraphs, by each of their indexes."""
    chains: dict[int, list[int]] = {}
    for index, run in enumerate(runs):
        if run.continues and index:
            chain = chains.setdefault(index - 1, [index - 1])
            chain.append(index)
            chains[index] = chain
    return chains


def _crosses(run: Run, attribution: Attribution, tree: Tree) -> bool:
    """Whether the words of saying stand inside a run, which then is no limit of what is said."""
    spans = [attribution.cue] if attribution.cue else []
    if attribution.source is not None:
        spans.append((attribution.source.head, attribution.source.head))
    return any(run.start <= tree.offsets[first] < run.end for first, _ in spans)


def _merged(pieces: list[Span]) -> tuple[Span, ...]:
    """The same pieces in order, those that overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(pieces):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)
