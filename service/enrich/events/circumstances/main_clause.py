"""Whether a word tells the news of its sentence, or something that another clause or noun brings along."""

from service.enrich.events.circumstances.modality import clause_of
from service.enrich.events.circumstances.tenses import is_past
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import AUXILIARIES, CONTENT_CLAUSES, NOUNS

_GOES_ON = frozenset(("conj", "parataxis", "ccomp", "xcomp", "obj", "nsubj", "nsubj:pass", "csubj", "dep"))
"""Relations over which news is handed on: "said that they attacked", "held talks", "the attack killed"."""

_MAX_ABOVE = 8
"""Words between a trigger and the root of its sentence."""


def is_news(tree: Tree, word: int, *, in_headline: bool) -> bool:
    """Whether a word tells what is new on the day that it is told: in the main clause, and not in the past tense.

    "Has blamed" and "is threatening" are of today; what a lead tells in the past without saying when mostly is not.
    Headlines leave out "is" and "has been", so that their participles look like the past, and their nouns need no
    verb. What stands behind "after" or "since", in relative clauses and within phrases tells how it came to the news.
    """
    tense_counts = not in_headline
    for _ in range(_MAX_ABOVE):
        if tense_counts and _is_past(tree, clause_of(tree, word)):
            return False
        if tree.heads[word] == word:
            return True
        if not _goes_on(tree, word) and not (in_headline and _is_all_the_headline(tree, word)):
            return False
        # "Said that they have attacked": the verb above is of another time.
        tense_counts &= tree.relations[word] not in CONTENT_CLAUSES
        word = tree.heads[word]
    return False


def is_aside(tree: Tree, word: int) -> bool:
    """Whether a word stands in a relative clause, in that of a participle, or behind "after", "since", "when"."""
    for _ in range(_MAX_ABOVE):
        relation = tree.relations[word]
        if relation.startswith("acl") or (relation == "advcl" and not _goes_on(tree, word)):
            return True
        if tree.heads[word] == word:
            return False
        word = tree.heads[word]
    return False


def _goes_on(tree: Tree, word: int) -> bool:
    """Whether the news of a word's head is that of the word: also behind a colon, and in "left, blaming him"."""
    relation = tree.relations[word]
    if relation == "advcl":
        return not any(
            tree.relations[child] in ("mark", "case") and tree.lowers[child] != "while" for child in tree.children[word]
        )
    return relation in _GOES_ON or (relation == "appos" and tree.parts[word] == "VERB")


def _is_all_the_headline(tree: Tree, word: int) -> bool:
    """Whether a participle stands behind the noun that a headline without a verb is made of: "Driver arrested"."""
    head = tree.heads[word]
    return tree.relations[word] == "acl" and tree.heads[head] == head and tree.parts[head] in NOUNS


def _is_past(tree: Tree, verb: int) -> bool:
    words = (verb, *(child for child in tree.children[verb] if tree.relations[child].startswith(AUXILIARIES)))
    return any(is_past(tree, each) for each in words)
