"""Which runs are something said: not words set off, not the title of something."""

from collections.abc import Sequence

from service.enrich.quotes.marks.runs import Run
from service.enrich.quotes.marks.sections import SENTENCE_FINAL
from service.enrich.tree import Tree

ENDS = frozenset(".,!?…;—-–")
_LONG_PARAGRAPH = 14
"""Blanks in a paragraph that is no heading, although no full stop ends it."""

_LONG_WORD = 4
"""Letters from which on the words of a title begin with a capital."""

_ENTITLED = frozenset(("entitled", "titled", "subtitled", "headlined"))
_NAMED = frozenset(("called", "named", "dubbed", "nicknamed", "labelled", "labeled"))


class Utterances:
    """Judges the runs of one document.

    Args:
        spans: first and last token of each run, both inclusive.
    """

    def __init__(self, tree: Tree, runs: Sequence[Run], spans: Sequence[tuple[int, int]]) -> None:
        self._tree, self._text, self._runs, self._spans = tree, tree.text, runs, spans

    def is_utterance(self, index: int) -> bool:
        """Whether a run may be something said rather than words set off."""
        run = self._runs[index]
        inner = self._text[run.inner_start : run.inner_end].strip().rstrip("'’")
        return (
            bool(inner) and not self._is_title(index) and (not run.closed or inner[-1] in ENDS or inner.count(" ") >= 4)
        )

    def is_name(self, index: int) -> bool:
        """Whether a run is what something is called, by its capitals: 'a game, "Ice."', 'a book, "Our Old Road"'."""
        run = self._runs[index]
        inner = self._text[run.inner_start : run.inner_end].strip()
        long = [word for word in inner.split() if len(word) >= _LONG_WORD]
        return bool(long) and inner[-1] not in "!?" and all(word[0].isupper() for word in long)

    def _is_title(self, index: int) -> bool:
        """Whether a run is what something is called: 'a survey entitled "..."', 'a chapter called "..."'."""
        tree, before = self._tree, self._spans[index][0] - 1
        if before < 0:
            return False
        named = tree.lowers[before] in _NAMED and tree.tags[before] == "VBN" and tree.relations[before] == "acl"
        return named or tree.lowers[before] in _ENTITLED

    def is_sentence(self, index: int) -> bool:
        """Whether a run stands by itself: a sentence begins and ends with it."""
        run = self._runs[index]
        line = self._text[max(0, run.start - 40) : run.start].rsplit("\n", 1)[-1].rstrip()
        inner = self._text[run.inner_start : run.inner_end].rstrip(" \"'’”")
        whole = (
            not line
            and self._text[run.end : run.end + 2].strip(" ")[:1] in ("", "\n")
            and inner.count(" ") >= _LONG_PARAGRAPH
        )
        ends = (
            whole
            or inner[-1:] in SENTENCE_FINAL
            or not run.closed
            or self._text[run.end : run.end + 1] in SENTENCE_FINAL
        )
        return ends and (not line or line[-1] in ".!?…\"”'’»")

    def is_paragraph(self, index: int) -> bool:
        """Whether a run stands in a line of its own, and is no mere word or title."""
        run = self._runs[index]
        before, behind = self._text[max(0, run.start - 1) : run.start], self._text[run.end : run.end + 2].strip(" ")
        is_alone = before in ("", "\n") and behind[:1] in ("", "\n")
        return is_alone and self._text.count(" ", run.start, run.end) >= _LONG_PARAGRAPH
