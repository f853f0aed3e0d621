"""Forces of which a passive tells that they are moved: "troops were sent to the border".

Who sends them goes without saying, and those to whom it is done would be whom they are sent against. So labellers take
the forces for the actor.
"""

from dataclasses import replace

from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.markers import COUNTING
from service.enrich.events.grammar.phrases import Phrases, Scored
from service.enrich.events.parties.arguments import Arguments
from service.enrich.events.parties.party_nouns import is_for_people
from service.enrich.tree import Tree

_BY_THE_TREE = 0.6
"""Probability of forces that no reading takes for a party, but the tree for what is moved."""


def with_moved_forces(tree: Tree, phrases: Phrases, event_type: str, frame: Frame, arguments: Arguments) -> Arguments:
    """Arguments with those who are moved as actors, where nobody is told who moves them."""
    if event_type != "MOBILIZE" or not frame.passive or arguments.actors:
        return arguments
    moved = [each for each in arguments.recipients if each[0].head in frame.patients]
    kept = [each for each in arguments.recipients if each not in moved]
    return replace(arguments, actors=moved or _patients(tree, phrases, frame), recipients=kept)


def _patients(tree: Tree, phrases: Phrases, frame: Frame) -> list[Scored]:
    return [(phrases.of(head), _BY_THE_TREE) for head in frame.patients[:1] if _are_people(tree, head)]


def _are_people(tree: Tree, head: int) -> bool:
    """Whether a noun stands for people, or counts some: "hundreds of officers"."""
    counted = (child for child in tree.children[head] if tree.relations[child] == "nmod")
    return is_for_people(tree, head) or (
        tree.lemmas[head] in COUNTING and any(is_for_people(tree, child) for child in counted)
    )
