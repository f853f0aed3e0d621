"""The headline of a story, and the line that repeats it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.clean.repair import repair

MIN_WORDS, MAX_WORDS, MAX_CHARACTERS = 3, 25, 180
LOOKED_AT = 5  # lines: a headline stands above everything, and the story begins soon below it
STORY_WORDS = 15
SLACK = 20  # characters of punctuation by which two copies of a headline may differ

CLOSERS = "\"'”’»)]"
_PUNCTUATION, _WORD = re.compile(r"\W+"), re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline.

    Attributes:
        text: None when there is none.
        line: index of the line that holds it, None when no line does.
    """

    text: str | None
    line: int | None


def find_headline(texts: Sequence[str], known: str | None) -> Headline:
    """The headline of a story.

    Args:
        texts: the lines, repaired, in order.
        known: as the producer or the page gave it, raw; without it the first line is taken when it
            reads like a headline.
    """
    title = repair(known, 0, len(known)).text if known else ""
    if title:
        wanted = _folded(title)
        shortest, longest = len(title) - SLACK, len(title) + SLACK
        alike = [i for i, text in enumerate(texts) if shortest <= len(text) <= longest]
        same = (i for i in alike if _begins(texts[i], wanted) and _folded(texts[i]) == wanted)
        return Headline(title, next(same, None))
    return Headline(texts[0], 0) if _reads_like_headline(texts) else Headline(None, None)


def _begins(text: str, folded: str) -> bool:
    """Whether the text, if it were folded, might equal ``folded``: a quick test by its first word alone."""
    first = _WORD.search(text)
    return first is None or folded.startswith(first[0].casefold())


def _folded(text: str) -> str:
    return _PUNCTUATION.sub(" ", text[: 4 * MAX_CHARACTERS]).strip().casefold() or text


def _reads_like_headline(texts: Sequence[str]) -> bool:
    first = texts[0] if texts else ""
    if not MIN_WORDS <= len(first.split()) <= MAX_WORDS or len(first) > MAX_CHARACTERS:
        return False
    if first.rstrip(CLOSERS).endswith((".", ":", ";", ",")) or first[0].islower():
        return False
    return any(len(text.split()) >= STORY_WORDS for text in texts[1:LOOKED_AT])
