"""Whom a pronoun cannot mean: grammar keeps words of one clause apart (Chomsky, Lectures on Government and Binding)."""

from collections.abc import Container, Iterator

from service.enrich.tree import Tree
from service.enrich.universal_dependencies import CONTENT_CLAUSES, NOUNS, VERBS
from service.enrich.words import word_set

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj"))
"""Relations of subjects."""

_SUBJECTS_AND_OBJECTS = SUBJECTS | {"obj", "iobj"}


_SHARING = ("advcl", "xcomp", "conj", "acl")
"""Relations of clauses whose subject, where it is left out, stands above them; relative ones tell theirs."""

_OBJECT_SHARING = frozenset(("of", "for", "from", "into"))
"""Words before a verb whose subject is the object above: "accused him of lying"."""

_CAUSING = word_set(
    "make allow leave enable let cause force give help prompt lead prevent stop turn earn cost win land"
)
"""Verbs of participles that tell what came of an event: "he was shot, leaving him lame" """

_MAX_ABOVE = 3
"""Clauses above one without a subject in which it is looked for."""


def bound_to(tree: Tree, index: int) -> Container[int]:
    """The words of its own clause that grammar keeps a pronoun from meaning (Chomsky's principle B).

    The subject of the clause is one of them also where it is left out: "Reuss left, accusing him".
    """
    head = tree.heads[index]
    if tree.tags[index] == "PRP$" or tree.relations[index] == "nmod:poss":
        return (head,)
    if tree.relations[index] in SUBJECTS:
        # "The officer he saw" is not he.
        return (tree.heads[head],) if tree.relations[head] == "acl:relcl" else ()
    found = {child for child in tree.children[head] if tree.relations[child] in _SUBJECTS_AND_OBJECTS}
    if tree.relations[index] in _SUBJECTS_AND_OBJECTS and (subject := subject_above(tree, head)) is not None:
        found.add(subject)
    return found


def reflexive(tree: Tree, index: int) -> int | None:
    """What a reflexive pronoun means: the noun it stresses, "Reuss himself", or the subject of its clause."""
    head = tree.heads[index]
    if tree.parts[head] in NOUNS:
        return head
    return own_subject(tree, head) or subject_above(tree, head)


def own_subject(tree: Tree, verb: int) -> int | None:
    """The subject that hangs on a verb."""
    return next((child for child in tree.children[verb] if tree.relations[child] in SUBJECTS), None)


def subject_above(tree: Tree, verb: int) -> int | None:
    """Who is understood as the subject of a verb that has none: who does what the verb above tells, or undergoes it."""
    for _ in range(_MAX_ABOVE):
        relation, above = tree.relations[verb], tree.heads[verb]
        if not relation.startswith(_SHARING) or own_subject(tree, verb) is not None:
            return None
        if relation == "acl":
            return above
        if relation == "advcl" and tree.tags[verb] == "VBG" and tree.lemmas[verb] in _CAUSING:
            return None
        if relation == "conj" and _is_told_by_one(tree, above):
            return None  # in "ruled that Reuss lied and convicted him" trees hang the verb on either clause
        marks = {tree.lowers[child] for child in tree.children[verb] if child < verb}
        by_object = relation == "xcomp" or (relation == "advcl" and not _OBJECT_SHARING.isdisjoint(marks))
        if by_object and (undergoing := _undergoing(tree, above)) is not None:
            return undergoing
        if (subject := own_subject(tree, above)) is not None:
            return subject
        verb = above
    return None


def _is_told_by_one(tree: Tree, clause: int) -> bool:
    """Whether a clause is what one person says or thinks."""
    subject = own_subject(tree, tree.heads[clause]) if tree.relations[clause] in CONTENT_CLAUSES else None
    return subject is not None and tree.tags[subject] != "NNS" and tree.lowers[subject] != "they"


def _undergoing(tree: Tree, verb: int) -> int | None:
    return next((child for child in tree.children[verb] if tree.relations[child] in ("obj", "iobj")), None)


def commands(tree: Tree, index: int, token: int) -> bool:
    """Whether a subject stands above a word of its own clause, and so cannot mean what that names (principle C)."""
    if tree.relations[index] not in SUBJECTS:
        return False
    head = tree.heads[index]
    while token not in (head, tree.heads[token]):
        token = tree.heads[token]
    return token == head


_OTHER_CLAUSES = ("conj", "parataxis", "acl", "advcl", "ccomp")
"""Relations of clauses beside and below a clause: deep down, news name again whom they mean."""

_CALLING = frozenset(("be", "call", "name", "know", "identify", "become", "dub"))
"""Verbs whose subject is who is named behind them."""


_FARTHEST = 40
"""Tokens behind a subject in which names are looked for."""


def named_beside(tree: Tree, index: int) -> Iterator[int]:
    """The words behind a subject in its clause: "she paid Reuss" and "she met Reuss's lawyer" are not of Reuss."""
    head = tree.heads[index]
    if tree.relations[index] not in SUBJECTS or tree.lemmas[head] in _CALLING or tree.parts[head] not in VERBS:
        return
    for token in range(index + 1, min(tree.last[head] + 1, index + _FARTHEST)):
        word = token
        while word != head and tree.heads[word] != word and not tree.relations[word].startswith(_OTHER_CLAUSES):
            word = tree.heads[word]
        if word == head and token != head:
            yield token
