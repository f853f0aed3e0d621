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

# Relations; tuples where some ask for subtypes, too: ``relation.startswith(CLAUSES)``

AUXILIARIES = ("aux", "cop")
"""Auxiliaries and copulas."""

CLAUSES_OF_VERBS = ("advcl", "ccomp", "parataxis", "xcomp")
"""Clauses that hang on a verb."""

CLAUSES = (*CLAUSES_OF_VERBS, "acl", "conj")
"""Clauses that hang on any word, coordinated ones among them."""

CONTENT_CLAUSES = frozenset(("ccomp", "parataxis"))
"""Clauses that tell what is said or thought, also where nothing but a comma joins them: "they had left, he said"."""

OWN_CLAUSES = CONTENT_CLAUSES | {"ROOT", "advcl"}
"""Clauses with a subject of their own, main clauses among them."""

NOMINAL_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
"""Subjects that are no clauses."""

ACTIVE_SUBJECTS = frozenset(("nsubj", "nsubj:outer"))
"""Subjects of verbs in the active, and of copulas with a clause behind them."""

LOGICAL_OBJECTS = frozenset(("obj", "nsubj:pass"))
"""What undergoes an act: direct objects, and subjects of passives."""

PREPOSITIONAL = frozenset(("nmod", "obl"))
"""Phrases that hang on a noun or on a verb, mostly by a preposition."""

OWNING = frozenset(("amod", "compound", "nmod:poss"))
"""What stands before a noun and may own it: "the Peruvian army", "an army raid", "Peru's army"."""
