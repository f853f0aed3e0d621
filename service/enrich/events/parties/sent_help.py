"""People who are sent to help: they give it with whoever sends them, and get none."""

from service.enrich.events.grammar.markers import COUNTING
from service.enrich.tree import Tree
from service.enrich.words import word_set

SENDING = word_set("send dispatch deploy rush")
"""Verbs whose object goes where help is needed."""

_HELPERS = word_set(
    """
    doctor nurse medic paramedic surgeon rescuer expert specialist engineer technician worker team personnel staff crew
    volunteer firefighter trainer adviser advisor instructor troop soldier peacekeeper official
    """
)
"""Nouns for those who are sent; of others, "sent the miners home", it is they who are helped."""


def is_sent(tree: Tree, trigger: int, word: int) -> bool:
    """Whether somebody is sent to give help: "sent doctors to Peru", "dispatched dozens of nurses"."""
    if tree.lemmas[trigger] not in SENDING or tree.relations[word] == "iobj":
        return False
    people = [word]
    if tree.lemmas[word] in COUNTING:
        people = [child for child in tree.children[word] if tree.relations[child] == "nmod"]
    while tree.relations[word] == "conj" and tree.heads[word] != word:
        word = tree.heads[word]
    sent = tree.heads[word] == trigger and tree.relations[word] in ("obj", "nsubj:pass")
    return sent and any(tree.lemmas[each] in _HELPERS for each in people)
