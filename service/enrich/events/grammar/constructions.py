"""Events that several words tell together, and none alone: "edging closer to a truce", "met stiff resistance".

Readings waver about such words. Here the tree tells that there is an event; it is told where its two sides are known.
"""

from service.enrich.events.grammar.markers import is_infinitive, preposition
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import PAST_FORMS
from service.enrich.words import word_set

_DEALS = word_set("deal pact agreement accord treaty truce ceasefire cease-fire armistice memorandum")

_TOWARDS = frozenset(("to", "toward", "towards", "on", "with"))

_ENDING = word_set("finalise finalize hammer thrash wrap iron")
"""Verbs whose object is a deal that has been made, once they are in the past."""

_MAKING = dict.fromkeys((*_ENDING, "near"), frozenset(("obj",))) | dict.fromkeys(
    ("move", "work", "edge", "inch", "creep"), _TOWARDS | {"obj"}
)
"""Verbs for a deal in the making -> by which prepositions the deal hangs on them, "obj" for none: trees take "work on"
for one verb, too."""

_CLOSE = word_set("close closer verge brink cusp touch progress")
"""What stands between verb and deal: "closer to a deal", "finishing touches to a deal", "on the verge of a deal"."""

_OF_CLOSENESS = frozenset(("be", "put", "make", "add", "edge", "inch", "move", "get", "draw", "come", "creep"))

_RESISTING = word_set("resistance fire gunfire opposition counterattack counter-attack shelling")
_FACING = {"face": "obj", "meet": "obj", "encounter": "obj", "confront": "obj", "run": "into", "come": "under"}
"""Verbs whose subject is fought -> how the noun for it hangs on them."""

_ARMED = word_set(
    """
    force troop army soldier military navy brigade battalion regiment division paratrooper marine commando rebel militia
    militiaman fighter militant insurgent insurgency guerrilla separatist mercenary invader
    """
)
_NONE = word_set("no little scant minimal any hardly less")

NEGOTIATING = word_set("negotiate renegotiate mediate broker")
_ATTEMPTS = word_set("attempt effort bid try push drive initiative campaign offer")


def constructions(tree: Tree) -> dict[int, str]:
    """The words that name an event by what stands around them -> its type."""
    found = {}
    for word, lemma in enumerate(tree.lemmas):
        if lemma in _DEALS and making_of(tree, word) is not None:
            found[word] = "AGREE"
        elif lemma in _RESISTING and fought(tree, word) is not None:
            found[word] = "ASSAULT"
        elif lemma in NEGOTIATING and is_attempt(tree, word):
            found[word] = "CONSULT"
    return found


def verbs_of(tree: Tree, told: dict[int, str]) -> dict[int, str]:
    """The words above those of constructions -> their type: "hammer out a pact" tells no other event."""
    verbs = {}
    for word, kind in told.items():
        for verb in (making_of(tree, word), fought(tree, word)):
            if verb is not None:
                verbs[verb] = kind
    return verbs


def making_of(tree: Tree, deal: int) -> int | None:
    """The word whose subject makes a deal: "are moving on a pact", "are close to a truce"; None for other deals."""
    if tree.lemmas[deal] not in _DEALS:
        return None
    above, how = tree.heads[deal], _how(tree, deal)
    if above == deal:
        return None
    if tree.lemmas[above] in _CLOSE and how in _TOWARDS | {"of"}:
        if any(tree.relations[child] == "cop" for child in tree.children[above]):
            return above
        above, how = tree.heads[above], ""
        return above if tree.lemmas[above] in _OF_CLOSENESS else None
    return above if tree.parts[above] == "VERB" and how in _MAKING.get(tree.lemmas[above], ()) else None


def is_yet_to_be_made(tree: Tree, deal: int) -> bool:
    """Whether a deal is in the making: "nears a truce", "is finalising a treaty", but not "finalised a treaty"."""
    making = making_of(tree, deal)
    if making is None:
        return False
    return tree.lemmas[making] not in _ENDING or tree.tags[making] not in PAST_FORMS


def fought(tree: Tree, resistance: int) -> int | None:
    """The verb whose armed subject is resisted: "troops met fierce resistance"; None for other resistance."""
    if tree.lemmas[resistance] not in _RESISTING:
        return None
    verb = tree.heads[resistance]
    if _FACING.get(tree.lemmas[verb]) != _how(tree, resistance):
        return None
    if any(tree.lowers[child] in _NONE for child in tree.children[resistance]):
        return None
    armed = any(
        tree.relations[child].startswith("nsubj") and tree.lemmas[child] in _ARMED for child in tree.children[verb]
    )
    return verb if armed else None


def is_attempt(tree: Tree, verb: int) -> bool:
    """Whether an infinitive tells what somebody attempts who is named before the noun: "French efforts to mediate"."""
    noun = tree.heads[verb]
    if tree.relations[verb] != "acl" or not is_infinitive(tree, verb) or tree.lemmas[noun] not in _ATTEMPTS:
        return False
    return any(
        tree.relations[child] == "nmod:poss"
        or (tree.relations[child] in ("compound", "amod") and tree.texts[child][:1].isupper())
        for child in tree.children[noun]
    )


def _how(tree: Tree, word: int) -> str:
    """The preposition before a word, "obj" for an object without one."""
    return preposition(tree, word) or ("obj" if tree.relations[word] == "obj" else "")
