"""Who is who: the names, descriptions and pronouns of a document that stand for the same thing.

The data's way: ``names`` (a name as words, without titles) -> ``joining`` (names that are one entity)
-> ``descriptions`` ("the spokesman") -> ``pronouns`` ("he") -> ``clusters`` (what comes out) -> ``fields``
(the ``entities`` of the enriched record). ``component`` runs them in a spaCy pipeline.
"""
