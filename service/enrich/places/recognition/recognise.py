"""Which stretches of a document name places: names that the tagger found, and matches it missed.

Countries, divisions, demonyms and large cities are known to the gazetteer, so that a pipeline
without a tagger finds them too. A smaller place needs a word more of the text: a preposition of
place, its division behind a comma, another mention that the tagger found.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from service.enrich.places.gazetteer.gazetteer import Gazetteer
from service.enrich.places.gazetteer.safe import GENERIC, Judged, Trust, trusts_of
from service.enrich.places.mention import Mention
from service.enrich.places.recognition.namesakes import (
    is_body,
    is_namesake,
    said_to_be_place,
    without_teams,
)
from service.enrich.places.recognition.persons import is_home, is_person, may_hold_place, opens_story
from service.enrich.places.recognition.phrases import CLOSED, Phrase, Words, phrases
from service.enrich.places.recognition.qualifier import lies_in, qualifiers
from service.enrich.places.recognition.spelling import bare_name, trimmed
from service.enrich.places.recognition.tagged import PLACE_LABELS, settled, tagged_places
from service.enrich.tree import names_of
from service.enrich.words import word_set

GROUP_LABEL = "NORP"
"""Nationalities, creeds and parties: no places but by an adjective of one."""
CLOSED_LABELS = PLACE_LABELS | {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"}
"""Names in which no further place is looked for."""

WHERE = frozenset({"in", "near", "outside", "across", "around", "throughout", "In", "Near", "Outside"})
"""After these a known name is a place."""

WHENCE = frozenset({"from", "to", "at", "of", "into", "through", "toward", "towards", "between", "via", "From", "At"})
"""After these the name of a town is a place, where no person of the article bears it."""

LONGEST_ACRONYM = 5
SAINTS = frozenset(("St", "St.", "Saint"))
POSSESSIVES = frozenset(("'s", "’s"))

_TOWN, _ALONE, _SURE, _DEMONYM = Trust.TOWN, Trust.ALONE, Trust.SURE, Trust.DEMONYM  # an enum is slow to ask

FIRMS = frozenset(("Amazon",))
"""Rivers of whose name a firm is; the tagger may still call one a place."""

INSTITUTIONS = word_set(
    """
    police university college school schools council county court hospital department district board chamber
    association times post news herald tribune gazette journal press regional city fire airport authority museum
    institute center centre club united rovers society foundation parliament assembly government ministry senate
    stock exchange bank symphony orchestra marathon festival conference summit agreement accord protocol treaty
    """
)
"""A town's name before these is the town's."""

KINDS = GENERIC | {"greater", "royal", "metropolitan", "st", "st."}
"""Words before the name of a town that stands inside a longer name: the Royal London Hospital."""


def recognise(gazetteer: Gazetteer, doc: Doc, found: Words) -> list[Mention]:
    """Mentions of places in the order of the text; none overlaps another. ``found`` are the words of the document."""
    entities = settled(gazetteer, names_of(doc), found)
    persons = [(first, last) for first, last, _, kind in entities if kind == "PERSON"]
    surnames = {word for first, last in persons if last - first > 1 for word in found.texts[first:last]}
    for number, (first, last, label, kind) in enumerate(entities, 1):
        closed = label in CLOSED_LABELS or (kind == "PERSON" and not may_hold_place(found, first, last, surnames))
        found.holder[first:last] = [CLOSED if closed else number] * (last - first)
    tagged = tagged_places(gazetteer, entities, found, surnames)
    people = {found.holder[first] for first, _ in persons}
    groups = {found.holder[first] for first, _, label, _ in entities if label == GROUP_LABEL}
    known = [each for each in _known(gazetteer, found) if not is_person(found, each[0], people, surnames)]
    search = _Search(gazetteer, found, {mention.name for mention in tagged}, people, groups)
    return without_teams(sorted(tagged + search.matches(known), key=lambda mention: mention.start), found.text)


def _known(gazetteer: Gazetteer, found: Words) -> Iterator[tuple[Phrase, Judged, Judged]]:
    """Phrases that the gazetteer knows, each as it is judged as a name, and as an abbreviation."""
    trusts = trusts_of(gazetteer)
    spans = phrases(found, trusts.nothing)
    named = [(found.name(first, last), found.texts[last - 1]) for first, last in spans]
    for span, judged in zip(spans, trusts.of_phrases(named), strict=True):
        if judged is not None:
            yield found.phrase(*span), *judged


@dataclass(slots=True)
class _Search:
    """The search for places that the tagger missed.

    Attributes:
        names: of the places that it found.
        people: numbers of the names it calls persons.
        groups: numbers of the names it calls groups of people.
    """

    gazetteer: Gazetteer
    words: Words
    names: set[str]
    people: set[int]
    groups: set[int]

    def matches(self, known: Sequence[tuple[Phrase, Judged, Judged]]) -> list[Mention]:
        """Phrases that are places, the longest at each word, left to right; see ``_known``."""
        judged = []
        for phrase, long, short in known:
            best = long if long.trust >= short.trust else short
            trust = best.trust
            if (
                trust
                and not self._is_firm(phrase)
                and not self._is_saint(phrase)
                and not self._is_continent(phrase)
                and not (best is long and trust < _SURE and self._is_acronym(phrase))
            ):
                if trust < _SURE and self._is_other(phrase):
                    place = self._is_said_so(phrase, best)
                else:
                    place = self._is_place(phrase, best) or (short.trust > 0 and self._qualifies(phrase))
                judged.append((phrase, trust, place))
        self.names |= {self._name(phrase) for phrase, _, place in judged if place}
        mentions = []
        free = 0
        for phrase, trust, place in judged:
            if phrase.first >= free and (place or self._is_repeated(phrase)):
                begin, end = trimmed(self.words.text, phrase.start, phrase.end)
                name = bare_name(self.words.text[begin:end])
                mentions.append(Mention(begin, end, name, self._kind(phrase, trust)))
                free = phrase.last
        return mentions

    def _name(self, phrase: Phrase) -> str:
        return bare_name(self.words.text[phrase.start : phrase.end])

    def _is_acronym(self, phrase: Phrase) -> bool:
        """``SWAT`` is not Swat; a country in capitals is one."""
        return phrase.end - phrase.start <= LONGEST_ACRONYM and self.words.text[phrase.start : phrase.end].isupper()

    def _is_firm(self, phrase: Phrase) -> bool:
        """Whether it is the firm of that name: Amazon, not the Amazon."""
        name = self.words.text[phrase.start : phrase.end]
        return name in FIRMS and self.words.before(phrase).lower() != "the"

    def _is_saint(self, phrase: Phrase) -> bool:
        """Whether it is the saint whose name a school or church bears: St Paul's College."""
        words, behind = self.words, phrase.last
        if words.texts[phrase.first] not in SAINTS or behind >= len(words.texts):
            return False
        return words.texts[behind] in POSSESSIVES and 0 < words.holder[behind] == words.holder[phrase.first]

    def _is_continent(self, phrase: Phrase) -> bool:
        """Whether America is the continent, as in Spanish and Portuguese names: ``Copa América``."""
        name = self.words.text[phrase.start : phrase.end]
        return name == "América" or (name == "America" and self.words.before(phrase) == "Copa")

    def _is_repeated(self, phrase: Phrase) -> bool:
        """Whether another mention of the name is a place."""
        free = self.words.holder[phrase.first] == 0
        return (free or self.words.whole(phrase)) and self.words.alone(phrase) and self._name(phrase) in self.names

    def _is_place(self, phrase: Phrase, judged: Judged) -> bool:
        """Whether the words around a phrase, or its name alone, make it a place."""
        words, trust = self.words, judged.trust
        holder = words.holder[phrase.first]
        person = holder in self.people
        if trust is _DEMONYM or (trust is _SURE and not person) or (person and is_home(words, phrase)):
            return True
        if trust >= _TOWN and opens_story(words, phrase):
            return True
        before = words.before(phrase)
        behind = words.behind(phrase).lower() in INSTITUTIONS
        if holder and not words.whole(phrase):
            return self._is_apart(phrase) and (trust >= _ALONE or (trust is _TOWN and (behind or before == "of")))
        if words.alone(phrase):
            if trust >= _ALONE or before in WHERE:
                return True
            if trust is _TOWN and (behind or (before in WHENCE and (person or not holder))):
                return True
        return self._is_qualified(phrase, judged)

    def _is_apart(self, phrase: Phrase) -> bool:
        """Whether a part of a longer name may be a town in it: ``Bayern Munich``; not ``Nelson Mandela University``.

        In the middle of a name it must be one that the article names by itself too.
        """
        words, first, last = self.words, phrase.first, phrase.last
        number = words.holder[first]
        begins = first == 0 or words.holder[first - 1] != number
        ends = last == len(words.texts) or words.holder[last] != number
        if begins or ends or not words.capital[first - 1] or words.texts[first - 1].lower() in KINDS:
            return True
        return self._name(phrase) in self.names

    def _is_other(self, phrase: Phrase) -> bool:
        """Whether a phrase most likely names a group, a people, or, where the tagger saw a name, an organisation.

        What begins a longer name is that of the same organisation: the Xinhua News Agency.
        """
        name = self._name(phrase)
        holder = self.words.holder[phrase.first]
        if holder in self.groups or is_namesake(self.gazetteer, name):
            return True
        begins = phrase.first == 0 or self.words.holder[phrase.first - 1] != holder
        return holder > 0 and holder not in self.people and begins and is_body(name)

    def _is_said_so(self, phrase: Phrase, judged: Judged) -> bool:
        """Whether the text calls a place what else is none."""
        said = self.words.alone(phrase) and said_to_be_place(self.words.text, phrase.start, phrase.end)
        return said or self._is_qualified(phrase, judged)

    def _qualifies(self, phrase: Phrase) -> bool:
        """Whether an abbreviation stands behind a comma and another name: ``Brandon, Man.``"""
        return self.words.before(phrase) == "," and phrase.first > 1 and self.words.capital[phrase.first - 2]

    def _is_qualified(self, phrase: Phrase, judged: Judged) -> bool:
        """Whether behind a comma stands a division or a country that the place lies in."""
        text = self.words.text
        if not text.startswith(", ", phrase.end) or not text[phrase.end + 2 : phrase.end + 3].isupper():
            return False
        (areas,) = qualifiers(self.gazetteer, text, [phrase.end])
        return lies_in(self.gazetteer, judged.rows, areas)

    def _kind(self, phrase: Phrase, trust: Trust) -> str:
        if trust is _DEMONYM:
            return "demonym"
        apart = self.words.holder[phrase.first] == 0 or self.words.whole(phrase) or opens_story(self.words, phrase)
        return "literal" if apart else "embedded"
