"""The table of tokens tells of each token what its letters and marks tell, however many it holds."""

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from service.clean.lines.tokens.flags import TOKEN_FLAGS
from service.clean.lines.tokens.hashes import HashTable, hash_tokens
from service.clean.lines.tokens.tables import TokenTable, WordTable
from service.clean.lines.tokens.vocabulary import WORD

MANY = 50_000
"""Tokens, for which the rows of the table grow more than once."""

CASES = {
    "lower": str.islower,
    "upper": str.isupper,
    "titled": str.istitle,
    "starts_lower": lambda token: token[:1].islower(),
}
MARKS = {
    "arrow": "[→›»▶◀×✕|]",
    "at": "@",
    "hash": "#",
    "quoted": '["“]',
    "parenthesis": r"\(",
    "digit": r"\d",
    "year": r"\b20\d\d\b",
    "clock": r"\d[:.]\d\d\b",
    "starts_quoted": "^[\"“‘'«]",
    "bullet": "^[-–—•*·►▶»>|]",
    "inner_mark": '[.?!]$|\\.[”"]$',
    "end_mark": "[.!?…][\"'”’»)\\]]{0,5}$",
    "colon": ":$",
    "ellipsis": r"…$|\.\.\.$",
    "question": r"\?$",
    "exclamation": "!$",
}


def flags_of(token: str) -> list[str]:
    """The names of what is told of a token, by a look at it alone."""
    found = {name for name, told in CASES.items() if told(token)}
    found |= {name for name, mark in MARKS.items() if re.search(mark, token)}
    if not token.isalpha() and re.search(r"\.com|http|www\.", token):
        found.add("address")
    return [name for name in TOKEN_FLAGS if name in found]


TOKENS = st.lists(
    st.text("aZéǅ²٣漢2407.,!?…”“@#|:•'’_-\u0301", max_size=40)
    | st.sampled_from(
        ["(2024)", "www.sample.org", "http", "“https”", "$7,500", "8:45", "12:345", "a.com,", "don't", "\U0001d401old"]
    ),
    min_size=1,
    max_size=20,
)


@given(TOKENS)
def test_a_token_is_told_as_by_a_look_at_it(tokens: list[str]) -> None:
    """When it is new and when it is known; the empty one, too."""
    table = TokenTable(WordTable())
    for _ in range(2):
        found = hash_tokens(" ".join(tokens))
        flags, commas, counts, _ = table.columns(found)
        told = [[name for bit, name in enumerate(TOKEN_FLAGS) if of >> bit & 1] for of in flags.tolist()]
        assert told == list(map(flags_of, tokens))
        assert commas.tolist() == [token.count(",") for token in tokens]
        assert counts.tolist() == [len(WORD.findall(token)) for token in tokens]
        assert found.starts.tolist() == np.cumsum([0, *(len(token) + 1 for token in tokens)])[:-1].tolist()


def test_what_is_known_stays_known_while_the_table_grows() -> None:
    """Each token keeps words of its own."""
    words = WordTable()
    table = TokenTable(words)
    tokens = [f"{'x' * (number % 3)}{number}" for number in range(MANY)]
    for start in range(0, MANY, MANY // 5):
        table.columns(hash_tokens(" ".join(tokens[start : start + MANY // 5])))
    _, _, counts, first = table.columns(hash_tokens(" ".join(reversed(tokens))))
    assert set(counts.tolist()) == {1}
    _, numbers = table.words(first)
    assert [words.lower[number] for number in numbers] == tokens[::-1]
    assert len(words.lower) == MANY


def test_the_order_of_letters_tells_tokens_apart() -> None:
    """Long addresses differ in their last letters."""
    address = "https://news.example/" + "a-long-headline-" * 30
    hashes = hash_tokens(f"ab ba {address}12 {address}21 ab").hashes
    assert len(set(hashes.tolist())) == 4
    assert hashes[0] == hashes[4]


@given(st.lists(st.integers(1, 2**64 - 1), unique=True, max_size=60), st.integers(0, 64))
def test_hashes_are_numbered_in_their_order_wherever_they_stand(hashes: list[int], alike: int) -> None:
    """Those with the same highest bits want the same slot."""
    wanted = np.unique(np.array(hashes, np.uint64) >> np.uint64(alike % 64))
    wanted = wanted[wanted > 0]
    table = HashTable()
    assert set(table.find(wanted).tolist()) <= {-1}
    for part in np.array_split(wanted, 3):
        table.add(part)
    assert table.find(wanted).tolist() == list(range(len(wanted)))


def test_tokens_of_a_long_text_are_hashed_as_those_of_a_short_one() -> None:
    """More powers than are kept are needed for it."""
    hashes = hash_tokens("harbour " * 10_000 + "pier").hashes
    expected = hash_tokens("harbour pier").hashes
    assert set(hashes[:-1].tolist()) == {expected[0]}
    assert hashes[-1] == expected[1]
