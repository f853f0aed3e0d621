"""Where an event happened, with what that rests on."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc

from service.enrich.events.circumstances.containment import contains, narrowest
from service.enrich.events.circumstances.missions import is_abroad
from service.enrich.events.circumstances.other_places import is_residence, is_target
from service.enrich.events.circumstances.precision import is_part_of_country, precision_of
from service.enrich.events.circumstances.story_place import home_of, is_the_country, place_in, told_most
from service.enrich.events.event import Event, EventPlace, Party, Span
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.places.place import Focus, Place
from service.enrich.tree import NameSpan, Tree, names_of
from service.enrich.universal_dependencies import PREPOSITIONAL

_PHYSICAL = frozenset(("PROTEST", "ASSAULT", "COERCE", "MOBILIZE"))
"""Types of acts that happen at one place: of half of the labelled ones their sentence tells it. Of talks it tells it
as often, but what stands about them is mostly what they are about ("discussed the war in Syria")."""

_DOMESTIC = frozenset(("convict", "expel", "release", "resign"))
"""Modes of what courts, prisons and governments do at home."""

_AT_A_DATELINE = _PHYSICAL | {"CONSULT"}

_WHERE = frozenset(("in", "at", "near", "outside", "inside", "around", "across", "throughout", "off"))
_LARGER = frozenset(("continent", "world", "globe", "ocean", "sea", "border", "abroad", "overseas"))
"""Lemmas of what is no part of one country."""

_OF_ONE_CLAUSE = frozenset(("obj", "nsubj", "nsubj:pass", "obl", "nmod", "compound", "xcomp", "conj", "appos", "flat"))
"""Relations over which place and act are of one clause."""

Basis = Literal["argument", "sentence", "dateline", "inherited"]


class Whereabouts:
    """Looks up places of one document.

    Attributes:
        named: tokens of the names of places.
    """

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self._tree = tree
        self._places: list[Place] = list(doc._.places) if Doc.has_extension("places") else []
        self._starts = [place.start for place in self._places]
        names = names_of(doc)
        self.named = _words_of(names, "LOC")
        self._persons = {tree.offsets[word] for word in _words_of(names, "PERSON")}
        self._focus: Focus = doc._.focus if Doc.has_extension("focus") else Focus()
        self._dateline = next((place for place in self._places if place.is_dateline), None)

    def place_of(
        self, trigger: int, phrase: Phrase | None, sentence: Span, event_type: str, recipients: Sequence[Party], *,
        first_paragraph: bool, parties: Sequence[Party],
    ) -> EventPlace | None:  # fmt: skip
        """Where: by the phrase that the heads found, a place that hangs on the trigger, else what surrounds it."""
        if phrase is not None and not self._is_elsewhere(phrase.head, recipients):
            span = (self._tree.offsets[phrase.start], self._tree.ends[phrase.end - 1])
            place = self._place_in(span)
            if place is None or is_abroad(self._tree, phrase.head, place):
                place = self._beside(trigger, phrase, sentence)
                if place is not None and (place.feature_code or "").startswith("PCL"):
                    return EventPlace("argument", "region", span, country=place.country)
            return self._resolved(place, span, "argument") if place else EventPlace("argument", "region", span)
        place = self._hanging(trigger, sentence, recipients)
        if place is not None:
            return self._resolved(place, (place.start, place.end), "argument")
        if event_type in _PHYSICAL:
            place = narrowest([each for each in self._told(sentence) if self._of_one_clause(trigger, each)])
            if place is not None:
                return self._resolved(place, (place.start, place.end), "sentence")
        line = self._dateline if event_type in _AT_A_DATELINE and first_paragraph else None
        if line is not None and line.country is not None and line.country in {party.country for party in parties}:
            return self._resolved(line, (line.start, line.end), "dateline")
        if event_type in ("ASSAULT", "MOBILIZE"):
            country = next((party for party in recipients if party.kind == "country" and party.country), None)
            if country is not None:
                return EventPlace("recipient_country", "country", None, None, None, country.country)
        return None

    def of_the_news(self, event: Event, headline: Span | None, lead: Sequence[Span]) -> EventPlace | None:
        """Where the news happens: of an act the only place that headline or first sentence tell, else the story's.

        The place of an act is of the country of a party where parties have countries.
        """
        told = self._told(headline) + self._named_before(headline) if headline is not None else []
        first = self._told(lead[0]) if lead and lead[0] != event.sentence.span else []
        place = narrowest(told or first) if event.type in _PHYSICAL else None
        countries = {party.country for party in (*event.actors, *event.recipients)} - {None}
        if place is not None and countries and place.country not in countries:
            place = None
        home = home_of(event, self._focus, self._places) if place is None else None
        if home is not None:
            place = place_in(home, [*told, *first], self._places, event)
        if place is None:
            return EventPlace("inherited", "country", country=home) if home is not None else None
        return self._resolved(place, (place.start, place.end), "inherited")

    def in_the_country(self, event: Event) -> EventPlace | None:
        """The place of an event that the gazetteer does not know, in the country that its story is about."""
        if event.place is None or event.place.country is not None or event.place.name is not None:
            return None
        if event.place.span is not None and self._is_larger(event.place.span):
            return None
        home = home_of(event, self._focus, self._places)
        if home is None and event.place.span is not None and is_the_country(self._tree, *event.place.span):
            home = told_most(self._focus)
        return replace(event.place, country=home) if home is not None else None

    def at_home(self, event: Event) -> EventPlace | None:
        """The country of a story of one country, for an act that tells no place."""
        wants = event.place is None and (event.type in _PHYSICAL or _DOMESTIC.intersection(event.modes))
        home = home_of(event, self._focus, self._places) if wants else None
        return EventPlace("inherited", "country", country=home) if home is not None else None

    def _is_larger(self, span: Span) -> bool:
        """Whether some words mean more than a country: "across the continent"."""
        first, end = bisect_left(self._tree.offsets, span[0]), bisect_left(self._tree.offsets, span[1])
        return any(self._tree.lemmas[word] in _LARGER for word in range(first, end))

    def narrower(self, event: Event, lead: Sequence[Span]) -> EventPlace | None:
        """The only place that the first sentences tell in the country in which an act of the news happened."""
        if event.place is None or event.place.precision != "country" or event.type not in _PHYSICAL:
            return None
        others = [sentence for sentence in lead if sentence != event.sentence.span]
        told = [place for sentence in others for place in self._told(sentence) if place.country == event.place.country]
        place = narrowest(told)
        if place is None or place.geonames_id == event.place.geonames_id:
            return None
        return self._resolved(place, (place.start, place.end), "inherited")

    def in_the_headline(self, event: Event, headline: Span) -> EventPlace | None:
        """The place that the headline tells within a town or division in which an act of the news happened."""
        outer = next(
            (place for place in self._places if event.place and place.geonames_id == event.place.geonames_id), None
        )
        if outer is None or outer.geonames_id is None or event.type not in _PHYSICAL:
            return None
        told = self._told(headline) + self._named_before(headline)
        place = narrowest([place for place in told if contains(outer, place)])
        return self._resolved(place, (place.start, place.end), "inherited") if place is not None else None

    def _within(self, span: Span) -> list[Place]:
        first = bisect_left(self._starts, span[0])
        return self._places[first : bisect_left(self._starts, span[1], lo=first)]

    def _place_in(self, span: Span) -> Place | None:
        """The narrowest place of a phrase, before its adjectives, unless these contradict it.

        "Northern Afghan city of Mazar-i-Sharif" means the town, "the Colombian island of Baru" nothing in Malaysia.
        """
        index = max(0, bisect_left(self._starts, span[0]) - 1)
        inside = [p for p in self._places[index : index + 6] if p.start < span[1] and span[0] < p.end]
        literal = [place for place in inside if place.kind == "literal"]
        narrow = next((a for a in literal if not any(contains(a, b) for b in literal)), None)
        agree = narrow is not None and all(place.country in (None, narrow.country) for place in inside)
        return narrow if agree else next(iter(inside), None)

    def _beside(self, trigger: int, phrase: Phrase, sentence: Span) -> Place | None:
        """The place in which one lies that the gazetteer does not know: "at a hotel in Lima", "in Lima, at a hotel"."""
        inside, tree = range(phrase.start, phrase.end), self._tree
        told = self._told(sentence)
        for place in told:
            if tree.heads[bisect_left(tree.offsets, place.end) - 1] in inside:
                return place
        return narrowest([place for place in told if self._of_one_clause(trigger, place)])

    def _told(self, sentence: Span) -> list[Place]:
        """Places that a sentence tells as such: behind "in", "at", "near"."""
        return [
            place
            for place in self._within(sentence)
            if place.kind == "literal" and not place.is_dateline and self._preposition_before(place.start) in _WHERE
        ]

    def _named_before(self, headline: Span) -> list[Place]:
        """Towns and divisions before what happened there: "Croydon tram crash"; countries there are mostly parties."""
        tree = self._tree
        found = []
        for place in self._within(headline):
            word = bisect_left(tree.offsets, place.end) - 1
            head = tree.heads[word]
            # a tagger may take the noun for a part of the name
            noun = tree.parts[head] == "NOUN" or tree.texts[head].islower()
            before = noun and tree.relations[word] == "compound"
            if before and place.kind == "literal" and not (place.feature_code or "").startswith("PCL"):
                found.append(place)
        return found

    def _is_elsewhere(self, head: int, recipients: Sequence[Party]) -> bool:
        """Whether what the heads take for the place of an act is a person, a home, or whom the act is aimed at."""
        tree = self._tree
        return tree.offsets[head] in self._persons or is_residence(tree, head) or is_target(tree, head, recipients)

    def _hanging(self, trigger: int, sentence: Span, recipients: Sequence[Party]) -> Place | None:
        tree = self._tree
        phrases = [child for child in tree.children[trigger] if tree.relations[child] in PREPOSITIONAL]
        for place in self._told(sentence):
            for child in phrases:
                if place.start <= tree.offsets[child] < place.end and not is_target(tree, child, recipients):
                    return place
        return None

    def _of_one_clause(self, trigger: int, place: Place) -> bool:
        """Whether a place stands below a trigger or the verb of its clause, and in no clause of its own.

        A noun that has its own complement shares none with those beside it: "the invasion of Peru, and fears in Chile".
        """
        tree, act = self._tree, trigger
        above = {trigger}
        while tree.parts[trigger] != "VERB" and tree.relations[trigger] in _OF_ONE_CLAUSE:
            trigger = tree.heads[trigger]
            above.add(trigger)
        complete = tree.parts[act] == "NOUN" and any(tree.relations[child] == "nmod" for child in tree.children[act])
        word = bisect_left(tree.offsets, place.end) - 1
        while word not in above:
            relation = tree.relations[word]
            if relation not in _OF_ONE_CLAUSE or (complete and relation == "conj" and tree.parts[word] == "NOUN"):
                return False
            word = tree.heads[word]
        return True

    def _preposition_before(self, start: int) -> str:
        """The preposition before a place, over its article and adjectives."""
        tree = self._tree
        index = bisect_left(tree.offsets, start) - 1
        while index >= 0 and tree.parts[index] in ("DET", "ADJ", "NOUN") and tree.lowers[index] not in _WHERE:
            index -= 1
            if bisect_left(tree.offsets, start) - index > 5:
                return ""
        return tree.lowers[index] if index >= 0 else ""

    def _resolved(self, place: Place, span: Span, basis: Basis) -> EventPlace:
        is_part = is_part_of_country(place, self._tree.lowers[bisect_left(self._tree.offsets, span[0])])
        return EventPlace(
            basis,
            "region" if is_part else precision_of(place),
            span,
            place.geonames_id,
            place.name,
            place.country,
            place.admin1,
            None if is_part else place.latitude,
            None if is_part else place.longitude,
            place.score,
        )


def _words_of(names: Iterable[NameSpan], kind: str) -> frozenset[int]:
    return frozenset(word for name in names if name.type == kind for word in range(name.first, name.end))
