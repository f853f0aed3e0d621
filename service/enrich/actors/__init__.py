"""Actors: what persons, organisations, countries and groups of an article are.

From phrases to actors: ``lexicon`` (tables), ``nations`` (countries in the text), ``reading`` (both,
beside the document's tree), ``phrases`` (a noun phrase around a noun such as "minister"), ``roles``
(where such phrases stand beside a name: ``titles``, ``appositions``, ``clauses``), ``organisation``,
``country``, ``sector`` (of a phrase), ``items`` (Wikidata's items of those in our table),
``describe`` (any span), ``component`` (all clusters of a document), ``fields`` (the record).
"""
