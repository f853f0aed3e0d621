"""Function words of noun phrases, and the parts of speech of their other words."""

DETERMINERS = frozenset(
    ("the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "these", "those", "my", "your")
)
"""Words that begin a phrase and say nothing of its noun."""

COORDINATORS = frozenset(("and", "&"))
"""Words that join two phrases, or two words of one."""

NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
"""Parts of speech of nouns and what stands between them."""
