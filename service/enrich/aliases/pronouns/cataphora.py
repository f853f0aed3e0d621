"""Persons who are named behind their pronoun: "In her speech, Waters said"."""

from collections.abc import Mapping

from service.enrich.aliases.clusters import Gender
from service.enrich.aliases.entity import Entity
from service.enrich.aliases.pronouns.binding import SUBJECTS, commands
from service.enrich.tree import Tree

_FARTHEST = 30
"""Tokens between a pronoun and the name behind it."""


def fronted(tree: Tree, entity_at: Mapping[int, Entity], index: int, gender: Gender) -> Entity | None:
    """ "In her speech, Waters said": the subject behind the phrase that the pronoun stands in."""
    if tree.relations[index] != "nmod:poss":
        return None
    verb = tree.heads[index]
    for _ in range(4):
        if tree.relations[verb] in ("obl", "advcl"):
            break
        verb = tree.heads[verb]
    if tree.relations[verb] not in ("obl", "advcl"):
        return None
    main = tree.heads[verb]
    before = [child for child in tree.children[main] if child < verb and tree.relations[child] not in ("punct", "cc")]
    subjects = [child for child in tree.children[main] if tree.relations[child] in SUBJECTS and child > verb]
    entity = entity_at.get(subjects[0]) if subjects and not before else None
    if entity is None or entity.type != "PERSON":
        return None
    told = entity.gender or entity.likely_gender
    return entity if (told or gender) == gender else None


def ahead(tree: Tree, entity_at: Mapping[int, Entity], index: int, gender: Gender) -> Entity | None:
    """ "In his speech, Obama said": a name behind the pronoun in its sentence."""
    for token in range(index + 1, min(len(tree.texts), index + _FARTHEST)):
        if tree.sentence[token] != tree.sentence[index]:
            break
        entity = entity_at.get(token)
        if entity is None or entity.type != "PERSON" or commands(tree, index, token):
            continue
        if (entity.gender or entity.likely_gender or gender) == gender:
            return entity
    return None
