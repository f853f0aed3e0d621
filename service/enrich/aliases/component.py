"""The spaCy component: ``doc._.clusters``."""

from collections.abc import Sequence
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc

from service.enrich.aliases.clusters import Cluster
from service.enrich.aliases.descriptions import Descriptions
from service.enrich.aliases.entity import Entity
from service.enrich.aliases.joining import join
from service.enrich.aliases.mentions import bracketed, called, named_mentions
from service.enrich.aliases.naming import canonical_name, other_names
from service.enrich.aliases.pronouns import Pronouns
from service.enrich.quotes.runs import quotation_runs, quoted_tokens
from service.enrich.tree import Tree


@Language.component("newswire_aliases", requires=["doc.ents"], assigns=["doc._.clusters"])
def find_clusters(doc: Doc) -> Doc:
    """Set ``doc._.clusters``: who and what is named, described or meant by a pronoun, mention by mention."""
    tree = Tree.of(doc)
    found = named_mentions(doc, tree)
    joined = join(found, bracketed(found, tree), called(found, tree.text))
    entities = [Entity.of_names([found[index] for index in indexes]) for indexes in joined]
    Descriptions(tree, entities).add()
    Pronouns(tree, entities, quoted_tokens(tree.offsets, quotation_runs(tree.text))).add()
    doc._.clusters = _clusters([entity for entity in entities if _is_told(entity)], tree.text)
    return doc


def _is_told(entity: Entity) -> bool:
    """Whether an entity is worth telling: it has a name, it speaks, or it is taken up again."""
    return bool(entity.named) or entity.speaks or len(entity.mentions) > 1


def _clusters(entities: Sequence[Entity], text: str) -> tuple[Cluster, ...]:
    for entity in entities:
        entity.mentions.sort(key=_START_AND_END)
    ordered = sorted(entities, key=lambda entity: entity.mentions[0][:2])
    return tuple(_cluster(number, entity, text) for number, entity in enumerate(ordered, 1))


_START_AND_END = itemgetter(0, 1)


def _cluster(number: int, entity: Entity, text: str) -> Cluster:
    first = entity.mentions[0]
    name = canonical_name(entity.named) if entity.named else text[first.start : first.end]
    return Cluster(
        f"e{number}",
        entity.type,
        name,
        other_names(entity.named, name),
        entity.gender or entity.likely_gender if entity.type == "PERSON" else None,
        tuple(entity.mentions),
    )
