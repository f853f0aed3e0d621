"""What the line model sees of each line: its letters, its words, its copies, its place, its neighbours."""

from collections import Counter
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.flags import FIRST_TOKEN_FLAGS, LAST_TOKEN_FLAGS, TOKEN_FLAGS, WORD_FLAGS
from service.clean.lines.vocabulary import CUES, STOP_WORDS
from service.clean.lines.words import Integers, Words

Floats = NDArray[np.float64]

MOST_WORDS = 40  # of a line in which cues are looked for everywhere; in a longer one they stand at its ends
FIRST_WORDS, LAST_WORDS = 28, 12
PERSON_WORDS = 30  # first words of a line among which a person is looked for
NAME_WORDS = 35  # of a line in which names are looked for
START_WORDS = 5  # with which copies of a line begin

LONG_WORDS = 15
LONG_STOP_SHARE = 0.25
"""A line of running text: so many words, an end mark, and so many stop words among them."""

_OWN = (
    "words", "log_words", "log_characters", "end_mark", "inner_marks", "lower", "upper", "capitalised", "digits",
    "stop_share", "stops", "commas", "starts_lower", "starts_quoted", "bullet", "colon", "ellipsis", "arrow", "at",
    "hash", "address", "quoted", "date", "clock", "parenthesis", "said", "question", "exclamation", "word_length",
    "first_person", "second_person", "no_words",
)  # fmt: skip
_CUE_NAMES = tuple(f"cue_{name}" for name in CUES)

_CUE_BITS = np.arange(len(CUES))[:, None]
_TOKEN_BITS = np.arange(len(TOKEN_FLAGS))[:, None]
_WORD_BITS = len(CUES) + np.arange(len(WORD_FLAGS))[:, None]
_CUES = (1 << len(CUES)) - 1
_TOKEN_BIT = {name: 1 << bit for bit, name in enumerate(TOKEN_FLAGS)}
_WORD_BIT = {name: 1 << bit + len(CUES) for bit, name in enumerate(WORD_FLAGS)}
_FIRST_TOKEN = sum(_TOKEN_BIT[name] for name in FIRST_TOKEN_FLAGS)
_LAST_TOKEN = sum(_TOKEN_BIT[name] for name in LAST_TOKEN_FLAGS)
_ANY_TOKEN = sum(_TOKEN_BIT.values()) - _FIRST_TOKEN - _LAST_TOKEN
_COUNTED_TOKEN_BITS = np.array([[TOKEN_FLAGS.index(name)] for name in ("lower", "upper", "titled", "inner_mark")])
_COUNTED_BITS = len(CUES) + np.array([[WORD_FLAGS.index("stop")], [WORD_FLAGS.index("number")]])
_PERSONS = _WORD_BIT["first_person"] | _WORD_BIT["second_person"]


def _own_features(words: Words) -> Floats:
    """What the line's own tokens and words tell."""
    count = words.counts
    share = 1.0 / np.maximum(count, 1)
    tokens, token_starts = words.token_flags, words.token_starts
    last = np.append(token_starts[1:], len(tokens)) - 1
    seen = np.bitwise_or.reduceat(tokens & _ANY_TOKEN, token_starts)
    seen |= (tokens[token_starts] & _FIRST_TOKEN) | (tokens[last] & _LAST_TOKEN)
    token = dict(zip(TOKEN_FLAGS, seen >> _TOKEN_BITS & 1, strict=True))
    counted = np.vstack([tokens >> _COUNTED_TOKEN_BITS & 1, words.commas])
    counted[3, last] = 0  # an end mark is within a line when a token follows
    lower, upper, titled, inner_marks, commas = np.add.reduceat(counted, token_starts, axis=1)
    told, stops, numbers = _told_by_words(words)
    word = dict(zip(WORD_FLAGS, told >> _WORD_BITS & 1, strict=True))
    numeric = token["digit"] & (count <= MOST_WORDS)
    columns = [
        np.minimum(count, 60),
        np.log1p(count),
        np.log1p(words.characters),
        token["end_mark"],
        np.minimum(inner_marks, 6),
        lower * share,
        upper * share,
        titled * share,
        numbers * share,
        stops * share,
        np.minimum(stops, 12),
        commas * share,
        token["starts_lower"],
        token["starts_quoted"],
        token["bullet"],
        token["colon"],
        token["ellipsis"],
        token["arrow"],
        token["at"],
        token["hash"],
        token["address"],
        token["quoted"],
        numeric & (token["year"] | word["month"]),
        numeric & (token["clock"] | word["ago"] | word["read"]),
        token["parenthesis"],
        word["said"],
        token["question"],
        token["exclamation"],
        words.characters * share,
        word["first_person"],
        word["second_person"],
        count == 0,
    ]
    return np.vstack([np.array(columns, float), told >> _CUE_BITS & 1]).T


