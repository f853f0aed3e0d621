"""Whose words "we" and "I" stand in, where a quotation tells who speaks and no cluster knows them: "the party said"."""

from bisect import bisect_right

from spacy.tokens import Doc

from service.enrich.tree import Tree
from service.enrich.words import word_set

_FIRST_PERSON = word_set("i me myself we us ourselves")

_INSIDE = 4
"""Quotations inside another one behind which that one goes on."""


class Speakers:
    """Looks them up in one document; nobody is found where nothing has looked for quotations.

    Args:
        tree: of the document.
    """

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self._tree = tree
        told: dict[str, tuple[int, int]] = {}
        found = []
        for quote in doc._.quotes if Doc.has_extension("quotes") else ():
            if quote.speaker is None:
                continue
            if quote.source is not None:
                told[quote.speaker.name] = quote.source
            source = told.get(quote.speaker.name)  # a quotation that goes on has its source further up
            if source is not None and quote.kind != "indirect":
                found += [(start, end, source) for start, end in quote.content]
        self._pieces = sorted(found)

    def of(self, head: int) -> tuple[int, int] | None:
        """The tokens (end exclusive) that tell who speaks, by the head of a pronoun of the first person."""
        tree = self._tree
        if tree.lowers[head] not in _FIRST_PERSON or tree.texts[head] == "US":
            return None
        offset = tree.offsets[head]
        after = bisect_right(self._pieces, offset, key=lambda piece: piece[0])
        near = reversed(self._pieces[max(0, after - 1 - _INSIDE) : after])
        source = next((source for _, end, source in near if offset < end), None)
        if source is None:
            return None
        first, end = tree.covering(*source)
        return None if tree.parts[first] == "PRON" and end == first + 1 else (first, end)
