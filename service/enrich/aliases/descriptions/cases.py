"""Who is the victim or the suspect of a case: "the victim" takes up who was killed, "the suspect" who was arrested."""

from typing import Literal

from service.enrich.aliases.entity import Entity
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import LOGICAL_OBJECTS, NOMINAL_SUBJECTS
from service.enrich.words import word_set

Part = Literal["victim", "suspect"]

_PART_OF_NOUN: dict[str, Part] = {
    "victim": "victim",
    **dict.fromkeys(("suspect", "defendant", "convict"), "suspect"),
}

_HARMING = word_set(
    """
    kill murder stab shoot rape assault attack injure wound strangle beat abduct kidnap rob torture behead hack hit
    molest harass slay lynch
    """
)
"""What a victim undergoes."""

_PROSECUTING = word_set(
    """
    arrest charge accuse detain apprehend nab jail sentence convict indict remand prosecute imprison acquit extradite
    """
)
"""What a suspect undergoes."""

_DYING, _PLEADING = frozenset(("die",)), frozenset(("plead", "confess"))
"""What they do themselves."""


class Cases:
    """Notes in the order of a document who is harmed and who is prosecuted."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._parts: dict[Part, list[Entity]] = {"victim": [], "suspect": []}

    def note(self, index: int, entity: Entity) -> None:
        """Take in the mention that a token heads."""
        part = self._part(index) if entity.type in ("PERSON", "GROUP") else None
        if part is not None and entity not in self._parts[part]:
            self._parts[part].append(entity)

    def identify(self, described: Entity, named: Entity) -> None:
        """Take in that who was only described is somebody named."""
        for part, known in self._parts.items():
            self._parts[part] = list(dict.fromkeys(named if each is described else each for each in known))

    def taken_up(self, noun: str) -> Entity | None:
        """The person that "the victim" or "the suspect" means; None where there are several, or none."""
        part = _PART_OF_NOUN.get(noun)
        found = self._parts[part] if part is not None else []
        return found[0] if len(found) == 1 and found[0].type == "PERSON" else None

    def _part(self, index: int) -> Part | None:
        """What somebody is by the verb of a mention."""
        tree = self._tree
        relation, lemma = tree.relations[index], tree.lemmas[tree.heads[index]]
        if relation in LOGICAL_OBJECTS:
            return "victim" if lemma in _HARMING else "suspect" if lemma in _PROSECUTING else None
        if relation in NOMINAL_SUBJECTS:
            return "victim" if lemma in _DYING else "suspect" if lemma in _PLEADING else None
        return None


def identified(tree: Tree, noun: int) -> int | None:
    """The head of the name in "the victim was identified as Reuss", by the noun that it is told of."""
    verb = tree.heads[noun]
    if tree.relations[noun] != "nsubj:pass" or tree.lemmas[verb] not in ("identify", "name"):
        return None
    for child in tree.children[verb]:
        as_name = child > verb and tree.parts[child] == "PROPN"
        if as_name and any(tree.lowers[each] == "as" for each in tree.children[child] if each < child):
            return child
    return None
