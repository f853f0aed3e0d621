"""Verbs that say little more than that their object happens: "held talks", "carried out an attack"."""

from service.enrich.events.frame import Frame
from service.enrich.events.markers import TARGETS, preposition
from service.enrich.events.subjects import Subjects
from service.enrich.events.voice import is_passive
from service.enrich.tree import Tree
from service.enrich.words import word_set

LIGHT = word_set(
    """
    carry conduct launch make hold stage have give issue mount begin start open take do lead impose place put lodge file
    sign reach pay wage commit perpetrate continue announce offer send pose deliver attend join end host receive
    face express voice seek extend convene undertake resume renew
    """
)
"""Verbs that say little more than that their object happens, or who takes part in it."""

_UNDERGOES = frozenset(("face", "receive"))
"""Light verbs whose subject is at the receiving end."""


def read_light_verb(tree: Tree, subjects: Subjects, noun: int, verb: int, frame: Frame) -> None:
    """Add to a noun's frame who takes part by the verb above it: "held talks with", "came under attack by"."""
    relation = tree.relations[noun]
    if tree.lemmas[verb] not in LIGHT and relation != "obl":
        return
    if relation == "obj" and not is_passive(tree, verb) and not frame.agents:
        subject = subjects.of(verb)
        if subject is not None:
            (frame.patients if tree.lemmas[verb] in _UNDERGOES else frame.agents).append(subject)
    elif relation == "nsubj:pass" and not frame.agents:
        frame.agents += [
            child
            for child in tree.children[verb]
            if tree.relations[child] in ("obl", "obl:agent") and preposition(tree, child) == "by"
        ]
    elif relation == "obl" and not frame.agents and preposition(tree, noun) in ("in", "during", "at", "for"):
        subject = subjects.of(verb)
        if subject is not None and not is_passive(tree, verb):
            frame.agents.append(subject)
    for child in tree.children[verb]:
        if child != noun and tree.relations[child] == "iobj":
            frame.patients.append(child)
        elif child != noun and tree.relations[child] == "obl" and preposition(tree, child) in TARGETS:
            frame.targets.append(child)
