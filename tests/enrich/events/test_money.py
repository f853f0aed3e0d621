"""Sums of money: amount, currency and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from service.enrich.events.circumstances.currencies import CODES, MEANT, NAMES, OF_NATION, SHARED, SIGNS
from service.enrich.events.circumstances.money import sums_in
from service.enrich.events.event import Money
from service.enrich.tree import Tree

TOKENIZER = English()


def sums(text: str, *countries: str) -> list[Money]:
    doc = TOKENIZER(text)
    return list(sums_in(Tree.of(doc), 0, len(doc) - 1, countries)) if len(doc) else []


@pytest.mark.parametrize(
    ("told", "amount", "currency"),
    [
        ("$5 million", 5e6, "USD"),
        ("US$5,270", 5270, "USD"),
        ("$77.4m", 77.4e6, "USD"),
        ("a $1.5-billion deal", 1.5e9, "USD"),
        ("HK$35 million", 35e6, "HKD"),
        ("£9bn", 9e9, "GBP"),
        ("R92 million", 92e6, "ZAR"),
        ("GHS6.2billion", 6.2e9, "GHS"),
        ("USD 10 million", 10e6, "USD"),
        ("10 million USD", 10e6, "USD"),
        ("ZAR1,7 million", 1.7e6, "ZAR"),
        ("Tk 78.50 lakh", 7.85e6, "BDT"),
        ("Rs 2 lakh crore", 2e12, "INR"),
        ("1,00,000 rupees", 1e5, "INR"),
        ("nine euros", 9, "EUR"),
        ("two hundred and fifty thousand Australian dollars", 250_000, "AUD"),
        ("3.5 billion baht", 3.5e9, "THB"),
        ("2 trillion South Korean won", 2e12, "KRW"),
    ],
)
def test_a_sum_has_an_amount_and_a_currency(told: str, amount: float, currency: str) -> None:
    """By sign, by letters before it, by code and by name; in the ways of writing of many countries."""
    [found] = sums(f"They paid {told}.")
    assert found[:2] == (amount, currency)


def test_a_sum_has_the_words_that_tell_it() -> None:
    """From the sign to the scale, or to the name of the currency; the end is exclusive."""
    text = "He paid $5 million, then nine million Mexican pesos."
    assert [text[start:end] for *_, (start, end) in sums(text)] == ["$5 million", "nine million Mexican pesos"]


def test_a_name_of_several_currencies_is_the_one_of_a_party() -> None:
    """Else the one that most news means by it, or none."""
    assert sums("fined 900 rupees", "PAK")[0][1] == "PKR"
    assert sums("fined 900 rupees", "FRA")[0][1] == "INR"
    assert sums("fined 900 pesos", "PHL")[0][1] == "PHP"
    assert sums("fined 900 pesos")[0][1] is None


def test_a_nation_before_the_name_decides() -> None:
    """Whoever pays."""
    assert sums("gave 5 million Egyptian pounds", "GBR")[0][1] == "EGP"


def test_the_dollar_sign_is_the_us_dollar_abroad_too() -> None:
    """News of all countries writes so; who means another one says which."""
    assert sums("gave $5 million", "AUS")[0][1] == "USD"


@pytest.mark.parametrize(
    "text", ["N95 masks", "the R2 zone", "3 won", "2 real friends", "10 m", "5 billion people", ""]
)
def test_other_numbers_are_no_money(text: str) -> None:
    """Letters that stand before sums stand before other numbers, and names of currencies are words."""
    assert sums(text) == []


@given(st.text(alphabet="$£RsNUSD 0123456789.,-kmbn milondecrupsth"))
def test_no_text_is_too_odd(text: str) -> None:
    """Amounts are positive numbers or nought, and the words are in the text, in order."""
    ends = [0]
    for amount, _, (start, end) in sums(text):
        assert amount is not None
        assert amount >= 0
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)


def test_the_tables_agree() -> None:
    """Each name leads to a code."""
    shared = {code for codes in SHARED.values() for code in codes.values()}
    assert {*SIGNS.values(), *NAMES.values()} - {*SHARED} <= {*CODES, *shared, "PEN"}
    assert set(MEANT) <= set(SHARED)
    assert set(OF_NATION.values()) <= {country for codes in SHARED.values() for country in codes} | {"KOR", "BRA"}
