"""What an expression that is no name says about the actor it stands for: "Iranian officials", "police"."""

from service.enrich.actors.belonging.bodies import STATE_SECTORS, standing
from service.enrich.actors.belonging.country import country
from service.enrich.actors.belonging.organisation import organisation
from service.enrich.actors.belonging.sector import borrowed, sector
from service.enrich.actors.description import ActorDescription, Kind, Method
from service.enrich.actors.persons.person import shown
from service.enrich.actors.phrases.complements import complement_end
from service.enrich.actors.phrases.function_words import DETERMINERS
from service.enrich.actors.phrases.noun_phrases import Phrase, phrase_ending
from service.enrich.actors.reading.body_names import Body
from service.enrich.actors.reading.document import POSSESSIVE, Reading
from service.enrich.actors.reading.nations import Nation
from service.enrich.actors.roles.role import Role
from service.enrich.joined_names import JoinedNames

_BARE = frozenset(
    ("of", "in", "from", "at", "with", "for", "on", "who", "which", "that", "by", "near", "against", "to", ",")
)
"""What ends the part of a phrase that its head stands in."""

_NUMBERS = frozenset(("NUM", "SYM"))

_MODIFIERS = frozenset(("amod", "compound", "nmod", "nmod:poss", "nmod:desc"))
"""Relations of a country before a noun that is its."""

_OWN = frozenset(("det", "nmod:poss"))
"""Relations of what parts a noun from the one it is joined to: "the Danish media and the government"."""

_OF_ANYBODY = frozenset(("delegation", "leadership", "secretariat"))
"""Words for those whom a state, a party or another body has: without any told, a state's."""

_COLLECTIVE = frozenset(
    (
        "people",
        "police",
        "troops",
        "forces",
        "crowd",
        "family",
        "couple",
        "clergy",
        "media",
        "press",
        "crew",
        "staff",
        "public",
        "team",
        "squad",
    )
)
"""Nouns without a plural ending for more than one person."""


