"""The texts of the corpora, into which stand-off labels point."""

from collections.abc import Iterator
from pathlib import Path

from training.files import json_lines, read_text

_FOLDERS = {"re3d": "re3d_no_bbc"}
"""Of corpora that are called otherwise than their folders."""

_TREEBANKS = frozenset(("ud_ewt", "gum_open"))


def corpus_texts(corpora: Path, corpus: str) -> dict[str, str]:
    """The texts of a corpus by name; of treebanks and ECB+ each sentence is a text of its own.

    Raises:
        OSError: the corpus is missing.
    """
    folder = corpora / _FOLDERS.get(corpus, corpus)
    if corpus in _TREEBANKS:
        return dict(_tree_texts(folder / "train.conllu.gz"))
    records = json_lines(folder / "train.jsonl.gz")
    if corpus == "ecbplus":
        return {
            f"{record['id']}:{number}": " ".join(words)
            for record in records
            for number, words in enumerate(record["sents"])
        }
    return {record["id"]: record["text"] for record in records}


def _tree_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Names and texts of the sentences of a treebank."""
    name = ""
    for line in read_text(path).splitlines():
        if line.startswith("# sent_id ="):
            name = line.partition("=")[2].strip()
        elif line.startswith("# text ="):
            yield name, line.partition("=")[2].strip()
