"""The table of tokens tells of each token what its letters and marks tell, however many it holds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from service.clean.lines.flags import letters_of, token_flags
from service.clean.lines.tables import TokenTable, WordTable, hash_tokens

MANY = 50_000
"""Tokens, for which the table grows twice."""


@given(st.lists(st.text("aZé7.,!?…”'@-", max_size=300), min_size=1, max_size=20))
def test_a_token_is_told_as_by_a_look_at_it(tokens: list[str]) -> None:
    """When it is new and when it is known; the empty one, too."""
    table = TokenTable(WordTable())
    for _ in range(2):
        (flags, commas, _, _), starts = table.columns(" ".join(tokens))
        assert flags.tolist() == [token_flags(token, letters_of(token)) for token in tokens]
        assert commas.tolist() == [token.count(",") for token in tokens]
        assert starts.tolist() == np.cumsum([0, *(len(token) + 1 for token in tokens)])[:-1].tolist()


def test_what_is_known_stays_known_while_the_table_grows() -> None:
    """Each token keeps words of its own."""
    words = WordTable()
    table = TokenTable(words)
    tokens = [f"{'x' * (number % 3)}{number}" for number in range(MANY)]
    for start in range(0, MANY, MANY // 5):
        table.columns(" ".join(tokens[start : start + MANY // 5]))
    (_, _, first, counts), _ = table.columns(" ".join(reversed(tokens)))
    assert set(counts.tolist()) == {1}
    _, numbers = table.words(first)
    assert [words.lower[number] for number in numbers] == tokens[::-1]
    assert len(words) == MANY


def test_the_order_of_letters_tells_tokens_apart() -> None:
    """Long addresses differ in their last letters."""
    address = "https://news.example/" + "a-long-headline-" * 30
    _, _, hashes = hash_tokens(f"ab ba {address}12 {address}21 ab")
    assert len(set(hashes.tolist())) == 4
    assert hashes[0] == hashes[4]
