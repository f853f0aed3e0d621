"""What comes out: descriptions of spans, and actors kept as ``doc._.actors``."""

from typing import Literal, NamedTuple

from spacy.tokens import Doc

Kind = Literal["person", "organization", "country", "group", "unspecified"]
"""Of a party of an event."""

ActorKind = Literal["person", "organization", "country", "place", "group", "other"]
"""Of an entity of the record."""

Method = Literal["name", "demonym", "metonym", "coreference", "agent_noun", "none"]
"""By what an actor was recognised."""


class ActorDescription(NamedTuple):
    """What a phrase says about the actor it stands for; None where it does not say.

    Attributes:
        role: the function a person has, as it is written: "spokesman for the harbour authority".
        organisation: the body the actor belongs to or is, by its name in the text.
        country: ISO 3166-1 alpha-3, or UNO EUR NGO IGO IMG MNC for bodies that belong to none.
        sector: PLOVER's, such as GOV or REB.
        method: by what the actor was recognised, as events tell it.
    """

    role: str | None = None
    organisation: str | None = None
    country: str | None = None
    sector: str | None = None
    kind: Kind = "unspecified"
    method: Method = "none"


class Actor(NamedTuple):
    """A cluster's actor.

    Attributes:
        id: of its cluster in ``doc._.clusters``.
        kind: as in the enriched record.
        role: as the article tells it.
        role_span, organisation_span: code points of the text where they are told, end exclusive.
        geonames_id: of a place, where the document's places tell it.
        wikidata_id: of a country, capital or large organisation of our table; None for all others.
    """

    id: str
    kind: ActorKind
    role: str | None = None
    organisation: str | None = None
    country: str | None = None
    sector: str | None = None
    role_span: tuple[int, int] | None = None
    organisation_span: tuple[int, int] | None = None
    geonames_id: int | None = None
    wikidata_id: str | None = None


if not Doc.has_extension("actors"):
    Doc.set_extension("actors", default=())
