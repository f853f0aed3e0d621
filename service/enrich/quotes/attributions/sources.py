"""Who says it, as it is written: the subject of a word of saying, its own or a shared one."""

from typing import NamedTuple

from service.enrich.days import MONTHS, WEEKDAYS
from service.enrich.function_words import RELATIVE_SUBJECTS
from service.enrich.quotes.attributions.cues import SPEECH, TO_SOMEBODY
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import ACTIVE_SUBJECTS, CONTENT_CLAUSES, NOMINALS, NOUNS, NOUNS_AND_PRONOUNS
from service.enrich.words import word_set

_DEEPEST = 6
"""Verbs looked at on the way up to a shared subject."""

_OBJECT_CONTROL = word_set(
    "ask tell urge allow force lead cause let make help order want get persuade convince push prompt encourage"
)
"""Verbs whose object does what the infinitive tells."""

TIMES = WEEKDAYS | (MONTHS - {"may"}) | {"yesterday", "today", "tomorrow"}
"""What tells when, not who."""

_CLAUSES_BEHIND = frozenset(("acl:relcl", "acl", "parataxis", "advcl", "cc", "conj", "dep", "list"))
"""Relations of what stands behind a phrase and is no part of it."""

_LONG = 12
"""Tokens from the head of a phrase to its end from which on what is joined by "and" is no part of it."""

_OPENINGS = frozenset(("case", "mark", "cc", "punct", "advmod"))
"""Relations of what stands before a phrase and is no part of it."""

_ENDS_OF_DATELINES = frozenset((":", ";", "—", "–"))

_BELOW_VERBS = frozenset(("obj", "obl", "nmod"))

_GOING_ON = frozenset(("go", "continue", "proceed", "come"))
"""Verbs in "went on to say"."""


class Source(NamedTuple):
    """Who is said to speak.

    Attributes:
        head: the token that heads the phrase.
        first, last: its tokens, both inclusive.
    """

    head: int
    first: int
    last: int


def source_of(tree: Tree, cue: int) -> Source | None:
    """The phrase for whoever speaks with a word of saying; None where the text does not tell."""
    head = _subject(tree, cue)
    if head is None:
        return None
    first, last = source_span(tree, head)
    if head < cue <= last:
        # "a message stating that ...": the phrase ends before its own clause.
        last = max(head, cue - 1)
        while last > head and tree.parts[last] in ("AUX", "ADV", "PUNCT", "PART"):
            last -= 1
    elif first <= cue < head:
        first = cue + 1
    if ":" in tree.texts[head + 1 : last + 1]:
        for token in range(last, head, -1):
            # "LONDON: A minister said"
            if tree.texts[token] == ":" and (behind := nominal_in(tree, token + 1, last + 1)) is not None:
                return behind
    return Source(head, first, last)


def source_span(tree: Tree, head: int) -> tuple[int, int]:
    """First and last token of a phrase, without clauses and punctuation behind it, and a dateline before it."""
    first, last = tree.first[head], tree.last[head]
    texts, relations = tree.texts, tree.relations
    for token in range(head - 1, first - 1, -1):
        if texts[token] in _ENDS_OF_DATELINES or "\n" in texts[token]:
            first = token + 1
            break
    is_long = last - head >= _LONG
    has_clause = False
    for child in tree.children[head]:
        relation = relations[child]
        if child < head:
            if relation in _OPENINGS and not tree.is_hyphen(child):
                first = max(first, min(tree.last[child] + 1, head))  # trees cross: its own words may stand behind
            continue
        if not has_clause and relation in _CLAUSES_BEHIND and (is_long or relation not in ("cc", "conj")):
            last, has_clause = min(last, tree.first[child] - 1), True
        if not TIMES.isdisjoint(tree.lowers[tree.first[child] : tree.last[child] + 1]):
            # "state television on Friday"
            last = min(last, tree.first[child] - 1)
    last = max(last, head)
    while last > head and _is_no_end(tree, first, last):
        last -= 1
    while first < head and (tree.parts[first] in ("PUNCT", "SPACE", "CCONJ") or _is_saying(tree, first)):
        first += 1
    return first, last


def _is_no_end(tree: Tree, first: int, last: int) -> bool:
    """Whether a phrase ends before a mark, which is no bracket of its own."""
    opening = {")": "(", "]": "["}.get(tree.texts[last])
    return tree.parts[last] in ("PUNCT", "SPACE") and (opening is None or opening not in tree.texts[first:last])


def _is_saying(tree: Tree, token: int) -> bool:
    """Whether a phrase seems to begin with the word of saying before it: "reported Ada Holm, and pointed"."""
    return tree.parts[token] == "VERB" and tree.tags[token] in ("VBD", "VBZ") and tree.lemmas[token] in SPEECH


