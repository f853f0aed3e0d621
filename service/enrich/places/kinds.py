"""How a place is named: literally, for its government, as a modifier (see ``place.Kind``)."""

from spacy.tokens import Doc, Span

from service.enrich.places.mention import Mention
from service.enrich.places.place import Kind

_SUBJECTS = frozenset({"nsubj", "obl:agent", "agent"})
_MODIFIERS = frozenset({"compound", "amod", "nmod:desc", "flat"})
_PARTNERS = frozenset({"with", "between", "against"})
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "from", "to", "into", "of", "on"})

DEEDS = frozenset(
    """
    say tell deny accuse announce warn insist claim argue reject condemn demand urge call ask offer agree refuse
    vow pledge promise threaten want plan seek decide approve back support oppose order impose lift ban sanction
    sign withdraw negotiate propose accept respond react retaliate blame criticise criticize praise confirm admit
    acknowledge dismiss express hope believe consider view regard recognise recognize invite summon expel deploy
    send launch invade attack provide supply sell buy export import host vote veto suspend cut break sever fear
    """.split()
)
"""Lemmas of what governments do, and towns and countries do not."""


def kind_of(doc: Doc, mention: Mention, *, parsed: bool, capital: bool, country: bool, building: bool) -> Kind:
    """The kind of a mention.

    Args:
        parsed: whether the document has dependencies (asking it goes through all of it).
        capital, country, building: what the mention means; buildings are those that stand for a government.
    """
    if mention.kind in ("demonym", "embedded"):
        return "demonym" if mention.kind == "demonym" else "embedded"
    if not (parsed and (capital or country or building)):
        return "metonymic" if building else "literal"
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return "literal"
    root = span.root
    if root.dep_ in _SUBJECTS and root.head.lemma_.lower() in DEEDS:
        return "metonymic"
    if root.dep_ in _MODIFIERS and root.head.i >= span.end and root.head.pos_ in ("NOUN", "PROPN"):
        return "modifier"
    before = _preposition(span)
    if building and before not in _WHERE:
        return "metonymic"
    if capital and before in _PARTNERS:
        return "metonymic"
    return "literal"


def _preposition(span: Span) -> str:
    return next((child.lower_ for child in span.root.children if child.dep_ in ("case", "prep")), "")
