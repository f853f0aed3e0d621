"""Persons that a text names and that are not in its story: its authors, its photographers and parts played."""

from service.enrich.actors.reading.document import Reading

_WRITING = frozenset(("write", "writes"))


def is_outside_story(reading: Reading, start: int, end: int) -> bool:
    """Whether where a story happens tells nothing of somebody.

    "(Anna Weber/Reuters)", "writes Anna Weber", "he played the role of Omar Diallo".

    Args:
        start, end: tokens of the first mention by name, end exclusive.
    """
    texts, lowers = reading.tree.texts, reading.tree.lowers
    if end + 1 < len(texts) and texts[end] == "/":
        other = reading.names[end + 1]
        return texts[end + 1][:1].isupper() and (other is None or other.type != "PERSON")
    before = lowers[max(start - 2, 0) : start]
    return before == ["role", "of"] or not _WRITING.isdisjoint(before[-1:])
