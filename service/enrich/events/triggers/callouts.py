"""Police and rescuers who go where somebody needs them: called, sent and dispatched to a crash, a house, a search.

It is what they do every day. Forces are mobilized where they are moved against somebody, and somebody is asked where
they shall do more than come.
"""

from service.enrich.events.grammar.markers import is_infinitive, preposition
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import LOGICAL_OBJECTS
from service.enrich.words import word_set

_CALLING = frozenset(("call", "summon", "phone"))
_CALLED = frozenset(("REQUEST", "CONSULT", "ACCUSE"))
"""Types of calls: of somebody to come, to somebody to talk, and of somebody by a name, as trees take some."""

_SENDING = word_set("call send dispatch deploy summon rush scramble")

_RESCUERS = word_set(
    """
    firefighter fireman paramedic medic ambulance lifeboat lifeguard rescuer diver brigade coastguard crew engine
    """
)
"""Those who only come to help."""

_PATROLS = frozenset(("deputy", "trooper"))
"""Police of a county or state, who are dispatched to nothing else."""

_POLICE = _PATROLS | word_set("police officer detective constable authority unit team squad patrol garda")
"""Those who come to help, and are moved against crowds at other times."""

_SOLDIERS = frozenset(("troop", "soldier", "force", "army", "marine"))
_RIOT = frozenset(("riot", "anti-riot"))

_INCIDENTS = word_set(
    """
    scene call report complaint alarm emergency incident disturbance crash accident wreck collision fire blaze burglary
    robbery shooting stabbing home house residence apartment flat address motel hotel store shop bar restaurant lot
    """
)
"""What police are sent to when somebody has called them."""

_HELPING = word_set("search look rescue investigate find recover extinguish evacuate check locate")
"""What they are sent for."""


def is_callout(tree: Tree, token: int, event_type: str) -> bool:
    """Whether a verb only tells that police or rescuers were called or sent where they were needed.

    Such are "police were called to a motel", "a neighbour called police", "deputies were dispatched to a crash",
    "crews were sent to search for a hiker"; not "riot police were sent to the square", nor "an officer was called to
    testify".
    """
    if event_type in _CALLED:
        return tree.lemmas[token] in _CALLING and bool(_sent(tree, token)) and not _shall_do_more(tree, token)
    if event_type != "MOBILIZE" or tree.lemmas[token] not in _SENDING:
        return False
    if _shall_do_more(tree, token):
        return False
    if tree.lemmas[token] == "dispatch" and _is_to_an_incident(tree, token) and not _moves_soldiers(tree, token):
        return True
    sent = _sent(tree, token)
    if not sent:
        return False
    daily = _RESCUERS | _PATROLS if tree.lemmas[token] == "dispatch" else _RESCUERS
    if all(tree.lemmas[each] in daily for each in sent):
        return True
    helps = (tree.lemmas[child] in _HELPING and is_infinitive(tree, child) for child in tree.children[token])
    return _is_to_an_incident(tree, token) or any(helps)


def _is_to_an_incident(tree: Tree, verb: int) -> bool:
    return any(preposition(tree, child) == "to" and tree.lemmas[child] in _INCIDENTS for child in tree.children[verb])


def _moves_soldiers(tree: Tree, verb: int) -> bool:
    return any(
        tree.lemmas[child] in _SOLDIERS for child in tree.children[verb] if tree.relations[child] in LOGICAL_OBJECTS
    )


def _sent(tree: Tree, verb: int) -> list[int]:
    """The police or rescuers who are called or sent; none where others are, too, or where they are called on or out."""
    if tree.lowers[verb + 1 : verb + 2] in (["on"], ["out"]):
        return []
    sent = [
        child
        for child in tree.children[verb]
        # Of "called authorities" trees take the object for a name that somebody is given.
        if tree.relations[child] in LOGICAL_OBJECTS
        or (tree.relations[child] == "xcomp" and tree.parts[child] == "NOUN")
    ]
    sent += [each for child in sent for each in tree.children[child] if tree.relations[each] == "conj"]
    known = [each for each in sent if tree.lemmas[each] in _RESCUERS | _POLICE and not _is_for_riots(tree, each)]
    return known if len(known) == len(sent) else []


def _is_for_riots(tree: Tree, noun: int) -> bool:
    return any(tree.lowers[child] in _RIOT for child in tree.children[noun])


def _shall_do_more(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what they shall do beside coming; "called in to break up a fight" tells what for."""
    comes = any(tree.relations[child] == "compound:prt" and tree.lowers[child] == "in" for child in tree.children[verb])
    return not comes and any(
        is_infinitive(tree, child) and tree.lemmas[child] not in _HELPING for child in tree.children[verb]
    )
