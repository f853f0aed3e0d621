"""The features of a line: ``matrix`` puts together those of its ``own_words``, its ``copies``, its ``positions``, its
words weighed by the ``lexicon``, and its ``neighbours``.
"""
