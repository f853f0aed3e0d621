"""Numbers as newspapers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.enrich.events.circumstances.numbers import amount_at, value_of
from service.enrich.tree import Tree
from tests.enrich.trees import document


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("five", 5), ("twenty-one", 21), ("1,250", 1250), ("2.5 million", 2_500_000), ("three hundred", 300),
        ("two thousand five hundred", 2500), ("1.000", 1000), ("1.0000", 1),
    ],
)  # fmt: skip
def test_a_number_is_read_from_digits_and_words(words: str, value: float) -> None:
    """Digits and words."""
    assert value_of(words.split()) == value


@given(st.integers(0, 10**9))
def test_digits_with_separators_are_read_back(number: int) -> None:
    """Whatever their size."""
    assert value_of([f"{number:,}"]) == number


@given(st.lists(st.text(max_size=8), max_size=4))
def test_other_words_raise_nothing(words: list[str]) -> None:
    """They are no number, or one."""
    assert value_of(words) is None or isinstance(value_of(words), (int, float))


@pytest.mark.parametrize("text", ["hundred " * 200 + "2.5", "9" * 400, "9" * 400 + " million"])
def test_what_no_number_is_as_large_as_is_none(text: str) -> None:
    """Records hold numbers that every reader of JSON can read."""
    assert value_of(text.split()) is None


def amount(text: str, number: str) -> tuple[int | None, int | None]:
    tree = Tree.of(document(text))
    found = amount_at(tree, [tree.texts.index(number)])
    assert found is not None
    return found[:2]


def test_words_before_a_number_bound_the_amount() -> None:
    """ "at least" has no most, "up to" no least, a vague number the least that it means."""
    assert amount("at/ADP/case/3 least/ADJ/nmod/3 five/NUM/nummod/4 men/NOUN/ROOT/0", "five") == (5, None)
    assert amount("up/ADP/case/3 to/ADP/case/3 five/NUM/nummod/4 men/NOUN/ROOT/0", "five") == (None, 5)
    assert amount("dozens/NOUN/ROOT/0 of/ADP/case/3 men/NOUN/nmod/1", "dozens") == (24, None)


def test_a_vague_number_of_thousands_is_multiplied() -> None:
    """ "several hundred" are hundreds, "tens of thousands" ten thousands."""
    assert amount("several/ADJ/amod/2 hundred/NUM/nummod/3 men/NOUN/ROOT/0", "hundred") == (300, None)
    assert amount("tens/NOUN/ROOT/0 of/ADP/case/3 thousands/NOUN/nmod/1", "tens") == (20_000, None)
    assert amount("hundreds/NOUN/ROOT/0 of/ADP/case/3 thousands/NOUN/nmod/1", "hundreds") == (200_000, None)
