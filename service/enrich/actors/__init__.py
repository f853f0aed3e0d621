"""Actors: what persons, organisations, countries and groups of an article are.

The data's way, each package knowing only those before it and ``description``, which is what comes out: ``reading``
(countries, bodies and nouns for people at the tokens) -> ``article`` (what such names mean in this article) ->
``phrases`` (a noun phrase around a noun such as "minister") -> ``roles`` (where such phrases stand beside a name) ->
``belonging`` (the organisation, country and sector of a role or a body) -> ``persons`` (who a person is).
``expressions`` reads what is no name, ``items`` finds Wikidata's items; ``component`` describes all clusters of a
document, ``describe`` any span, and ``fields`` makes the record.

Where a function takes ``start`` and ``end``, they are tokens, and the end is exclusive.
"""
