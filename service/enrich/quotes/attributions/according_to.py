"""Attribution without a verb: "according to the ministry"."""

from service.enrich.aliases.descriptions.nouns import GROUPS, ORGANISATIONS, PERSONS
from service.enrich.quotes.attributions.asides import asides, without
from service.enrich.quotes.attributions.attribution import Attribution, TokenSpan
from service.enrich.quotes.attributions.cues import SPEECH, THINGS_SAID
from service.enrich.quotes.attributions.sources import Source, nominal_in, source_span
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import VERBS
from service.enrich.words import word_set


def according_to(tree: Tree, index: int) -> Attribution | None:
    """What "according" attributes: the clause its phrase stands in, before or behind it; None where it has none."""
    if tree.lowers[index] == "per":
        return None
    nominal = tree.heads[index]
    if tree.relations[index] in ("case", "mark", "fixed") and nominal > index:
        phrase, head = nominal, tree.heads[nominal]
    else:
        # Some trees make "according" the head of the phrase.
        named = [
            child for child in tree.children[index] if tree.relations[child] in ("obl", "nmod", "obj") and child > index
        ]
        if not named:
            return None
        nominal, phrase, head = named[0], index, tree.heads[index]
    to = index + 1 if index + 1 < len(tree.texts) and tree.lowers[index + 1] == "to" else index
    own = (min(index, tree.first[phrase]), tree.last[phrase])
    nearer = None
    if (name := _named_behind(tree, nominal)) is not None:
        nominal, head, own = name, tree.heads[name], (own[0], tree.children[name][-1] if tree.children[name] else name)
    elif (nearer := _before_comma(tree, to + 1, nominal)) is not None:
        nominal, own = nearer.head, (min(index, nearer.first), nearer.last)
    if _tells_how(tree, index, nominal):
        return None
    if head == phrase or tree.relations[phrase] == "ROOT":
        return None
    head = _attributed_clause(tree, head, own)
    own = (own[0], _end_before_subject(tree, own, head))
    head = _claimed(tree, head)
    start, end = tree.first[head], tree.last[head]
    pieces = without(start, end, [own, *asides(tree, head)])
    if not pieces:
        return None
    span = source_span(tree, nominal)
    first = max(span[0], to + 1)
    last = max(first, min(span[1], own[1] if nearer is None else nearer.last))
    while last > first and tree.parts[last] == "PUNCT" and tree.texts[last] not in (")", "]"):
        last -= 1
    return Attribution(pieces, (index, to), "according to", Source(nominal, first, last), "according")


def _named_behind(tree: Tree, nominal: int) -> int | None:
    """The name that the tree takes for the subject: "according to the minister, Adam Reuss, rain fell"."""
    name = tree.heads[nominal]
    if tree.lemmas[nominal] not in PERSONS or tree.parts[name] != "PROPN" or not nominal < name < len(tree.texts) - 1:
        return None
    end = max([name, *(child for child in tree.children[name] if tree.relations[child] == "flat")])
    between = tree.texts[name - 1] == "," and tree.texts[end + 1 : end + 2] == [","]
    return name if between and tree.relations[name] in _SUBJECTS else None


def _before_comma(tree: Tree, first: int, nominal: int) -> Source | None:
    """The phrase before a comma that the tree passes over: "according to data, during the first half, ..."."""
    # Not that of "a July 14, 2005 report".
    commas = [
        token for token in range(first, nominal) if tree.texts[token] == "," and not tree.texts[token + 1].isdigit()
    ]
    return nominal_in(tree, first, commas[0]) if commas else None


def _end_before_subject(tree: Tree, phrase: TokenSpan, head: int) -> int:
    """The last token of a phrase without the subject of the clause behind it, which trees join to an aside.

    "According to Holm - a spokesman - a ship was lost": what stands behind the last mark is the subject.
    """
    first, last = phrase
    others = [tree.relations[child] for child in tree.children[head] if not first <= child <= last]
    if head <= last or tree.parts[head] not in VERBS or not _SUBJECTS.isdisjoint(others):
        return last
    return next((token for token in range(last - 1, first, -1) if tree.texts[token] in _ASIDE_MARKS), last)


_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"))
_ASIDE_MARKS = frozenset((",", "-", "–", "—"))


def _claimed(tree: Tree, head: int) -> int:
    """The clause that "it is claimed that" begins, which tells no more than "according to" does; else the same."""
    own = tree.children[head]
    if tree.lemmas[head] not in SPEECH or not any(tree.relations[child] == "expl" for child in own):
        return head
    return next((child for child in own if tree.relations[child] == "ccomp"), head)


def _tells_how(tree: Tree, index: int, nominal: int) -> bool:
    """Whether something is done rather than told according to something: "ruled according to his ideals"."""
    if tree.lemmas[nominal] in _STANDARDS or (
        tree.lemmas[nominal] in _MEASURES and index > 0 and tree.texts[index - 1] != ","
    ):
        return True
    owned = any(
        tree.relations[child] == "nmod:poss" and tree.parts[child] == "PRON" for child in tree.children[nominal]
    )
    return owned and tree.texts[index - 1 : index] != [","] and index > 0 and tree.lemmas[nominal] not in _SPEAKING


_MEASURES = word_set(
    """
    need demand system theory principle size age height weight rank type method formula custom tradition taste
    preference ability wish merit season class category criterion gender income population capacity severity
    law rule regulation guideline procedure protocol
    """
)
"""Nouns of what things are done by, and that say nothing where no comma parts them from it."""

_STANDARDS = frozenset(("norm", "parameter", "standard", "price"))
"""Nouns of the same kind that never speak."""

_SPEAKING = PERSONS | GROUPS | ORGANISATIONS | THINGS_SAID


def _attributed_clause(tree: Tree, head: int, phrase: TokenSpan) -> int:
    """The clause that an "according to" is about: the whole sentence, unless it stands inside what somebody says."""
    while tree.relations[head] != "ROOT" and tree.heads[head] != head:
        above = tree.heads[head]
        if tree.relations[head] == "conj" and phrase[1] < above < head:
            # It stands before the first of two clauses: "According to her, it works but ...".
            head = above
            continue
        if tree.tags[head] == "VBG" and tree.relations[head] == "advcl" and phrase[0] < head:
            # "It grew, according to her, adding to ...": a participle is no clause of its own.
            head = above
            continue
        if tree.relations[head] in ("ccomp", "advcl", "acl:relcl", "conj", "parataxis") and (
            tree.first[head] == phrase[0] or tree.first[head] >= phrase[0] - 2 or tree.lemmas[above] in SPEECH
        ):
            # It opens a clause of its own: "... that according to a posting, the site is down".
            break
        head = above
    return head
