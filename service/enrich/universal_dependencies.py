"""Labels of words in trees that several modules ask for; what one module alone asks for stands there.

Relations and parts of speech are those of Universal Dependencies, version 2, with the subtypes of its English treebanks
(https://universaldependencies.org/en/). Tags are those of the Penn Treebank (Santorini 1990, "Part-of-Speech Tagging
Guidelines for the Penn Treebank Project").
"""

# Parts of speech

VERBS = frozenset(("VERB", "AUX"))
"""Verbs, auxiliaries and copulas among them."""

NOUNS = frozenset(("NOUN", "PROPN"))
"""Nouns, names among them."""

NOUNS_AND_PRONOUNS = NOUNS | {"PRON"}

NOMINALS = NOUNS_AND_PRONOUNS | {"NUM"}
"""What may head a noun phrase; numerals do where the noun is left out: "twelve were killed"."""

# Penn tags

TENSED = frozenset(("VBD", "VBP", "VBZ"))
"""Verbs in the past or present tense, which have a subject."""

FINITE = TENSED | {"MD"}
"""Verbs that make a clause, modals among them."""

PAST_FORMS = frozenset(("VBD", "VBN"))
"""Past tenses and past participles; taggers take one for the other."""
