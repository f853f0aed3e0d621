"""Those whom the scores take for parties, although a sentence says that they take no part in its act."""

from collections.abc import Callable
from dataclasses import replace

from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.phrases import Phrases
from service.enrich.events.grammar.subjects import Subjects
from service.enrich.events.parties.addressees import hears_it, is_cleared
from service.enrich.events.parties.arguments import Arguments
from service.enrich.events.parties.bystanders import without_bystanders
from service.enrich.events.parties.moved_forces import with_moved_forces
from service.enrich.events.parties.namesakes import without_namesakes
from service.enrich.events.parties.participles import without_objects_above
from service.enrich.events.parties.scene import without_the_place
from service.enrich.events.parties.sent_help import is_sent
from service.enrich.events.parties.sufferers import with_sufferers
from service.enrich.events.parties.topic import is_admitted, is_topic
from service.enrich.events.parties.victims import is_victim
from service.enrich.tree import Tree

_IS_NO_RECIPIENT: dict[str, tuple[Callable[[Tree, int, int], bool], ...]] = {
    "AID": (is_sent,),
    "ACCUSE": (is_victim, hears_it),
    "REQUEST": (is_victim,),
    "CONSULT": (is_topic,),
    "CONCEDE": (is_admitted,),
    "REJECT": (is_cleared,),
}
"""By type, whether somebody is only told of; asked of a tree, the trigger, and the word for them."""


def without_outsiders(
    tree: Tree, phrases: Phrases, subjects: Subjects, trigger: int, event_type: str, frame: Frame, arguments: Arguments
) -> Arguments:
    """Arguments without actors who only tell of a deed, and without recipients who are only told of or who act."""
    arguments = without_bystanders(tree, subjects, trigger, event_type, frame, arguments)
    arguments = without_objects_above(tree, trigger, arguments)
    if event_type == "ASSAULT":
        return with_sufferers(tree, trigger, without_the_place(tree, phrases, arguments))
    if event_type == "PROTEST":
        return without_namesakes(tree, phrases, trigger, arguments)
    arguments = with_moved_forces(tree, phrases, event_type, frame, arguments)
    kept = [
        each
        for each in arguments.recipients
        if not any(says_no(tree, trigger, each[0].head) for says_no in _IS_NO_RECIPIENT.get(event_type, ()))
    ]
    return replace(arguments, recipients=kept)
