"""Who says it where the tree gives a word of saying no subject: "40 percent of voters said", "..., says Ada Holm"."""

from service.enrich.function_words import RELATIVE_PRONOUNS
from service.enrich.quotes.attributions.cues import TO_SOMEBODY
from service.enrich.quotes.attributions.sources import TIMES, Source, antecedent, source_span
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import NOMINALS, TENSED, VERBS

SAYING_FORMS = TENSED | {"VBN"}
"""Tags of the forms that words of saying have beside what is said; taggers take past tenses for participles."""

_SOME = frozenset(("some", "many", "most", "all", "both", "few", "several"))
"""Determiners that stand for people."""

_OBJECTS = frozenset(("me", "him", "her", "us", "them"))
"""Pronouns that are no subjects."""

_IN_PHRASES = frozenset((*NOMINALS, "DET", "ADJ", "ADV", "PART"))
"""Parts of speech inside the phrase behind a word of saying."""

_ONE = (["a"], ["an"])
_UTTERING = frozenset(("say", "add", "explain"))
"""Verbs that have no object: "..., said a friend", but "..., reported a loss"."""

_PARTS_OF_NOUNS = frozenset(("amod", "compound"))
_CLAUSES_OF_NOUNS = frozenset(("acl", "acl:relcl"))
_JOINED_VERBS = frozenset(("conj", "xcomp", "ccomp"))
_BEFORE_INVERTED = frozenset((",", "—", "–"))


def stray_source(tree: Tree, cue: int) -> Source | None:
    """The phrase right behind or before a word of saying that can be its subject, whatever the tree makes of it.

    Of a passive it is no speaker.
    """
    if tree.tags[cue] not in SAYING_FORMS or tree.relations[cue] in _PARTS_OF_NOUNS:
        return None
    if is_described(tree, cue):
        return None
    for child in tree.children[cue]:
        if child < cue and tree.relations[child] == "obl" and tree.lowers[tree.first[child]] == "as":
            return Source(child, *source_span(tree, child))  # "As Ada Holm puts it"
    before = tree.texts[cue - 1] if cue else "\n"
    if before in _BEFORE_INVERTED or before.isspace():
        return _behind(tree, cue) or (_before(tree, cue, over_comma=True) if before == "," else None)
    return _before(tree, cue, over_comma=False)


def is_described(tree: Tree, verb: int) -> bool:
    """Whether a participle tells of the noun before it: "a plan announced in May"."""
    return tree.tags[verb] == "VBN" and tree.relations[verb] == "acl"


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is in the passive, and its subject does not say anything."""
    return any(tree.relations[child] in ("aux:pass", "obl:agent") for child in tree.children[verb])


def _behind(tree: Tree, cue: int) -> Source | None:
    """The phrase between a word of saying and the next mark or preposition: "..., says Ibrahim, ..."."""
    end = cue + 1
    while end < len(tree.texts) and _goes_on(tree, cue + 1, end):
        end += 1
    heads = [token for token in range(cue + 1, end) if tree.parts[token] in NOMINALS]
    takes_object = tree.lowers[cue + 1 : cue + 2] in _ONE and tree.lemmas[cue] not in _UTTERING
    if takes_object or tree.lemmas[cue] in TO_SOMEBODY:
        return None
    if not heads or (end < len(tree.texts) and tree.parts[end] in VERBS) or tree.lowers[cue + 1] in TIMES:
        return None
    head = heads[-1]
    if tree.relations[head] == "flat" and cue < tree.heads[head] < head:
        head = tree.heads[head]
    return None if tree.lowers[head] in _OBJECTS else Source(head, cue + 1, heads[-1])


def _goes_on(tree: Tree, first: int, token: int) -> bool:
    """Whether a phrase that begins with ``first`` has a token: a pronoun is a phrase of its own."""
    if tree.parts[token] == "PRON":
        return token == first and tree.lowers[token] not in RELATIVE_PRONOUNS
    named = tree.tags[token] == "VBN" and token > first  # "the recently named chair"
    return named or tree.parts[token] in _IN_PHRASES or tree.texts[token] == "-"


def _before(tree: Tree, cue: int, *, over_comma: bool) -> Source | None:
    """The phrase that ends right before a word of saying.

    Args:
        over_comma: whether a comma ends it, behind an apposition or a clause: "Holm, who stayed, said".
    """
    place = cue - 1 - over_comma
    while place > 0 and tree.parts[place] in ("AUX", "ADV"):
        place -= 1
    found = place if tree.parts[place] in NOMINALS or tree.lowers[place] in _SOME else None
    crossed = False
    while (above := _above(tree, place)) is not None and above < cue:
        comma = above < place and "," in tree.texts[above:place]
        if comma and (crossed or not over_comma):
            break
        place, crossed = above, crossed or comma
        if tree.parts[place] in NOMINALS:
            found = place
    if found is None or crossed != over_comma or not _is_subject(tree, found):
        return None
    found = antecedent(tree, found, cue)
    first, last = source_span(tree, found)
    return Source(found, first, min(last, cue - 1))


def _above(tree: Tree, token: int) -> int | None:
    """The head of a token that stands with it in one phrase; None where the phrase ends."""
    head = tree.heads[token]
    if head == token:
        return None
    if tree.parts[head] == "VERB":
        return head if _is_of_noun(tree, head) else None
    of_noun = tree.parts[token] != "VERB" or tree.relations[token] in _CLAUSES_OF_NOUNS
    return head if of_noun and tree.parts[head] in NOMINALS else None


def _is_of_noun(tree: Tree, verb: int) -> bool:
    """Whether a verb, or one that it is joined to, describes a noun: "a refugee who fled and asked not to be named"."""
    while tree.relations[verb] in _JOINED_VERBS and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    return tree.relations[verb] in _CLAUSES_OF_NOUNS


def _is_subject(tree: Tree, head: int) -> bool:
    """Whether a nominal may be a subject: no preposition, no time, no object."""
    if tree.lowers[head] in _OBJECTS | TIMES or (tree.texts[head].isdigit() and len(tree.texts[head]) == len("1999")):
        return False
    if tree.relations[head] in _CLAUSES_OF_NOUNS:
        return False
    return not any(
        tree.relations[child] == "case" and tree.lowers[child] != "than" and child < head
        for child in tree.children[head]
    )
