"""How a place is named: literally, for its government, as a modifier (see ``place.Kind``)."""

from service.enrich.places.mention import Mention
from service.enrich.places.place import Kind
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOUNS
from service.enrich.words import word_set

_SUBJECTS = frozenset({"nsubj", "obl:agent", "agent"})
_MODIFIERS = frozenset({"compound", "amod", "nmod:desc", "flat"})
_PARTNERS = frozenset({"with", "against"})
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "from", "to", "into", "of", "on"})

DEEDS = word_set(
    """
    say tell deny accuse announce warn insist claim argue reject condemn demand urge call ask offer agree refuse
    vow pledge promise threaten want plan seek decide approve back support oppose order impose lift ban sanction
    sign withdraw negotiate propose accept respond react retaliate blame criticise criticize praise confirm admit
    acknowledge dismiss express hope believe consider view regard recognise recognize invite summon expel deploy
    send launch invade attack provide supply sell buy export import host vote veto suspend cut break sever fear
    """
)
"""Lemmas of what governments do, and towns and countries do not."""


_RELATIONS = word_set(
    """
    talk tie relation relationship tension negotiation dialogue war deal agreement conflict dispute row meeting trade
    cooperation diplomacy ceasefire truce rift summit rivalry standoff hostility exchange contact pact treaty alliance
    feud spat trust divide friction mediate accord partnership thaw détente clash confrontation discussion
    """
)
"""Lemmas of what there is between governments; between towns are roads and flights."""


def kind_of(tree: Tree, mention: Mention, *, capital: bool, country: bool, building: bool) -> Kind:
    """The kind of a mention.

    Args:
        capital, country, building: what the mention means; buildings are those that stand for a government.
    """
    if mention.kind in ("demonym", "embedded"):
        return "demonym" if mention.kind == "demonym" else "embedded"
    if not (capital or country or building):
        return "literal"
    first, end = tree.covering(mention.start, mention.end)
    root = tree.top(first, end)
    relation, head = tree.relations[root], tree.heads[root]
    if not relation:
        return "metonymic" if building else "literal"
    if relation in _SUBJECTS and tree.lemmas[head] in DEEDS:
        return "metonymic"
    if relation in _MODIFIERS and head >= end and tree.parts[head] in NOUNS:
        return "modifier"
    before = next((tree.lowers[child] for child in tree.children[root] if tree.relations[child] in _CASES), "")
    if building and before not in _WHERE:
        return "metonymic"
    if capital and (before in _PARTNERS or (before == "between" and tree.lemmas[head] in _RELATIONS)):
        return "metonymic"
    return "literal"


_CASES = frozenset({"case", "prep"})
