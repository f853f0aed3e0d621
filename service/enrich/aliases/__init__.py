"""Who is who: the names, descriptions and pronouns of a document that stand for the same thing.

The data's way: ``names`` (what in a text is a name, and as which words it is compared) -> ``joining`` (names that
are one entity) -> ``descriptions`` ("the spokesman") -> ``pronouns`` ("he") -> ``clusters`` (what comes out) ->
``naming`` (the name an entity goes by) -> ``fields`` (the ``entities`` of the enriched record). ``component`` runs
them in a spaCy pipeline.
"""
