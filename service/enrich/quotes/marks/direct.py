"""Quotations that the marks show, whatever the tree says: '"...," Kirby said', 'Kirby said: "..."'."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.enrich.quotes.attributions.cues import BESIDE_QUOTES, DOCUMENT, SPEECH, TO_SOMEBODY
from service.enrich.quotes.attributions.sources import Source
from service.enrich.quotes.attributions.stray_subjects import SAYING_FORMS
from service.enrich.quotes.marks.cue_subjects import CueSubjects
from service.enrich.quotes.marks.runs import Run
from service.enrich.quotes.marks.sections import SENTENCE_FINAL
from service.enrich.quotes.marks.utterances import ENDS, Utterances
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import VERBS

_REACH = 18
"""Tokens between a run and its word of saying."""

_WRITTEN = frozenset(("write", "post", "tweet", "email", "text"))
"""Words of saying after which a medium may stand, and then what is said: 'wrote in a blog post "The road ..."'."""

_BESIDE_RUNS = SPEECH | DOCUMENT | BESIDE_QUOTES
"""Words of saying that stand next to runs."""

_BREAKS = frozenset((",", "-", "–", "—"))
_EXAMPLES = frozenset(("including", "like", "as"))


@dataclass(frozen=True, slots=True)
class Beside:
    """A word of saying next to a run.

    Attributes:
        cue: index of its token.
        first: first token of what is said: that of the run, or of the words before it ("Officials
            are "vigilant," said Raub").
    """

    cue: int
    source: Source
    first: int


class DirectQuotations:
    """Finds the words of saying next to the runs of one document.

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
        utterances: Utterances,
    ) -> None:
        self._tree, self._text, self._runs = tree, tree.text, runs
        self._spans, self._quoted, self._sections = spans, quoted, sections
        self._subjects, self._utterances = CueSubjects(tree, quoted, sections), utterances

    def beside(self, index: int) -> Beside | None:
        """The word of saying next to a run, where nothing else can be what is said."""
        run = self._runs[index]
        finished = self._text[run.inner_start : run.inner_end].rstrip()[-1:] in SENTENCE_FINAL
        if finished:
            return self._before(index) or self._behind(index)
        return self._behind(index) or self._before(index)

    def within_reach(self, index: int) -> Beside | None:
        """The word of saying before a run that is not next to it: 'He said it was "wrong to ask"'."""
        if self._utterances.is_name(index):
            return None
        tree, (first, _) = self._tree, self._spans[index]
        for place in range(first - 1, -1, -1):
            if self._sections[place] != self._sections[first] or self._quoted[place] >= 0:
                break
            if tree.tags[place] == "VBG" and place < tree.heads[place] < first:
                continue  # "Writing in a blog post, Reuss called it ...": another verb leads to the run
            if self._is_cue(place, SPEECH) and tree.tags[place] in (*SAYING_FORMS, "VBG"):
                source = self._subjects.of(place)
                return Beside(place, source, place + 1) if source is not None else None
        if first and tree.texts[first - 1] == ":" and not self._gives_examples(first):
            return self._before_colon(first - 1)
        return None

    def _gives_examples(self, first: int) -> bool:
        """Whether what stands behind a colon is named rather than said: 'asked many questions, including: "..."'."""
        return first > 1 and self._tree.texts[first - 1] == ":" and self._tree.lowers[first - 2] in _EXAMPLES

    def _before_colon(self, colon: int) -> Beside | None:
        """'Sunak defended the record: "..."': what stands behind the colon is the subject's."""
        tree = self._tree
        for place in range(colon - 1, -1, -1):
            if self._sections[place] != self._sections[colon] or self._quoted[place] >= 0:
                return None
            if tree.parts[place] == "VERB" and tree.relations[place] == "ROOT":
                source = self._subjects.of(place)
                return Beside(place, source, colon + 1) if source is not None else None
        return None

    def _is_cue(self, index: int, lemmas: frozenset[str] = _BESIDE_RUNS) -> bool:
        tree = self._tree
        return tree.parts[index] == "VERB" and tree.relations[index] != "amod" and tree.lemmas[index] in lemmas

    def _behind(self, index: int) -> Beside | None:
        """'"...," Kirby said'; '"...," said Kirby'."""
        tree, run = self._tree, self._runs[index]
        inner = self._text[run.inner_start : run.inner_end].rstrip()
        first, last = self._spans[index]
        start = last + 1
        if not run.closed or start >= len(tree.texts):
            return None
        if inner[-1:] not in ENDS and tree.texts[start] not in _BREAKS:
            return None
        while start < len(tree.texts) and tree.texts[start] in _BREAKS:
            start += 1
        if tree.parts[start : start + 1] == ["CCONJ"]:
            return None  # 'called it "a mess," and Holm said ...': another clause
        found = self._cue_behind(start, stop_soon=inner[-1:] == "." or inner[-1:] in "!?")
        if found is None:
            return None
        cue, source = found
        return Beside(cue, source, self._start_of_content(first))

    def _cue_behind(self, start: int, stop_soon: bool) -> tuple[int, Source] | None:
        tree = self._tree
        for place in range(start, min(len(tree.texts), start + _REACH)):
            if self._quoted[place] >= 0 or tree.texts[place] in SENTENCE_FINAL or "\n" in tree.texts[place]:
                return None
            if tree.parts[place] in VERBS and not self._is_cue(place) and place > start + 8:
                return None
            if tree.tags[place] in SAYING_FORMS and (self._is_cue(place) or self._is_all(start, place)):
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

    def _is_all(self, start: int, place: int) -> bool:
        """Whether a subject and a verb are all that stands behind a run, as in '"...," he quips': any verb will do."""
        tree = self._tree
        end = place + 1
        while start == place and end < len(tree.texts) and tree.parts[end] == "PROPN":
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
        tree, own = self._tree, self._sections[first]
        start = first
        while start > 0 and self._sections[start - 1] == own:
            start -= 1
        if start == first:
            return first
        for place in range(start, first):
            if self._quoted[place] < 0 and tree.parts[place] in VERBS:
                return first if self._says(start, first) else start
        if self._begins_outside(start, first):
            return first if self._says(start, first) else start
        return first

    def _says(self, start: int, first: int) -> bool:
        return any(self._is_cue(place) and self._quoted[place] < 0 for place in range(start, first))

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

    def _before(self, index: int) -> Beside | None:
        """'Kirby said: "..."', also with a new paragraph between; 'Kirby told reporters on Monday, "..."'."""
        tree, (begin, _) = self._tree, self._spans[index]
        first = self._behind_lead(begin)
        mark = tree.texts[first - 1] if first else ""
        if self._gives_examples(first):
            return None
        for place in range(first - 1, max(-1, first - 1 - _REACH), -1):
            word = tree.texts[place]
            if mark == ":" and self._quoted[place] >= 0 and not self._utterances.is_utterance(self._quoted[place]):
                continue  # words set off: 'promised a "full report": "..."'
            if (
                self._quoted[place] >= 0
                or "\n" in word
                or word in SENTENCE_FINAL
                or (word == ":" and place < first - 1)
            ):
                return None
            if self._is_cue(place) and (tree.tags[place] != "VB" or tree.relations[place] == "xcomp"):
                if mark not in (",", ":") and not self._leads_to(place, first):
                    return None
                source = self._subjects.of(place)
                return Beside(place, source, begin) if source is not None else None
            if tree.lowers[place] == "that" and mark != ":" and tree.parts[place] == "SCONJ":
                return None
            if tree.parts[place] in VERBS and mark != ":":
                return None
        return None

    def _behind_lead(self, first: int) -> int:
        """The token behind the mark that leads to a run: that of a paragraph's end, where the next one is the run."""
        texts = self._tree.texts
        return first - 1 if first > 1 and "\n" in texts[first - 1] and texts[first - 2] in (":", ",") else first

    def _leads_to(self, cue: int, first: int) -> bool:
        """Whether nothing, or only whom one speaks to, stands between a word of saying and a run: 'told CNN "..."'."""
        tree = self._tree
        if cue == first - 1:
            return tree.lemmas[cue] in SPEECH
        reached = cue + 1
        for child in tree.children[cue]:
            if child > cue and tree.relations[child] in ("obj", "iobj", "obl") and tree.first[child] <= reached:
                reached = max(reached, min(tree.last[child] + 1, first))
        written = tree.lemmas[cue] in _WRITTEN and tree.texts[first + 1 : first + 2][0][:1].isupper()
        return reached == first and (tree.lemmas[cue] in TO_SOMEBODY or written)
