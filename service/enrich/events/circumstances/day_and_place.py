"""When an event happened, with what that rests on."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Literal

from spacy.tokens import Doc

from service.enrich.events.circumstances.main_clause import is_news
from service.enrich.events.circumstances.spans_of_days import span_of
from service.enrich.events.circumstances.whereabouts import Whereabouts
from service.enrich.events.event import EventDate, Modality, Span
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.tree import Tree

_ADVERBIAL = frozenset(("obl", "obl:tmod", "obl:unmarked", "nmod", "nmod:tmod", "nmod:unmarked", "advmod", "nummod"))

_RELATIONS: dict[str, Literal["before", "after", "by", "since"]] = {
    "before": "before", "after": "after", "by": "by", "until": "by", "since": "since", "following": "after",
}  # fmt: skip

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
_MAX_ABOVE = 8
"""Words between a trigger and the subject that it is told in."""

BACKGROUND = timedelta(days=14)
"""An event that ended longer before the publication is told as background."""


class Circumstances:
    """Looks up times of one document.

    Attributes:
        published: its day of publication.
        places: looks up its places.
    """

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self._tree = tree
        context = doc._.context if Doc.has_extension("context") else None
        self.published = context.published if context is not None else None
        self.places = Whereabouts(doc, tree)
        self._times = [t for t in _extension(doc, "times") if t.type in ("DATE", "TIME")]
        self._time_starts = [timex.start for timex in self._times]

    def date_of(self, trigger: int, phrase: Phrase | None, sentence: Span, modality: Modality) -> EventDate | None:
        """When: by the phrase that the heads found, by a time that hangs on the trigger, else by the publication.

        The publication bounds what words like "recently" tell, too.
        """
        timex = self._timex_in(phrase) if phrase is not None else self._hanging_time(trigger, sentence)
        if timex is not None and (timex.begin or timex.end_date or self.published is None):
            return self._dated(timex, "relative" if timex.anchor else "explicit", trigger)
        span = value = None
        if timex is not None:
            span, value = (timex.start, timex.end), timex.value
        elif phrase is not None:
            span = (self._tree.offsets[phrase.start], self._tree.ends[phrase.end - 1])
        if self.published is None:
            return EventDate("explicit", "on", span) if span is not None else None
        if "historical" in modality.auxiliary:
            return EventDate("publication", "before", span, value, end_date=self.published, granularity="day")
        if modality.tense == "future" or modality.realis == "planned":
            return EventDate("publication", "after", span, value, begin=self.published, granularity="day")
        return EventDate("publication", "by", span, value, end_date=self.published, granularity="day")

    def is_background(self, date: EventDate | None) -> bool:
        """Whether an event of that date is told as background."""
        if date is None or date.end_date is None or self.published is None or date.basis == "publication":
            return False
        return date.relation in ("on", "before") and self.published - date.end_date > BACKGROUND

    def day_of_news(self, trigger: int, sentence: Span, *, in_headline: bool) -> EventDate | None:
        """The day of publication, for what is told as news of that day; None where its sentence tells a day before.

        "They have agreed, he said on Saturday" is no news of the Monday on which it is published.
        """
        day = self.published
        if day is None or not is_news(self._tree, trigger, in_headline=in_headline):
            return None
        days = {
            each.begin for each in self._times_in(sentence) if each.begin is not None and each.begin == each.end_date
        }
        if any(timedelta(0) < day - each <= BACKGROUND for each in days):
            return None
        return EventDate("publication", "on", begin=day, end_date=day, granularity="day")

    def only_day(self, sentence: Span, mentions: Sequence[int] = ()) -> EventDate | None:
        """The day before or of the publication that a sentence tells, where it tells one; inherited.

        Args:
            sentence: where it is.
            mentions: triggers of the event in it. What came of an event has a day of its own: "the death toll of the
                attack rose on Friday".
        """
        inside = [
            timex
            for timex in self._times_in(sentence)
            if not any(self._is_of_outcome(timex, each) for each in mentions)
        ]
        days = {timex.begin for timex in inside if timex.begin is not None and timex.begin == timex.end_date}
        if len(days) != 1 or self.published is None:
            return None
        [day] = days
        if not timedelta(0) <= self.published - day <= BACKGROUND:
            return None
        return self._dated(next(timex for timex in inside if timex.begin == day), "inherited")

    def _times_in(self, sentence: Span) -> list[Any]:
        first = bisect_left(self._time_starts, sentence[0])
        return self._times[first : bisect_left(self._time_starts, sentence[1], lo=first)]

    def _dated(
        self, timex: Any, basis: Literal["explicit", "relative", "inherited"], trigger: int | None = None
    ) -> EventDate:
        first, last = span_of(self._tree.text, self._times, bisect_left(self._time_starts, timex.start))
        span, relation = (first.start, last.end), self._relation(first.start, trigger)
        return EventDate(basis, relation, span, first.value, first.begin, last.end_date, _granularity(first))

    def _is_of_outcome(self, timex: Any, trigger: int) -> bool:
        """Whether a time hangs on a verb whose subject only has an event below it: "the toll of the attack rose"."""
        tree, word = self._tree, trigger
        for _ in range(_MAX_ABOVE):
            if tree.relations[word] in _SUBJECTS or tree.heads[word] == word:
                break
            word = tree.heads[word]
        if word == trigger or tree.relations[word] not in _SUBJECTS:
            return False
        return any(timex.start <= tree.offsets[child] < timex.end for child in tree.children[tree.heads[word]])

    def _timex_in(self, phrase: Phrase) -> Any:
        start, end = self._tree.offsets[phrase.start], self._tree.ends[phrase.end - 1]
        index = max(0, bisect_left(self._time_starts, start) - 1)
        for timex in self._times[index : index + 4]:
            if timex.start < end and start < timex.end:
                return timex
        return None

    def _hanging_time(self, trigger: int, sentence: Span) -> Any:
        """A time expression among what hangs on the trigger, or on the verb that it is the object of."""
        tree = self._tree
        index = bisect_left(self._time_starts, sentence[0])
        verbs = [trigger]
        if tree.relations[trigger] in ("obj", "nsubj:pass", "xcomp") and tree.heads[trigger] != trigger:
            verbs.append(tree.heads[trigger])
        for timex in self._times[index:]:
            if timex.start >= sentence[1]:
                return None
            for verb in verbs:
                for child in tree.children[verb]:
                    if tree.relations[child] in _ADVERBIAL and timex.start <= tree.offsets[child] < timex.end:
                        return timex
        return None

    def _relation(self, start: int, trigger: int | None) -> Literal["on", "before", "after", "by", "since"]:
        """By the preposition before a time, unless it is the trigger's: "after Tuesday's raid" dates the raid."""
        tree = self._tree
        index = bisect_left(tree.offsets, start)
        for token in range(index - 1, max(-1, index - 3), -1):
            if (relation := _RELATIONS.get(tree.lowers[token])) is not None:
                return "on" if tree.heads[token] == trigger else relation
        return "on"


_GRANULARITIES = frozenset(("time", "day", "week", "month", "quarter", "year", "decade"))


def _granularity(timex: Any) -> str | None:
    if timex.type == "TIME":
        return "time"
    return timex.granularity if timex.granularity in _GRANULARITIES else None


def _extension(doc: Doc, name: str) -> Sequence[Any]:
    return doc._.get(name) if Doc.has_extension(name) else ()
