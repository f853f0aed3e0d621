"""Headlines that name their source: "Russia seeks drones: WH", "Police: Two held after robbery"."""

from collections.abc import Iterator

from service.enrich.aliases.clusters import Cluster
from service.enrich.aliases.descriptions.nouns import GROUPS, ORGANISATIONS, PERSONS
from service.enrich.quotes.attributions.attribution import Attribution, TokenSpan
from service.enrich.quotes.attributions.cues import THINGS_SAID
from service.enrich.quotes.attributions.sources import Source
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import VERBS

_MAX_SOURCE_TOKENS = 5
_MIN_CONTENT_TOKENS = 3
_DASHES = frozenset(("-", "–", "—"))
_CREDITED = frozenset(("photo", "photos", "photograph", "picture", "pictures", "image", "images", "video", "graphic"))
"""Before a colon, what names whoever took it: "The harbour at night. Photo: Reuters"."""


def headline_attributions(tree: Tree, title: TokenSpan, by_head: dict[int, Cluster]) -> Iterator[Attribution]:
    """What a headline attributes with a colon or a dash; at most one.

    Args:
        title: its first and last token, both inclusive.
        by_head: the clusters by the heads of their mentions.
    """
    first, last = title
    while last > first and (tree.texts[last].isspace() or tree.parts[last] == "SPACE"):
        last -= 1
    marks = [index for index in range(first + 1, last) if tree.texts[index] == ":" or tree.texts[index] in _DASHES]
    if not marks:
        return
    behind = (marks[-1] + 1, last)
    if tree.lowers[marks[-1] - 1] in _CREDITED:
        return
    if (source := _source(tree, behind, by_head)) is not None and _says_something(tree, (first, marks[-1] - 1)):
        yield Attribution(((first, marks[-1] - 1),), (marks[-1], marks[-1]), tree.texts[marks[-1]], source, "headline")
        return
    before = (first, marks[0] - 1)
    if tree.texts[marks[0]] != ":" or not _says_something(tree, (marks[0] + 1, last)):
        return
    source = _source(tree, before, by_head)
    if source is not None and not _is_place(source, by_head):
        yield Attribution(((marks[0] + 1, last),), (marks[0], marks[0]), ":", source, "headline")


def _source(tree: Tree, span: TokenSpan, by_head: dict[int, Cluster]) -> Source | None:
    """The source that some tokens are, when they can be one: a name, an acronym, or who speaks for a living."""
    first, last = span
    if not 0 <= last - first < _MAX_SOURCE_TOKENS:
        return None
    if any(tree.parts[index] in ("VERB", "AUX", "NUM") for index in range(first, last + 1)):
        return None
    named = [index for index in range(first, last + 1) if index in by_head]
    head = named[-1] if named else last
    text = tree.texts[head]
    acronym = first == last and 2 <= len(text) <= 6 and text.isalpha() and text.isupper()
    lemma = tree.lemmas[head]
    if named or acronym or any(lemma in nouns for nouns in (THINGS_SAID, PERSONS, GROUPS, ORGANISATIONS)):
        return Source(head, first, last)
    return None


def _is_place(source: Source, by_head: dict[int, Cluster]) -> bool:
    cluster = by_head.get(source.head)
    return cluster is not None and cluster.type not in ("PERSON", "ORG")


def _says_something(tree: Tree, span: TokenSpan) -> bool:
    first, last = span
    if last - first + 1 < _MIN_CONTENT_TOKENS:
        return False
    return any(tree.parts[index] in VERBS for index in range(first, last + 1))
