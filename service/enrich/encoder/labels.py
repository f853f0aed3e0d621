"""Labels of named entities and the tags that mark them (BIO)."""

NAME_LABELS = ("PERSON", "ORG", "LOC", "FAC", "NORP", "DATE", "MONEY", "PRODUCT", "MISC")
"""Of the English Worldwide Newswire corpus (Shan et al., Findings of EMNLP 2023)."""

OUTSIDE = "O"
NAME_TAGS = (OUTSIDE, *(f"{mark}-{label}" for label in NAME_LABELS for mark in "BI"))
"""``O``, then ``B-`` and ``I-`` of each label in turn."""
