"""Why a line is removed: the closed list of reasons of the enriched record, read off the line and its run.

A reason explains, it does not decide: the line model has decided already.
"""

import re
from collections.abc import Sequence

RELATED, OTHER, SYMBOL, REPEAT = "related", "other", "symbol", "repeat"

_RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        ("legal", r"©|\(c\) ?\d{4}|all rights reserved|\bcopyright\b|terms (?:of|and|&)|privacy (?:policy|notice)|"
                  r"may not be (?:published|reproduced)|\brepublish|originally (?:published|appeared)|cookies?\b"),
        ("subscribe", r"subscri|sign up|sign in|\blog ?in\b|newsletter|your inbox|e-?mail address|free trial|"
                      r"unlimited access|breaking news alerts|download (?:the|our) app|become a member|donat"),
        ("ad", r"advertis|sponsored|promoted|paid (?:content|post)|article continues|story continues|shop now|"
               r"buy now|affiliate|ad feedback|skip ad"),
        ("comments", r"\bcomments?\b|\brepl(?:y|ies)\b|join the (?:conversation|discussion)|have your say"),
        ("readmore", r"^[>»•\-–—▶→* ]*(?:(?:also|please|must)? ?read\b|related:|see also|watch|don'?t miss|"
                     r"recommended|you (?:may|might)|up next|continue reading|click (?:here|to|on|for)|learn more|"
                     r"find out more|view (?:more|all)|show more|load more|listen|more (?:on|from|stories|news|in)|"
                     r"in case you missed|keep reading|full story)"),
        ("share", r"^(?:share|tweet|pin(?: it)?|e-?mail|print|facebook|twitter|whatsapp|linkedin|reddit|pinterest|"
                  r"flipboard|copy (?:the )?link|telegram|messenger|instagram|youtube|save|bookmark|follow\b.*|x|"
                  r"link copied|\d+ ?(?:shares?|likes?|views?))\W*$|^(?:share|follow) (?:this|on|us|via|with)\b"),
        ("byline", r"^(?:by|written by|posted by|story by|reporting by|author:?|edited by|from our)\b|"
                   r"\bis an? (?:[\w-]+ ){0,5}(?:reporter|writer|editor|journalist|correspondent|columnist|contributor|author)\b|"
                   r"follow (?:him|her|them|me) on|can be reached at|contributed to this (?:report|story|article)"),
        ("caption", r"\b(?:photo|image|picture|photograph|photographer|illustration|video|screengrab|file)s?\s*(?:by|:|/|credit|courtesy|from|via)|"
                    r"getty images|shutterstock|\b(?:ap|afp|reuters|epa)\s*(?:photo|/)|/(?:ap|afp|reuters|epa)\b|"
                    r"^\(?(?:photo|image|picture|credit|file)\b|(?:hide|toggle) caption|enlarge (?:this )?image|\bpictured\b|handout"),
        ("date", r"^(?:published|updated|posted|last (?:updated|modified)|first published|modified)\b|"
                 r"^\W*(?:\w+, )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{1,4}\b[\s\w:,.|/+-]{0,40}$|"
                 r"^\W*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\W*$|^\W*\d{1,2}[:.]\d\d\W*(?:[ap]\.?m\.?|gmt|est|edt|utc|ist|bst)?\W*$|"
                 r"^\d+ (?:hours?|min(?:ute)?s?|days?|weeks?|months?|years?) (?:ago|read)|min(?:ute)? read$"),
        ("navigation", r"^(?:home|menu|news|sports?|business|opinion|world|politics|tech(?:nology)?|entertainment|lifestyle|"
                       r"health|science|videos?|photos|topics?|tags?|filed under|categor(?:y|ies)|sections?|search|about|contact|"
                       r"skip to .*|back to .*|jump to .*|live|culture|travel|weather|more|top|contents?|next|previous|close)\b[\s\w&|/:>-]{0,30}$"),
    )
)  # fmt: skip

HEADLINE_WORDS = 4
_LIST_MARKS = " -–—•*·►▶»>|"
LOOKED_AT = 400  # characters


def own_reason(text: str, *, repeated: bool) -> str | None:
    """The reason that a line itself gives; None when it gives none.

    Args:
        text: the line, repaired.
        repeated: whether the same line stands elsewhere in the document.
    """
    if not any(map(str.isalnum, text)):
        return SYMBOL
    for reason, pattern in _RULES:
        if pattern.search(text[:LOOKED_AT]):
            return reason
    return REPEAT if repeated else None


def reasons(texts: Sequence[str], kept: Sequence[bool], hints: Sequence[str | None] = ()) -> list[str | None]:
    """The reason of each removed line, None for those that are kept.

    A line that gives none is a headline of another story when it reads like one; what stands among
    such headlines, a dash or a lone word, belongs to their list.

    Args:
        texts: all lines, repaired.
        kept: for each line whether it is kept.
        hints: the reasons that markup gives, for each line, or none at all.
    """
    seen: dict[str, int] = {}
    for text in texts:
        seen[text.casefold()] = seen.get(text.casefold(), 0) + 1
    found: list[str | None] = []
    for text, keep, hint in zip(texts, kept, hints or [None] * len(texts), strict=True):
        if keep:
            found.append(None)
            continue
        reason = hint or own_reason(text, repeated=seen[text.casefold()] > 1)
        if reason is None:
            reason = RELATED if len(text.split()) >= HEADLINE_WORDS else OTHER
        found.append(reason)
    for start, end in _removed_runs(kept):
        headlines = sum(reason == RELATED for reason in found[start:end])
        if headlines * 2 >= end - start:
            found[start:end] = [RELATED if reason in (SYMBOL, OTHER) else reason for reason in found[start:end]]
    return found


def listed_headline(text: str) -> str | None:
    """The headline in a line of a list of related stories; None when the line holds none."""
    headline = text.strip(_LIST_MARKS)
    return headline if len(headline.split()) >= HEADLINE_WORDS else None


def _removed_runs(kept: Sequence[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for index, keep in enumerate(kept):
        if keep:
            continue
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs
