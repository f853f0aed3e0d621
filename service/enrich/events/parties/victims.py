"""Who suffered what is condemned, or is to be freed, is not who is accused of it or asked for it."""

from service.enrich.events.grammar.blame import doer_of
from service.enrich.events.grammar.markers import preposition
from service.enrich.events.parties.sufferers import dies
from service.enrich.tree import Tree
from service.enrich.words import word_set

_SUFFERED = word_set(
    """
    death murder killing assassination shooting stabbing beating lynching execution slaying massacre kidnapping
    abduction disappearance torture rape arrest detention imprisonment jailing deportation expulsion release freedom
    rescue freeing return extradition trial prosecution conviction
    """
)
"""Nouns that are followed by "of" and who undergoes the act."""

_OWNED = word_set("death murder arrest detention imprisonment release freedom disappearance extradition")
"""Those of them whose possessor undergoes the act, too."""

_AGAINST = _SUFFERED | word_set("attack assault raid bombing crime violence crackdown")
"""Nouns that are followed by "on" and "against" and who undergoes the act."""

_MARKING = {"of": _SUFFERED, "on": _AGAINST, "against": _AGAINST}


def is_victim(tree: Tree, trigger: int, word: int) -> bool:
    """Whether somebody is a victim of what is told: "condemned the murder of Ruiz", "called for Ruiz's release".

    For words alone: those that accuse somebody or ask something of somebody.
    """
    while tree.relations[word] == "conj" and tree.heads[word] != word:
        word = tree.heads[word]
    deed = tree.heads[word]
    if doer_of(tree, deed) == word:
        return False
    if dies(tree, deed, word) or dies(tree, deed - 1, word):
        return True
    if deed in (trigger, word) or not _is_below(tree, deed, trigger):
        return False
    if tree.relations[word] == "nmod:poss":
        return tree.lemmas[deed] in _OWNED and not any(preposition(tree, each) == "of" for each in tree.children[deed])
    return tree.relations[word] == "nmod" and tree.lemmas[deed] in _MARKING.get(preposition(tree, word), ())


def _is_below(tree: Tree, word: int, trigger: int) -> bool:
    """Whether a trigger stands above a word, and so is about it."""
    while word not in (trigger, tree.heads[word]):
        word = tree.heads[word]
    return word == trigger
