"""The spaCy component: ``doc._.clusters``."""

from spacy.language import Language
from spacy.tokens import Doc

from service.enrich.aliases.clusters import Cluster
from service.enrich.aliases.joining import join
from service.enrich.aliases.mentions import bracketed, named_mentions
from service.enrich.aliases.naming import canonical_name, other_names
from service.enrich.tree import Tree


@Language.component("newswire_aliases", requires=["doc.ents"], assigns=["doc._.clusters"])
def find_clusters(doc: Doc) -> Doc:
    """Set ``doc._.clusters``: who and what is named, described or meant by a pronoun, mention by mention."""
    tree = Tree.of(doc)
    found = named_mentions(doc, tree)
    clusters = []
    for number, indexes in enumerate(join(found, bracketed(found, tree)), 1):
        mentions = [found[index] for index in indexes]
        name = canonical_name(mentions)
        types = [mention.type for mention in mentions]
        genders = [mention.name.gender for mention in mentions if mention.name.gender]
        clusters.append(
            Cluster(
                f"e{number}",
                max(types, key=types.count),
                name,
                other_names(mentions, name),
                genders[0] if genders else None,
                tuple(mention.mention for mention in mentions),
            )
        )
    doc._.clusters = tuple(clusters)
    return doc
