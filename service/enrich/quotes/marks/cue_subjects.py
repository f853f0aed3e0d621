"""Who speaks beside quotation marks: the subject of a word of saying, also where the tree gives it none."""

from service.enrich.quotes.attributions.cues import TO_SOMEBODY
from service.enrich.quotes.attributions.sources import Source, nominal_in, source_of, source_span
from service.enrich.quotes.attributions.stray_subjects import is_passive, stray_source
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOMINALS

_REACH = 18
"""Tokens of a phrase behind its word of saying."""


class CueSubjects:
    """Finds who speaks with the words of saying of one document.

    Args:
        quoted: for each token the index of the run it stands in, -1 for none.
        sections: see ``sections``.
    """

    def __init__(self, tree: Tree, quoted: list[int], sections: list[int]) -> None:
        self._tree, self._quoted, self._sections = tree, quoted, sections

    def of(self, cue: int) -> Source | None:
        """The subject of a word of saying, outside quotation marks."""
        source = source_of(self._tree, cue)
        if source is None or self._quoted[source.head] >= 0 or self._sections[source.head] != self._sections[cue]:
            return self._before(cue)
        return source

    def behind_run(self, start: int, cue: int) -> Source | None:
        """The subject of a word of saying behind a run: '"...," Kirby said', '"...," said Kirby'.

        Args:
            start: first token behind the run.
        """
        if is_passive(self._tree, cue):
            return None  # '"...," which was shown in May'
        own = source_of(self._tree, cue)
        return self._between(own, start, cue) or self._behind(own, cue)

    def _between(self, own: Source | None, start: int, cue: int) -> Source | None:
        """The nominal between a run and the word of saying, whose own source the tree tells."""
        tree = self._tree
        if (
            own is not None
            and start <= own.head < cue
            and all(tree.parts[place] != "VERB" for place in range(start, own.first))
        ):
            return own._replace(first=max(own.first, start))
        return nominal_in(tree, start, cue)

    def _behind(self, own: Source | None, cue: int) -> Source | None:
        """The nominal right behind the word of saying, whose own source the tree tells: '"...," said Kirby'."""
        tree = self._tree
        if tree.lemmas[cue] in TO_SOMEBODY:
            return None
        if own is not None and own.head > cue and self._quoted[own.head] < 0:
            return own
        stop = cue + 1
        while (
            stop < len(tree.texts)
            and stop <= cue + _REACH
            and (tree.parts[stop] in (*NOMINALS, "DET", "ADJ", "PART") or tree.texts[stop] in ("-", "'s", "’s", "."))
        ):
            stop += 1
        for child in tree.children[cue]:
            if tree.relations[child] == "obj" and tree.first[child] == cue + 1 and child >= stop:
                return Source(child, *source_span(tree, child))  # "reads a May 3, 2019 letter"
        return nominal_in(tree, cue + 1, stop)

    def _before(self, cue: int) -> Source | None:
        """The nominal right before a word of saying, where the tree gives it no subject.

        That of "is quoted to say" and "went on to say" stands before the finite verb.
        """
        tree = self._tree
        if tree.tags[cue] == "VB" and cue > 1 and tree.lowers[cue - 1] == "to":
            cue = next((place for place in range(cue - 2, max(cue - 5, -1), -1) if tree.parts[place] == "VERB"), cue)
            own = source_of(tree, cue)
            if own is not None and own.head < cue and self._sections[own.head] == self._sections[cue]:
                return own if self._quoted[own.head] < 0 else None
        elif tree.tags[cue] == "VBG" and tree.relations[cue] == "advcl":
            own = source_of(tree, tree.heads[cue])
            return own if own is not None and own.head < cue and self._quoted[own.head] < 0 else None
        elif is_passive(tree, cue):
            return None
        source = stray_source(tree, cue)
        return source if source is not None and self._is_near(source, cue) else None

    def _is_near(self, source: Source, cue: int) -> bool:
        """Whether a source stands in the sentence of its word of saying, outside quotation marks."""
        outside = max(self._quoted[source.first : source.last + 1]) < 0
        return outside and self._sections[source.head] == self._sections[cue]
