"""Capitals that stand for a government: "Moscow said", "Tehran's ambitions"."""

from service.enrich.tree import Tree
from service.enrich.words import word_set

_ACTS = word_set(
    """
    say tell announce claim deny warn urge demand insist accuse condemn call want seek agree refuse reject offer
    promise threaten vow pledge plan hope believe fear decide impose lift support back oppose deploy send recall
    expel withdraw sign break suspend halt launch respond react retaliate protest argue admit acknowledge
    confirm consider hint signal suggest describe blame see view regard try attempt aim intend expect invade
    attack annex recognise recognize negotiate propose request ask order approve ban block veto ratify summon
    supply provide arm fund finance maintain pursue push press pressure use give get make take have need face
    lose win build develop enrich
    """
)
"""Verbs whose subject decides."""

_DONE_TO = word_set(
    """
    prevent accuse urge pressure press persuade convince warn ask tell blame condemn criticise criticize
    sanction stop deter allow help support back punish isolate force push call provoke anger please thank invite
    supply provide
    """
)
"""Verbs whose object decides."""

_OWN = word_set(
    """
    government war ambition willingness plan decision policy position stance move demand offer claim proposal
    invasion ally interest influence relation relationship programme program nuclear forces army military troops
    minister ministry ambassador envoy response support aggression intention sphere effort tie view approach
    threat
    """
)
"""What belongs to a government rather than to a city."""

_WITH = frozenset(("with", "by", "against", "between"))
"""Prepositions before one who acts."""


def stands_for_government(tree: Tree, index: int) -> bool:
    """Whether a capital (index of its head token) is spoken of as one who acts."""
    relation, head = tree.relations[index], tree.heads[index]
    lemma = tree.lemmas[head]
    while relation == "conj" and head != tree.heads[head]:
        relation, head = tree.relations[head], tree.heads[head]
        lemma = tree.lemmas[head]
    if relation == "nsubj":
        return lemma in _ACTS
    if relation in ("obj", "iobj", "nsubj:pass"):
        return lemma in _DONE_TO
    if relation == "nmod:poss":
        return lemma in _OWN
    if relation in ("obl", "nmod", "obl:agent"):
        return any(tree.relations[child] == "case" and tree.lowers[child] in _WITH for child in tree.children[index])
    return False
