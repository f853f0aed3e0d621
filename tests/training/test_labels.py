"""Labels of names: where a labeller's phrases stand, and how far two labellers agree."""

import gzip
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.actors import LABELS as PERSONS
from training.files import json_lines, write_json_lines
from training.labels.agreement import agreement, doubly_labelled
from training.labels.collect import collect, locate
from training.labels.standoff import LABELS, read_labels


def test_phrases_are_found_in_their_order() -> None:
    """A name that stands twice is listed twice and found twice."""
    text = "Iran said Iran would go."
    assert locate(text, ["Iran|LOC", "Iran|LOC"]) == [(0, 4, "LOC"), (10, 14, "LOC")]


def test_whole_words_come_before_parts() -> None:
    """A phrase is looked for as a word first: Iran is not the head of Iranian."""
    assert locate("Iranian Iran", ["Iran|LOC"]) == [(8, 12, "LOC")]


def test_part_of_a_word_is_taken_where_no_word_is() -> None:
    """A name with an ending glued on is still that name."""
    assert locate("US-based Ugandans", ["Ugandan|NORP"]) == [(9, 16, "NORP")]


@pytest.mark.parametrize("phrase", ["Kampala|LOC", "Iran|PLACE", "Iran"])
def test_answer_that_cannot_be_used_is_refused(phrase: str) -> None:
    """A phrase that is not there and a label that is none of ours are faults, not guesses."""
    with pytest.raises(ValueError):
        locate("Iran said so.", [phrase])


@given(st.lists(st.from_regex(r"\A[A-Z][a-z]{1,6}\Z"), min_size=1, max_size=8))
def test_offsets_hold_the_phrases(words: list[str]) -> None:
    """Whatever the names, each span holds its phrase, and spans do not overlap."""
    text = " and ".join(words)
    found = locate(text, [f"{word}|PERSON" for word in words])
    assert [text[start:end] for start, end, _ in found] == words
    assert all(before[1] <= after[0] for before, after in pairwise(found))


def test_paragraph_with_a_fault_is_left_out_whole(tmp_path: Path) -> None:
    """Half a paragraph's names would teach that the other half are none."""
    paragraphs = {
        "a": {"corpus": "news", "doc": "d", "start": 0, "end": 9, "text": "Iran acts"},
        "b": {"corpus": "news", "doc": "d", "start": 11, "end": 20, "text": "Iraq acts"},
    }
    answers = [{"n": "a", "ents": ["Iran|LOC", "Peru|LOC"]}, {"n": "b", "ents": ["Iraq|LOC"]}]
    write_json_lines(tmp_path / "out-01.jsonl", answers)
    [record] = collect(tmp_path / "out-01.jsonl", paragraphs)
    assert (record["start"], record["end"], record["ents"]) == (11, 20, [(0, 4, "LOC")])


def test_labels_are_joined_with_texts_that_lie_elsewhere(tmp_path: Path) -> None:
    """The record gets its paragraph's text, cut from the corpus by its offsets."""
    (tmp_path / "news").mkdir()
    write_json_lines(tmp_path / "labels.jsonl", [{"corpus": "news", "doc": "d", "start": 6, "end": 10, "ents": []}])
    (tmp_path / "news" / "train.jsonl.gz").write_bytes(_packed({"id": "d", "text": "First\nNext\nLast"}))
    [record] = read_labels(tmp_path / "labels.jsonl", tmp_path)
    assert record["text"] == "Next"


def test_agreement_is_f_of_exact_spans(tmp_path: Path) -> None:
    """Only paragraphs that both labelled count; span and label must be the same."""
    first = [
        {"doc": "d", "start": 0, "ents": [[0, 4, "LOC"], [5, 9, "ORG"]]},
        {"doc": "e", "start": 0, "ents": [[0, 1, "ORG"]]},
    ]
    second = [{"doc": "d", "start": 0, "ents": [[0, 4, "LOC"], [5, 9, "PERSON"]]}]
    write_json_lines(tmp_path / "train.jsonl", first)
    write_json_lines(tmp_path / "second.jsonl", second)
    assert agreement(*doubly_labelled(tmp_path)) == 0.5


@pytest.mark.parametrize("name", ["train.jsonl", "second.jsonl"])
def test_committed_labels_hold_no_text(name: str) -> None:
    """Labels are ours, texts are not: a record has offsets alone."""
    for record in json_lines(LABELS / name):
        assert record.keys() == {"corpus", "doc", "start", "end", "ents"}
        assert all(0 <= start < end <= record["end"] - record["start"] for start, end, _ in record["ents"])


def test_labels_of_persons_hold_no_text_and_share_no_document() -> None:
    """Offsets and codes alone; what rules are written on is not what they are measured with."""
    documents: list[set[tuple[str, str]]] = []
    for name in ("development", "wider", "held_out"):
        records = list(json_lines(PERSONS / f"{name}.jsonl"))
        documents.append({(record["corpus"], record["document"]) for record in records})
        for record in records:
            assert record.keys() == {"corpus", "document", "start", "end", "roles", "organisations", "countries"}
            assert all(start < end for start, end in (*record["roles"], *record["organisations"]))
            assert all(len(code) == 3 and code.isupper() for code in record["countries"])
    assert len(set.union(*documents)) == sum(map(len, documents))


def _packed(record: dict[str, str]) -> bytes:
    return gzip.compress((json.dumps(record) + "\n").encode())
