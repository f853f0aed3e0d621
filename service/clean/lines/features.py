"""What the line model sees of each line: its letters, its words, its copies, its place, its neighbours."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from service.clean.lines.flags import FIRST_TOKEN_FLAGS, LAST_TOKEN_FLAGS, TOKEN_FLAGS, WORD_FLAGS
from service.clean.lines.vocabulary import CUES, STOP_WORDS
from service.clean.lines.words import WIDTH, Integers, Words

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
    return np.vstack([np.array(columns, float), told >> _CUE_BITS & 1])


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
    count = len(long)
    index = np.arange(count, dtype=float)
    words, ended, titled = own[0], own[3] > 0, own[7]
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
    return found


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
_SHIFTS = (-1, 1, -2, 2, -3, 3)
_WINDOWS = ((-2, 3), (-5, 6), (-10, 11), (-6, 0), (1, 7))
"""Where windows about each line start and end, as seen from it; end exclusive."""


def around(rows: Floats) -> Floats:
    """Neighbours of each line: their values, the mean about it, the mean before and after it.

    Args:
        rows: shape (k, lines).

    Returns:
        Shape (11 * k, lines).
    """
    width, count = rows.shape
    neighbours, starts, ends, sizes = _windows(count)
    found: Floats = np.empty((len(_SHIFTS) + len(_WINDOWS), width, count))
    by_row = found.swapaxes(0, 1)
    padded = np.empty((width, count + 1))
    padded[:, :count], padded[:, count] = rows, -1.0
    by_row[:, : len(_SHIFTS)] = padded.take(neighbours, 1)
    sums = np.zeros((width, count + 1))
    rows.cumsum(1, out=sums[:, 1:])
    np.divide(sums.take(ends, 1) - sums.take(starts, 1), sizes, out=by_row[:, len(_SHIFTS) :])
    return found.reshape(-1, count)


@lru_cache(maxsize=256)
def _windows(count: int) -> tuple[Integers, Integers, Integers, Integers]:
    """For so many lines: the neighbours of each, ``count`` for none; starts, ends and sizes of its windows."""
    index = np.arange(count)
    neighbours = index + np.array(_SHIFTS)[:, None]
    neighbours[(neighbours < 0) | (neighbours >= count)] = count
    starts, ends = np.clip(index + np.array(_WINDOWS).T[..., None], 0, count)
    return neighbours, starts, ends, np.maximum(1, ends - starts)


def is_long(own: Floats) -> Floats:
    """1.0 for each line of running text."""
    long: Floats = ((own[0] >= LONG_WORDS) & (own[3] > 0) & (own[9] > LONG_STOP_SHARE)).astype(float)
    return long


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
    context = np.array([own[1], own[3], long, own[9], own[7], own[len(_OWN) :].max(0), copies[4], lexical])
    return np.vstack([own, copies, _place_features(own, long), lexical, around(context)]).T


FEATURE_COUNT = (
    len(_OWN) + len(_CUE_NAMES) + len(_COPIES) + len(_PLACES) + 1 + len(_AROUND) * (len(_SHIFTS) + len(_WINDOWS))
)
