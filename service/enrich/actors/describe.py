"""What any span says about the actor it stands for: "Iranian officials", "a senior US official", "police".

Names are looked up in the document's actors; everything else is read as a phrase.
"""

from spacy.tokens import Doc, Span

from service.enrich.actors.article.article_reading import ArticleReading
from service.enrich.actors.article.circumstances import is_named
from service.enrich.actors.description import Actor, ActorDescription, Kind
from service.enrich.actors.expressions import Expressions
from service.enrich.actors.reading.mentions import clusters_of

_BESIDE = 3
"""Characters between an office and the name behind it: "the deputy minister, Anna Weber"."""

_BRACKETS = 14
"""The same where a short form stands between them."""

_KINDS: dict[str, Kind] = {
    "person": "person",
    "organization": "organization",
    "country": "country",
    "group": "group",
}


class Describer:
    """Describes the spans of one document, behind the component or without it. Never raises."""

    def __init__(self, doc: Doc) -> None:
        article = ArticleReading.of(doc)
        self._reading, self._places = article.reading, article.places
        self._expressions = Expressions(self._reading, self._places)
        home = article.home if article.mostly else None
        named = home == article.outlet or is_named(self._reading, self._places, home or "")
        self.home = home if named else None
        """The country that the document is mostly about."""
        self.outlet = article.outlet
        """The country of its outlet, where it is known."""
        actors = {actor.id: actor for actor in doc._.actors}
        text = self._reading.tree.text
        self._actor_at: dict[int, tuple[Actor | None, str]] = {}
        for cluster in clusters_of(doc) if actors else ():
            actor = actors.get(cluster.id)
            for mention in cluster.mentions:
                tokens = article.spans.of(mention.start, mention.end)
                if actor is not None and tokens is not None:
                    heads = range(*tokens) if mention.kind == "named" else (mention.head,)
                    self._actor_at.update(dict.fromkeys(heads, (actor, mention.kind)))

        self._titled: dict[int, Actor] = {}
        for cluster in clusters_of(doc) if actors else ():
            actor = actors.get(cluster.id)
            if actor is None or actor.kind != "person" or actor.role_span is None:
                continue
            behind = actor.role_span[1]
            tokens = article.spans.of(*actor.role_span)
            if tokens is not None and any(
                mention.kind == "named" and _is_beside(text, behind, mention.start) for mention in cluster.mentions
            ):
                self._titled.update((token, actor) for token in self._offices(*tokens))

    def titled(self, token: int) -> str | None:
        """The id of the person whose office a noun tells, beside the name: "Member of the Council Ruiz"."""
        actor = self._titled.get(token)
        return None if actor is None or token in self._actor_at else actor.id

    def _offices(self, start: int, end: int) -> list[int]:
        """The nouns for people among the tokens of a role that are no part of a name."""
        reading = self._reading
        return [
            token
            for token in range(start, end)
            if reading.names[token] is None
            and reading.tree.tags[token] != "NNS"  # "leaders, particularly Ruiz"
            and reading.agent_ending(token, start) is not None
        ]

    def place_country(self, token: int) -> str | None:
        """The country of the place whose name a token belongs to, where it is known."""
        nation = self._reading.nation_at.get(token)
        return self._places.get(token) or (self._expressions.of_nation(nation).country if nation is not None else None)

    def is_people(self, token: int) -> bool:
        """Whether a token is the name of a country's people or the adjective of it."""
        nation = self._reading.nation_at.get(token)
        return nation is not None and nation.kind == "demonym"

    def describe(self, span: Span) -> ActorDescription:
        """What a span of the document says about an actor."""
        start, end = self._expressions.trimmed(span.start, span.end)
        if start >= end:
            return ActorDescription()
        head = self._expressions.head(start, end)
        actor, mention = self._actor_at.get(head, (None, ""))
        if actor is not None and mention == "named":
            return self._name(actor, head)
        actor = actor or self._titled.get(head)
        said = self._expressions.describe(start, head, end)
        return said if actor is None else _completed(said, actor)

    def _name(self, actor: Actor, head: int) -> ActorDescription:
        """What a name stands for: a country's name for its state, another place's for those who live there."""
        nation = self._reading.nation_at.get(head)
        if nation is not None and actor.kind in ("place", "country", "group"):
            return self._expressions.of_nation(nation)
        if actor.kind == "place":
            country = actor.country or self._places.get(head)
            return ActorDescription(None, None, country, actor.sector or ("CVL" if country else None), method="name")
        name = self._reading.names[head]
        organisation = actor.organisation
        if actor.kind == "organization" and name is not None:
            organisation = self._reading.text(name.start, name.end)
        kind = _KINDS.get(actor.kind, "unspecified")
        return ActorDescription(actor.role, organisation, actor.country, actor.sector, kind, "name")


def _is_beside(text: str, end: int, start: int) -> bool:
    """Whether a name stands right behind an office, or behind a short form in brackets: "head of the Fund (IF) Weber".

    Args:
        end, start: where the office ends and the name starts, in code points of the text.
    """
    between = text[end:start] if end <= start <= end + _BRACKETS else None
    return between is not None and (len(between) <= _BESIDE or (between[:2], between[-2:]) == (" (", ") "))


def _completed(said: ActorDescription, actor: Actor) -> ActorDescription:
    """What a description or pronoun says, completed by what is known of the actor it stands for."""
    return ActorDescription(
        said.role or actor.role,
        said.organisation or actor.organisation,
        said.country or actor.country,
        said.sector or actor.sector,
        said.kind if said.kind != "unspecified" else _KINDS.get(actor.kind, "unspecified"),
        said.method if said.method != "none" else "coreference",
    )
