"""Who tells of a deed, or only deals with what came of it, is none of those who did it: "police solved the murder"."""

from dataclasses import replace

from service.enrich.events.circumstances.modality import is_negated
from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.subjects import Subjects
from service.enrich.events.grammar.voice import is_passive
from service.enrich.events.parties.arguments import Arguments
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import VERBS
from service.enrich.words import word_set

_TELLING = word_set(
    """
    report reveal recount describe discuss mention cite recall remember commemorate mourn condemn denounce deplore
    criticize criticise welcome acknowledge protest oppose solve investigate probe witness see fear expect predict
    prevent trigger provoke occasion dismiss
    """
)
"""Verbs whose object is a deed of others."""

_DEEDS = frozenset(("COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))

_ACQUITTING = word_set("acquit clear absolve exonerate")
"""Verbs by which nobody did what is told behind "of"."""

_REPORTS = word_set(
    """
    concern fear outrage anger criticism condemnation opposition report news story allegation claim accusation evidence
    investigation inquiry probe question summary account video image footage photo detail
    """
)
"""Nouns for what is told or felt about a deed of others."""

_FURTHEST = 3
"""Nouns between a deed and the verb above it."""


def without_bystanders(
    tree: Tree, subjects: Subjects, trigger: int, event_type: str, frame: Frame, arguments: Arguments
) -> Arguments:
    """Arguments without an actor who only tells of a deed, "shared concerns about raids", or was acquitted of it."""
    if event_type in _DEEDS and _is_acquitted(tree, trigger):
        return replace(arguments, actors=[])
    if event_type not in _DEEDS or tree.parts[trigger] != "NOUN":
        return arguments
    subject = _bystander(tree, subjects, trigger)
    kept = [
        each
        for each in arguments.actors
        if each[0].head in frame.agents or subject not in (each[0].head, tree.heads[each[0].head])
    ]
    return replace(arguments, actors=kept)


def _is_owned(tree: Tree, deed: int) -> bool:
    """Whether a deed is somebody's by name: "took no part in the Saudis' bombing campaign"."""
    nouns = (deed, tree.heads[deed]) if tree.relations[deed] == "compound" else (deed,)
    return any(tree.relations[child] == "nmod:poss" for noun in nouns for child in tree.children[noun])


def _is_acquitted(tree: Tree, trigger: int) -> bool:
    """Whether a court, or whoever judges, says that somebody did not do it: "acquitted of killing", "not guilty of"."""
    above = tree.heads[trigger]
    if tree.relations[trigger] == "nmod" and tree.relations[above] == "obj":
        above = tree.heads[above]  # "acquitted him of the murder": trees hang it on whom the verb is about, too
    marked = any(tree.lowers[child] == "of" and child < trigger for child in tree.children[trigger])
    if not marked or above == trigger:
        return False
    if tree.lemmas[above] == "guilty":
        return any(tree.lowers[child] == "not" for child in (*tree.children[above], above - 1))
    return tree.lemmas[above] in _ACQUITTING


def _bystander(tree: Tree, subjects: Subjects, trigger: int) -> int | None:
    """The subject of the verb above a deed, where what stands between them only tells of it."""
    word, between = trigger, list[str]()
    while tree.parts[tree.heads[word]] not in VERBS:
        if tree.heads[word] == word or len(between) == _FURTHEST:
            return None
        word = tree.heads[word]
        between.append(tree.lemmas[word])
    verb, relation = tree.heads[word], tree.relations[word]
    tells = tree.lemmas[verb] in _TELLING if not between else not _REPORTS.isdisjoint(between)
    if (
        not (tells or (is_negated(tree, verb) and _is_owned(tree, trigger)))
        or relation not in ("obj", "obl")
        or is_passive(tree, verb)
    ):
        return None
    return subjects.of(verb)
