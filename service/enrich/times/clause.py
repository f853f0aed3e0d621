"""The tense of the clause that an expression stands in, from the parse or else from nearby words."""

from spacy.tokens import Doc, Token

from service.enrich.function_words import FUTURE_AUXILIARIES
from service.enrich.universal_dependencies import AUXILIARIES, VERBS

PLANS = frozenset(
    [
        "plan", "schedule", "expect", "set", "slate", "intend", "aim", "promise", "vow", "pledge", "agree", "decide",
        "threaten", "due", "likely", "prepare", "hope", "propose", "tip", "poise", "ready",
    ]
)  # fmt: skip
SCHEDULED = frozenset(["begin", "start", "open", "resume", "run", "end", "expire", "close"])
"""Verbs whose simple present tells, with a day, what is yet to come: "the talks begin on Friday"."""
TAKEN = frozenset(["place", "effect", "office"])
"""What is taken so: "the law takes effect on Friday"."""
PUT_OFF = frozenset(["adjourn", "postpone", "extend", "delay", "defer", "reschedule", "suspend", "remand"])
"""Verbs that look ahead to the day that something lasts, or is put off, until."""
COMING = FUTURE_AUXILIARIES | {"scheduled", "upcoming", "expected"}
"""Words beside what is yet to come."""
VOTES = frozenset(
    ["election", "vote", "poll", "referendum", "ballot", "runoff", "primary", "by-election", "plebiscite"]
)
BEFORE = frozenset(["for", "before", "ahead", "until"])  # "ahead of"
"""Words between whoever stands in a vote, or what comes first, and the vote: "candidate for the May 8 election"."""
BE = frozenset(["is", "are", "was", "were", "'s", "\u2019s"])
NEARBY = 8  # tokens on each side that are looked at where there is no parse
STEPS = 12  # up the tree


def tense_at(doc: Doc, start: int, end: int) -> str:
    """``past``, ``future`` or ``none``.

    Args:
        start, end: code points of the expression, end exclusive.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return "none"
    if not doc.has_annotation("DEP"):
        return _tense_nearby(doc, span.start, span.end)
    token = span.root
    cases = {child.lower_ for child in token.children if child.dep_ == "case"}
    until = not cases.isdisjoint(("until", "till", "to"))
    if _is_day_of_coming_vote(token):
        return "future"
    for _ in range(STEPS):
        if token.pos_ in VERBS:
            found = "future" if until and token.lemma_ in PUT_OFF else _tense_of(token)
            if found != "none":
                return found
        elif (token.lower_ == "due" or "due" in cases) and not any(child.tag_ == "VBD" for child in token.children):
            return "future"
        if token.head.i == token.i:
            break
        token = token.head
    return _tense_of_root(token)


def _is_day_of_coming_vote(day: Token) -> bool:
    vote = day.head
    if vote.lemma_.lower() not in VOTES:
        return False
    cases = [child for child in vote.children if child.dep_ == "case"]
    return any(case.lower_ in BEFORE or (case.i > 0 and case.nbor(-1).lower_ == "ahead") for case in cases)


def tells_what_is(doc: Doc, start: int, end: int) -> bool:
    """Whether the clause of an expression tells, in a simple present, what is so at all times: "today, it is a port".

    It does not where the writer tells of himself ("today, we open a port"), nor where there is no parse.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span) or not doc.has_annotation("DEP"):
        return False
    clause = span.root.head
    helpers = [child for child in clause.children if child.dep_.startswith(AUXILIARIES)]
    subjects = [child for child in clause.children if child.dep_.startswith("nsubj")]
    if clause.tag_ == "VBG" or any(helper.lemma_ == "have" for helper in helpers):
        return False  # "is meeting", "has met"
    if not subjects or any(subject.lower_ in ("i", "we") for subject in subjects):
        return False
    finite = helpers[0] if helpers else clause
    return finite.tag_ in ("VBZ", "VBP") or finite.lower_ == "can"


def _tense_of(verb: Token) -> str:
    helpers = [child for child in verb.children if child.dep_.startswith(AUXILIARIES) or child.dep_ == "auxpass"]
    lower = [helper.lower_ for helper in helpers]
    if any(word in FUTURE_AUXILIARIES for word in lower) or (verb.lemma_ == "go" and verb.tag_ == "VBG"):
        return "future"
    if "would" in lower and "have" not in lower:
        return "future"  # as whoever is reported saw it
    infinitive = any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)
    if infinitive and any(word in BE for word in lower):
        return "future"  # "is to be held"
    if any(helper.tag_ == "VBD" for helper in helpers):
        return "future" if verb.lemma_ in PLANS and verb.tag_ == "VBN" and verb.dep_ != "ROOT" else "past"
    if verb.tag_ == "VBD":
        return "past"
    if infinitive or verb.tag_ == "VB":
        governor = verb.head
        if verb.dep_ in ("xcomp", "acl", "advcl", "csubj") and governor.i != verb.i:
            return "future" if governor.lemma_ in PLANS or governor.lemma_ in ("be", "plan") else "none"
        return "none" if not any(word in FUTURE_AUXILIARIES for word in lower) else "future"
    if verb.tag_ in ("VBZ", "VBP") and (
        verb.lemma_ in SCHEDULED
        or (verb.lemma_ == "take" and any(child.dep_ == "obj" and child.lower_ in TAKEN for child in verb.children))
    ):
        return "future"
    if verb.lemma_ in PLANS and verb.tag_ in ("VBN", "VBZ", "VBP", "VBG"):
        return "future"
    if any(word in ("has", "have", "had") for word in lower):
        return "past"
    return "none"


def _tense_of_root(root: Token) -> str:
    """Of a sentence whose main verb tells nothing: a cleft copula, a headline."""
    lower = {child.lower_ for child in root.children}
    if lower & FUTURE_AUXILIARIES:
        return "future"
    if any(child.tag_ == "VBD" for child in root.children):
        return "past"
    return "none"


def _tense_nearby(doc: Doc, start: int, end: int) -> str:
    around = [token.lower_ for token in doc[max(0, start - NEARBY) : min(len(doc), end + NEARBY)]]
    return "future" if any(word in COMING for word in around) else "none"
