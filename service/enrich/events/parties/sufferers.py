"""Who suffered violence where tree and heads take them for who did it: "the two killed were", "his stabbing death"."""

from dataclasses import replace

from service.enrich.events.grammar.phrases import Scored
from service.enrich.events.grammar.voice import is_passive
from service.enrich.events.parties.arguments import Arguments
from service.enrich.tree import Tree

_DEATHS = frozenset(("death", "deaths"))


def with_sufferers(tree: Tree, trigger: int, arguments: Arguments) -> Arguments:
    """Arguments of violence with those as recipients who suffered it and were taken for who did it."""
    suffered = [each for each in arguments.actors if _suffered(tree, trigger, each)]
    if not suffered:
        return arguments
    kept = [each for each in arguments.actors if each not in suffered]
    return replace(arguments, actors=kept, recipients=arguments.recipients or suffered)


def dies(tree: Tree, deed: int, word: int) -> bool:
    """Whether a word behind which a death is told tells whose it was: "the student's stabbing death"."""
    if not _DEATHS.intersection(tree.lowers[deed + 1 : deed + 2]):
        return False
    above = tree.heads[word]
    owns = tree.relations[word] == "nmod:poss" or any(tree.lowers[child] in _OWNING for child in tree.children[word])
    return owns and word < deed and above in (deed, deed + 1)


_OWNING = frozenset(("'s", "’s", "'", "’"))


def _suffered(tree: Tree, trigger: int, actor: Scored) -> bool:
    head = actor[0].head
    return dies(tree, trigger, head) or _is_identified(tree, trigger, head)


def _is_identified(tree: Tree, trigger: int, word: int) -> bool:
    """Whether a word tells who somebody is to whom it was done: "the officers who were killed were Ruiz and Ortiz".

    Trees hang the clause on the names as well as on the noun before it.
    """
    if not tree.relations[trigger].startswith(_CLAUSES) or not is_passive(tree, trigger):
        return False
    while tree.relations[word] == "conj" and tree.heads[word] != word:
        word = tree.heads[word]
    above = tree.heads[trigger]
    copula = next((child for child in tree.children[word] if tree.relations[child] == "cop"), None)
    told = above == word or (tree.relations[above] == "nsubj" and tree.heads[above] == word)
    return copula is not None and told and trigger < copula < word


_CLAUSES = ("acl", "list")
