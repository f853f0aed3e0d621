"""A page as blocks of text: ``prune`` cuts what shows none, ``render`` makes the blocks, ``element_names`` says what
the ``class``, ``id`` and ``role`` of an element hint at.
"""
