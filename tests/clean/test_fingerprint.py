"""Fingerprints: what makes two texts the same, and what a sketch keeps of a text."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from service.clean.fingerprint import HASH_BITS, SHINGLE_WORDS, take_fingerprint

WORDS = st.lists(st.text("abcdé", min_size=1, max_size=3), max_size=60)


def sketch(text: str, size: int = 10_000) -> list[int]:
    hashes: list[int] = np.frombuffer(take_fingerprint(text, size).shingles, np.uint64).tolist()
    return hashes


def test_case_punctuation_and_white_space_do_not_count() -> None:
    """Quotation marks, dashes and line breaks change on the way from site to site."""
    one = take_fingerprint("“Two ships — both Veldorian — sailed,” the harbour said.", 128)
    assert one == take_fingerprint('"Two ships - both\nVELDORIAN - sailed", the harbour said', 128)
    assert one.exact != take_fingerprint("Two ships, both Veldorian, sailed, the port said.", 128).exact


def test_texts_without_a_word_are_alike_only_when_they_are_equal() -> None:
    """Nothing is left of them but themselves."""
    assert take_fingerprint("???", 128) == take_fingerprint("???", 128)
    assert take_fingerprint("???", 128) != take_fingerprint("!!!", 128)
    assert take_fingerprint("???", 128).shingles == b""


@given(WORDS)
def test_a_text_has_one_shingle_for_each_of_its_runs_of_words(words: list[str]) -> None:
    """A text shorter than that is one run."""
    runs = {tuple(words[start : start + SHINGLE_WORDS]) for start in range(max(1, len(words) - SHINGLE_WORDS + 1))}
    assert len(sketch(" ".join(words))) == len(runs - {()})


@given(WORDS, st.integers(1, 40))
def test_a_sketch_is_the_smallest_hashes_of_the_whole(words: list[str], size: int) -> None:
    """Ascending, distinct, no more than asked for, whatever the text repeats."""
    text = " ".join(words)
    assert sketch(text, size) == sorted(set(sketch(text)))[:size]


@given(st.text(max_size=300))
def test_any_text_has_a_fingerprint_that_fits_into_json(text: str) -> None:
    """Its numbers are integers to every reader."""
    assert all(0 <= value < 2**HASH_BITS for value in sketch(text.encode("utf-8", "replace").decode()))


def test_hashes_stay_what_they_are() -> None:
    """Records that are stored carry them: a change of these values needs a new version of the contract."""
    text = "One two three four five six seven eight nine."
    assert take_fingerprint(text, 128).exact == "d9798493eec23943742491fbdaa30869"
    assert sketch(text) == [1761423331819578, 4228840111943151]
