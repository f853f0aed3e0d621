"""Whether a verb is in the passive, also where a headline leaves out what would say so."""

from service.enrich.events.grammar.markers import is_infinitive, preposition
from service.enrich.quotes.attributions.cues import CUES
from service.enrich.quotes.marks.runs import CLOSING
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOMINAL_SUBJECTS, OWN_CLAUSES, TENSED
from service.enrich.words import word_set

_ADJECTIVES = word_set("opposed committed engaged prepared determined involved interested concerned")
"""Participles that say what their subject is like or does: "Peru is opposed to the pact"."""

_WITH_OBJECT = word_set(
    """
    bombed freed killed arrested detained jailed imprisoned kidnapped abducted murdered assassinated executed wounded
    injured sacked deported expelled evicted extradited banned sentenced convicted ambushed targeted looted torched
    captured recaptured rescued destroyed evacuated summoned barred suspended dismissed ousted toppled poisoned
    beheaded stabbed tortured pardoned acquitted indicted impeached repatriated
    """
)
"""Past tenses that always have an object; without one they are participles of a passive: "Village bombed overnight"."""

_JUDGING = word_set(
    """
    accused blamed criticised criticized condemned slammed denounced praised hailed lauded honoured honored fined sued
    suspected thanked faulted castigated lambasted
    """
)
"""The same of verbs of judgement, where they tell what for: "Peru blamed for the attack"."""

_FOR = frozenset(("for", "over", "of"))

_MOVING = word_set(
    "urged told ordered forced persuaded encouraged warned allowed advised instructed compelled commanded permitted"
)
"""The same of verbs that move somebody to do something: "Peru urged to free the miners"."""

_MARKS = CLOSING | {"“", "‘", "«", "``"}
"""Quotation marks."""

_OTHERS = frozenset(("obj", "iobj", "ccomp", "aux"))
_BEGINS_AN_OBJECT = frozenset(("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM"))


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is in the passive: by its auxiliary or subject, or as a participle behind its noun."""
    relations = [tree.relations[child] for child in tree.children[verb]]
    if tree.lowers[verb] in _ADJECTIVES:
        return any(preposition(tree, child) == "by" for child in tree.children[verb])
    if "aux:pass" in relations or "obl:agent" in relations or lacks_its_object(tree, verb):
        return True
    if "nsubj:pass" in relations:
        # With an object and no auxiliary it is the past tense misread: "Judge Ruiz convicted him".
        return "obj" not in relations or tree.tags[verb] == "VBN" or any(map(_is_auxiliary, relations))
    if tree.tags[verb] != "VBN" or any(map(_is_auxiliary, relations)):
        return False
    if tree.relations[verb] == "conj":
        return is_passive(tree, tree.heads[verb]) and "nsubj" not in relations
    return (
        tree.relations[verb] in ("acl", "advcl", "amod", "ROOT") and "obj" not in relations and "nsubj" not in relations
    )


def lacks_its_object(tree: Tree, verb: int) -> bool:
    """Whether a verb that always has an object has a subject alone, in a clause of its own, as in headlines.

    Its subject undergoes the act for sure, although it looks like the past tense.
    """
    word, children = tree.lowers[verb], tree.children[verb]
    if verb + 1 < len(tree.parts) and tree.parts[verb + 1] in _BEGINS_AN_OBJECT:
        return False  # whatever the tree calls it
    relations = {tree.relations[child] for child in children if not preposition(tree, child)}
    if tree.relations[verb] not in OWN_CLAUSES or not NOMINAL_SUBJECTS & relations or _OTHERS & relations:
        return False
    if word in _WITH_OBJECT:
        return "conj" not in relations
    if word in _JUDGING:
        return any(preposition(tree, child) in _FOR for child in children if child > verb)
    return word in _MOVING and any(
        tree.relations[child] == "xcomp" and is_infinitive(tree, child) for child in children
    )


def told_behind_a_quote(tree: Tree, verb: int) -> int | None:
    """Who says a quotation, by the verb that follows it: "They broke the truce," accused Ruiz.

    Trees take whoever stands behind such a verb for its object; an object has a subject before the verb.
    """
    if tree.lemmas[verb] not in CUES or tree.tags[verb] not in TENSED or tree.relations[verb] == "conj":
        return None
    closing = verb - 2 if tree.texts[verb - 1 : verb] == [","] else verb - 1
    if closing < 0 or tree.texts[closing] not in CLOSING:
        return None
    opening = next((token for token in range(closing - 1, -1, -1) if tree.texts[token] in _MARKS), -1)
    if any(child < opening and tree.relations[child] in NOMINAL_SUBJECTS for child in tree.children[verb]):
        return None
    return next(
        (
            child
            for child in tree.children[verb]
            if tree.first[child] == verb + 1 and tree.relations[child] in ("obj", "iobj", "nsubj")
        ),
        None,
    )


def _is_auxiliary(relation: str) -> bool:
    return relation.startswith("aux")
