"""Labels of names in other pipelines, as ours: OntoNotes 5 and CoNLL 2003."""

TYPES = frozenset(("PERSON", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "MISC"))
"""Types of entities in the enriched record."""

_OTHER = {
    "PER": "PERSON",
    "GPE": "LOC",
    "EVENT": "MISC",
    "WORK_OF_ART": "MISC",
    "LAW": "MISC",
    "LANGUAGE": "MISC",
}
"""What has no entry here is no name: dates, times, amounts, numbers."""


def entity_type(label: str) -> str | None:
    """The type of an entity by a pipeline's label; None for what is not a name."""
    return label if label in TYPES else _OTHER.get(label)
