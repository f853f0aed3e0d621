"""Acts that a verb names together with its object, where neither word alone does: "lifted the ban", "took the town".

The table is ``service/data/events/deeds.tsv``; its types are those of the labelling guide. What somebody will not
yield, they refuse, and harm that they will do is a threat.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from service.enrich.events.circumstances.modality import signs
from service.enrich.events.codes.lexicon import FOLDER
from service.enrich.events.codes.plover import YIELDING
from service.enrich.events.grammar.court_orders import ordering_court
from service.enrich.events.grammar.markers import COUNTING, is_infinitive, preposition
from service.enrich.events.grammar.verb_frames import DEMANDING
from service.enrich.tables import rows
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import LOGICAL_OBJECTS, NOUNS
from service.enrich.words import word_set

_MODIFIERS = ("amod", "compound", "nmod")
"""Relations of words that tell of which kind an object is: "a hunger strike", "a state of emergency"."""

_AMOUNTS = COUNTING | word_set("million billion trillion dollar euro pound yen $ € £ ton tonne")
"""Nouns behind which stands what is meant: "hundreds of drones", "two million dollars in aid"."""

_DECIDING = frozenset(("decide", "plan", "intend"))
"""Verbs that are no act beside the one that they announce; promises are."""

_COOPERATIVE = YIELDING | {"AID"}
_HARMFUL = frozenset(("COERCE", "SANCTION", "ASSAULT"))

_RINGING = frozenset(("call", "phone", "ring"))
_TALKING = word_set(
    """
    discuss talk speak express convey offer explain apologize apologise congratulate thank assure inform brief tell
    condole wish invite urge
    """
)
"""What somebody who calls wants to do; to call somebody to do it is to ask for it."""


_BEFORE_NOUNS = frozenset(("DET", "ADJ", "PRON", "NUM"))
_FURTHEST = 5
"""Tokens from a verb to a noun that can only be its object."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a verb and its object name.

    Attributes:
        type: of the act.
        plain: whether it is told of somebody as what is, was or will be, and not as what should or might be.
    """

    type: str
    plain: bool


def deed(tree: Tree, verb: int) -> Deed | None:
    """The act that a verb and its object name, or a court's order and what it is for; None where they name none."""
    if ordering_court(tree, verb) is not None:
        return Deed("COERCE", plain=True)
    things = _deeds().get(tree.lemmas[verb])
    named = None if things is None else _named(tree, verb, things)
    if named is None and tree.lemmas[verb] in _RINGING and _rings_to_talk(tree, verb):
        named = "CONSULT"
    if named is None and tree.lemmas[verb] == "tell" and _tells_to_act(tree, verb):
        named = "REQUEST"
    if named is None:
        return None
    told = signs(tree, verb)
    if told.future and told.negated and named in _COOPERATIVE:
        named = "REJECT"
    elif told.future and named in _HARMFUL:
        named = "THREATEN"
    plain = _is_finite(tree, verb) or (tree.relations[verb] == "xcomp" and tree.lemmas[tree.heads[verb]] in _DECIDING)
    return Deed(named, plain and not told.hypothetical and not told.conditional)


def is_undone(tree: Tree, noun: int) -> bool:
    """Whether a noun names what the verb above it ends: "the sanctions were lifted", "called off a strike"."""
    above = deed(tree, tree.heads[noun]) if tree.relations[noun] in LOGICAL_OBJECTS else None
    return above is not None and above.type in (*YIELDING, "REJECT")


