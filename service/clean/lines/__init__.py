"""Lines of scraped text: which belong to the article, and why the others do not.

The data's way: ``words`` (lines as numbered words, by ``tables``, ``flags``, ``vocabulary``) -> ``features`` (all
that the first look sees: ``own_words``, ``copies``, ``positions``, ``neighbours``, and ``lexicon``) -> ``model``
(first look, then ``second_look`` and ``trees``) -> ``decide`` (kept or removed) -> ``reasons`` (by ``phrases``).
"""
