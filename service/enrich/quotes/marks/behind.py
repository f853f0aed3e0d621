"""Words of saying behind a run: '"...," Kirby said', '"...," said Kirby'."""

from bisect import bisect_left
from collections.abc import Sequence

from service.enrich.quotes.attributions.cues import SPEECH
from service.enrich.quotes.attributions.sources import Source
from service.enrich.quotes.attributions.stray_subjects import SAYING_FORMS
from service.enrich.quotes.marks.beside import BREAKS, REACH, Beside, is_cue
from service.enrich.quotes.marks.cue_subjects import CueSubjects
from service.enrich.quotes.marks.runs import Run
from service.enrich.quotes.marks.sections import SENTENCE_FINAL
from service.enrich.quotes.marks.utterances import ENDS
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import VERBS

_TO_COME = frozenset(("will", "would", "'ll", "’ll"))
_EXPECTED = frozenset(("expected", "due", "set", "likely"))
_CITED = frozenset(("quoted", "cited", "reported", "heard"))
"""Participles in "he was quoted as saying"."""


class CuesBehind:
    """Finds the words of saying behind the runs of one document.

    Args:
        spans: first and last token of each run, both inclusive.
        sections: see ``sections``.
    """

    def __init__(
        self,
        tree: Tree,
        runs: Sequence[Run],
        spans: list[tuple[int, int]],
        quoted: list[int],
        sections: list[int],
        subjects: CueSubjects,
    ) -> None:
        self._tree, self._text, self._runs = tree, tree.text, runs
        self._spans, self._quoted, self._sections, self._subjects = spans, quoted, sections, subjects

    def of(self, index: int) -> Beside | None:
        """'"...," Kirby said'; '"...," said Kirby'."""
        tree, run = self._tree, self._runs[index]
        inner = self._text[run.inner_start : run.inner_end].rstrip(" '’")
        first, last = self._spans[index]
        start = last + 1
        if not run.closed or start >= len(tree.texts):
            return None
        if inner[-1:] not in ENDS and tree.texts[start] not in BREAKS:
            return None
        while start < len(tree.texts) and tree.texts[start] in BREAKS:
            start += 1
        if tree.parts[start : start + 1] == ["CCONJ"] or tree.lowers[start : start + 2] == ["referring", "to"]:
            # 'called it "a mess," and Holm said ...': another clause
            # 'praised "the man," referring to Holm and announced ...': Holm is whom it tells of
            return None
        found = self._cue_behind(start, ended_by=inner[-1:])
        if found is None:
            return None
        cue, source = found
        return Beside(cue, source, self._start_of_content(first))

    def _cue_behind(self, start: int, ended_by: str) -> tuple[int, Source] | None:
        tree = self._tree
        stop_soon, finished = ended_by in SENTENCE_FINAL - {"…"}, ended_by == "."
        for place in range(start, min(len(tree.texts), start + REACH)):
            if self._quoted[place] >= 0 or tree.texts[place] in SENTENCE_FINAL or "\n" in tree.texts[place]:
                return None
            if tree.parts[place] in VERBS and not is_cue(tree, place) and place > start + 8:
                return None
            if tree.tags[place][:2] != "VB" or self._tells_of_subject(start, place):
                continue
            if self._may_say(start, place, finished=finished):
                following = tree.lowers[place + 1] if place + 1 < len(tree.texts) else "."
                if following == ":" or (following == "that" and tree.parts[place + 1] == "SCONJ"):
                    return None
                source = self._subjects.behind_run(start, place)
                if source is None:
                    continue
                if stop_soon and source.head < place and not self._ends_soon(place):
                    return None
                return place, source
        return None

    def _may_say(self, start: int, place: int, *, finished: bool) -> bool:
        """Whether a token is a word of saying: "he says", "he will say", "he is expected to say".

        Args:
            finished: whether a full stop ends the run before.
        """
        tree = self._tree
        if tree.tags[place] in SAYING_FORMS:
            return is_cue(tree, place) or (not finished and self._is_all(start, place))
        expected = tree.lowers[place - 1] == "to" and tree.lowers[place - 2] in _EXPECTED
        cited = tree.lowers[place - 1] == "as" and not _CITED.isdisjoint(tree.lowers[start : place - 1])
        return is_cue(tree, place, SPEECH) and (expected or cited or tree.lowers[place - 1] in _TO_COME)

    def _tells_of_subject(self, start: int, place: int) -> bool:
        """Whether a verb tells of who speaks with the next one: '"...," Kirby, who had stayed and ended late, said'."""
        tree = self._tree
        verb = place
        while tree.relations[verb] == "conj" and start <= tree.heads[verb] < verb:
            verb = tree.heads[verb]
        if any(tree.tags[child] in ("WP", "WDT") and start < child < verb for child in tree.children[verb]):
            return True
        return tree.relations[verb] in ("acl", "acl:relcl") and start <= tree.heads[verb] < place

    def _is_all(self, start: int, place: int) -> bool:
        """Whether a subject and a verb are all that stands behind a run, as in '"...," he quips': any verb will do."""
        tree = self._tree
        end = place + 1
        while start == place and end < len(tree.texts) and (tree.parts[end] == "PROPN" or tree.texts[end] == "-"):
            end += 1  # '"...," enthuses Ada Holm'
        ends = end == len(tree.texts) or tree.texts[end] in SENTENCE_FINAL or "\n" in tree.texts[end]
        subject = all(tree.parts[token] in ("PRON", "PROPN") for token in range(start, place))
        return tree.parts[place] == "VERB" and ends and subject and end - start > 1

    def _ends_soon(self, cue: int) -> bool:
        """Whether little follows a word of saying: nothing else can be what is said."""
        tree = self._tree
        for place in range(cue + 1, min(len(tree.texts), cue + 12)):
            if tree.texts[place] in SENTENCE_FINAL or "\n" in tree.texts[place]:
                return True
            if self._quoted[place] >= 0:
                return False
            if tree.parts[place] in VERBS:
                return False
        return cue + 12 >= len(tree.texts)

    def _start_of_content(self, first: int) -> int:
        """The run's first token, or that of the sentence when words stand before the run."""
        tree, start = self._tree, bisect_left(self._sections, self._sections[first])
        if start == first or tree.texts[first - 1] == ":":
            return first
        for place in range(start, first):
            if self._quoted[place] < 0 and tree.parts[place] in VERBS:
                return first if self._says(start, first) else start
        if self._begins_outside(start, first):
            return first if self._says(start, first) else start
        return first

    def _says(self, start: int, first: int) -> bool:
        return any(is_cue(self._tree, place) and self._quoted[place] < 0 for place in range(start, first))

    def _begins_outside(self, start: int, first: int) -> bool:
        """Whether a run goes on with a clause that begins before it: 'The owners "did not know," said Reuss'."""
        tree = self._tree
        last, word = first, first
        while last + 1 < len(tree.texts) and self._quoted[last + 1] == self._quoted[first]:
            last += 1
        while word < last and not tree.texts[word][0].isalnum():
            word += 1
        return tree.texts[word][0].islower() and any(
            first <= tree.heads[place] <= last and tree.relations[place] in ("nsubj", "nsubj:pass", "det", "amod")
            for place in range(start, first)
        )