def _is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb has a subject of its own, and is no bare participle, nor what is asked for: "that Peru lift"."""
    relations = {tree.relations[child] for child in tree.children[verb]}
    if relations.isdisjoint(("nsubj", "nsubj:pass", "expl")):  # trees take "it" for an expletive
        return False
    asked = tree.tags[verb] == "VBP" and tree.lemmas[tree.heads[verb]] in DEMANDING  # taggers take it for a tense
    return "aux" in relations or not (asked or tree.tags[verb] in ("VB", "VBG"))


def _named(tree: Tree, verb: int, things: dict[str, str]) -> str | None:
    """The type that the table has for one of the objects of a verb."""
    particles = [tree.lowers[child] for child in tree.children[verb] if tree.relations[child] == "compound:prt"]
    particle = particles[0] if particles else ""
    names = (f"{particle} {name}" for name in _objects(tree, verb))
    return next((things[name] for name in names if name in things), None)


def _rings_to_talk(tree: Tree, verb: int) -> bool:
    """Whether somebody with a name is called, and to say something: "called Erdogan to discuss grain".

    Who calls on somebody to say it asks.
    """
    if tree.lowers[verb + 1 : verb + 2] in (["on"], ["upon"], ["for"]):
        return False
    children = tree.children[verb]
    somebody = any(tree.relations[child] in ("obj", "xcomp") and tree.parts[child] == "PROPN" for child in children)
    return somebody and any(tree.lemmas[child] in _TALKING and is_infinitive(tree, child) for child in children)


def _tells_to_act(tree: Tree, verb: int) -> bool:
    """Whether people or a body are told to do something: "told residents to leave", not "his wife", "him"."""
    relations = {child: tree.relations[child] for child in tree.children[verb]}
    if not any(relation == "xcomp" and is_infinitive(tree, child) for child, relation in relations.items()):
        return False
    return any(
        relation == "nsubj:pass"
        or (relation in ("obj", "iobj") and tree.parts[child] in NOUNS and not _has_possessor(tree, child))
        for child, relation in relations.items()
    )


def _has_possessor(tree: Tree, noun: int) -> bool:
    return any(tree.relations[child] == "nmod:poss" for child in tree.children[noun])


def _objects(tree: Tree, verb: int) -> Iterator[str]:
    """What may stand in the table for an object of a verb: lemmas, alone and with what they come with."""
    for child in (*tree.children[verb], *_misread(tree, verb)):
        if _is_object(tree, child, verb):
            for thing in (child, *(each for each in tree.children[child] if tree.relations[each] == "conj")):
                yield tree.lemmas[thing]
                if tree.parts[thing + 1 : thing + 2] == ["ADP"]:
                    yield f"{tree.lemmas[thing]}_{tree.lowers[thing + 1]}"  # whatever the tree gives it to
                for each in tree.children[thing]:
                    if tree.relations[each] in _MODIFIERS:
                        yield "_".join(tree.lemmas[word] for word in sorted((each, thing)))
                        if tree.lemmas[thing] in _AMOUNTS:
                            yield tree.lemmas[each]
        elif tree.relations[child] == "obl":
            yield f"{preposition(tree, child)}_{tree.lemmas[child]}"


def _is_object(tree: Tree, word: int, verb: int) -> bool:
    relation = tree.relations[word]
    told = relation in LOGICAL_OBJECTS or (relation == "xcomp" and tree.parts[word] == "NOUN")
    return told or tree.heads[word] != verb


def _misread(tree: Tree, verb: int) -> Iterator[int]:
    """The noun behind a verb that a tree gives to a later word: although a preposition parts it from that noun, or
    as the object of what is said of it, "declared a truce effective".
    """
    for word in range(verb + 1, min(len(tree.texts), verb + _FURTHEST)):
        if tree.parts[word] == "NOUN":
            above = tree.heads[word]
            said_of_it = (
                tree.relations[word] == "obj" and tree.relations[above] == "xcomp" and tree.heads[above] == verb
            )
            parted = tree.relations[word] == "compound" and "ADP" in tree.parts[word:above]
            if above > word and (said_of_it or parted):
                yield word
            return
        if tree.parts[word] not in _BEFORE_NOUNS:
            return


@cache
def _deeds() -> dict[str, dict[str, str]]:
    """Lemma of a verb -> its particle, if any, and an object -> type."""
    found: dict[str, dict[str, str]] = {}
    for event_type, verbs, things in rows(FOLDER / "deeds.tsv", 3):
        for verb, _, particle in (each.partition("_") for each in verbs.split()):
            found.setdefault(verb, {}).update({f"{particle} {thing}": event_type for thing in things.split()})
    return found
