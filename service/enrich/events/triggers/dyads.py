"""Words that the tree ties to two named states, nations or bodies: there the first reading is shy.

It learned from few sentences about states, and passes over what they do to each other in words that it rarely saw.
"""

from collections.abc import Iterable, Sequence

from service.enrich.events.grammar.frames import Frames
from service.enrich.events.grammar.light_verbs import LIGHT
from service.enrich.tree import NameSpan, Tree
from service.enrich.universal_dependencies import OWNING

_LABELS = frozenset(("LOC", "NORP", "ORG"))
"""Labels of names of states, nations and bodies."""

_WHOSE = OWNING | {"nmod"}
"""Relations of a name to who acts for it: "the Peruvian minister", "the minister of Peru"."""

_ACTS_THEMSELVES = frozenset(("sign",))
"""Light verbs whose object names no act beside theirs: by the labelling guide who signs an agreement supports it."""


class Dyads:
    """Asks the tree of one document whether two names take part in what a word tells.

    Args:
        tree: of the document.
        frames: of it.
        names: that were found in it.
    """

    def __init__(self, tree: Tree, frames: Frames, names: Sequence[NameSpan]) -> None:
        self._tree, self._frames = tree, frames
        self._name_at: dict[int, int] = {}
        told: dict[int, set[str]] = {}
        for number, name in enumerate(names):
            if name.type in _LABELS:
                self._name_at.update(dict.fromkeys(range(name.first, name.end), number))
                told.setdefault(tree.sentence[name.first], set()).add(tree.lowers[name.end - 1])
        self._with_two = {sentence for sentence, found in told.items() if len(found) > 1}

    def ties(self, word: int) -> bool:
        """Whether a named state, nation or body acts on another one by the act at a word, or both on each other."""
        if self._tree.sentence[word] not in self._with_two or not self._may_name_an_act(word):
            return False
        frame = self._frames.of(word)
        acting = self._names(frame.agents)
        if frame.reciprocal and len(acting) > 1:
            return True
        undergoing = self._names((*frame.patients, *frame.targets))
        return any(one != other for one in acting for other in undergoing)

    def _may_name_an_act(self, word: int) -> bool:
        """Whether a word is a verb, or the object of one that says little itself: "held talks", "paid a visit"."""
        tree = self._tree
        of_light_verb = tree.relations[word] == "obj" and tree.lemmas[tree.heads[word]] in LIGHT - _ACTS_THEMSELVES
        return tree.parts[word] == "VERB" or (tree.parts[word] == "NOUN" and of_light_verb)

    def _names(self, heads: Iterable[int]) -> set[int]:
        """The names at the heads of phrases, or of those for whom these act."""
        tree, found = self._tree, set[int]()
        for head in heads:
            whose = (child for child in tree.children[head] if tree.relations[child] in _WHOSE)
            found.update(self._name_at[word] for word in (head, *whose) if word in self._name_at)
        return found
