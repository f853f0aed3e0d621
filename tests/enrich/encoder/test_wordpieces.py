"""Words as pieces: looked up once, and the same for all that."""

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from service.enrich.encoder.shapes import LOWER, NONE, TITLE
from service.enrich.encoder.wordpieces import FIRST, LAST, UNKNOWN, WordPieces

VOCABULARY = {"[UNK]": UNKNOWN, "har": 1, "##bour": 2, "talks": 3, ".": 4}


def word_pieces(max_words: int = 100) -> WordPieces:
    tokenizer = Tokenizer(WordPiece(VOCABULARY, unk_token="[UNK]"))
    tokenizer.normalizer, tokenizer.pre_tokenizer = BertNormalizer(), BertPreTokenizer()
    return WordPieces(tokenizer, max_words)


def read(pieces: WordPieces, words: list[str]) -> tuple[list[int], list[int], list[int]]:
    window = pieces.words([hash(word) for word in words], words.__getitem__).window(0, len(words))
    return window.pieces.tolist(), window.shapes.tolist(), window.first.tolist()


def test_a_window_stands_between_its_marks() -> None:
    """Pieces of each word in turn, the word's shape at each, and the place of its first."""
    assert read(word_pieces(), ["Harbour", "talks"]) == (
        [FIRST, 1, 2, 3, LAST],
        [NONE, TITLE, TITLE, LOWER, NONE],
        [1, 3],
    )


def test_a_word_without_pieces_has_a_place() -> None:
    """Characters that the tokenizer drops, and words it does not know."""
    assert read(word_pieces(), ["\u200d", "Ω"])[0] == [FIRST, UNKNOWN, UNKNOWN, LAST]


def test_words_stay_the_same_when_others_are_forgotten() -> None:
    """The table is emptied when it is full; the next document fills it again."""
    pieces = word_pieces(max_words=1)
    before = pieces.words([1, 2], ["talks", "."].__getitem__)
    pieces.words([3], ["harbour"].__getitem__)
    assert np.array_equal(before.window(1, 2).pieces, [FIRST, 4, LAST])
    assert read(pieces, ["talks", "."])[0] == [FIRST, 3, 4, LAST]


def test_an_endless_word_is_cut() -> None:
    """Ten thousand full stops are no more pieces than a window takes."""
    pieces, _, first = read(word_pieces(), ["." * 10_000])
    assert len(pieces) <= 252
    assert first == [1]
