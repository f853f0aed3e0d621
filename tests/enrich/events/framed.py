"""What a given tree tells of a trigger, in words."""

from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.frames import Frames
from service.enrich.tree import Tree
from tests.enrich.trees import document


def frame(text: str, trigger: str) -> tuple[Frame, list[str]]:
    """The frame of a word, and the words of the text."""
    tree = Tree.of(document(text))
    return Frames(tree).of(tree.texts.index(trigger)), tree.texts


def parties(text: str, trigger: str) -> tuple[list[str], list[str]]:
    """Who acts, and who undergoes it."""
    found, texts = frame(text, trigger)
    return [texts[i] for i in found.agents], [texts[i] for i in (*found.patients, *found.targets)]
