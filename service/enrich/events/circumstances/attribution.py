"""Who says that an event happened: by the quotation it stands in, else by the word of saying above it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, Literal

from spacy.tokens import Doc

from service.enrich.events.event import Attribution, Party
from service.enrich.quotes.attributions.cues import ACCORDING, SPEECH
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import CONTENT_CLAUSES, TENSED
from service.enrich.words import word_set

_DENY = word_set("deny reject dispute refute rebut dismiss")
_ALLEGE = word_set("allege claim accuse charge suspect insinuate")
_DOUBT = word_set("doubt question wonder disbelieve")

_MAX_ABOVE = 8
"""Words between an event and the word of saying above it."""


class Attributions:
    """Looks up who says what in one document."""

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self._tree, self._text = tree, tree.text
        quotes = doc._.quotes if Doc.has_extension("quotes") else ()
        pieces = sorted(
            ((start, end, number) for number, quote in enumerate(quotes) for start, end in quote.content),
        )
        self._quotes, self._pieces = quotes, pieces
        self._starts = [start for start, _, _ in pieces]

    def of(self, trigger: int) -> tuple[tuple[Attribution, ...], bool]:
        """Who tells the event of a trigger, and whether it stands between quotation marks."""
        offset = self._tree.offsets[trigger]
        quote = self._quote_at(offset)
        if quote is not None:
            cue = self._text[quote.cue[0] : quote.cue[1]] if quote.cue else None
            own_cue = quote.cue is not None and quote.cue[0] <= offset < quote.cue[1]
            if own_cue:
                return (), False
            speaker = quote.speaker
            source = self._text[slice(*quote.source)] if quote.source else None
            name = (
                speaker.name if speaker and speaker.name not in (source or "") else source or (speaker and speaker.name)
            )
            if name is None:
                return (), quote.kind == "direct"
            said = Attribution(
                speaker.entity_id if speaker else None, name, cue, quote.kind, stance(quote.lemma or "say")
            )
            return (said,), quote.kind == "direct" or self._is_marked(offset, quote)
        said_by = self._by_tree(trigger) if not self._quotes else None
        return ((said_by,) if said_by else ()), False

    def is_of_teller(self, trigger: int, actors: Sequence[Party]) -> bool:
        """Whether an event in reported speech is what the speaker did beside saying it: "he said so and urged them on".

        The verb then has for its actor the very words that tell who speaks, which stand outside of what is said.
        """
        offset, tree = self._tree.offsets[trigger], self._tree
        quote = self._quote_at(offset)
        if quote is None or quote.source is None or quote.cue is None or not quote.cue[1] <= offset:
            return False
        if quote.kind == "direct" or self._is_marked(offset, quote):
            return False
        coordinated = tree.tags[trigger] in TENSED and tree.relations[trigger] == "conj"
        return coordinated and any(party.span == tuple(quote.source) for party in actors)

    def _quote_at(self, offset: int) -> Any:
        index = bisect_right(self._starts, offset) - 1
        while index >= 0 and index > bisect_right(self._starts, offset) - 4:
            start, end, number = self._pieces[index]
            if start <= offset < end:
                return self._quotes[number]
            index -= 1
        return None

    def _is_marked(self, offset: int, quote: Any) -> bool:
        """Whether an odd number of quotation marks stands before the place in its piece of a mixed quotation."""
        if quote.kind != "mixed":
            return False
        start = next(start for start, end in quote.content if start <= offset < end)
        before = self._text[start:offset]
        return (before.count('"') % 2 == 1) or before.count("“") > before.count("”")

    def _by_tree(self, trigger: int) -> Attribution | None:
        """The subject of a verb of saying of which the event's clause is the object, or "according to"."""
        tree = self._tree
        word = trigger
        for _ in range(_MAX_ABOVE):
            for child in tree.children[word]:
                if tree.relations[child] == "obl" and any(tree.lowers[c] in ACCORDING for c in tree.children[child]):
                    return self._said(child, None, "say")
            head = tree.heads[word]
            if head == word:
                return None
            if tree.relations[word] in CONTENT_CLAUSES and tree.lemmas[head] in SPEECH:
                subject = next((c for c in tree.children[head] if tree.relations[c] == "nsubj"), None)
                if subject is not None:
                    return self._said(subject, tree.texts[head], tree.lemmas[head])
            if tree.relations[word] == "ROOT":
                return None
            for child in tree.children[word]:
                if tree.relations[child] == "parataxis" and tree.lemmas[child] in SPEECH and child > word:
                    subject = next((c for c in tree.children[child] if tree.relations[c] == "nsubj"), None)
                    if subject is not None:
                        return self._said(subject, tree.texts[child], tree.lemmas[child])
            word = head
        return None

    def _said(self, subject: int, cue: str | None, lemma: str) -> Attribution:
        tree = self._tree
        words = [
            child
            for child in tree.children[subject]
            if tree.relations[child] in ("compound", "flat", "amod", "nmod:poss")
        ]
        first, last = min([subject, *words]), max([subject, *words])
        name = self._text[tree.offsets[first] : tree.ends[last]]
        return Attribution(None, name, cue, "indirect", stance(lemma))


def stance(lemma: str) -> Literal["assert", "deny", "allege", "doubt"]:
    """How a word of saying stands to what is said."""
    if lemma in _DENY:
        return "deny"
    if lemma in _ALLEGE:
        return "allege"
    return "doubt" if lemma in _DOUBT else "assert"
