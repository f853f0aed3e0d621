"""Nouns that tell by themselves whether what they name may be a party."""

from service.enrich.actors.reading.lexicon import shared as lexicon
from service.enrich.tree import Tree
from service.enrich.words import word_set

INSTRUMENTS = word_set(
    """
    bomb device bombing explosion explosive blast mine landmine rocket missile shell mortar grenade bullet gun rifle
    pistol weapon knife machete drone warplane jet helicopter bulldozer car truck vehicle report statement letter
    document resolution article footage video
    attack airstrike strike raid shelling bombardment shooting stabbing ambush assault gunfire crossfire
    offensive invasion incursion war conflict clash fighting violence crackdown
    investigation probe inquiry audit study survey poll editorial rumor rumour
    lawsuit complaint indictment hearing verdict legislation law guideline
    """
)
"""Nouns for what somebody acts with, or for the act: by the labelling guide only its owner is a party."""


def is_for_people(tree: Tree, head: int) -> bool:
    """Whether a noun stands for people or a body of them, by itself."""
    words = (tree.lowers[head],)
    return lexicon().agent(words) is not None or lexicon().body(words) is not None
