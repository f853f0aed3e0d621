"""What the line model sees of copies: lines that are there twice, words shared with the running text and the title."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.flags import WORD_BIT
from service.clean.lines.vocabulary import STOP_WORDS
from service.clean.lines.words import WIDTH, Floats, Integers, Words

NAME_WORDS = 35  # of a line in which names are looked for
START_WORDS = 5  # with which copies of a line begin

COPIES = (
    "copy_before", "copy_after", "start_copied", "first_word_copied", "in_long", "in_long_titled", "title_jaccard",
    "title_covered", "covered_by_title",
)  # fmt: skip


def copy_features(words: Words, long: Floats) -> Floats:
    """Copies within the document, and words shared with its running text and its title."""
    return np.vstack([_copies(words), _shared(words, long)])


def _copies(words: Words) -> Floats:
    """Copies of the whole line before and after it, of its start, of its first word."""
    keys = words.keys()
    index = np.arange(len(keys))
    found = np.zeros((4, len(keys)))
    found[0] = _first_of_each(keys) < index
    found[1] = index[::-1] > _first_of_each(keys[::-1])[::-1]
    starts = [key[: START_WORDS * WIDTH] for key in keys]
    found[2] = (_times(_first_of_each(starts)) > 1) & (words.counts >= START_WORDS)
    filled = words.counts > 0
    found[3, filled] = np.minimum(_times(words.numbers[words.starts[filled]]), 6)
    return found


def _first_of_each(keys: list[bytes]) -> Integers:
    """For each key the index of the first one that is the same."""
    firsts: dict[bytes, int] = {}
    return np.fromiter(map(firsts.setdefault, keys, range(len(keys))), np.int64, len(keys))


def _times(numbers: NDArray[Any]) -> Integers:
    """For each number how often it is there."""
    times: Integers = np.bincount(numbers)[numbers]
    return times


def _shared(words: Words, long: Floats) -> list[Floats]:
    """Shares of the line's words, and of its names, that its document's running text and title hold."""
    lines = len(long)
    line, number, content = _distinct(words)
    size = int(max(words.numbers.max(initial=0), *words.title, 0)) + 1
    # A line of running text stands in the running text itself; so its words must be there twice.
    running = np.sort(number[content & (long > 0)[line]])
    times = np.zeros(size, np.int8)
    times[running] = 1
    times[running[1:][running[1:] == running[:-1]]] = 2
    enough = 1 + long.astype(np.int8)
    in_title, in_title_content = np.zeros((2, size), bool)
    in_title[words.title] = True
    title_content = [n for n in words.title if words.vocabulary.words.lower[n] not in STOP_WORDS]
    in_title_content[title_content] = True

    def count(mask: NDArray[np.bool_]) -> Integers:
        return np.bincount(line[mask], minlength=lines)

    every = np.bincount(line, minlength=lines)
    contents = np.maximum(count(content), 1)
    known = count(content & (times[number] >= enough[line]))
    is_name = (words.flags & WORD_BIT["named"] != 0) & (words.place > 0) & (words.place < NAME_WORDS)
    name, name_line = words.numbers[is_name], words.line[is_name]
    names = np.bincount(name_line, minlength=lines)
    names_known = np.bincount(name_line[times[name] >= enough[name_line]], minlength=lines)
    titled, titled_content = in_title[number], in_title_content[number]
    in_both = count(titled)
    return [
        known / contents,
        np.where(names > 0, names_known / np.maximum(names, 1), 0.5),
        in_both / np.maximum(len(words.title) + every - in_both, 1),
        count(titled_content) / max(1, len(title_content)),
        count(titled_content & content) / contents,
    ]


def _distinct(words: Words) -> tuple[Integers, Integers, NDArray[np.bool_]]:
    """Each word of each line once: its line, its number, and whether it tells what the line is about."""
    content = words.flags & WORD_BIT["content"] != 0
    packed = np.sort(words.line << 32 | words.numbers.astype(np.int64) << 1 | content)
    if len(packed):
        packed = packed[np.append(True, packed[1:] != packed[:-1])]
    return packed >> 32, packed >> 1 & 0x7FFFFFFF, packed & 1 != 0
