"""What any span says about the actor it stands for: "Iranian officials", "a senior US official", "police".

Names are looked up in the document's actors; everything else is read as a phrase.
"""

from spacy.tokens import Doc, Span

from service.enrich.actors.affiliation import Organisation, country, organisation, sector
from service.enrich.actors.bodies import STATE_SECTORS, standing
from service.enrich.actors.circumstances import place_countries
from service.enrich.actors.description import Actor, ActorDescription, Kind
from service.enrich.actors.mentions import TokenSpans, clusters_of
from service.enrich.actors.nations import Nation
from service.enrich.actors.persons import shown
from service.enrich.actors.phrases import DETERMINERS, Phrase, complement_end, phrase_in, phrase_ending
from service.enrich.actors.reading import POSSESSIVE, Reading
from service.enrich.actors.roles import Role

_KINDS: dict[str, Kind] = {
    "person": "person",
    "organization": "organization",
    "country": "country",
    "group": "group",
}

_BARE = frozenset(("of", "in", "from", "at", "with", "for", "on", "who", "which", "that", "by", "near", "against", "to", ","))
"""What ends the part of a phrase that its head stands in."""

_NUMBERS = frozenset(("NUM", "SYM"))


def describe(span: Span) -> ActorDescription:
    """What a span says about an actor. For many spans of one document make one ``Describer``. Never raises."""
    return Describer(span.doc).describe(span)


class Describer:
    """Describes the spans of one document, behind the component or without it."""

    def __init__(self, doc: Doc) -> None:
        self._reading = Reading.of(doc)
        spans = TokenSpans(self._reading)
        self._places = place_countries(doc, spans)
        actors = {actor.id: actor for actor in doc._.actors}
        self._actor_at: dict[int, tuple[Actor, str]] = {}
        for cluster in clusters_of(doc) if actors else ():
            actor = actors.get(cluster.id)
            for mention in cluster.mentions:
                tokens = spans.of(mention.start, mention.end)
                if actor is not None and tokens is not None:
                    heads = range(*tokens) if mention.kind == "named" else (mention.head,)
                    self._actor_at.update(dict.fromkeys(heads, (actor, mention.kind)))

    def describe(self, span: Span) -> ActorDescription:
        """What a span of the document says about an actor."""
        start, end = self._trimmed(span.start, span.end)
        if start >= end:
            return ActorDescription()
        head = self._head(start, end)
        named = self._named(start, head, end)
        if named is not None:
            return named
        return self._phrase(start, head, end)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        tree = self._reading.tree
        while start < end and (tree.lowers[start] in DETERMINERS or tree.parts[start] in _NUMBERS):
            start += 1
        while start < end and (tree.lowers[end - 1] in POSSESSIVE or not any(map(str.isalnum, tree.lowers[end - 1]))):
            end -= 1
        return start, end

    def _head(self, start: int, end: int) -> int:
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

    def _named(self, start: int, head: int, end: int) -> ActorDescription | None:
        """The description of a span that is headed by a name, a nominal or a pronoun of a cluster."""
        found = self._actor_at.get(head)
        if found is None:
            return None
        actor, kind = found
        method = "name" if kind == "named" else "coreference"
        nation = self._reading.nation_at.get(head)
        if actor.kind in ("place", "country") and nation is not None:
            return self._of_nation(nation, actor.country)
        if actor.kind == "place":
            code = actor.country or self._places.get(head)
            return ActorDescription(None, None, code, actor.sector or ("CVL" if code else None), "unspecified", "name")
        if actor.kind == "other" or (kind != "named" and actor.country is None and actor.sector is None):
            return None if kind != "named" else ActorDescription(country=actor.country, method="name")
        if nation is not None and actor.kind == "group":
            return self._of_nation(nation, nation.country)
        organisation_name = actor.organisation
        if actor.kind == "organization":
            organisation_name = self._reading.text(start, end) if kind == "named" else None
        return ActorDescription(actor.role, organisation_name, actor.country, actor.sector, _KINDS[actor.kind], method)  # type: ignore[arg-type]

    def _phrase(self, start: int, head: int, end: int) -> ActorDescription:
        reading = self._reading
        nation = reading.nation_at.get(head)
        if nation is not None and nation.end - 1 == head and not self._names_body(start, head):
            return self._of_nation(nation, nation.country)
        hit = next((reading.bodies[index] for index in range(start, head + 1) if index in reading.bodies), None)
        if hit is not None and hit[0] == head + 1:
            body = hit[1]
            return ActorDescription(None, body.name, body.country, body.sector, "organization", "name")
        ended = phrase_ending(reading, head, start)
        if ended is not None:
            return self._people(ended, start, end)
        return self._body(start, head, end)

    def _names_body(self, start: int, head: int) -> bool:
        name = self._reading.names[head]
        return name is not None and name.type == "ORG" and name.start < head

    def _people(self, ended: Phrase, start: int, end: int) -> ActorDescription:
        reading = self._reading
        stop = max(ended.noun_end, complement_end(reading, ended.noun_end, end))
        phrase = Phrase(max(start, min(ended.first, ended.noun)), ended.noun, ended.noun_end, stop, ended.agent)
        role = Role("title", phrase.first, stop, phrase)
        body = organisation(reading, role)
        code = country(reading, role, body, self._places) or self._country(start, end)
        name = None if body is None else reading.text(body.start, body.end)
        kind: Kind = "group" if phrase.agent.plural or reading.tree.lowers[ended.noun_end - 1] in _COLLECTIVE else "person"
        return ActorDescription(
            reading.text(*shown(reading, role)), name, code, sector(reading, phrase, body), kind, "agent_noun"
        )

    def _body(self, start: int, head: int, end: int) -> ActorDescription:
        reading = self._reading
        found = reading.body_ending(head, start)
        code = self._country(start, end)
        if found is None:
            place = self._places.get(head)
            if place is not None:
                return ActorDescription(None, None, place, "CVL", "unspecified", "name")
            return ActorDescription(country=code, method="demonym" if code is not None else "none")
        told = standing(reading, start, head + 1, self._places)
        own = found[1] or told.sector
        group = reading.tree.tags[head] == "NNS" or reading.tree.lowers[head] in _COLLECTIVE
        kind: Kind = "group" if group else "organization"
        name = reading.text(start, head + 1) if head > start else None
        return ActorDescription(None, name, code or told.country, own, kind, "agent_noun")

    def _country(self, start: int, end: int) -> str | None:
        """The country told in a span: by the first of its countries, else of its places."""
        nations = self._reading.nation_at
        code = next((nations[index].country for index in range(start, end) if index in nations), None)
        return code or next((self._places[index] for index in range(start, end) if index in self._places), None)

    def _of_nation(self, nation: Nation, code: str | None) -> ActorDescription:
        """A country; its capital for its government (PLOVER: a capital as actor is GOV); its people, or what is theirs."""
        if nation.kind == "demonym":
            adjective = self._reading.tree.parts[nation.end - 1] == "ADJ"
            sector = "GOV" if adjective else "CVL"
            return ActorDescription(None, None, nation.country, sector, "country" if adjective else "group", "demonym")
        method = "metonym" if nation.kind == "capital" else "name"
        return ActorDescription(None, None, code or nation.country, "GOV", "country", method)


_COLLECTIVE = frozenset(
    ("people", "police", "troops", "forces", "crowd", "family", "couple", "clergy", "media", "press", "crew", "staff", "public")
)