def _told_by_words(words: Words) -> Integers:
    """Of each line: the flags of its words, how many are stop words, how many are numbers."""
    count = words.counts
    flags = words.flags.copy()
    counted = flags >> _COUNTED_BITS & 1
    flags[words.place >= PERSON_WORDS] &= ~_PERSONS
    from_end = count[words.line] - words.place
    flags[(words.place >= FIRST_WORDS) & (from_end > LAST_WORDS) & (count > MOST_WORDS)[words.line]] &= ~_CUES
    flags[from_end > 1] &= ~_WORD_BIT["read"]
    found = np.zeros((3, len(count)), np.int64)
    filled = count > 0
    if filled.any():
        starts = words.starts[filled]
        found[0, filled] = np.bitwise_or.reduceat(flags, starts)
        found[1:, filled] = np.add.reduceat(counted, starts, axis=1)
    return found


_COPIES = (
    "copy_before", "copy_after", "start_copied", "first_word_copied", "in_long", "in_long_titled", "title_jaccard",
    "title_covered", "covered_by_title",
)  # fmt: skip


def _copy_features(words: Words, long: Floats) -> Floats:
    """Copies within the document, and words shared with its running text and its title."""
    return np.vstack([np.array(_copies(words), float), _shared(words, long)]).T


def _copies(words: Words) -> list[list[float]]:
    """Copies of the whole line before and after it, of its start, of its first word."""
    width = words.numbers.itemsize
    numbers = words.numbers.tobytes()
    bounds = [start * width for start in words.starts.tolist()] + [len(numbers)]
    keys = [numbers[start:end] for start, end in pairwise(bounds)]
    heads = [key[: START_WORDS * width] if len(key) >= START_WORDS * width else b"" for key in keys]
    last = {key: index for index, key in enumerate(keys)}
    first = {key: index for index, key in zip(range(len(keys) - 1, -1, -1), reversed(keys), strict=True)}
    starts, firsts = Counter(heads), Counter(key[:width] for key in keys)
    return [
        [first[key] < index for index, key in enumerate(keys)],
        [last[key] > index for index, key in enumerate(keys)],
        [head != b"" and starts[head] > 1 for head in heads],
        [min(firsts[key[:width]], 6) if key else 0 for key in keys],
    ]


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
    is_name = (words.flags & _WORD_BIT["named"] != 0) & (words.place > 0) & (words.place < NAME_WORDS)
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
    content = words.flags & _WORD_BIT["content"] != 0
    packed = np.sort(words.line << 32 | words.numbers.astype(np.int64) << 1 | content)
    if len(packed):
        packed = packed[np.append(True, packed[1:] != packed[:-1])]
    return packed >> 32, packed >> 1 & 0x7FFFFFFF, packed & 1 != 0


_PLACES = (
    "place", "log_from_start", "log_to_end", "log_lines", "after_first_long", "after_last_long", "long_before",
    "long_after", "nearest_long", "farther_long", "share_of_long_before", "log_longs", "log_long_words_after",
    "run_short", "run_unended", "run_titled", "relative_length",
)  # fmt: skip
FAR = 30


