"""Quotations that the marks show, whatever the tree says: '"...," Kirby said', 'Kirby said: "..."'."""

from collections.abc import Sequence

from service.enrich.quotes.attributions.cues import SPEECH, TO_SOMEBODY
from service.enrich.quotes.attributions.stray_subjects import SAYING_FORMS
from service.enrich.quotes.marks.behind import CuesBehind
from service.enrich.quotes.marks.beside import REACH, Beside, is_cue
from service.enrich.quotes.marks.cue_subjects import CueSubjects
from service.enrich.quotes.marks.runs import Run
from service.enrich.quotes.marks.sections import SENTENCE_FINAL
from service.enrich.quotes.marks.utterances import Utterances
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import VERBS

_WRITTEN = frozenset(("write", "post", "tweet", "email", "text"))
"""Words of saying after which a medium may stand, and then what is said: 'wrote in a blog post "The road ..."'."""

_EXAMPLES = frozenset(("including", "like", "as"))


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
        self._behind = CuesBehind(tree, runs, spans, quoted, sections, self._subjects)

    def beside(self, index: int) -> Beside | None:
        """The word of saying next to a run, where nothing else can be what is said."""
        run = self._runs[index]
        finished = self._text[run.inner_start : run.inner_end].rstrip()[-1:] in SENTENCE_FINAL
        if finished:
            return self._before(index) or self._behind.of(index)
        return self._behind.of(index) or self._before(index)

    def within_reach(self, index: int) -> Beside | None:
        """The word of saying before a run that is not next to it: 'He said it was "wrong to ask"'."""
        if self._utterances.is_name(index):
            return None
        tree, (first, _) = self._tree, self._spans[index]
        set_off = False
        for place in range(first - 1, -1, -1):
            if self._sections[place] != self._sections[first] or (set_off and tree.tags[place] in ("WP", "WDT")):
                break
            if self._quoted[place] >= 0:
                if self._utterances.is_utterance(self._quoted[place]):
                    break
                set_off = True
                continue  # words set off: 'described the "great" cook as "a loss for all of us"'
            if tree.lowers[place] == "while" and tree.texts[place - 1 : place] == [","]:
                break  # 'wrote a letter, while the road was "closed for no reason."'
            if tree.tags[place] == "VBG" and place < tree.heads[place] < first:
                continue  # "Writing in a blog post, Reuss called it ...": another verb leads to the run
            if is_cue(tree, place, SPEECH) and tree.tags[place] in (*SAYING_FORMS, "VBG"):
                source = self._subjects.of(place)
                return Beside(place, source, self._behind_cue(place, first)) if source is not None else None
        first = self._behind_lead(first)
        if first and tree.texts[first - 1] == ":" and not self._gives_examples(first):
            return self._before_colon(first - 1)
        return None

    def _behind_cue(self, cue: int, first: int) -> int:
        """Where what is said begins between a word of saying and a run: 'telling the crowd that "we won"'."""
        tree = self._tree
        thats = (token for token in range(cue + 1, first) if tree.lowers[token] == "that" and tree.tags[token] == "IN")
        return next(thats, cue + 1)

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

    def _before(self, index: int) -> Beside | None:
        """'Kirby said: "..."', also with a new paragraph between; 'Kirby told reporters on Monday, "..."'."""
        tree, (begin, _) = self._tree, self._spans[index]
        first = self._behind_lead(begin)
        mark = tree.texts[first - 1] if first else ""
        if self._gives_examples(first):
            return None
        for place in range(first - 1, max(-1, first - 1 - REACH), -1):
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
            if mark == "," and tree.relations[place] == "acl:relcl" and place < first - 2:
                continue  # 'says Reuss, who has read it, "..."'
            if tree.relations[place] == "acl" and tree.tags[place] == "VBN":
                continue  # 'said in a speech shown on Sunday: "..."'
            if is_cue(tree, place) and (tree.tags[place] != "VB" or tree.relations[place] == "xcomp"):
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
        written = tree.lemmas[cue] in _WRITTEN and "".join(tree.texts[first + 1 : first + 2])[:1].isupper()
        return reached == first and (tree.lemmas[cue] in TO_SOMEBODY or written)
