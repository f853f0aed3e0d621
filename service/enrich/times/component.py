"""The spaCy component ``newswire_times``: sets ``doc._.times``."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from service.enrich.context import ArticleContext
from service.enrich.times.calendar import FIRST_YEAR, LAST_YEAR
from service.enrich.times.clause import tells_what_is, tense_at
from service.enrich.times.reading.words import Word, read_passages
from service.enrich.times.reference import Reference, is_narrative
from service.enrich.times.rules.absolute import FAR_YEAR
from service.enrich.times.rules.grammar import Rule, next_beginning, rules_for
from service.enrich.times.rules.meaning import Meaning, Situation
from service.enrich.times.standpoint import DAY_WORD, day_of_writing, opens_in_the_present
from service.enrich.times.timex import Timex
from service.enrich.tree import Tree, names_of

if not Doc.has_extension("times"):
    Doc.set_extension("times", default=())

FURTHER = 8  # words that a rule may read on, or back, for a range's month and year
LONGEST_ADDRESS = 200  # characters of an address of the web that are looked at
MONTH = "M"
"""Letter of ``May``."""
_NAMES = frozenset(("PERSON", "ORG", "LOC", "FAC", "PRODUCT"))
"""Types of names whose parts are no times; those of events may be: "the 2022 World Cup"."""


class Times:
    """Finds and resolves time expressions.

    Sets ``doc._.times``: a tuple of ``Timex`` in the order of the text, none overlapping another.
    Reads ``doc._.context`` for the day of publication, and tags and parse, where there are any, for
    the tense of a clause.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.times``; never raises on any text."""
        doc._.times = tuple(_Reader(doc).read())
        return doc


@Language.factory("newswire_times", assigns=["doc._.times"])
def create_times(nlp: Language, name: str) -> Times:  # noqa: ARG001 - what spaCy calls a factory with
    """Make the component."""
    return Times()


def time_fields(doc: Doc) -> list[dict[str, Any]]:
    """``times`` of the enriched record (``schemas/enriched-article.v1.json``)."""
    return [
        {
            "tid": timex.tid,
            "start": timex.start,
            "end": timex.end,
            "text": timex.text,
            "type": timex.type,
            "value": timex.value,
            "mod": timex.mod,
            "begin": timex.begin.isoformat() if timex.begin else None,
            "end_date": timex.end_date.isoformat() if timex.end_date else None,
            "granularity": timex.granularity,
            "anchor": timex.anchor,
            "rule": timex.rule,
        }
        for timex in doc._.times
    ]


def _is_preposition(words: Sequence[Word], index: int) -> bool:
    """Whether a ``following`` means "after": "unity following Tuesday's vote"; not in "the following Tuesday"."""
    word = words[index]
    if word.letter != "x" or word.text.lower() != "following":
        return False
    return index == 0 or words[index - 1].letter not in "dij"


class _Reader:
    """Reads one document from its head to its end."""

    def __init__(self, doc: Doc) -> None:
        self._tree = tree = Tree.of(doc)
        context: ArticleContext = doc._.context
        self._passages = read_passages(tree)
        years = [
            word.value
            for words in self._passages
            for word in words
            if word.letter == "Y" and isinstance(word.value, int) and word.value < FAR_YEAR
        ]
        published = day_of_writing(self._passages, context)
        narrative = is_narrative(years, published) and not opens_in_the_present(self._passages)
        self._reference = Reference(published, narrative, country=context.source_country)
        self._names = [
            (tree.offsets[name.first], tree.ends[name.end - 1], name.type)
            for name in names_of(doc)
            if name.type in _NAMES
        ]
        self._found: list[Timex] = []

    def read(self) -> list[Timex]:
        """All expressions."""
        for words in self._passages:
            letters = "".join([word.letter for word in words])
            index = next_beginning(letters, 0)
            while index < len(words):
                index = next_beginning(letters, self._at(words, letters, index))
        return self._found

    def _at(self, words: Sequence[Word], letters: str, index: int) -> int:
        """Read what begins at a word; returns where to go on."""
        if _is_preposition(words, index):
            return index + 1
        for rule in rules_for(letters, index):
            match = rule.pattern.match(letters, index)
            if match is None:
                continue
            meaning = self._meaning(rule, words, index, match.end())
            first, last = words[index], words[match.end() - 1]
            if meaning is not None and (self._in_name(first, last) or self._in_address(first)):
                return match.end()
            if meaning is not None:
                self._note(rule, words[index : match.end()], meaning)
                return match.end()
        return index + 1

    def _in_name(self, first: Word, last: Word) -> bool:
        """Whether an expression is a part of a name: "Theresa May", "the Sunday Times"; not "told the BBC Sunday".

        A day word ends names only with a capital, "USA Today", and in small letters is part of none.
        """
        start, end = first.start, last.end
        if first.letter == DAY_WORD and first.text.islower():
            return False
        place = bisect_right(self._names, start, key=itemgetter(0)) - 1
        if place < 0:
            return False
        begins, ends, kind = self._names[place]
        whole = (begins, ends) == (start, end)
        if whole and kind == "PERSON" and first.letter == MONTH:
            return True  # "the May government"
        inside = end <= ends and not whole
        return inside and (kind == "PERSON" or end < ends or first.letter == DAY_WORD)

    def _in_address(self, first: Word) -> bool:
        """Whether an expression is a part of an address of the web, and no whole date."""
        text, start = self._tree.text, first.start
        if start == 0 or text[start - 1].isspace() or isinstance(first.value, date):
            return False
        word = text[max(0, start - LONGEST_ADDRESS) : start].split()[-1]
        return "://" in word or word.startswith("www.")

    def _meaning(self, rule: Rule, words: Sequence[Word], start: int, end: int) -> Meaning | None:
        first, last = words[start], words[end - 1]
        situation = Situation(
            self._reference,
            lambda: tense_at(self._tree, first.start, last.end),
            words[start - 1] if start else None,
            words[end] if end < len(words) else None,
            words[end : end + FURTHER],
            words[max(0, start - FURTHER) : start],
            lambda: tells_what_is(self._tree, first.start, last.end),
        )
        try:
            return rule.build(words[start:end], situation)
        except (ValueError, OverflowError):
            return None  # a day that no calendar has

    def _note(self, rule: Rule, words: Sequence[Word], meaning: Meaning) -> None:
        # What introduces an expression is read for its meaning, and no part of it.
        first = words[1] if words[0].letter == "i" and len(words) > 1 else words[0]
        tid = f"t{len(self._found) + 1}"
        start, end = first.start, words[-1].end
        period = meaning.period
        self._found.append(
            Timex(
                tid=tid,
                start=start,
                end=end,
                text=self._tree.text[start:end],
                type=meaning.type,
                value=meaning.value,
                mod=meaning.mod,
                begin=meaning.begin,
                end_date=meaning.end,
                granularity=period.granularity if period else None,
                anchor=meaning.anchor,
                rule=rule.name,
            )
        )
        if period is not None and FIRST_YEAR < period.begin.year < LAST_YEAR:
            self._reference.note(period, tid)
