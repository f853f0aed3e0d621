"""The spaCy component: ``doc._.clusters``."""

from collections.abc import Iterable, Sequence
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc

from service.enrich.aliases.clusters import Cluster, Mention
from service.enrich.aliases.descriptions.descriptions import Descriptions
from service.enrich.aliases.descriptions.phrases import nominal_mention
from service.enrich.aliases.entity import Entity
from service.enrich.aliases.joining.generations import told_apart
from service.enrich.aliases.joining.joining import join
from service.enrich.aliases.names.mentions import bracketed, called, named_mentions
from service.enrich.aliases.naming import canonical_name, other_names
from service.enrich.aliases.pronouns.pronouns import Pronouns
from service.enrich.joined_names import JoinedNames
from service.enrich.quotes.marks.runs import quotation_runs, quoted_tokens
from service.enrich.tree import Tree, labels_of


@Language.component("newswire_aliases", requires=["doc.ents"], assigns=["doc._.clusters"])
def find_clusters(doc: Doc) -> Doc:
    """Set ``doc._.clusters``: who and what is named, described or meant by a pronoun, mention by mention."""
    tree = Tree.of(doc)
    found = told_apart(named_mentions(doc, tree))
    same = join(found, bracketed(found, tree), called(found, tree.text))
    entities = [Entity.of_names([found[index] for index in indexes]) for indexes in same]
    entity_at = Descriptions(tree, entities).add()
    Pronouns(tree, entity_at, quoted_tokens(tree.offsets, quotation_runs(tree.text))).add()
    joined = JoinedNames(tree, labels_of(doc))
    doc._.clusters = _clusters([entity for entity in entities if _is_told(entity)], tree, joined)
    return doc


def _is_told(entity: Entity) -> bool:
    """Whether an entity is worth telling: it has a name, it speaks, or it is taken up again."""
    return bool(entity.named) or entity.speaks or len(entity.mentions) > 1


def _clusters(entities: Iterable[Entity], tree: Tree, joined: JoinedNames) -> tuple[Cluster, ...]:
    told = [(_in_text_order(entity.mentions, tree, joined), entity) for entity in entities]
    told.sort(key=lambda each: each[0][0][:2])
    return tuple([_cluster(number, entity, mentions, tree.text) for number, (mentions, entity) in enumerate(told, 1)])


_START_AND_END = itemgetter(0, 1)


def _in_text_order(mentions: Iterable[Mention], tree: Tree, joined: JoinedNames) -> list[Mention]:
    """An entity's mentions, its descriptions as whole phrases: most that are found are not told, so it is done here."""
    whole = [
        nominal_mention(tree, mention.head, joined) if mention.kind == "nominal" else mention for mention in mentions
    ]
    whole.sort(key=_START_AND_END)
    return whole


def _cluster(number: int, entity: Entity, mentions: Sequence[Mention], text: str) -> Cluster:
    # Who is told of first by a pronoun, "in his plea the man said", is no "his".
    first = next((mention for mention in mentions if mention.kind != "pronoun"), mentions[0])
    name = canonical_name(entity.named) if entity.named else text[first.start : first.end]
    return Cluster(
        f"e{number}",
        entity.type,
        name,
        other_names(entity.named, name) if entity.named else (),
        entity.gender or entity.likely_gender if entity.type == "PERSON" else None,
        tuple(mentions),
    )
