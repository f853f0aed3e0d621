"""Who says what: direct, mixed and indirect quotations, their words of saying, and their speakers.

The data's way: ``runs`` (text between quotation marks) and ``cues`` (words of saying) -> ``patterns``
(what a tree attributes to whom) and ``direct`` (runs that no tree explains) -> ``assemble`` (whole
quotations) -> ``speakers`` (whose words they are) -> ``fields`` (the ``quotes`` of the enriched record).
``component`` runs them in a spaCy pipeline.
"""
