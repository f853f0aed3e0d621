"""What the line model sees of copies: lines that are there twice, words shared with the running text and the title."""

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.tokens.flags import WORD_BIT
from service.clean.lines.tokens.hashes import Integers
from service.clean.lines.tokens.vocabulary import STOP_WORDS
from service.clean.lines.tokens.words import WIDTH, Floats, Words

NAME_WORDS = 35  # of a line in which names are looked for
START_WORDS = 5  # with which copies of a line begin

COPIES = (
    "copy_before", "copy_after", "start_copied", "first_word_copied", "in_long", "in_long_titled", "title_jaccard",
    "title_covered", "covered_by_title",
)  # fmt: skip


_HELD_TWICE, _TITLED, _TITLED_CONTENT, _CONTENT = 2, 4, 8, 16
"""What is noted of a word: that the running text holds it in two lines, in one (1), or not (0); that the title holds
it; that it tells there what the title is about; that it tells what its line is about."""
_HELD = 3  # the bits of the first

_NOTES = 32  # that a word may have
_ASKED = np.array(
    [
        [
            1,
            note & _CONTENT != 0,
            note & _CONTENT != 0 and note & _HELD >= 1,
            note & _CONTENT != 0 and note & _HELD >= _HELD_TWICE,
            note & _TITLED != 0,
            note & _TITLED_CONTENT != 0,
            note & _CONTENT != 0 and note & _TITLED_CONTENT != 0,
        ]
        for note in range(_NOTES)
    ],
    float,
)
"""For each note of a word which of the counts of a line it belongs to."""


def copy_features(words: Words, long: Floats) -> Floats:
    """Copies within the document, and words shared with its running text and its title."""
    found = np.empty((len(COPIES), len(long)))
    found[:4] = _copies(words)
    found[4:] = _shared(words, long)
    return found


def _copies(words: Words) -> Floats:
    """Copies of the whole line before and after it, of its start, of its first word."""
    keys = words.keys
    index = np.arange(len(keys))
    found = np.zeros((4, len(keys)))
    firsts = _first_of_each(keys)
    lasts = np.empty_like(index)
    lasts[firsts] = index  # of those that are the same the last one stays
    found[0] = firsts < index
    found[1] = lasts.take(firsts) > index
    starts = _first_of_each([key[: START_WORDS * WIDTH] for key in keys])
    found[2] = (np.bincount(starts).take(starts) > 1) & (words.counts >= START_WORDS)
    first_words = _first_of_each(words.numbers.take(words.firsts).tolist())
    found[3, words.filled] = np.minimum(np.bincount(first_words).take(first_words), 6)
    return found


def _first_of_each(keys: Sequence[Hashable]) -> Integers:
    """For each key the index of the first one that is the same."""
    firsts: dict[Hashable, int] = {}
    return np.fromiter(map(firsts.setdefault, keys, range(len(keys))), np.int64, len(keys))


def _shared(words: Words, long: Floats) -> Floats:
    """Shares of the line's words, and of its names, that its document's running text and title hold."""
    line, number, content = _distinct(words)
    noted, title_contents = _noted(words, number[(content > 0) & (long > 0).take(line)])
    # A line of running text stands in the running text itself; so its words must be there twice.
    enough = 1 + long.astype(np.int8)
    notes = line * _NOTES + content * _CONTENT + noted.take(number)
    counts = np.bincount(notes, minlength=_NOTES * len(long)).reshape(-1, _NOTES).astype(float) @ _ASKED
    every, contents, in_one, in_two, titled, titled_contents, both = counts.T
    contents_known = np.where(long > 0, in_two, in_one)
    contents = np.maximum(contents, 1)
    names, names_known = _names(words, noted, enough)
    found = np.empty((5, len(long)))
    found[0] = contents_known / contents
    found[1] = np.where(names > 0, names_known / np.maximum(names, 1), 0.5)
    found[2] = titled / np.maximum(len(words.title) + every - titled, 1)
    found[3] = titled_contents / max(1, title_contents)
    found[4] = both / contents
    return found


def _noted(words: Words, running: Integers) -> tuple[NDArray[np.int8], int]:
    """What is noted of each word, by its number, and how many words of the title tell what it is about.

    Args:
        running: words of running text, each once for each line that it is in.
    """
    lower = words.vocabulary.words.lower
    noted = np.zeros(len(lower), np.int8)
    noted[running] = 1
    running = np.sort(running)
    noted[running[1:][running[1:] == running[:-1]]] = _HELD_TWICE
    noted[words.title] |= _TITLED
    title_content = [number for number in words.title.tolist() if lower[number] not in STOP_WORDS]
    noted[title_content] |= _TITLED_CONTENT
    return noted, len(title_content)


def _names(words: Words, noted: NDArray[np.int8], enough: NDArray[np.int8]) -> tuple[Integers, Integers]:
    """For each line how many names it has, and how many of them the running text holds."""
    at = (words.flags & WORD_BIT["named"]).nonzero()[0]
    place = words.place.take(at)
    at = at[(place > 0) & (place < NAME_WORDS)]
    line = words.line.take(at)
    known = noted.take(words.numbers.take(at)) & _HELD >= enough.take(line)
    return np.bincount(line, minlength=len(enough)), np.bincount(line[known], minlength=len(enough))


def _distinct(words: Words) -> tuple[Integers, Integers, Integers]:
    """Each word of each line once: its line, its number, and 1 if it tells what the line is about, otherwise 0."""
    packed = words.line << 32 | words.numbers << 1
    packed |= words.flags & WORD_BIT["content"] != 0
    packed.sort()
    if len(packed):
        first = np.empty(len(packed), bool)
        first[0] = True
        np.not_equal(packed[1:], packed[:-1], out=first[1:])
        packed = packed[first]
    return packed >> 32, packed >> 1 & 0x7FFFFFFF, packed & 1
