"""Labelled events: spans and phrases mean the same, and a fold left out is left out whole."""

from pathlib import Path

import pytest

from training.events.folds import split, split_by_names
from training.events.labels import head_of, phrase_span
from training.events.sentences import LabelledSentence, Labels

SENTENCE = "Police in Kano arrested police officers of the Kano command."


def sentences() -> list[LabelledSentence]:
    """Two sentences of each of ten documents, one of them of the gold set."""
    return [
        LabelledSentence(f"{document}-{labels}", f"doc{document}", ["Talks", "failed"], 0, 2, labels=labels)
        for document in range(10)
        for labels in (Labels.GOLD, Labels.NEWS)
    ]


def test_number_behind_a_phrase_counts_whole_words() -> None:
    """``Kano#2`` is the second Kano; the police of "Police" is another word."""
    assert phrase_span(SENTENCE, "Kano#2") == (47, 51)


def test_span_stands_for_itself() -> None:
    """Records may carry spans where the guide has phrases."""
    assert phrase_span(SENTENCE, [0, 6]) == (0, 6)


def test_phrase_that_is_not_there_is_refused() -> None:
    """A label that cannot be found is a fault, not a guess."""
    with pytest.raises(ValueError, match="no such phrase"):
        phrase_span(SENTENCE, "soldiers")


def test_head_is_the_last_word_before_a_preposition() -> None:
    """What is behind "of" only tells which officers."""
    start, end = head_of(SENTENCE, "police officers of the Kano command")
    assert SENTENCE[start:end] == "officers"


def test_no_document_is_on_both_sides() -> None:
    """What is labelled anew in a document left out is not trained on, either."""
    kept, left_out = split(sentences(), 0)
    assert left_out
    assert not {sentence.document for sentence in kept} & {sentence.document for sentence in left_out}


def test_only_gold_sentences_measure() -> None:
    """The fold that measures holds none of the sentences labelled later."""
    _, left_out = split(sentences(), 0)
    assert {sentence.gold for sentence in left_out} == {True}


def test_without_a_fold_everything_is_trained_on() -> None:
    """A build may leave nothing out."""
    kept, left_out = split(sentences(), None)
    assert (len(kept), left_out) == (20, [])


def test_names_written_down_give_the_same_split(tmp_path: Path) -> None:
    """What polishes and calibrates later leaves out what training left out."""
    expected = split(sentences(), 1)
    names = tmp_path / "left-out.txt"
    names.write_text("".join(f"{sentence.id}\n" for sentence in expected[1]))
    assert split_by_names(sentences(), names) == expected
