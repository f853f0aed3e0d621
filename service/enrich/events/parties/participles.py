"""Whom a verb is done to does not do what a participle behind it tells: "Peru condemned Chile, accusing Bolivia"."""

from dataclasses import replace

from service.enrich.events.parties.arguments import Arguments
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOMINAL_SUBJECTS

_PARTICIPLES = frozenset(("advcl", "parataxis", "aux", "acl", "dep"))
"""Relations to a verb before it that trees have for a participle behind a comma."""


def without_objects_above(tree: Tree, trigger: int, arguments: Arguments) -> Arguments:
    """Arguments without the object of the verb before a participle as an actor, where its subject is one, too."""
    verb = tree.heads[trigger]
    if tree.tags[trigger] != "VBG" or tree.relations[trigger] not in _PARTICIPLES or not verb < trigger:
        return arguments
    if tree.texts[trigger - 1] != ",":
        return arguments
    acting = {tree.relations[actor.head] for actor, _ in arguments.actors if tree.heads[actor.head] == verb}
    if acting.isdisjoint(NOMINAL_SUBJECTS):
        return arguments
    kept = [each for each in arguments.actors if not (_is_object(tree, each[0].head, verb) and each[0].head < trigger)]
    return replace(arguments, actors=kept)


def _is_object(tree: Tree, word: int, verb: int) -> bool:
    return tree.heads[word] == verb and tree.relations[word] in ("obj", "iobj")
