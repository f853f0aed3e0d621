"""Quotations that the marks show: the words of saying before or behind a run, and runs that go on."""

from service.enrich.quotes.cues import BESIDE_QUOTES, cue_class
from service.enrich.quotes.runs import Run
from service.enrich.quotes.sources import Source, source_of, source_span
from service.enrich.tree import Tree

REACH = 14
"""Tokens between a run and its word of saying."""

_SENTENCE_FINAL = frozenset(".!?…")
_ENDS = frozenset(".,!?…;—-")


def is_utterance(text: str, run: Run) -> bool:
    """Whether a run may be something said rather than a word set off: it ends like a sentence or begins one."""
    inner = text[run.inner_start : run.inner_end].strip()
    if not inner:
        return False
    return not run.closed or inner[-1] in _ENDS or inner.count(" ") >= 4


def cue_beside(tree: Tree, quoted: list[int], first: int, last: int) -> tuple[int, Source] | None:
    """Word of saying and source next to a run.

    Args:
        first, last: tokens of the run, both inclusive.
    """
    return _behind(tree, quoted, last) or _before(tree, quoted, first)


def _is_cue(tree: Tree, index: int) -> bool:
    lemma = tree.lemmas[index]
    return tree.parts[index] == "VERB" and (cue_class(lemma) is not None or lemma in BESIDE_QUOTES)


def _behind(tree: Tree, quoted: list[int], last: int) -> tuple[int, Source] | None:
    """ "...," Kirby said; "...," said Kirby."""
    index = last + 1
    while index < len(tree.texts) and tree.texts[index] in (",", "-", "–", "—"):
        index += 1
    stop = min(len(tree.texts), index + REACH)
    for place in range(index, stop):
        if quoted[place] >= 0 or "\n" in tree.texts[place] or tree.texts[place] in _SENTENCE_FINAL:
            return None
        if _is_cue(tree, place):
            source = source_of(tree, place)
            if source is not None and index <= min(source.first, place) <= index + 1:
                return place, source
            # "... ," Kirby told reporters: nothing but the subject stands between.
            if source is None:
                source = _phrase_between(tree, index, place)
                if source is not None:
                    return place, source
            return None
    return None


def _phrase_between(tree: Tree, start: int, cue: int) -> Source | None:
    """The nominal between a run and the word of saying, where the tree does not make it the subject."""
    heads = [index for index in range(start, cue) if not start <= tree.heads[index] < cue]
    nominals = [index for index in heads if tree.parts[index] in ("NOUN", "PROPN", "PRON")]
    if len(nominals) != 1:
        return None
    first, last = source_span(tree, nominals[0])
    return Source(nominals[0], max(first, start), min(last, cue - 1))


def _before(tree: Tree, quoted: list[int], first: int) -> tuple[int, Source] | None:
    """Kirby said: "..."; Kirby told reporters on Monday, "..."."""
    stop = max(-1, first - 1 - REACH)
    for place in range(first - 1, stop, -1):
        if quoted[place] >= 0 or "\n" in tree.texts[place] or tree.texts[place] in _SENTENCE_FINAL:
            return None
        if _is_cue(tree, place):
            source = source_of(tree, place)
            if source is None or (
                tree.texts[first - 1] not in (",", ":") and cue_class(tree.lemmas[place]) != "speech"
            ):
                return None
            return place, source
        if tree.parts[place] == "VERB" and place < first - 1:
            return None
    return None


def follows_sentence_end(text: str, run: Run) -> bool:
    """Whether a run begins a sentence or paragraph of its own."""
    before = text[max(0, run.start - 40) : run.start]
    line = before.rsplit("\n", 1)[-1]
    stripped = line.rstrip()
    return not stripped or stripped[-1] in ".!?…\"”'’:"


def ends_sentence(text: str, run: Run) -> bool:
    """Whether a run is a whole utterance: a sentence ends with it."""
    inner = text[run.inner_start : run.inner_end].rstrip()
    return inner[-1:] in ("", *_SENTENCE_FINAL) or text[run.end : run.end + 1] in (".", "!", "?") or not run.closed