def _place_features(own: Floats, long: Floats) -> Floats:
    """Where the line stands, in the document and beside its running text."""
    count = len(own)
    index = np.arange(count, dtype=float)
    words, ended, titled = own[:, 0], own[:, 3] > 0, own[:, 7]
    found = np.empty((len(_PLACES), count))
    found[0] = index / max(1, count - 1)
    found[1] = np.log1p(index)
    found[2] = found[1, ::-1]
    found[3] = np.log(count)
    places = np.flatnonzero(long)
    if len(places):
        found[4:10] = beside(places, count)
        running = np.cumsum(long * words)
        found[10] = (running - long * words) / running[-1]
        found[11] = np.log1p(len(places))
        found[12] = np.log1p(running[-1] - running)
        usual = sorted(words[places].tolist())
        usual_words = (usual[len(usual) // 2] + usual[(len(usual) - 1) // 2]) / 2
    else:
        found[[4, 5, 10, 11, 12]] = 0
        found[6:10] = FAR
        usual_words = 20.0
    found[13:16] = np.log1p(_runs(np.array([words < 10, ~ended, (titled > 0.5) & ~ended])))
    found[16] = words / usual_words
    return found.T


def beside(places: NDArray[np.intp], count: int) -> Floats:
    """Where each of ``count`` lines stands beside the lines at ``places``, of which there are some.

    Returns:
        Shape (6, count): lines from the first and from the last place, 20 at most; to the nearest
        place before, after, the nearer and the farther of both, ``FAR`` at most.
    """
    index = np.arange(count)
    before, after = np.searchsorted(places, index), np.searchsorted(places, index, side="right")
    fenced = np.concatenate([[-FAR - count], places, [FAR + count]])
    found = np.empty((6, count))
    found[0] = np.maximum(np.minimum(index - places[0], 20), -20)
    found[1] = np.maximum(np.minimum(index - places[-1], 20), -20)
    found[2] = np.minimum(index - fenced[before], FAR)
    found[3] = np.minimum(fenced[after + 1] - index, FAR)
    found[4] = np.minimum(found[2], found[3])
    found[5] = np.maximum(found[2], found[3])
    return found


def _runs(masks: NDArray[np.bool_]) -> Floats:
    """For each place of each row the length of the run of True that it stands in."""
    rows, count = masks.shape
    fenced = np.zeros((rows, count + 2), np.int8)
    fenced[:, 1:-1] = masks
    flat = fenced.ravel()
    edges = np.flatnonzero(flat[1:] != flat[:-1])
    lengths = edges[1::2] - edges[::2]
    found = np.zeros(masks.shape)
    found[masks] = np.repeat(lengths, lengths)
    return found


_AROUND = ("log_words", "end_mark", "long", "stop_share", "capitalised", "cue", "in_long", "lexical")
_SHIFTS = (1, 2, 3)
_WIDTHS = (2, 5, 10)
_SIDE = 6


def around(columns: Floats) -> Floats:
    """Neighbours of each line: their values, the mean about it, the mean before and after it.

    Args:
        columns: shape (lines, k).
    """
    count, width = columns.shape
    neighbours, starts, ends, sizes = _windows(count)
    padded = np.full((count + 2 * len(_SHIFTS), width), -1.0)
    padded[len(_SHIFTS) : -len(_SHIFTS)] = columns
    sums = np.zeros((count + 1, width))
    np.cumsum(columns, axis=0, out=sums[1:])
    means = (sums[ends] - sums[starts]) / sizes
    return np.hstack([padded[neighbours].reshape(count, -1), means.reshape(count, -1)])


@lru_cache(maxsize=256)
def _windows(count: int) -> tuple[Integers, Integers, Integers, Integers]:
    """For so many lines: the neighbours of each, among the padded lines; starts, ends and sizes of its windows."""
    index = np.arange(count)[:, None]
    shifts = np.array([sign * shift for shift in _SHIFTS for sign in (-1, 1)])
    widths = np.array(_WIDTHS)
    starts = np.hstack([index - widths, index - _SIDE, index + 1])
    ends = np.hstack([index + widths + 1, index, index + _SIDE + 1])
    starts, ends = np.minimum(np.maximum(starts, 0), count), np.minimum(ends, count)
    return index + len(_SHIFTS) + shifts, starts, ends, np.maximum(1, ends - starts)[:, :, None]


def is_long(own: Floats) -> Floats:
    """1.0 for each line of running text."""
    return ((own[:, 0] >= LONG_WORDS) & (own[:, 3] > 0) & (own[:, 9] > LONG_STOP_SHARE)).astype(float)


def features(words: Words, lexical: Floats) -> Floats:
    """All features of all lines.

    Args:
        words: of the lines of one document, at least one line.
        lexical: of each line, see ``service.clean.lines.lexicon``.

    Returns:
        Shape (lines, FEATURE_COUNT).
    """
    own = _own_features(words)
    long = is_long(own)
    copies = _copy_features(words, long)
    context = np.array(
        [own[:, 1], own[:, 3], long, own[:, 9], own[:, 7], own[:, len(_OWN) :].max(1), copies[:, 4], lexical]
    ).T
    return np.hstack([own, copies, _place_features(own, long), lexical[:, None], around(context)])


FEATURE_COUNT = (
    len(_OWN) + len(_CUE_NAMES) + len(_COPIES) + len(_PLACES) + 1 + len(_AROUND) * (2 * len(_SHIFTS) + len(_WIDTHS) + 2)
)
