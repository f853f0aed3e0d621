"""The tense of the clause that an expression stands in, from the parse or else from nearby words."""

from collections.abc import Sequence

from service.enrich.function_words import FUTURE_AUXILIARIES
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import AUXILIARIES, VERBS
from service.enrich.words import word_set

PLANS = frozenset(
    [
        "plan", "schedule", "expect", "set", "slate", "intend", "aim", "promise", "vow", "pledge", "agree", "decide",
        "threaten", "due", "likely", "prepare", "hope", "propose", "tip", "poise", "ready", "await", "anticipate",
        "suppose",
    ]
)  # fmt: skip
SCHEDULED = frozenset(["begin", "start", "open", "resume", "run", "end", "expire", "close"])
"""Verbs whose simple present tells, with a day, what is yet to come: "the talks begin on Friday"."""
TAKEN = frozenset(["place", "effect", "office"])
"""What is taken so: "the law takes effect on Friday"."""
PUT_OFF = frozenset(["adjourn", "postpone", "extend", "delay", "defer", "reschedule", "suspend", "remand"])
"""Verbs that look ahead to the day that something lasts, or is put off, until."""
MODALS = frozenset(["may", "might", "must", "should", "can", "could"])
"""Before a plain verb, of what is yet to come: "the talks may resume on Friday"."""
PERCEIVED = frozenset(["see", "hear", "feel", "smell"])
"""What could be perceived has been: "the blast could be heard on Monday"."""
COMING = FUTURE_AUXILIARIES | {"scheduled", "upcoming", "expected"}
"""Words beside what is yet to come."""
VOTES = frozenset(
    ["election", "vote", "poll", "referendum", "ballot", "runoff", "primary", "by-election", "plebiscite"]
)
BEFORE = frozenset(["for", "before", "ahead", "until"])  # "ahead of"
"""Words between whoever stands in a vote, or what comes first, and the vote: "candidate for the May 8 election"."""
HAPPENINGS = word_set(
    """
    accident airstrike ambush arrest assassination assault attack avalanche blast bombing bombardment clash collapse
    collision coup crash derailment disaster earthquake explosion incident kidnapping killing landslide massacre murder
    outage quake raid rampage robbery shooting stabbing theft tragedy tremor violence
    """
)
"""What nobody announces: of a day that it is told by, it has happened."""
PRESENT = frozenset(["VBZ", "VBP"])
BE = frozenset(["is", "are", "was", "were", "'s", "\u2019s"])
AHEAD = frozenset(["forward", "ahead"])
"""Where who awaits something looks: "we look forward to our visit in October"."""
DUE = frozenset(["due", "about"])
"""Words before an infinitive that is yet to come: "is due to start"."""
ON = frozenset(["on", "in", "at", "late", "early"])
"""Words between a verb and its time: "said late on Sunday"."""
NEARBY = 8  # tokens on each side that are looked at where there is no parse
STEPS = 12  # up the tree


def tense_at(tree: Tree, start: int, end: int) -> str:
    """``past``, ``future``, ``present`` or ``none``.

    Args:
        start, end: code points of the expression, end exclusive.
    """
    first, behind = tree.covering(start, end)
    if not any(tree.relations):
        return _tense_nearby(tree, first, behind)
    token = day = tree.top(first, behind)
    cases = {tree.lowers[child] for child in tree.children[token] if tree.relations[child] == "case"}
    until = not cases.isdisjoint(("until", "till"))
    if _is_day_of_coming_vote(tree, token) or _is_what_is(tree, token):
        return "future"
    if _follows_past(tree, first) or _is_day_of_happening(tree, token):
        return "past"
    present, direct = False, True
    for _ in range(STEPS):
        if tree.parts[token] in VERBS:
            found = "future" if (until or "to" in cases) and tree.lemmas[token] in PUT_OFF else _tense_of(tree, token)
            if found == "none" and direct and _is_possible(tree, token):
                return "future"
            if found == "present" and until:
                return "future"
            if found not in ("none", "present"):
                return found
            present |= found == "present"
        elif (tree.lowers[token] == "due" or "due" in cases) and not _has_past(tree, tree.children[token]):
            return "future"
        if tree.heads[token] == token:
            break
        direct &= token == day or tree.parts[token] in VERBS
        token = tree.heads[token]
    found = _tense_of_root(tree, token)
    if found in ("past", "future"):
        return found
    if until:
        return "future"
    return "present" if (present or found == "present") and "since" not in cases else "none"


def _is_what_is(tree: Tree, day: int) -> bool:
    """Whether something is told to be a day: "the deadline is Friday"."""
    told = [child for child in tree.children[day] if tree.relations[child] in ("cop", "case")]
    return len(told) == 1 and tree.relations[told[0]] == "cop" and tree.lowers[told[0]] in BE


def _follows_past(tree: Tree, first: int) -> bool:
    """Whether a verb of the past stands right before an expression, which tells its time: "said on Sunday it would"."""
    before = first - 1
    while before > 0 and tree.lowers[before] in ON:
        before -= 1
    if before < 0 or tree.tags[before] != "VBD" or tree.parts[before] != "VERB":
        return False
    return not any(tree.relations[child].startswith("aux") for child in tree.children[before])


def _is_day_of_coming_vote(tree: Tree, day: int) -> bool:
    vote = tree.heads[day]
    if tree.lemmas[vote] not in VOTES:
        return False
    cases = [child for child in tree.children[vote] if tree.relations[child] == "case"]
    return any(tree.lowers[case] in BEFORE or (case > 0 and tree.lowers[case - 1] == "ahead") for case in cases)


