"""Why a line is removed: the closed list of reasons of the enriched record, read off the line and its run.

A reason explains, it does not decide: the line model has decided already.
"""

from collections.abc import Sequence
from functools import lru_cache

from service.clean.lines.decision.phrases import ANYWHERE, BEGINNINGS

RELATED, OTHER, SYMBOL, REPEAT = "related", "other", "symbol", "repeat"

HEADLINE_WORDS = 4
_LIST_MARKS = " -–—•*·►▶»>|"
LOOKED_AT = 240  # characters


@lru_cache(maxsize=16_384)  # a site's leftovers are the same below each of its articles, and sites are many
def own_reason(lower: str) -> str | None:
    """The reason that a line itself gives; None when it gives none.

    Args:
        lower: the beginning of the line, repaired, in lower case.
    """
    if not any(map(str.isalnum, lower)):
        return SYMBOL
    if begins := BEGINNINGS.match(lower):
        return begins.lastgroup
    first, found = len(lower), None
    for reason, hints, pattern in ANYWHERE:
        if any(map(lower.__contains__, hints)) and (match := pattern.search(lower)) and match.start() < first:
            first, found = match.start(), reason
    return found


def reasons(texts: Sequence[str], kept: Sequence[bool], hints: Sequence[str | None] = ()) -> list[str | None]:
    """The reason of each removed line, None for those that are kept.

    A line that gives none is a headline of another story when it reads like one; what stands among
    such headlines, a dash or a lone word, belongs to their list.

    Args:
        texts: all lines, repaired.
        kept: for each line whether it is kept.
        hints: the reasons that markup gives, for each line, or none at all.
    """
    found: list[str | None] = [None] * len(texts)
    unexplained: list[int] = []
    for index in [index for index, keep in enumerate(kept) if not keep]:
        found[index] = (hints[index] if hints else None) or own_reason(texts[index][:LOOKED_AT].lower())
        if not found[index]:
            unexplained.append(index)
    repeated = _repeated(texts, unexplained) if unexplained else set()
    for index in unexplained:
        listed = RELATED if len(texts[index].split()) >= HEADLINE_WORDS else OTHER
        found[index] = REPEAT if index in repeated else listed
    for start, end in _removed_runs(kept):
        if found[start:end].count(RELATED) * 2 >= end - start:
            found[start:end] = [RELATED if reason in (SYMBOL, OTHER) else reason for reason in found[start:end]]
    return found


def _repeated(texts: Sequence[str], asked: Sequence[int]) -> set[int]:
    """Which of the lines asked for stand in the document twice, but for case."""
    folded = {index: texts[index].casefold() for index in asked}
    # No text gets shorter when its case is folded, and few get longer, so that most need not be.
    lengths = set(map(len, folded.values()))
    longest = max(lengths, default=-1)
    times = dict.fromkeys(folded.values(), 0)
    for text in texts:
        if len(text) in lengths or (len(text) < longest and not text.isascii()):
            own = text.casefold()
            if own in times:
                times[own] += 1
    return {index for index, text in folded.items() if times[text] > 1}


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
