"""Why a line is removed: the closed list of reasons of the enriched record, read off the line and its run.

A reason explains, it does not decide: the line model has decided already.
"""

from collections.abc import Sequence

from service.clean.lines.phrases import ANYWHERE, BEGINNINGS, HINTS

RELATED, OTHER, SYMBOL, REPEAT = "related", "other", "symbol", "repeat"

HEADLINE_WORDS = 4
_LIST_MARKS = " -–—•*·►▶»>|"
LOOKED_AT = 240  # characters


def own_reason(text: str, *, repeated: bool) -> str | None:
    """The reason that a line itself gives; None when it gives none.

    Args:
        text: the line, repaired.
        repeated: whether the same line stands elsewhere in the document.
    """
    if not any(map(str.isalnum, text)):
        return SYMBOL
    lower = text[:LOOKED_AT].lower()
    found = BEGINNINGS.match(lower)
    if found is None and any(map(lower.__contains__, HINTS)):
        found = ANYWHERE.search(lower)
    if found is not None:
        return found.lastgroup
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
