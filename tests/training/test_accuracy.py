"""How accuracy is counted: exact spans in the raw text that a corpus stands for."""

from pathlib import Path

import pytest
import spacy

from benchmarks.accuracy.names import UNIVERSAL, read_universal, score_names
from benchmarks.accuracy.scores import Score
from benchmarks.accuracy.trees import raw_text, score_grammar, score_sentences
from training.treebanks import Tree, TreeDocument

SENTENCES = """\
# newdoc id = one
# text = Kampala sleeps.
1\tKampala\tB-LOC\t-\t-
2\tsleeps\tO\t-\t-
3\t.\tO\t-\t-

# text = New York does not.
1\tNew\tB-LOC\t-\t-
2\tYork\tI-LOC\t-\t-
3\tdoes\tO\t-\t-
4\tnot\tO\t-\t-
5\t.\tO\t-\t-
"""


def test_sentences_of_a_document_are_scored_together(tmp_path: Path) -> None:
    """The model sees running text; the spans point into it."""
    [item] = read_universal(_written(tmp_path, SENTENCES))
    assert item.text == "Kampala sleeps. New York does not."
    assert {item.text[start:end] for start, end, _ in item.names} == {"Kampala", "New York"}


def test_sentences_without_a_document_are_scored_one_by_one(tmp_path: Path) -> None:
    """As in a treebank of single sentences."""
    items = list(read_universal(_written(tmp_path, SENTENCES.replace("# newdoc id = one\n", ""))))
    assert [item.text for item in items] == ["Kampala sleeps.", "New York does not."]


def test_labels_that_a_corpus_lacks_are_not_counted(tmp_path: Path) -> None:
    """A date is no mistake where nobody labels dates; a building counts as the place it is."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "FAC", "pattern": "Kampala"}, {"label": "DATE", "pattern": "not"}])  # type: ignore[attr-defined]
    total, labels, _ = score_names(nlp, read_universal(_written(tmp_path, SENTENCES)), UNIVERSAL)
    assert (total.right, total.found, total.gold) == (1, 1, 2)
    assert labels.keys() == {"LOC"}


def test_f_is_the_harmonic_mean() -> None:
    """Of precision 50 and recall 100."""
    score = Score()
    score.add({1, 2}, {1})
    assert (score.precision, score.recall) == (50.0, 100.0)
    assert score.f == pytest.approx(66.67, abs=0.01)


def test_raw_text_has_the_treebanks_spaces_and_paragraphs() -> None:
    """Words touch where the treebank says so; a new paragraph stands an empty line below."""
    document = TreeDocument("d", [_tree(["Go", "."], [False, True]), _tree(["Stop"], [False], paragraph=True)])
    assert raw_text(document) == ("Go.\n\nStop", {(0, 3), (5, 9)})


def test_sentences_count_when_both_ends_are_right() -> None:
    """A splitter that finds all has F 100."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    document = TreeDocument("d", [_tree(["Go", "."], [False, True]), _tree(["Stop", "!"], [False, False])])
    assert score_sentences(nlp, [document]).f == 100.0


def test_grammar_is_scored_on_the_treebanks_own_words() -> None:
    """A pipeline that sets the right tag and nothing else has all tags right and no relation."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"ORTH": "n't"}]], {"TAG": "X", "POS": "X"})  # type: ignore[attr-defined]
    figures = score_grammar(nlp, [TreeDocument("d", [_tree(["n't"], [True])])])
    assert figures["upos"] == figures["xpos"] == figures["uas"] == 100.0
    assert figures["las"] == 0.0


def _tree(words: list[str], spaces: list[bool], paragraph: bool = False) -> Tree:
    blank = ["X"] * len(words)
    return Tree(words, words, blank, blank, blank, [0] * len(words), ["root"] * len(words), spaces, paragraph)


def _written(folder: Path, text: str) -> Path:
    (folder / "dev.iob2").write_text(text, encoding="utf-8")
    return folder / "dev.iob2"