class Expressions:
    """Reads the expressions of one document.

    Args:
        reading: the document.
        places: country of the place at a token.
    """

    def __init__(self, reading: Reading, places: dict[int, str]) -> None:
        self._reading = reading
        self._places = places
        self._joined = JoinedNames(reading.tree, ["" if name is None else name.type for name in reading.names])

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The tokens of a span without article, number, possessive mark and punctuation."""
        tree = self._reading.tree
        while start < end and (tree.lowers[start] in DETERMINERS or tree.parts[start] in _NUMBERS):
            start += 1
        while start < end and (tree.lowers[end - 1] in POSSESSIVE or not any(map(str.isalnum, tree.lowers[end - 1]))):
            end -= 1
        return start, end

    def head(self, start: int, end: int) -> int:
        """The token that heads a span: by the tree, else the last before a preposition."""
        tree = self._reading.tree
        inside = [index for index in range(start, end) if not start <= tree.heads[index] < end]
        if len(inside) == 1:
            head = inside[0]
            name = self._reading.names[head]
            if name is None:
                return head
            return min(name.end, end) - 1
        index = start
        while index + 1 < end and tree.lowers[index + 1] not in _BARE:
            index += 1
        return index

    def describe(self, start: int, head: int, end: int) -> ActorDescription:
        """What an expression says: tokens from ``start`` to ``end`` (exclusive) without article, headed by ``head``."""
        reading = self._reading
        nation = reading.nation_at.get(head)
        if nation is not None and nation.end - 1 == head and not self._names_body(head):
            return self.of_nation(nation)
        hit = next((reading.bodies[index] for index in range(start, head + 1) if index in reading.bodies), None)
        if hit is not None and hit[0] == head + 1:
            body = hit[1]
            return ActorDescription(None, body.name, body.country, body.sector, "organization", "name")
        ended = phrase_ending(reading, head, start)
        said = self._body(start, head, end) if ended is None else self._people(ended, end)
        if said.country is None and said.sector in STATE_SECTORS:
            said = said._replace(country=self._shared_country(head))
        return said

    def _shared_country(self, head: int) -> str | None:
        """The country told before the first of joined nouns: "government" of "the Danish media and government"."""
        tree, first = self._reading.tree, self._reading.tree.heads[head]
        if tree.relations[head] != "conj" or any(tree.relations[child] in _OWN for child in tree.children[head]):
            return None
        modifiers = (child for child in tree.children[first] if child < first and tree.relations[child] in _MODIFIERS)
        nations = self._reading.nation_at
        return next((nations[child].country for child in modifiers if child in nations), None)

    def _names_body(self, head: int) -> bool:
        """Whether a token ends the name of an organisation: the country in Bank of Japan is none."""
        name = self._reading.names[head]
        return name is not None and name.type == "ORG" and name.start < head

    def _people(self, ended: Phrase, end: int) -> ActorDescription:
        reading = self._reading
        stop = max(ended.noun_end, complement_end(reading, ended.noun_end, end))
        phrase = Phrase(min(ended.first, ended.noun), ended.noun, ended.noun_end, stop, ended.agent)
        role = Role("title", phrase.first, stop, phrase)
        body = organisation(reading, role)
        code = country(reading, role, body, self._places) or self._country(phrase.first, end)
        name = None if body is None else reading.text(body.start, body.end)
        kind: Kind = (
            "group" if phrase.agent.plural or reading.tree.lowers[ended.noun_end - 1] in _COLLECTIVE else "person"
        )
        first, last = shown(reading, role)
        complement = self._joined.behind(ended.noun_end - 1) if phrase.agent.plural else range(0)
        if complement and complement.stop <= end:
            last = min(last, complement.start)  # each of them has the office elsewhere
        told = reading.text(first, last)
        return ActorDescription(told, name, code, sector(reading, phrase, body), kind, "agent_noun")

    def _body(self, start: int, head: int, end: int) -> ActorDescription:
        reading = self._reading
        found = reading.body_ending(head, start)
        code = self._country(start, end)
        if found is None:
            place = self._places.get(head)
            if place is not None:
                return ActorDescription(None, None, place, "CVL", "unspecified", "name")
            owner = self._owner(start, end) if code is None else None
            if owner is not None:
                return ActorDescription(None, owner.name, owner.country, owner.sector, method="name")
            return ActorDescription(country=code, method="demonym" if code is not None else "none")
        told = standing(reading, start, head + 1, self._places)
        own = self._sector_of_whose(start, head, end) or found[1] or told.sector
        group = reading.tree.tags[head] == "NNS" or reading.tree.lowers[head] in _COLLECTIVE
        kind: Kind = "group" if group else "organization"
        name = reading.text(start, head + 1) if head > start else None
        return ActorDescription(None, name, code or told.country, own, kind, "agent_noun")

    def _sector_of_whose(self, start: int, head: int, end: int) -> str | None:
        """The sector of those whose delegation or leadership a noun names: "an opposition delegation"."""
        reading = self._reading
        if reading.tree.lowers[head] not in _OF_ANYBODY:
            return None
        before = borrowed(reading, start, head)
        if before is not None or reading.tree.lowers[head + 1 : head + 2] != ["of"]:
            return before
        return next(filter(None, (self._sector_at(index, head + 2) for index in range(head + 2, end))), None)

    def _sector_at(self, index: int, limit: int) -> str | None:
        """The sector of those whose name begins at a token, or whose noun ends there."""
        reading, name = self._reading, self._reading.names[index]
        if name is not None:
            return standing(reading, index, name.end, self._places).sector if name.start == index else None
        body, agent = reading.body_ending(index, limit), reading.agent_ending(index, limit)
        return body[1] if body is not None else agent[1].sector if agent is not None else None

    def _country(self, start: int, end: int) -> str | None:
        """The country told in a span: by the first of its countries, else of its places."""
        nations = self._reading.nation_at
        code = next((nations[index].country for index in range(start, end) if index in nations), None)
        return code or next((self._places[index] for index in range(start, end) if index in self._places), None)

    def _owner(self, start: int, end: int) -> Body | None:
        """The body whose a thing is: "United Nations planes"."""
        bodies = self._reading.bodies
        return next((bodies[index][1] for index in range(start, end) if index in bodies), None)

    def _is_adjective(self, token: int) -> bool:
        """Whether a nation's word qualifies a noun, also where taggers take "the Turkish attack" for a name's."""
        tree = self._reading.tree
        if tree.parts[token] == "ADJ":
            return True
        owns = any(tree.lowers[child] in POSSESSIVE for child in tree.children[token])
        return (
            tree.tags[token] == "NNP" and tree.relations[token] in _MODIFIERS and tree.heads[token] > token and not owns
        )

    def of_nation(self, nation: Nation) -> ActorDescription:
        """A country; its capital for its government, as PLOVER has it; its people, or what is theirs."""
        if nation.kind == "demonym":
            adjective = self._is_adjective(nation.end - 1)
            sector = "GOV" if adjective else "CVL"
            return ActorDescription(None, None, nation.country, sector, "country" if adjective else "group", "demonym")
        method: Method = "metonym" if nation.kind == "capital" else "name"
        return ActorDescription(None, None, nation.country, "GOV", "country", method)
