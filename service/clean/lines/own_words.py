"""What the line model sees of a line's own tokens and words."""

import numpy as np

from service.clean.lines.flags import FIRST_TOKEN_FLAGS, LAST_TOKEN_FLAGS, TOKEN_BIT, TOKEN_FLAGS, WORD_BIT, WORD_FLAGS
from service.clean.lines.vocabulary import CUES
from service.clean.lines.words import Floats, Integers, Words

MOST_WORDS = 40  # of a line in which cues are looked for everywhere; in a longer one they stand at its ends
FIRST_WORDS, LAST_WORDS = 28, 12
PERSON_WORDS = 30  # first words of a line among which a person is looked for

LONG_WORDS = 15
LONG_STOP_SHARE = 0.25
"""A line of running text: so many words, an end mark, and so many stop words among them."""

OWN = (
    "words", "log_words", "log_characters", "end_mark", "inner_marks", "lower", "upper", "capitalised", "digits",
    "stop_share", "stops", "commas", "starts_lower", "starts_quoted", "bullet", "colon", "ellipsis", "arrow", "at",
    "hash", "address", "quoted", "date", "clock", "parenthesis", "said", "question", "exclamation", "word_length",
    "first_person", "second_person", "no_words",
)  # fmt: skip
ROW = {name: row for row, name in enumerate(OWN)}
CUE_NAMES = tuple(f"cue_{name}" for name in CUES)

_CUE_BITS = np.arange(len(CUES))[:, None]
_TOKEN_BITS = np.arange(len(TOKEN_FLAGS))[:, None]
_WORD_BITS = len(CUES) + np.arange(len(WORD_FLAGS))[:, None]
_CUES = (1 << len(CUES)) - 1
_FIRST_TOKEN = sum(TOKEN_BIT[name] for name in FIRST_TOKEN_FLAGS)
_LAST_TOKEN = sum(TOKEN_BIT[name] for name in LAST_TOKEN_FLAGS)
_ANY_TOKEN = sum(TOKEN_BIT.values()) - _FIRST_TOKEN - _LAST_TOKEN
_COUNTED_TOKEN_BITS = np.array([[TOKEN_FLAGS.index(name)] for name in ("lower", "upper", "titled", "inner_mark")])
_COUNTED_BITS = len(CUES) + np.array([[WORD_FLAGS.index("stop")], [WORD_FLAGS.index("number")]])
_PERSONS = WORD_BIT["first_person"] | WORD_BIT["second_person"]


def own_features(words: Words) -> Floats:
    """What the line's own tokens and words tell."""
    count = words.counts
    share = 1.0 / np.maximum(count, 1)
    seen, (lower, upper, titled, inner_marks, commas) = _told_by_tokens(words)
    token = dict(zip(TOKEN_FLAGS, seen >> _TOKEN_BITS & 1, strict=True))
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


def _told_by_tokens(words: Words) -> tuple[Integers, Integers]:
    """Of each line: the flags of its tokens; how many are lower, upper, titled, have an inner mark, a comma."""
    tokens, starts = words.token_flags, words.token_starts
    last = np.append(starts[1:], len(tokens)) - 1
    seen = np.bitwise_or.reduceat(tokens & _ANY_TOKEN, starts)
    seen |= (tokens[starts] & _FIRST_TOKEN) | (tokens[last] & _LAST_TOKEN)
    counted = np.vstack([tokens >> _COUNTED_TOKEN_BITS & 1, words.commas])
    counted[3, last] = 0  # an end mark is within a line when a token follows
    return seen, np.add.reduceat(counted, starts, axis=1)


def _told_by_words(words: Words) -> Integers:
    """Of each line: the flags of its words, how many are stop words, how many are numbers."""
    count = words.counts
    flags = words.flags.copy()
    counted = flags >> _COUNTED_BITS & 1
    flags[words.place >= PERSON_WORDS] &= ~_PERSONS
    from_end = count[words.line] - words.place
    flags[(words.place >= FIRST_WORDS) & (from_end > LAST_WORDS) & (count > MOST_WORDS)[words.line]] &= ~_CUES
    flags[from_end > 1] &= ~WORD_BIT["read"]
    found = np.zeros((3, len(count)), np.int64)
    filled = count > 0
    if filled.any():
        starts = words.starts[filled]
        found[0, filled] = np.bitwise_or.reduceat(flags, starts)
        found[1:, filled] = np.add.reduceat(counted, starts, axis=1)
    return found


def is_long(own: Floats) -> Floats:
    """1.0 for each line of running text."""
    words, ended, stop_share = own[ROW["words"]], own[ROW["end_mark"]], own[ROW["stop_share"]]
    long: Floats = ((words >= LONG_WORDS) & (ended > 0) & (stop_share > LONG_STOP_SHARE)).astype(float)
    return long
