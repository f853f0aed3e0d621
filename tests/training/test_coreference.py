"""How partitions of mentions are compared, and what stands in the labels of happenings."""

import json
from pathlib import Path

import pytest

from benchmarks.coreference.gold import LABELS, ecb_plus
from benchmarks.coreference.measures import Coreference
from training.files import json_lines, write_json_lines


def test_figures_of_mentions_that_are_joined_and_parted() -> None:
    """Of the pairs ab, de wanted, ab, cd told; b-cubed by mention: precision 1 1 .5 .5 1, recall 1 1 1 .5 .5."""
    score = Coreference()
    score.add([("1", "x"), ("1", "x"), ("2", "y"), ("3", "y"), ("3", "z")])
    assert (score.pairs.precision, score.pairs.recall) == (0.5, 0.5)
    assert (score.b_cubed.precision, score.b_cubed.recall) == (0.8, 0.8)
    assert (score.told_again, score.lost) == (1, 1)


def test_mentions_of_two_documents_are_never_a_pair() -> None:
    """The same name of a chain in another document is not looked at."""
    score = Coreference()
    score.add([("1", "x")])
    score.add([("1", "x")])
    assert (score.pairs.found, score.mentions, score.happenings) == (0, 2, 2)


def test_mentions_of_ecb_plus_without_a_chain_are_alone(tmp_path: Path) -> None:
    """And those of sentences that nobody validated are left out."""
    mentions = [
        {"kind": kind, "start": start, "end": start + 1, "sentence": sentence, "chain": chain}
        for kind, start, sentence, chain in (
            ("event", 0, 0, "a"), ("event", 2, 0, None), ("event", 4, 0, None), ("event", 6, 1, "a"),
            ("time", 8, 0, "a"),
        )
    ]  # fmt: skip
    write_json_lines(
        tmp_path / "ecb.jsonl", [{"id": "d", "text": "a b c d e", "validated_sentences": [0], "mentions": mentions}]
    )
    [document] = ecb_plus(tmp_path / "ecb.jsonl")
    assert list(document.mentions) == [(0, 1), (2, 3), (4, 5)]
    assert len(set(document.mentions.values())) == 3


@pytest.mark.parametrize("path", sorted(LABELS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_no_word_of_our_labels_is_of_two_happenings(path: Path) -> None:
    """And no article is labelled twice, in either file."""
    records = list(json_lines(path))
    for record in records:
        spans = [tuple(span) for happening in record["happenings"] for span in happening]
        assert len(spans) == len(set(spans)), json.dumps(record)
    others = {record["document"] for other in LABELS.glob("*.jsonl") if other != path for record in json_lines(other)}
    names = [record["document"] for record in records]
    assert len(set(names)) == len(names)
    assert others.isdisjoint(names)
