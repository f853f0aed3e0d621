"""Runs between quotation marks, from the characters alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.enrich.quotes.marks.runs import quotation_runs


def inner(text: str) -> list[str]:
    """What stands between the marks of each run."""
    return [text[run.inner_start : run.inner_end] for run in quotation_runs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said “yes” and „ja“.", ["yes", "ja"]),
        ("He said «oui» twice.", ["oui"]),
        ("He said ``yes'' at once.", ["yes"]),
        ("The ‘final’ offer, the 'last' one.", ["final", "last"]),
        ("“He told me ‘no’ twice.”", ["He told me ‘no’ twice."]),
        ('She said: “It is over." Then she left.', ["It is over."]),
        ("‘We missed it [the bus]’, he said.", ["We missed it [the bus]"]),
        ("The teams' robots and the drivers' union.", []),
        ("Rock 'n' roll in the '90s.", []),
        ('A 6" pipe and a 4" pipe.', []),
        ('It was over", he said. "We won."', ["We won."]),
        ("“We won,’’ she said.", ["We won,"]),
        ("‘‘We won,’’ she said.", ["We won,"]),
        ("”We won,“ she said.", ["We won,"]),
        ("No marks at all.", []),
        ('A lone " mark', ["mark"]),
        ("", []),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    """Straight, curly, low, angle and typewriter marks are read; apostrophes and inches are none."""
    assert [each.strip() for each in inner(text)] == expected


def test_an_unclosed_run_ends_at_its_paragraph() -> None:
    """A missing closing mark never swallows the next paragraph."""
    (first, *_), text = quotation_runs('He said "We won.\n\nNobody was hurt.'), 'He said "We won.\n\nNobody was hurt.'
    assert text[first.start : first.end] == '"We won.'
    assert not first.closed


def test_a_paragraph_that_opens_anew_goes_on() -> None:
    """A quotation of several paragraphs opens each with a mark and closes the last."""
    runs = quotation_runs("“We won.\n\n“Nobody was hurt,” she said.")
    assert [run.continues for run in runs] == [False, True]


def test_a_paragraph_that_opens_anew_goes_on_where_both_stand_in_one_line() -> None:
    """Scrapers join paragraphs: a mark between a full stop and a capital opens, and does not close."""
    text = 'He said: "We won. "Nobody was hurt," and left.'
    runs = quotation_runs(text)
    assert [text[run.start : run.end] for run in runs] == ['"We won.', '"Nobody was hurt,"']
    assert [run.continues for run in runs] == [False, True]


def test_a_paragraph_that_only_closes_goes_on() -> None:
    """Where a paragraph leaves a run open and the next one closes a run that it did not open, both are one."""
    text = "“We won.\n\nNobody was hurt,” she said, “and nobody fell.”"
    runs = quotation_runs(text)
    assert [text[run.start : run.end] for run in runs] == ["“We won.", "Nobody was hurt,”", "“and nobody fell.”"]
    assert [run.continues for run in runs] == [False, True, False]


MARKS = st.text(st.sampled_from("\"'“”‘’«»„`()[] \nab.,!?"), max_size=200)


@given(MARKS)
def test_any_sequence_of_marks_is_read(text: str) -> None:
    """Runs are ordered, apart from one another, inside one paragraph, with their marks at the edges.

    One that takes up another may lack its opening mark.
    """
    reached = 0
    for run in quotation_runs(text):
        assert reached <= run.start <= run.inner_start <= run.inner_end <= run.end <= len(text)
        assert "\n" not in text[run.start : run.end]
        assert run.continues or text[run.start] in "\"'“”‘«„`"
        reached = run.end
