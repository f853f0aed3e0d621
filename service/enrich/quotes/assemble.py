"""Whole quotations: what trees attribute, grown to the marks around it, and runs that go on without a cue."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence

from service.enrich.quotes.assembled import Assembled, one_of
from service.enrich.quotes.attributions.attribution import Attribution, TokenSpan
from service.enrich.quotes.attributions.cues import COGNITION, SPEECH
from service.enrich.quotes.attributions.patterns import attributions
from service.enrich.quotes.contents import Contents, merged
from service.enrich.quotes.marks.direct import DirectQuotations
from service.enrich.quotes.marks.introductions import introduced
from service.enrich.quotes.marks.runs import Run, quoted_tokens
from service.enrich.quotes.marks.sections import quotation_sections
from service.enrich.quotes.marks.utterances import Utterances
from service.enrich.quotes.quotations import Span
from service.enrich.tree import Tree

_NEAR = 400
"""Code points between a quotation and the run that goes on with it."""

_OVERLAPPING = 12
"""Quotations behind the beginning of another one of which one may have its words."""

_DEEPEST = 4
"""Quotations inside one another that are looked at."""


class Assembler:
    """Puts the quotations of one document together.

    Args:
        runs: of the text, in order.

    Attributes:
        quoted: for each token the index of the run it stands in, -1 for none.
    """

    def __init__(self, tree: Tree, runs: Sequence[Run]) -> None:
        self._tree, self._text, self._runs = tree, tree.text, runs
        self.quoted = quoted_tokens(tree.offsets, runs)
        self._contents = Contents(tree, runs, self.quoted)
        self._spans = [self._tokens_of(run) for run in runs]
        self._sections = quotation_sections(tree, self.quoted, runs)
        self._utterances = Utterances(tree, runs, self._spans)
        self._direct = DirectQuotations(tree, runs, self._spans, self.quoted, self._sections, self._utterances)
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
        for attribution in headline:
            content = self._contents.grown(attribution.content, attribution)
            if content:
                self._found.append(Assembled(attribution, content, self._contents.kind(content)))
        self._add_direct()
        used = {
            attribution.cue[0]: attribution.source
            for attribution, *_ in self._found
            if attribution.cue and attribution.source
        }
        for attribution in attributions(self._tree, self.quoted, self._sections, used):
            free = self._contents.grown(self._without_others(attribution), attribution)
            if free:
                free = self._without_direct(free, attribution)
                self._add_once(Assembled(attribution, free, self._contents.kind(free)))
        self._add_distant()
        self._add_continuations()
        return self._found

    def _add(self, quotation: Assembled) -> None:
        self._found.append(quotation)
        self._note_end(len(self._found) - 1)

    def _add_once(self, quotation: Assembled) -> None:
        """Add a quotation, unless its words are another one's."""
        for place in self._near(quotation.content):
            stays = one_of(self._tree, quotation, self._found[place])
            if stays is quotation:
                self._found[place] = quotation
                self._note_end(place)
            if stays is not None:
                return
        self._add(quotation)

    def _near(self, content: tuple[Span, ...]) -> list[int]:
        """The first of the quotations found so far that end behind the beginning of a content."""
        first = bisect_left(self._ends, (content[0][0], 0))
        return [place for _, place in self._ends[first : first + _OVERLAPPING]]

    def _add_whole(self, attribution: Attribution) -> None:
        content = self._contents.grown(attribution.content, attribution)
        self._add(Assembled(attribution, content, self._contents.kind(content)))

    def _add_direct(self) -> None:
        """Quotations with a word of saying next to their run."""
        for index, run in enumerate(self._runs):
            if self._contents.taken[index] or not self._utterances.is_utterance(index):
                continue
            beside = self._direct.beside(index)
            if beside is None:
                continue
            before = self._quotation_before(run)
            cue = (beside.cue, beside.cue)
            if before is not None and self._found[before].attribution.cue == cue:
                if self._goes_on_with(before, beside.cue):
                    self._lengthen(before, run)
                    self._contents.taken[index] = True
                continue
            last = self._spans[index][1]
            attribution = Attribution(
                ((beside.first, last),), cue, self._tree.lemmas[beside.cue], beside.source, "beside"
            )
            if beside.cue < beside.first and not self._tree.relations[beside.cue].startswith("acl"):
                apart = "," in self._tree.texts[beside.source.last : beside.cue]
                self._clauses.append((beside.cue if apart else beside.source.first, beside.cue, beside.first))
            self._add_whole(attribution)

    def _without_others(self, attribution: Attribution) -> tuple[TokenSpan, ...]:
        """The content without another word of saying and its own quotation: 'He denied it, writing "..."'."""
        pieces = []
        for first, last in attribution.content:
            for source, cue, end in self._clauses:
                if first < cue < end <= last:
                    last = (source if first < source < cue else cue) - 1
            pieces.append((first, last))
        return tuple(pieces)

    def _without_direct(self, content: tuple[Span, ...], attribution: Attribution) -> tuple[Span, ...]:
        """A content of several pieces without those that are others' quotations: '"Why?" Holm asked. Reuss said no'."""
        if len(content) < 2 or attribution.cue is None:
            return content
        near = [self._found[place] for place in self._near(content)]
        others = {each.content[0] for each in near if each.attribution.cue != attribution.cue}
        own = tuple(piece for piece in content if piece not in others)
        return own if own and own[-1][0] > self._tree.offsets[attribution.cue[0]] else content

    def _add_distant(self) -> None:
        """Quotations whose word of saying stands in their sentence, and that no tree explains."""
        used = {each.attribution.cue for each in self._found}
        for index in range(len(self._runs)):
            if self._contents.taken[index] or not self._utterances.is_utterance(index):
                continue
            beside = self._direct.within_reach(index)
            if beside is None or (beside.cue, beside.cue) in used:
                continue
            span = (beside.first, self._spans[index][1])
            attribution = Attribution(
                (span,), (beside.cue, beside.cue), self._tree.lemmas[beside.cue], beside.source, "distant"
            )
            self._add_whole(attribution)

    def _add_continuations(self) -> None:
        """Quotations without a word of saying that go on with the one before."""
        for index, run in enumerate(self._runs):
            if (
                self._contents.taken[index]
                or not self._utterances.is_utterance(index)
                or not self._utterances.is_sentence(index)
            ):
                continue
            end = self._end_before(run)
            after = end[0] if end is not None else 0
            between = introduced(self._tree, self.quoted, self._sections, self._spans[index][0], after)
            goes_on = self._outermost(end) if end is not None else None
            if end is not None or (between is not None and self._utterances.is_paragraph(index)):
                attribution = Attribution((self._spans[index],), None, None, None, "continuation")
                self._add(Assembled(attribution, self._contents.of_run(index), "direct", goes_on, between))

    def _quotation_before(self, run: Run) -> int | None:
        """The nearest quotation that ends before a run, not far off."""
        end = self._end_before(run)
        return end[1] if end is not None else None

    def _end_before(self, run: Run) -> tuple[int, int] | None:
        """Where the nearest quotation before a run ends, not far off, and its index."""
        place = bisect_right(self._ends, (run.start, len(self._found))) - 1
        while place >= 0 and run.start - self._ends[place][0] <= _NEAR:
            if not self._is_thought(self._found[self._ends[place][1]]):
                return self._ends[place]
            place -= 1
        return None

    def _outermost(self, end: tuple[int, int]) -> int:
        """Of quotations that end together the one that holds the others: "Holm said that data shows ..." is hers."""
        first = bisect_left(self._ends, (end[0], 0))
        together = [index for offset, index in self._ends[first : first + _DEEPEST] if offset == end[0]]
        return min(together, key=lambda index: self._found[index].content[0])

    def _is_thought(self, each: Assembled) -> bool:
        """Whether somebody without a name only thinks it, and so does not go on aloud: "an owner thinks"."""
        lemma, source = each.attribution.lemma, each.attribution.source
        thinks = each.kind == "indirect" and lemma in COGNITION and lemma not in SPEECH
        return thinks and (source is None or self._tree.parts[source.head] == "NOUN")

    def _note_end(self, place: int) -> None:
        each = self._found[place]
        cue = each.attribution.cue
        end = max(each.content[-1][1], self._tree.ends[cue[1]] if cue else 0)
        insort(self._ends, (end, place))

    def _goes_on_with(self, before: int, cue: int) -> bool:
        """Whether a quotation is one with the next run, as in '"The road," he said, "is closed"'."""
        last = self._found[before].content[-1]
        inner = self._text[last[0] : last[1]].rstrip("\"”'’»").rstrip()
        return inner[-1:] not in (".", "!", "?") and self._tree.offsets[cue] > last[0]

    def _lengthen(self, place: int, run: Run) -> None:
        each = self._found[place]
        content = merged([*each.content, (run.start, run.end)])
        self._found[place] = each._replace(content=content, kind=self._contents.kind(content))
        self._note_end(place)
