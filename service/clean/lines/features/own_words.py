"""What the line model sees of a line's own tokens and words."""

import numpy as np

from service.clean.lines.tokens.flags import (
    FIRST_TOKEN_FLAGS,
    LAST_TOKEN_FLAGS,
    TOKEN_BIT,
    TOKEN_FLAGS,
    WORD_BIT,
    WORD_FLAGS,
)
from service.clean.lines.tokens.hashes import Numbers
from service.clean.lines.tokens.vocabulary import CUES
from service.clean.lines.tokens.words import Floats, Words

SHORT_LINE_WORDS = 40  # of a line in which cues are looked for everywhere; in a longer one they stand at its ends
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

_SHOWN = (
    "end_mark", "starts_lower", "starts_quoted", "bullet", "colon", "ellipsis", "arrow", "at", "hash", "address",
    "quoted", "parenthesis", "question", "exclamation",
)  # fmt: skip
"""Flags of tokens that are features as they are."""
_SHOWN_ROWS = np.array([ROW[name] for name in _SHOWN])
_SHOWN_BITS = np.array([[TOKEN_FLAGS.index(name)] for name in _SHOWN], np.int32)
_SAID = ("said", "first_person", "second_person")
_SAID_ROWS = np.array([ROW[name] for name in _SAID])
_SAID_BITS = np.array([[len(CUES) + WORD_FLAGS.index(name)] for name in _SAID], np.int32)
_SHARES = np.array([ROW[name] for name in ("lower", "upper", "capitalised", "commas", "stop_share", "digits")])

_CUE_BITS = np.arange(len(CUES), dtype=np.int32)[:, None]
_CUES = np.int32((1 << len(CUES)) - 1)
_FIRST_TOKEN = sum(TOKEN_BIT[name] for name in FIRST_TOKEN_FLAGS)
_LAST_TOKEN = sum(TOKEN_BIT[name] for name in LAST_TOKEN_FLAGS)
_ANY_TOKEN = sum(TOKEN_BIT.values()) - _FIRST_TOKEN - _LAST_TOKEN
_COUNTED_TOKENS = ("lower", "upper", "titled", "inner_mark")
_COUNTED_TOKEN_BITS = np.array([[TOKEN_FLAGS.index(name)] for name in _COUNTED_TOKENS], np.int32)
_COUNTED_BITS = len(CUES) + np.array([[WORD_FLAGS.index(name)] for name in ("stop", "number")], np.int32)
_PERSONS = np.int32(WORD_BIT["first_person"] | WORD_BIT["second_person"])
_READ = np.int32(WORD_BIT["read"])


def own_features(words: Words) -> Floats:
    """What the line's own tokens and words tell: rows of ``OWN``, then of ``CUE_NAMES``."""
    count = words.counts
    seen, (lower, upper, titled, inner_marks, commas) = _told_by_tokens(words)
    told, (stops, numbers) = _told_by_words(words)
    numeric = (seen & TOKEN_BIT["digit"] != 0) & (count <= SHORT_LINE_WORDS)
    share = 1.0 / np.maximum(count, 1)
    own = np.empty((len(OWN) + len(CUES), len(count)))
    own[_SHOWN_ROWS] = seen >> _SHOWN_BITS & 1
    own[_SAID_ROWS] = told >> _SAID_BITS & 1
    own[len(OWN) :] = told >> _CUE_BITS & 1
    own[_SHARES] = np.array([lower, upper, titled, commas, stops, numbers]) * share
    own[ROW["words"]] = np.minimum(count, 60)
    own[ROW["log_words"]] = np.log1p(count)
    own[ROW["log_characters"]] = np.log1p(words.characters)
    own[ROW["inner_marks"]] = np.minimum(inner_marks, 6)
    own[ROW["stops"]] = np.minimum(stops, 12)
    own[ROW["date"]] = numeric & ((seen & TOKEN_BIT["year"]) | (told & WORD_BIT["month"]) != 0)
    own[ROW["clock"]] = numeric & ((seen & TOKEN_BIT["clock"]) | (told & (WORD_BIT["ago"] | WORD_BIT["read"])) != 0)
    own[ROW["word_length"]] = words.characters * share
    own[ROW["no_words"]] = count == 0
    return own


def _told_by_tokens(words: Words) -> tuple[Numbers, Numbers]:
    """Of each line: the flags of its tokens; how many are lower, upper, titled, have an inner mark, a comma."""
    tokens, starts = words.token_flags, words.token_starts
    last = np.empty_like(starts)
    last[:-1], last[-1:] = starts[1:] - 1, len(tokens) - 1
    seen = np.bitwise_or.reduceat(tokens & _ANY_TOKEN, starts)
    seen |= tokens.take(starts) & _FIRST_TOKEN | tokens.take(last) & _LAST_TOKEN
    counted = np.empty((len(_COUNTED_TOKENS) + 1, len(tokens)), np.int32)
    counted[:-1] = tokens >> _COUNTED_TOKEN_BITS & 1
    counted[-1] = words.commas
    counted[3, last] = 0  # an end mark is within a line when a token follows
    return seen, np.add.reduceat(counted, starts, axis=1, dtype=np.int32)


def _told_by_words(words: Words) -> tuple[Numbers, Numbers]:
    """Of each line: the flags of its words; how many are stop words, how many are numbers."""
    count, flags, place = words.counts, words.flags, words.place
    from_end = count.take(words.line) - place
    struck = (place >= PERSON_WORDS) * _PERSONS
    struck |= (from_end > 1) * _READ
    if len(count) and count.max() > SHORT_LINE_WORDS:
        struck |= (
            (place >= FIRST_WORDS) & (from_end > LAST_WORDS) & (count > SHORT_LINE_WORDS).take(words.line)
        ) * _CUES
    told, counted = np.zeros(len(count), np.int32), np.zeros((2, len(count)), np.int32)
    if len(flags):
        told[words.filled] = np.bitwise_or.reduceat(flags & ~struck, words.firsts)
        counted[:, words.filled] = np.add.reduceat(flags >> _COUNTED_BITS & 1, words.firsts, axis=1, dtype=np.int32)
    return told, counted


def is_long(own: Floats) -> Floats:
    """1.0 for each line of running text."""
    words, ended, stop_share = own[ROW["words"]], own[ROW["end_mark"]], own[ROW["stop_share"]]
    long: Floats = ((words >= LONG_WORDS) & (ended > 0) & (stop_share > LONG_STOP_SHARE)).astype(float)
    return long
