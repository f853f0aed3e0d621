"""The content of a quotation in code points: grown to the ends of the runs it reaches into."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from service.enrich.quotes.attributions.attribution import Attribution, TokenSpan
from service.enrich.quotes.marks.runs import Run
from service.enrich.quotes.quotations import Kind, Span
from service.enrich.tree import Tree

_JOINING = re.compile(r",? (?:and|or) ")
"""What stands between two runs of one sentence."""


class Contents:
    """Makes the contents of the quotations of one document.

    Args:
        runs: of the text, in order.
        quoted: for each token the index of the run it stands in, -1 for none.

    Attributes:
        taken: for each run whether a content has it already.
    """

    def __init__(self, tree: Tree, runs: Sequence[Run], quoted: Sequence[int]) -> None:
        self._tree, self._runs, self._quoted = tree, runs, quoted
        self._starts = [run.start for run in runs]
        self._chain = _chains(runs)
        self.taken = [False] * len(runs)

    def grown(self, content: tuple[TokenSpan, ...], attribution: Attribution) -> tuple[Span, ...]:
        """The content in code points, each piece grown to the ends of the runs it reaches into."""
        pieces: list[Span] = []
        for first, last in content:
            span = self._trimmed(first, last)
            if span is None:
                continue
            start, end = span
            reached = self._runs_in(start, end)
            for index in reached:
                self.taken[index] = True
                run = self._runs[index]
                if not _crosses(run, attribution, self._tree):
                    start, end = min(start, run.start), max(end, run.end)
            pieces.append((start, end))
            for index in reached[-1:]:
                pieces += self._rest_of_chain(index)
        return self._with_joined(merged(pieces), attribution)

    def _with_joined(self, pieces: tuple[Span, ...], attribution: Attribution) -> tuple[Span, ...]:
        """A content with the runs that "and" joins to the one it ends with: 'accused them of "lies" and "fraud"'."""
        if not pieces or attribution.cue is None or self._tree.offsets[attribution.cue[0]] > pieces[-1][1]:
            return pieces
        start, end = pieces[-1]
        index = bisect_left(self._starts, end)
        while 0 < index < len(self._runs) and self._runs[index - 1].end == end and not self.taken[index]:
            run = self._runs[index]
            if not _JOINING.fullmatch(self._tree.text, end, run.start):
                break
            self.taken[index] = True
            end, index = run.end, index + 1
        return (*pieces[:-1], (start, end))

    def of_run(self, index: int) -> tuple[Span, ...]:
        """The content that a run is by itself, with the other paragraphs of its quotation."""
        self.taken[index] = True
        run = self._runs[index]
        return merged([(run.start, run.end), *self._rest_of_chain(index)])

    def kind(self, pieces: tuple[Span, ...]) -> Kind:
        """Whether all, some or no words of a content stand between quotation marks."""
        tree, quoted = self._tree, self._quoted
        spans = [(bisect_left(tree.offsets, start), bisect_left(tree.offsets, end)) for start, end in pieces]
        if all(max(quoted[first:behind], default=-1) < 0 for first, behind in spans):
            return "indirect"
        words = (token for first, behind in spans for token in range(first, behind) if tree.texts[token][0].isalnum())
        if all(min(quoted[first:behind], default=0) >= 0 for first, behind in spans):
            return "direct" if any(True for _ in words) else "indirect"
        inside = [quoted[token] >= 0 for token in words]
        return "indirect" if not any(inside) else "direct" if all(inside) else "mixed"

    def _rest_of_chain(self, index: int) -> list[Span]:
        """The other runs of a quotation that goes over several paragraphs."""
        rest = []
        for other in self._chain.get(index, ()):
            if other != index and not self.taken[other]:
                self.taken[other] = True
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
        return (tree.offsets[first], tree.ends[last]) if first <= last else None

    def _is_edge(self, token: int) -> bool:
        text = self._tree.texts[token]
        return text.isspace() or (
            self._quoted[token] < 0 and text in (",", ":", ";", ".", "-", "–", "—", "...", '"', "“", "”")
        )


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


def merged(pieces: list[Span]) -> tuple[Span, ...]:
    """The same pieces in order, those that overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(pieces):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
