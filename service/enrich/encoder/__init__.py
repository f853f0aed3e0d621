"""The encoder: one pass of a small transformer that gives tags, trees, sentences, lemmas and names.

The data's way: ``wordpieces`` (words as the network reads them, with ``shapes``) -> ``windows`` -> ``session`` (the
network) -> ``tagging``, ``trees``, ``names`` (its scores as annotations; ``screening`` and ``vote`` correct names
over a whole document) -> ``annotations`` (set on the Doc, with ``lemmas`` and ``inflection``). ``model`` loads the
files, ``component`` runs everything in a spaCy pipeline, ``noun_chunks`` serves ``doc.noun_chunks``.
"""
