"""Treebanks as they are read: documents, words, spaces, mentions."""

from pathlib import Path

from training.treebanks import TreeDocument, read_trees

CONTRACTION = """\
# newdoc id = letters
# newpar
1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tdid\tdo\tAUX\tVBD\t_\t0\troot\t_\t_
2\tn't\tnot\tPART\tRB\tPolarity=Neg\t1\tadvmod\t_\t_
3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_
"""

MENTIONS = """\
# newdoc id = news
# global.Entity = GRP-etype-infstat
1\tLeeds\tLeeds\tPROPN\tNNP\t_\t2\tcompound\t_\tEntity=(1-organization-new(2-place-new)
2\tUnited\tUnited\tPROPN\tNNP\t_\t0\troot\t_\tEntity=1)
"""


def test_words_of_a_contraction_touch(tmp_path: Path) -> None:
    """The space after a contraction is the one after its last word."""
    [document] = _read(tmp_path, CONTRACTION)
    [tree] = document.trees
    assert (tree.words, tree.spaces) == (["did", "n't", "."], [False, False, True])


def test_heads_are_indexes_and_a_root_is_its_own(tmp_path: Path) -> None:
    """Counting begins at 0, in the sentence."""
    [document] = _read(tmp_path, CONTRACTION)
    assert document.trees[0].heads == [0, 0, 0]


def test_paragraphs_are_known(tmp_path: Path) -> None:
    """Where a paragraph starts, so does one in the text made of the treebank."""
    [document] = _read(tmp_path, CONTRACTION)
    assert document.trees[0].starts_paragraph


def test_nested_mentions_are_read(tmp_path: Path) -> None:
    """Brackets of mentions may open and close at one word."""
    [document] = _read(tmp_path, MENTIONS)
    assert sorted(document.trees[0].mentions or []) == [(0, 1, "place"), (0, 2, "organization")]


def test_treebank_that_marks_no_mentions_has_none(tmp_path: Path) -> None:
    """None is not the same as no mention."""
    [document] = _read(tmp_path, CONTRACTION)
    assert document.trees[0].mentions is None


def test_sentences_without_documents_stand_alone(tmp_path: Path) -> None:
    """A treebank of single sentences has as many documents."""
    unmarked = CONTRACTION.replace("# newdoc id = letters\n", "")
    assert len(_read(tmp_path, unmarked + "\n" + unmarked)) == 2


def _read(folder: Path, text: str) -> list[TreeDocument]:
    (folder / "train.conllu").write_text(text, encoding="utf-8")
    return read_trees(folder / "train.conllu")
