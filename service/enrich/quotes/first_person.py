"""Who "I" and "we" are inside quotations: the speaker."""

from collections import defaultdict
from collections.abc import Sequence

from service.enrich.aliases.clusters import Cluster, Mention
from service.enrich.quotes.quotations import Quotation
from service.enrich.tree import Tree
from service.enrich.word_classes import WordClass
from service.enrich.words import word_set

_FIRST_PERSON = WordClass.of(word_set("i me my mine myself we us our ours ourselves"))


def with_first_person(
    clusters: Sequence[Cluster], quotations: Sequence[Quotation], tree: Tree, quoted: Sequence[int]
) -> tuple[Cluster, ...]:
    """The same clusters, the speakers' with the pronouns of the first person between their quotation marks.

    Args:
        quoted: for each token the index of the run it stands in, -1 for none.
    """
    # "US" is a country.
    said = [token for token in _FIRST_PERSON.at(tree.words) if quoted[token] >= 0 and tree.texts[token] != "US"]
    if not said:
        return tuple(clusters)
    spoken: defaultdict[str, set[int]] = defaultdict(set)
    taken = {mention.head for cluster in clusters for mention in cluster.mentions}
    for quotation in quotations:
        if quotation.speaker is None or quotation.speaker.entity_id is None:
            continue
        for start, end in quotation.content:
            for token in said:
                if start <= tree.offsets[token] < end and token not in taken:
                    taken.add(token)
                    spoken[quotation.speaker.entity_id].add(token)
    return tuple(
        [_lengthened(cluster, spoken[cluster.id], tree) if cluster.id in spoken else cluster for cluster in clusters]
    )


def _lengthened(cluster: Cluster, tokens: set[int], tree: Tree) -> Cluster:
    pronouns = [Mention(tree.offsets[token], tree.ends[token], "pronoun", token) for token in tokens]
    mentions = sorted([*cluster.mentions, *pronouns], key=lambda mention: (mention.start, mention.end))
    return cluster._replace(mentions=tuple(mentions))
