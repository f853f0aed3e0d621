"""When and where an event happened, each with what it rests on."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Literal

from spacy.tokens import Doc

from service.enrich.events.event import EventDate, EventPlace, Modality, Party, Span
from service.enrich.events.main_clause import is_news
from service.enrich.events.phrases import Phrase
from service.enrich.tree import Tree

_PHYSICAL = frozenset(("PROTEST", "ASSAULT", "COERCE", "MOBILIZE", "CONSULT"))
"""Types of acts that happen at one place, which a dateline may tell."""

_ADVERBIAL = frozenset(("obl", "obl:tmod", "obl:unmarked", "nmod", "nmod:tmod", "nmod:unmarked", "advmod", "nummod"))
_WHERE = frozenset(("in", "at", "near", "outside", "inside", "around", "across", "throughout", "off"))
_PARTS_OF_COUNTRIES = tuple(
    "eastern western southern northern central southeast northeast southwest northwest north south east west".split()
)
"""Beginnings of phrases that mean a part of the country they name."""

_RELATIONS: dict[str, Literal["before", "after", "by", "since"]] = {
    "before": "before", "after": "after", "by": "by", "until": "by", "since": "since", "following": "after",
}  # fmt: skip

BACKGROUND = timedelta(days=14)
"""An event that ended longer before the publication is told as background."""


class Circumstances:
    """Looks up times and places of one document."""

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self._tree = tree
        context = doc._.context if Doc.has_extension("context") else None
        self.published = context.published if context is not None else None
        self._times = [t for t in _extension(doc, "times") if t.type in ("DATE", "TIME")]
        self._time_starts = [timex.start for timex in self._times]
        self._places = list(_extension(doc, "places"))
        self._place_starts = [place.start for place in self._places]
        self._dateline = next((place for place in self._places if place.is_dateline), None)

    def date_of(self, trigger: int, phrase: Phrase | None, sentence: Span, modality: Modality) -> EventDate | None:
        """When: by the phrase that the heads found, by a time that hangs on the trigger, else by the publication."""
        timex = self._timex_in(phrase) if phrase is not None else self._hanging_time(trigger, sentence)
        if timex is not None:
            return self._dated(timex, "relative" if timex.anchor else "explicit")
        if phrase is not None:
            span = (self._tree.offsets[phrase.start], self._tree.end(phrase.end - 1))
            return EventDate("explicit", "on", span)
        if self.published is None:
            return None
        if "historical" in modality.auxiliary:
            return EventDate("publication", "before", end_date=self.published, granularity="day")
        if modality.tense == "future" or modality.realis == "planned":
            return EventDate("publication", "after", begin=self.published, granularity="day")
        return EventDate("publication", "by", end_date=self.published, granularity="day")

    def is_background(self, date: EventDate | None) -> bool:
        """Whether an event of that date is told as background."""
        if date is None or date.end_date is None or self.published is None or date.basis == "publication":
            return False
        return date.relation in ("on", "before") and date.end_date < self.published - BACKGROUND

    def place_of(
        self, trigger: int, phrase: Phrase | None, sentence: Span, event_type: str, recipients: Sequence[Party], *,
        first_paragraph: bool, parties: Sequence[Party],
    ) -> EventPlace | None:  # fmt: skip
        """Where: by the phrase that the heads found, a place that hangs on the trigger, else what surrounds it."""
        if phrase is not None:
            span = (self._tree.offsets[phrase.start], self._tree.end(phrase.end - 1))
            place = self._place_in(span)
            if place is not None:
                return self._resolved(place, span, "argument")
            return EventPlace("argument", "region", span)
        place = self._hanging_place(trigger, sentence)
        if place is not None:
            return self._resolved(place, (place.start, place.end), "argument")
        if event_type in _PHYSICAL:
            inside = self._literal_places(sentence)
            if len({each.geonames_id or each.text for each in inside}) == 1:
                return self._resolved(inside[0], (inside[0].start, inside[0].end), "sentence")
            line = self._dateline
            countries = {party.country for party in parties}
            if first_paragraph and line is not None and line.country is not None and line.country in countries:
                return self._resolved(line, (line.start, line.end), "dateline")
        if event_type in ("ASSAULT", "MOBILIZE"):
            country = next((party for party in recipients if party.kind == "country" and party.country), None)
            if country is not None:
                return EventPlace("recipient_country", "country", None, None, None, country.country)
        return None

    def day_of_news(self, trigger: int, *, in_headline: bool) -> EventDate | None:
        """The day of publication, for what is told as news of that day."""
        day = self.published
        if day is None or not is_news(self._tree, trigger, in_headline=in_headline):
            return None
        return EventDate("publication", "on", begin=day, end_date=day, granularity="day")

    def only_day(self, sentence: Span) -> EventDate | None:
        """The day before or of the publication that a sentence tells, where it tells one; inherited."""
        index = bisect_left(self._time_starts, sentence[0])
        inside = [timex for timex in self._times[index:] if timex.start < sentence[1]]
        days = {timex.begin for timex in inside if timex.begin is not None and timex.begin == timex.end_date}
        if len(days) != 1 or self.published is None:
            return None
        [day] = days
        if not self.published - BACKGROUND <= day <= self.published:
            return None
        return self._dated(next(timex for timex in inside if timex.begin == day), "inherited")

    def only_place(self, sentence: Span, event_type: str) -> EventPlace | None:
        """The place that a sentence tells, for acts that happen at one place, where it tells one; inherited."""
        inside = self._literal_places(sentence) if event_type in _PHYSICAL else []
        if len({each.geonames_id or each.text for each in inside}) != 1:
            return None
        return self._resolved(inside[0], (inside[0].start, inside[0].end), "inherited")

    # Times

    def _dated(self, timex: Any, basis: Literal["explicit", "relative", "inherited"]) -> EventDate:
        span, relation = (timex.start, timex.end), self._relation(timex.start)
        return EventDate(basis, relation, span, timex.value, timex.begin, timex.end_date, _granularity(timex))

    def _timex_in(self, phrase: Phrase) -> Any:
        start, end = self._tree.offsets[phrase.start], self._tree.end(phrase.end - 1)
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

    def _relation(self, start: int) -> Literal["on", "before", "after", "by", "since"]:
        index = bisect_left(self._tree.offsets, start)
        for token in range(index - 1, max(-1, index - 3), -1):
            if (relation := _RELATIONS.get(self._tree.lowers[token])) is not None:
                return relation
        return "on"

    # Places

    def _place_in(self, span: Span) -> Any:
        index = max(0, bisect_left(self._place_starts, span[0]) - 1)
        inside = [p for p in self._places[index : index + 6] if p.start < span[1] and span[0] < p.end]
        return inside[0] if inside else None

    def _literal_places(self, sentence: Span) -> list[Any]:
        index = bisect_left(self._place_starts, sentence[0])
        found = []
        for place in self._places[index:]:
            if place.start >= sentence[1]:
                break
            if place.kind == "literal" and not place.is_dateline and self._preposition_before(place.start) in _WHERE:
                found.append(place)
        return found

    def _hanging_place(self, trigger: int, sentence: Span) -> Any:
        tree = self._tree
        for place in self._literal_places(sentence):
            for child in tree.children[trigger]:
                if tree.relations[child] in ("obl", "nmod") and place.start <= tree.offsets[child] < place.end:
                    return place
        return None

    def _preposition_before(self, start: int) -> str:
        """The preposition before a place, over its article and adjectives."""
        tree = self._tree
        index = bisect_left(tree.offsets, start) - 1
        while index >= 0 and tree.parts[index] in ("DET", "ADJ", "NOUN") and tree.lowers[index] not in _WHERE:
            index -= 1
            if bisect_left(tree.offsets, start) - index > 5:
                return ""
        return tree.lowers[index] if index >= 0 else ""

    def _resolved(
        self, place: Any, span: Span, basis: Literal["argument", "sentence", "dateline", "inherited"]
    ) -> EventPlace:
        text = self._tree.lowers[bisect_left(self._tree.offsets, span[0])]
        is_part = text.startswith(_PARTS_OF_COUNTRIES) and (place.feature_code or "").startswith("PCL")
        return EventPlace(
            basis,
            "region" if is_part else _precision(place.feature_class, place.feature_code),
            span,
            place.geonames_id,
            place.name,
            place.country,
            place.admin1,
            None if is_part else place.latitude,
            None if is_part else place.longitude,
            place.score,
        )


def _precision(
    feature_class: str | None, code: str | None
) -> Literal["country", "admin1", "admin2", "city", "sub_city", "region"]:
    code = code or ""
    if code.startswith("PCL"):
        return "country"
    if code.startswith("ADM"):
        return "admin1" if code.startswith("ADM1") else "admin2"
    if feature_class == "P":
        return "sub_city" if code == "PPLX" else "city"
    return "sub_city" if feature_class in ("S", "R") else "region"


_GRANULARITIES = frozenset(("time", "day", "week", "month", "quarter", "year", "decade"))


def _granularity(timex: Any) -> str | None:
    if timex.type == "TIME":
        return "time"
    return timex.granularity if timex.granularity in _GRANULARITIES else None


def _extension(doc: Doc, name: str) -> Sequence[Any]:
    return doc._.get(name) if Doc.has_extension(name) else ()