def _subject(tree: Tree, verb: int) -> int | None:
    """The token that heads the subject of a verb, its own or one it shares."""
    cue = verb
    for _ in range(_DEEPEST):
        subject: int | None = None
        for child in tree.children[verb]:
            # Of several the nearest before: a dateline is none, and what follows belongs to what is said.
            if tree.relations[child] in ACTIVE_SUBJECTS and (child < verb or subject is None):
                subject = child
        if subject is not None:
            if verb == cue and subject < cue and tree.texts[cue - 1] == ",":
                subject = _inverted(tree, cue, subject)
            return antecedent(tree, subject, verb)
        passive = False
        for child in tree.children[verb]:
            relation = tree.relations[child]
            if relation == "obl:agent":
                return child
            if relation == "nsubj:pass" and verb != cue:
                # "A statement is claimed to say"
                return child
            passive = passive or relation in ("nsubj:pass", "expl", "aux:pass")
        if passive:
            return None
        relation, head = tree.relations[verb], tree.heads[verb]
        if head == verb:
            return None
        if relation in ("acl", "acl:relcl"):
            return _described(tree, verb) if _is_participle(tree, verb) else None
        if relation == "advcl" and not _is_participle(tree, verb) and tree.lemmas[head] not in _GOING_ON:
            return None
        if relation == "xcomp" and tree.lemmas[head] in _OBJECT_CONTROL:
            between = [child for child in tree.children[head] if head < child < verb and _is_led(tree, child)]
            if between:
                return between[0]
        if relation not in ("xcomp", "conj", "advcl", "parataxis", "ccomp"):
            return None
        while relation == "advcl" and tree.parts[head] == "NOUN" and tree.relations[head] in _BELOW_VERBS:
            head = tree.heads[head]  # "expressed regret, saying that ...": the tree hangs it on the regret
        if relation in CONTENT_CLAUSES and not _is_participle(tree, verb):
            return None
        saying = tree.heads[head]
        on = relation == "advcl" and tree.relations[head] == "ccomp" and tree.lemmas[saying] in SPEECH
        aside = _said_aside(tree, head, verb) if relation == "advcl" else None
        if tree.lemmas[verb] in SPEECH and says_on(tree, verb) and (on or aside is not None):
            verb = saying if aside is None else aside
        else:
            verb = head
    return None


def _is_led(tree: Tree, child: int) -> bool:
    """Whether a nominal behind a verb may be whom it makes do something, which trees take for a subject, too."""
    return tree.relations[child] in ("obj", "iobj", "nsubj") and tree.parts[child] in NOMINALS


def _inverted(tree: Tree, cue: int, subject: int) -> int:
    """The subject behind a comma and a word of saying, rather than one before them: "The plan was ..., says Holm"."""
    if tree.lemmas[cue] in TO_SOMEBODY:
        return subject
    for child in tree.children[cue]:
        ended = tree.parts[tree.last[child] + 1 : tree.last[child] + 2] in ([], ["PUNCT"], ["SPACE"])
        if tree.relations[child] in ACTIVE_SUBJECTS and tree.first[child] == cue + 1 and ended:
            return child
    return subject


def _described(tree: Tree, verb: int) -> int | None:
    """The noun that a participle tells of: in "concern, with analysts saying that ..." the one right before it."""
    noun = tree.heads[verb]
    if tree.parts[noun] not in NOUNS_AND_PRONOUNS:
        return None
    if any(tree.relations[child] in ("mark", "case") and child < verb for child in tree.children[verb]):
        return None  # "the trap of assuming that ..."
    for child in tree.children[noun]:
        if child < verb and tree.last[child] == verb - 1 and tree.lowers[tree.first[child]] == "with":
            return child
    return noun


def _said_aside(tree: Tree, clause: int, verb: int) -> int | None:
    """The word of saying put in behind a clause and before a participle: "It is late, Kirby said, adding that ..."."""
    return next(
        (
            child
            for child in tree.children[clause]
            if clause < child < verb and tree.relations[child] == "parataxis" and tree.lemmas[child] in SPEECH
        ),
        None,
    )


def says_on(tree: Tree, verb: int) -> bool:
    """Whether a participle goes on with what somebody says: "said it was late, stating that it rained".

    Without a "that" it may tell what the subject of the clause said; but who adds has said something.
    """
    return tree.tags[verb] == "VBG" and any(
        tree.lemmas[verb] == "add" or tree.lowers[tree.first[clause]] == "that"
        for clause in tree.children[verb]
        if tree.relations[clause] == "ccomp"
    )


def _is_participle(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] in ("VBG", "VBN")


def antecedent(tree: Tree, subject: int, verb: int) -> int:
    """The noun that a relative pronoun stands for, else the subject itself."""
    word = tree.lowers[subject]
    if word not in RELATIVE_SUBJECTS:
        return subject
    if tree.relations[verb] == "acl:relcl":
        return tree.heads[verb]
    if word != "who":
        return subject
    noun = subject - (2 if subject > 1 and tree.texts[subject - 1] == "," else 1)
    if noun < 0 or tree.parts[noun] not in NOUNS:
        return subject
    return tree.heads[noun] if tree.relations[noun] == "flat" else noun


def nominal_in(tree: Tree, start: int, end: int) -> Source | None:
    """The phrase that some tokens (end exclusive) make, by its nominal nearest to the top of the tree."""
    best: int | None = None
    for place in range(start, end):
        if tree.parts[place] == "VERB" and tree.tags[place] not in ("VBN", "VBG"):
            return None
        if tree.parts[place] in NOMINALS and (best is None or not start <= tree.heads[place] < end):
            best = place
            if not start <= tree.heads[place] < end:
                break
    if best is None:
        return None
    first, last = source_span(tree, best)
    return Source(best, max(first, start), min(last, end - 1))
