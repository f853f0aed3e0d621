"""What holds for any text, and what other code builds on."""

from datetime import date
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from service.enrich.times import Times, time_fields
from service.enrich.times.reading.words import read_passages
from service.enrich.times.rules.grammar import RULES, next_beginning, rules_for
from service.enrich.tree import Tree
from tests.enrich.times.reading import NLP, read


def test_fields_have_the_form_of_the_schema() -> None:
    """Days as ISO 8601, unknown ones as null."""
    doc = NLP("It opened in May 2021.")
    assert time_fields(Times()(doc)) == [
        {
            "tid": "t1", "start": 13, "end": 21, "text": "May 2021", "type": "DATE", "value": "2021-05", "mod": None,
            "begin": "2021-05-01", "end_date": "2021-05-31", "granularity": "month", "anchor": None,
            "rule": "month_and_year",
        }
    ]  # fmt: skip


def test_other_pipelines_can_use_it() -> None:
    """By its name, with nothing but a tokenizer before it."""
    nlp: Any = spacy.blank("en")
    nlp.add_pipe("newswire_times")
    doc: Doc = nlp("It opened in May 2021.")
    assert [timex.value for timex in doc._.times] == ["2021-05"]


CALENDAR = st.sampled_from(
    [
        "the", "of", "in", "on", "and", "to", "last", "next", "this", "two", "three", "5", "31", "2021", "1999", "3rd",
        "May", "March", "Friday", "week", "weeks", "day", "year", "month", "ago", "later", "before", "early", "end",
        "quarter", "century", "90s", "summer", "night", "every", "per", "daily", "recently", "10:30", "pm", ",", ".",
        "-", "(", "Christmas",
    ]
)  # fmt: skip


@given(st.lists(CALENDAR, max_size=30).map(" ".join) | st.text(max_size=200), st.dates() | st.none())
def test_no_text_breaks_it_and_every_span_is_the_text_it_claims(text: str, published: date | None) -> None:
    """Expressions stand in order and do not overlap."""
    last = 0
    for timex in read(text, published):
        assert text[timex.start : timex.end] == timex.text
        assert last <= timex.start < timex.end
        last = timex.end
        if timex.begin and timex.end_date:
            assert timex.begin <= timex.end_date


@given(st.text("nOUMWVSPEQyKCRlxtsgbaijkfTodAFrepmZ,-()NYDqHXGIJ~", min_size=1, max_size=8))
def test_no_rule_is_missing_from_the_index_by_first_letters(letters: str) -> None:
    """The index only saves time."""
    matching = [rule for rule in RULES if rule.pattern.match(letters)]
    assert [rule for rule in rules_for(letters, 0) if rule.pattern.match(letters)] == matching
    assert next_beginning(letters, 0) == 0 or not matching


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("About 12,000 people may now have 30 tons , I am told .", False),
        ("It opens at 8 am .", True),
        ("It was shut until now .", True),
        ("It shut in May .", True),
        ("It fell to 2019 .", True),
        ("It ran in mid-July .", True),
    ],
)
def test_only_what_is_near_a_sign_of_time_is_read(text: str, is_read: bool) -> None:
    """A number or word that is a time beside another sign alone is none by itself."""
    assert bool(read_passages(Tree.of(Doc(NLP.vocab, text.split())))) is is_read


def test_what_is_read_ends_with_the_paragraph_of_the_sign() -> None:
    """However near the next one begins."""
    (words,) = read_passages(Tree.of(NLP("It shut in May\n\nTwo men left.")))
    assert [word.text for word in words] == ["It", "shut", "in", "May"]
