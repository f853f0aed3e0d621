"""The spaCy component: ``doc._.actors``."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from service.enrich.actors.article.allegiance import names_parties_only
from service.enrich.actors.article.article_reading import ArticleReading
from service.enrich.actors.article.circumstances import country_around, country_of_sentence
from service.enrich.actors.belonging.bodies import NATIONAL_SECTORS, STATE_SECTORS, fights, standing
from service.enrich.actors.belonging.country import ENVOYS, only_sender
from service.enrich.actors.belonging.international import is_of_elsewhere
from service.enrich.actors.description import Actor, ActorDescription, ActorKind
from service.enrich.actors.expressions import Expressions
from service.enrich.actors.items import Links
from service.enrich.actors.persons.article_leaders import ArticleLeaders, completed, own_country
from service.enrich.actors.persons.counterparts import Counterparts
from service.enrich.actors.persons.introduced import introduced
from service.enrich.actors.persons.outside_story import is_outside_story
from service.enrich.actors.persons.person import MAX_MENTIONS, PRIVATE, person
from service.enrich.actors.persons.possessors import Possessors
from service.enrich.actors.persons.served import served
from service.enrich.actors.reading.mentions import clusters_of
from service.enrich.aliases.clusters import Cluster


@Language.component("newswire_actors", requires=["doc.ents"], assigns=["doc._.actors"])
def find_actors(doc: Doc) -> Doc:
    """Set ``doc._.actors``: the actor of every cluster, in the order of ``doc._.clusters``."""
    doc._.actors = Actors(doc).all()
    return doc


class Actors:
    """Reads the actors of one document."""

    def __init__(self, doc: Doc) -> None:
        article = ArticleReading.of(doc)
        self.reading, self.spans, self.places = article.reading, article.spans, article.places
        self.home, self.outlet, self._article = article.home, article.outlet, article
        self.clusters = clusters_of(doc)
        self._named = {cluster.id: self.spans.named(cluster) for cluster in self.clusters}
        self._expressions = Expressions(self.reading, self.places)
        self._numbers = {(place.start, place.end): place.geonames_id for place in article.found}
        self._number_at = {start: number for (start, _), number in self._numbers.items()}
        published = doc._.context.published
        self._lead = introduced(self.reading)
        self._possessors = Possessors(self.reading, self.clusters)
        self._counterparts = Counterparts(self.reading, self.clusters)
        self._leaders = ArticleLeaders(self.clusters, published.year if published else None, article.countries)

    def all(self) -> tuple[Actor, ...]:
        """The actor of every cluster: bodies and places first, for persons belong to them."""
        spelled = {each.id: self._names_as_spelled_out(each) for each in self.clusters if each.type not in _PEOPLE}
        found = {each.id: self._body(each, spelled[each.id]) for each in self.clusters if each.type not in _PEOPLE}
        bodies = {start: actor for key, actor in found.items() for start, _ in self._named[key]}
        sectors = {start: actor.sector for start, actor in bodies.items() if actor.sector is not None}
        self.reading = replace(self.reading, sectors=sectors)
        self._expressions = Expressions(self.reading, self.places)
        links = Links(self.reading, self.places, self._numbers)
        for cluster in self.clusters:
            if cluster.type in _PEOPLE:
                found[cluster.id] = self._person(cluster, bodies, found)
            else:
                actor = found[cluster.id]
                item = links.item(actor, spelled[cluster.id])
                found[cluster.id] = actor if item is None else actor._replace(wikidata_id=item)
        return tuple(found[cluster.id] for cluster in self.clusters)

    def _body(self, cluster: Cluster, spans: Sequence[tuple[int, int]]) -> Actor:
        country = sector = None
        for start, end in spans:
            told = standing(self.reading, start, end, self.places)
            country, sector = country or told.country, sector or told.sector
            if country and sector:
                break
        body = next((self.reading.bodies[start][1] for start, _ in spans if start in self.reading.bodies), None)
        sector = "REB" if body is not None and body.once_rebels and fights(self.reading, spans) else sector
        if cluster.type in ("LOC", "FAC") and (body is None or body.sector == "PRE"):
            number = next((n for each in cluster.mentions if (n := self._number_at.get(each.start))), None)
            nations = [self.reading.nation_at.get(start) for start, _ in spans]
            if any(nation is not None and nation.kind == "name" for nation in nations):
                return Actor(cluster.id, "country", country=country, sector="GOV", geonames_id=number)
            sector = body.sector if body is not None else None
            return Actor(cluster.id, "place", country=country, sector=sector, geonames_id=number)
        if cluster.type == "NORP":
            return Actor(cluster.id, "group", country=country, sector=sector)
        if cluster.type in ("ORG", "LOC", "FAC") or sector is not None:
            own = country or (self.home if sector in _NATIONAL else None)
            return Actor(cluster.id, "organization", country=own, sector=sector)
        return Actor(cluster.id, "other", country=country)

    def _names_as_spelled_out(self, cluster: Cluster) -> list[tuple[int, int]]:
        """Names without abbreviations of other bodies in the lexicon than here: EC, of an Election Commission."""
        reading, spans = self.reading, self._named[cluster.id][:MAX_MENTIONS]
        short = {
            (start, end): reading.bodies[start][1]
            for start, end in spans
            if end - start == 1 and start in reading.bodies and reading.tree.texts[start].isupper()
        }
        if not short:
            return spans
        full = {word for start, end in spans if end - start > 1 for word in reading.tree.lowers[start:end]}
        others = {span for span, body in short.items() if full and body.name.split()[0].lower() not in full}
        return [span for span in spans if span not in others]

    def _person(self, cluster: Cluster, bodies: Mapping[int, Actor], found: Mapping[str, Actor]) -> Actor:
        """The actor of a person.

        Args:
            bodies: by the first token of each of their names.
            found: the actors so far, by cluster.
        """
        spans = self._named[cluster.id]
        if not spans:
            return self._unnamed(cluster)
        told = person(self.reading, spans, self.places)
        body = told.organisation
        office = self._leaders.office(cluster, told.role, told.sector)
        country = own_country(told.country, told.role, office)
        organisation = None if body is None else self.reading.text(body.start, body.end)
        employer = None if body is None else bodies.get(body.start)
        if body is None and told.role_tokens is not None and (owner := self._possessors.of(*told.role_tokens)):
            organisation = owner.name
            employer = next((bodies[at] for at, _ in self._named[owner.id] if at in bodies), None)
        if country is None and employer is not None and not told.abroad:
            country = employer.country
        if country is None and told.role_tokens and (at := served(self.reading, told.role_tokens[0])) is not None:
            country = self._country_of(at, found)
        if country is None and told.sector in STATE_SECTORS and not self._article.mostly:
            country = country_around(self.reading, *spans[0], at_home=self.home == self.outlet)
        country = country if told.country or country != told.post else None
        actor = Actor(
            cluster.id,
            "person",
            role=told.role,
            organisation=organisation,
            country=country,
            sector=told.sector,
            role_span=None if told.role_tokens is None else self._offsets(*told.role_tokens),
            organisation_span=None if body is None else self._offsets(body.start, body.end),
        )
        if actor.role is None:
            actor = self._with_description(actor, cluster)
        actor = self._counterparts.completed(completed(actor, office), told.role_tokens, found)
        if actor.country is not None:
            return actor
        if actor.role is not None and actor.role.rpartition(" ")[2].lower() in _COMPATRIOTS:
            return actor._replace(country=self._country_before(spans[0][0], found))
        return actor._replace(country=self._introduced(actor, spans[0][0]) or self._untold(actor, told.post, spans[0]))

    def _country_of(self, start: int, found: Mapping[str, Actor]) -> str | None:
        """The country of the person whose name begins at a token, if told of before."""
        return next((found[key].country for at, key in self._people if at == start and key in found), None)

    def _country_before(self, start: int, found: Mapping[str, Actor]) -> str | None:
        """The country of the person who is named last before a token."""
        actors = (found.get(key) for _, key in reversed(self._people[: bisect_left(self._people, (start, ""))]))
        return next((actor.country for actor in actors if actor is not None and actor.kind == "person"), None)

    @cached_property
    def _people(self) -> list[tuple[int, str]]:
        """The first tokens of the names of people, in text order, each with its cluster."""
        people = (cluster.id for cluster in self.clusters if cluster.type in _PEOPLE)
        return sorted((at, key) for key in people for at, _ in self._named[key])

    def _introduced(self, actor: Actor, start: int) -> str | None:
        """The country of whom the lead introduces, where this is the name: the first one without an office."""
        lead = self._lead
        if lead is None or not lead.start <= start < lead.end or actor.sector in STATE_SECTORS:
            return None
        self._lead = None
        return lead.country

    def _untold(self, actor: Actor, post: str | None, span: tuple[int, int]) -> str | None:
        """The country of a person of whom nobody tells it: papers leave out their own with its officials.

        Args:
            post: country that an envoy is sent to, and so is not of.
            span: the tokens of the first mention by name.
        """
        if is_outside_story(self.reading, *span):
            return None
        if post is not None:
            return next((code for code in (self.outlet, self.home) if code is not None and code != post), None)
        words = actor.role.lower().replace("’", "'").split() if actor.role is not None else []
        if not ENVOYS.isdisjoint(words) and words[0] not in ("country's", "nation's"):
            return only_sender(self.reading)
        official = actor.sector in STATE_SECTORS and (self._article.names_outlet or not self._article.mostly)
        if actor.role is None and actor.sector is None and names_parties_only(self.reading, self.home):
            return self.outlet
        if official:
            return self.outlet or self.home
        if self._article.mostly and actor.sector not in STATE_SECTORS:
            own = self.outlet if self._article.of_outlet else self.home
            return country_of_sentence(self.reading, *span, self.places) or own
        return None if self._article.faint and self.home != self.outlet else self.home

    def _with_description(self, actor: Actor, cluster: Cluster) -> Actor:
        """The same actor with what a description of it tells: "the minister", where no role stands beside the name."""
        for said in self._descriptions(cluster):
            if said.role is not None and said.sector not in PRIVATE and said.kind == "person":
                return actor._replace(
                    role=said.role,
                    sector=said.sector or actor.sector,
                    organisation=actor.organisation or said.organisation,
                    country=actor.country or said.country,
                )
        return actor

    def _unnamed(self, cluster: Cluster) -> Actor:
        """The actor of a cluster of descriptions alone: a state's own and its parties are of the article's country."""
        kind: ActorKind = "person" if cluster.type == "PERSON" else "group"
        said = next(iter(self._descriptions(cluster)), ActorDescription())
        at_home = said.sector in NATIONAL_SECTORS and not self._is_abroad(cluster)
        country = said.country or (self.home if at_home else None)
        return Actor(cluster.id, kind, said.role, said.organisation, country, said.sector)

    def _is_abroad(self, cluster: Cluster) -> bool:
        """Whether a description tells that somebody is not of the article's country: "the visiting minister"."""
        tree = self.reading.tree
        found = (self.spans.of(mention.start, mention.end) for mention in cluster.mentions if mention.kind == "nominal")
        return any(is_of_elsewhere(tree.lowers[start:end]) for start, end in filter(None, found))

    def _descriptions(self, cluster: Cluster) -> Iterator[ActorDescription]:
        names = [mention for mention in cluster.mentions if mention.kind == "named"]
        for mention in cluster.mentions[:MAX_MENTIONS]:
            if any(mention.start <= name.start and name.end < mention.end for name in names):
                continue  # "a Weber ally" is another one
            tokens = self.spans.of(mention.start, mention.end) if mention.kind == "nominal" else None
            if tokens is not None:
                start, end = self._expressions.trimmed(*tokens)
                if start < end:
                    yield self._expressions.describe(start, self._expressions.head(start, end), end)

    def _offsets(self, start: int, end: int) -> tuple[int, int]:
        tree = self.reading.tree
        return tree.offsets[start], tree.ends[end - 1]


_COMPATRIOTS = frozenset(("compatriot", "countryman", "countrywoman"))
"""Those who are of the country of whom a text tells before."""

_NATIONAL = NATIONAL_SECTORS | {"LAB"}
"""Sectors of bodies that belong to a country: without one told, to the article's."""

_PEOPLE = ("PERSON", "GROUP")
