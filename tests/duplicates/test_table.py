"""The table of shingles: found again while they count, forgotten without a trace, never larger."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from service.duplicates.table import MAX_ARTICLES_PER_SHINGLE, MIN_BUCKETS, Integers, ShingleTable

ARTICLES = 10


def shingles(seed: int, count: int = 50) -> Integers:
    return np.sort(np.random.default_rng(seed).integers(0, 2**53, count, dtype=np.uint64))


def test_an_article_is_found_by_the_shingles_it_shares() -> None:
    """With their number."""
    table = ShingleTable(ARTICLES, 50)
    table.add(shingles(1), 100, 100)
    assert table.find(np.concatenate([shingles(1)[:20], shingles(2)]), 100) == ([100], [20])


def test_an_article_is_forgotten_when_enough_have_come_after_it() -> None:
    """Nothing has to be deleted."""
    table = ShingleTable(ARTICLES, 50)
    table.add(shingles(1), 100, 100)
    assert table.find(shingles(1), 100 + ARTICLES - 1)[0] == [100]
    assert table.find(shingles(1), 100 + ARTICLES)[0] == []


def test_a_shingle_leads_to_the_first_articles_that_have_it() -> None:
    """Those that come later do not push them out."""
    table = ShingleTable(ARTICLES, 50)
    for number in range(100, 108):
        table.add(shingles(1), number, number)
    assert table.find(shingles(1), 107)[0] == list(range(100, 100 + MAX_ARTICLES_PER_SHINGLE))


def test_numbers_may_pass_32_bits() -> None:
    """A busy service gets there within months."""
    table = ShingleTable(ARTICLES, 50)
    for number in range(2**32 - 3, 2**32 + 3):
        table.add(shingles(number), number, number)
    newest = 2**32 + 2
    assert [table.find(shingles(number), newest)[0] for number in (2**32 - 1, 2**32 + 1)] == [[2**32 - 1], [1]]


@given(st.lists(st.integers(0, 2**53 - 1), max_size=80, unique=True), st.integers(0, MIN_BUCKETS - 1))
def test_a_full_bucket_keeps_the_newest(hashes: list[int], bucket: int) -> None:
    """What the table cannot hold is lost; what it finds is never wrong."""
    table = ShingleTable(1_000, 1)
    size = table.bytes
    same_bucket = [hash_ - hash_ % (1 << 20) + bucket for hash_ in hashes]
    for place, hash_ in enumerate(same_bucket):
        table.add(np.array([hash_], np.uint64), 2_000 + place, 2_000 + place)
    newest = 2_000 + len(hashes)
    for place, hash_ in enumerate(same_bucket):
        found = table.find(np.array([hash_], np.uint64), newest)[0]
        alike = {2_000 + other for other, value in enumerate(same_bucket) if value >> 21 == hash_ >> 21}
        assert set(found) <= alike
        assert found or place < len(hashes) - 8 or len(alike) > 1
    assert table.bytes == size
