"""Repair of a line: what is mended, and what is left as its author wrote it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.clean.repair import MAX_DECODED_CHARACTERS, repair


def repaired(text: str) -> str:
    return repair(text, 0, len(text)).text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Smith &amp; Sons &#8212; &quot;fine&quot;", 'Smith & Sons — "fine"'),
        ("AT&T &unknown; a & b; R&D", "AT&T &unknown; a & b; R&D"),
        ("President ErdoÄŸan visited SÃ£o Paulo", "President Erdoğan visited São Paulo"),
        ("itâ€™s â€œfineâ€\x9d", "it’s “fine”"),
        ("zero\u200bwidth, soft\u00adhyphen, \ufeffmark", "zerowidth, softhyphen, mark"),
        ("  one\u00a0two \t three\x00four  ", "one two three four"),
        ("Jose\u0301 Nun\u0303ez", "José Nuñez"),
        ("a lone \ud800 surrogate", "a lone surrogate"),
        ("\ufeff\u200b", ""),
        ("zero\u200cwidth \u200dagain", "zerowidth again"),
    ],
)
def test_what_scrapers_break_is_mended(raw: str, text: str) -> None:
    """Entities, mojibake, invisible characters, white space, composed letters."""
    assert repaired(raw) == text


@pytest.mark.parametrize(
    "text",
    [
        "“Curly quotes” and ‘these’",
        "Zoë’s café—naïve, façade",
        "Привет, мир",
        "می\u200cروم",
        "श्रीमान्\u200c जी",
        "\U0001f469\u200d\U0001f467",
        "東京 2020",
        "Ångström Ã la carte",
        "100 °C ± 5 £20",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    """Quotes stay curly: they are the author's."""
    assert repaired(text) == text


@given(st.text(max_size=200))
def test_every_run_holds_identical_characters(raw: str) -> None:
    """And the result is in canonical form, without a space at its ends or two in a row."""
    line = repair(raw, 0, len(raw))
    at = 0
    for start, raw_start, length in line.runs:
        assert start >= at
        assert line.text[start : start + length] == raw[raw_start : raw_start + length]
        at = start + length
    assert unicodedata.is_normalized("NFC", line.text)
    assert line.text == line.text.strip()
    assert "  " not in line.text


@given(st.text(max_size=100))
def test_mojibake_of_any_western_text_is_no_longer_than_it_was(text: str) -> None:
    """A text that was decoded with the wrong table still maps, in order, to where it stood."""
    raw = text.encode("utf-8", "replace").decode("cp1252", "replace")
    line = repair(raw, 0, len(raw))
    starts = [raw_start for _, raw_start, _ in line.runs]
    assert starts == sorted(starts)
    assert len(line.text) <= len(raw)


def test_a_line_too_long_to_be_text_is_not_decoded_again() -> None:
    """It would take time, and nobody reads it."""
    raw = "Ã©" * MAX_DECODED_CHARACTERS
    assert repaired(raw) == raw
