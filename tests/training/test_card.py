"""The model card: scores stand between two marks and can be written anew."""

import pytest

from training.card import BEGIN, END, with_scores

SCORES = {"names": {"all": {"F": 84.26, "gold": 4546.0}}}


def test_scores_stand_between_the_marks() -> None:
    """Percentages have one digit, counts none; the rest of the card stays."""
    card = with_scores(f"before\n{BEGIN}\nold\n{END}\nafter\n", SCORES)
    table = "**names**\n\n| | F | gold |\n| --- | ---: | ---: |\n| all | 84.3 | 4,546 |"
    assert card == f"before\n{BEGIN}\n{table}\n{END}\nafter\n"


def test_scores_can_be_written_twice() -> None:
    """The second time changes nothing."""
    once = with_scores(f"{BEGIN}{END}", SCORES)
    assert with_scores(once, SCORES) == once


def test_card_without_a_place_is_refused() -> None:
    """Rather than left as it was."""
    with pytest.raises(ValueError):
        with_scores("a card", SCORES)
