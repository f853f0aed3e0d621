"""Verbs that say little more than that their object happens: "held talks", "carried out an attack"."""

from service.enrich.events.grammar.blame import claimant, doer_of
from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.markers import TARGETS, preposition
from service.enrich.events.grammar.subjects import Subjects
from service.enrich.events.grammar.voice import is_passive
from service.enrich.tree import Tree
from service.enrich.words import word_set

LIGHT = word_set(
    """
    carry conduct launch make hold stage have give issue mount begin start commence open take do lead impose place put
    lodge file sign reach pay wage commit perpetrate continue announce offer send pose deliver attend join end host
    receive plot orchestrate mastermind organize organise face express voice seek extend convene undertake resume renew
    order uphold
    """
)
"""Verbs that say little more than that their object happens, or who takes part in it."""

_UNDERGOES = word_set("face receive endure suffer survive draw attract spark provoke answer ignore defy deserve await")
"""Verbs whose subject is at the receiving end of what their object names: "drew criticism", "ignored calls"."""

_DYING = frozenset(("die", "perish"))
"""Verbs whose subject undergoes what is named behind "in": "nine died in a raid"."""

_ASKED = word_set("request appeal demand call plea petition ultimatum offer proposal invitation application")
_ANSWERING = word_set(
    """
    accept approve consider decline deny dismiss examine grant heed honor honour mull oppose rebuff refuse reject review
    spurn study turn weigh
    """
)
"""Verbs whose subject is who was asked, and what they have for an object: "turned down Peru's request"."""

_GUILT = word_set("involve involved implicate convict charge accuse suspect jail imprison sentence")
"""Verbs that tell of somebody that he did what is named behind a preposition of _OF_GUILT."""

_OF_GUILT = frozenset(("in", "of", "with", "for", "over"))

_CRIMES = word_set(
    """
    murder manslaughter homicide assassination death count charge attempt conspiracy plot involvement role part
    complicity participation connection
    """
)
"""Nouns behind which the act is told of which somebody is guilty: "murder in the stabbing of", "his role in"."""

_BELOW = frozenset(("nmod", "compound", "amod", "acl"))
"""Relations of an act to such a noun; trees take "the killing of" for a clause, too."""

_NO_CRIMES = word_set("trial case hearing lawsuit investigation inquiry probe raid crackdown sweep operation protest")
"""Nouns for what one may be charged or jailed in, and not with."""

_TAKING_PART = word_set("involve involved implicate")


def read_light_verb(tree: Tree, subjects: Subjects, noun: int, verb: int, frame: Frame) -> None:
    """Add to a noun's frame who takes part by the verb above it: "held talks with", "came under attack by"."""
    relation, lemma = tree.relations[noun], tree.lemmas[verb]
    if lemma in _DYING and preposition(tree, noun) in ("in", "during"):
        if (subject := subjects.of(verb)) is not None:
            frame.struck.append(subject)
        return
    undergoes = lemma in _UNDERGOES or (lemma in _ANSWERING and tree.lemmas[noun] in _ASKED)
    if not (undergoes or lemma in LIGHT or relation == "obl"):
        return
    if relation == "obj" and not is_passive(tree, verb) and (not frame.agents or undergoes):
        subject = subjects.of(verb)
        if subject is not None:
            (frame.patients if undergoes else frame.agents).append(subject)
    elif relation == "nsubj:pass" and not frame.agents:
        frame.agents += [
            child
            for child in tree.children[verb]
            if tree.relations[child] in ("obl", "obl:agent") and preposition(tree, child) == "by"
        ]
    elif relation == "obl" and not frame.agents and preposition(tree, noun) in ("in", "during", "at", "for"):
        subject = subjects.of(verb)
        if subject is not None and not is_passive(tree, verb):
            frame.agents.append(subject)
    for child in tree.children[verb]:
        if child != noun and tree.relations[child] == "iobj":
            frame.patients.append(child)
        elif child != noun and tree.relations[child] == "obl" and preposition(tree, child) in TARGETS:
            frame.targets.append(child)


def on_strike(tree: Tree, subjects: Subjects, trigger: int) -> int | None:
    """Who goes or is on strike, whatever the tree takes the word for; None for other words."""
    if tree.lowers[max(0, trigger - 1) : trigger + 1] != ["on", "strike"]:
        return None
    verb = next((at for at in range(trigger - 2, max(-1, trigger - 4), -1) if tree.lemmas[at] in _STRIKING), None)
    subject = subjects.of(verb) if verb is not None else None
    return subject if subject != trigger else None


_STRIKING = word_set("go be come walk remain stay")


def culprit(tree: Tree, subjects: Subjects, noun: int) -> int | None:
    """Who did what a noun names, by a word above it that calls somebody guilty: "men involved in the murder of"."""
    doer = doer_of(tree, noun)
    if doer is None:
        doer = claimant(tree, subjects, noun)
    if doer is not None:
        return doer
    while tree.lemmas[tree.heads[noun]] in _CRIMES and tree.relations[noun] in _BELOW:
        noun = tree.heads[noun]
    above = tree.heads[noun]
    if tree.relations[noun] == "obj" and tree.lemmas[above] in LIGHT and tree.lemmas[tree.heads[above]] in _GUILT:
        return subjects.of(above)
    if tree.lemmas[above] not in _GUILT or preposition(tree, noun) not in _OF_GUILT:
        return None
    if tree.lemmas[noun] in _NO_CRIMES and tree.lemmas[above] not in _TAKING_PART:
        return None
    told = next((child for child in tree.children[above] if tree.relations[child] == "obj"), None)
    if told is None:
        told = tree.heads[above] if tree.relations[above] in ("acl", "amod") else subjects.of(above)
    return told
