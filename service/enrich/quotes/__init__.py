"""Who says what: direct, mixed and indirect quotations, their words of saying, and their speakers.

The data's way: ``marks`` (text between quotation marks, and what of it is something said) and ``attributions`` (words
of saying, and what a tree attributes to whom) -> ``assemble`` (whole quotations) -> ``speakers`` and ``turns`` (whose
words they are) -> ``fields`` (the ``quotes`` of the enriched record). ``component`` runs them in a spaCy pipeline.
"""
