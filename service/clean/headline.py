"""The headline of a text that came without one: its first line, when it reads like a headline."""

from collections.abc import Sequence

from service.clean.lines.features import CLOSERS

FEWEST_WORDS, MOST_WORDS, MOST_CHARACTERS = 3, 25, 180
LOOKED_AT = 5  # lines: a headline stands above everything, and the story begins soon below it
STORY_WORDS = 15


def find_headline(texts: Sequence[str]) -> int | None:
    """The index of the line that is the headline.

    Args:
        texts: the lines of a text, repaired, in order.
    """
    if not texts:
        return None
    first = texts[0]
    words = first.split()
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or len(first) > MOST_CHARACTERS:
        return None
    if first.rstrip(CLOSERS).endswith((".", ":", ";", ",")) or first[0].islower():
        return None
    story = (text for text in texts[1:LOOKED_AT] if len(text.split()) >= STORY_WORDS)
    return 0 if next(story, None) is not None else None