def _is_day_of_happening(tree: Tree, day: int) -> bool:
    """Whether a day tells when something happened: "they will look into Monday's attack", "the attack of Monday"."""
    deed, relation = tree.heads[day], tree.relations[day]
    if tree.lemmas[deed] not in HAPPENINGS or tree.parts[deed] in VERBS:
        return False
    # "Plans for an attack on Monday" are of another day than "the attack on Monday".
    told = relation == "nmod" and any(tree.lowers[child] == "the" for child in tree.children[deed])
    return told or relation in ("nmod:poss", "compound")


def tells_what_is(tree: Tree, start: int, end: int) -> bool:
    """Whether the clause of an expression tells, in a simple present, what is so at all times: "today, it is a port".

    It does not where the writer tells of himself ("today, we open a port"), nor where there is no parse.

    Args:
        start, end: code points of the expression, end exclusive.
    """
    if not any(tree.relations):
        return False
    clause = tree.heads[tree.top(*tree.covering(start, end))]
    children = tree.children[clause]
    helpers = [child for child in children if tree.relations[child].startswith(AUXILIARIES)]
    subjects = [child for child in children if tree.relations[child].startswith("nsubj")]
    if tree.tags[clause] == "VBG" or any(tree.lemmas[helper] == "have" for helper in helpers):
        return False  # "is meeting", "has met"
    if not subjects or any(tree.lowers[subject] in ("i", "we") for subject in subjects):
        return False
    finite = helpers[0] if helpers else clause
    return tree.tags[finite] in ("VBZ", "VBP") or tree.lowers[finite] == "can"


def _tense_of(tree: Tree, verb: int) -> str:
    children, relations, lowers = tree.children[verb], tree.relations, tree.lowers
    lemma, tag = tree.lemmas[verb], tree.tags[verb]
    helpers = [child for child in children if relations[child].startswith(AUXILIARIES)]
    lower = [lowers[helper] for helper in helpers]
    if any(word in FUTURE_AUXILIARIES for word in lower):
        return "future"
    if lemma == "go" and tag == "VBG":
        return "past" if _has_past(tree, helpers) else "future"
    if lemma == "look" and any(lowers[child] in AHEAD for child in children):
        return "future"
    if "would" in lower and "have" not in lower:
        return "future"  # as whoever is reported saw it
    infinitive = any(relations[child] == "mark" and lowers[child] == "to" for child in children)
    if infinitive and any(word in BE for word in lower):
        return "future"  # "is to be held"
    if tag == "VB" and any(lowers[child] in DUE for child in children):
        return "future"
    if _has_past(tree, helpers):
        return "future" if lemma in PLANS and tag == "VBN" and relations[verb] != "ROOT" else "past"
    if tag == "VBD":
        return "past"
    if infinitive or tag == "VB":
        governor = tree.heads[verb]
        if relations[verb] in ("xcomp", "acl", "advcl", "csubj") and governor != verb:
            return "future" if tree.lemmas[governor] in PLANS or tree.lemmas[governor] in ("be", "plan") else "none"
        return "future" if not infinitive and _is_asked_for(tree, verb) else "none"
    if tag in ("VBZ", "VBP") and (
        lemma in SCHEDULED
        or (lemma == "take" and any(relations[child] == "obj" and lowers[child] in TAKEN for child in children))
    ):
        return "future"
    if lemma in PLANS and tag in ("VBN", "VBZ", "VBP", "VBG"):
        return "future"
    if any(word in ("has", "have", "had") for word in lower):
        return "past"
    return "present" if tag in PRESENT or any(word in BE for word in lower) else "none"


def _is_possible(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what may, or must, come: "it could open in May"; not "it may have" or "he could not"."""
    children = tree.children[verb]
    lowers = [tree.lowers[child] for child in children if tree.relations[child].startswith(AUXILIARIES)]
    if MODALS.isdisjoint(lowers) or "have" in lowers:
        return False
    negated = any(tree.lowers[child] in NOT for child in children)
    return "could" not in lowers or not (negated or tree.lemmas[verb] in PERCEIVED)


NOT = frozenset(["not", "n't", "n\u2019t", "never"])


def _is_asked_for(tree: Tree, verb: int) -> bool:
    """Whether a verb in its plain form tells what somebody is to do: "Host the Lakers on Friday"."""
    children, relations = tree.children[verb], tree.relations
    told = any(relations[child].startswith(("nsubj", "csubj", *AUXILIARIES)) for child in children)
    return relations[verb] in ("ROOT", "root") and not told


def _tense_of_root(tree: Tree, root: int) -> str:
    """Of a sentence whose main verb tells nothing: a cleft copula, a headline."""
    children = tree.children[root]
    if any(tree.lowers[child] in FUTURE_AUXILIARIES for child in children):
        return "future"
    if _has_past(tree, children):
        return "past"
    if tree.tags[root] == "VB" and _is_asked_for(tree, root):
        return "future"  # also where the verb is taken for a noun
    is_now = any(tree.relations[child] == "cop" and tree.tags[child] in PRESENT for child in children)
    return "present" if is_now else "none"


def _has_past(tree: Tree, tokens: Sequence[int]) -> bool:
    return any(tree.tags[token] == "VBD" for token in tokens)


def _tense_nearby(tree: Tree, start: int, end: int) -> str:
    around = tree.lowers[max(0, start - NEARBY) : end + NEARBY]
    return "future" if any(word in COMING for word in around) else "none"
