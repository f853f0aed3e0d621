"""Function words that several components ask for, in lower case."""

DEFINITE = frozenset(("that", "the", "these", "this", "those"))
"""Determiners of what was told before."""

RELATIVE_SUBJECTS = frozenset(("that", "which", "who"))
"""Relative pronouns that may be the subject of their clause."""

RELATIVE_PRONOUNS = RELATIVE_SUBJECTS | {"whom", "whose"}

FUTURE_AUXILIARIES = frozenset(("will", "wo", "'ll", "’ll", "shall"))
"""Auxiliaries of the future; tokenizers part "won't" into "wo" and "n't"."""
