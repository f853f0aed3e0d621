"""The corpora as documents of words, with names or with trees.

Words come from spaCy's English tokenizer, as in the service, except where a treebank brings its own.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import spacy

from training.tagsets import exact_tags, wikigold_tags

_NLP = spacy.blank("en")


@dataclass(frozen=True)
class NamesDocument:
    """Words of one text with the tags allowed at each.

    Attributes:
        breaks: indexes of words at which a paragraph starts.
        tags: shape (words, tags); 1.0 where a tag is allowed.
    """

    id: str
    words: list[str]
    breaks: list[int]
    tags: np.ndarray


@dataclass(frozen=True)
class Tree:
    """One sentence of a treebank; ``heads`` are indexes into it, a root's is its own."""

    words: list[str]
    lemmas: list[str]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    heads: list[int]
    labels: list[str]
    starts_paragraph: bool = False


@dataclass(frozen=True)
class TreeDocument:
    """The sentences of one document of a treebank."""

    id: str
    trees: list[Tree]


def read_names(folder: Path, name: str, split: str) -> list[NamesDocument]:
    """A corpus of names by its folder's name.

    Raises:
        KeyError: no reader for this name.
        OSError: the file cannot be read.
    """
    return list(_NAMES[name](_json_lines(folder / name / f"{split}.jsonl.gz")))


def _json_lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _worldwide(records: Iterator[dict[str, Any]]) -> Iterator[NamesDocument]:
    for record in records:
        yield spans_document(record["id"], record["text"], record["ents"])


def _own(records: Iterator[dict[str, Any]]) -> Iterator[NamesDocument]:
    """Sentences of one document that stand side by side are read together."""
    ordered = sorted(records, key=lambda record: (record["corpus"], record["doc"], int(record["start"])))
    for (corpus, name), group in groupby(ordered, key=lambda record: (record["corpus"], record["doc"])):
        text, spans = "", []
        for record in group:
            text += "\n\n" if text else ""
            spans += [(start + len(text), end + len(text), label) for start, end, label in record["ents"]]
            text += record["text"]
        yield spans_document(f"{corpus}/{name}", text, spans)


def _wikigold(records: Iterator[dict[str, Any]]) -> Iterator[NamesDocument]:
    for record in records:
        words = [word for sentence, _ in record["sents"] for word in sentence]
        breaks = list(np.cumsum([0] + [len(sentence) for sentence, _ in record["sents"]][:-1]))
        tags = wikigold_tags([tag for _, tags in record["sents"] for tag in tags])
        yield NamesDocument(record["id"], words, breaks, tags)


_NAMES = {"worldwide_newswire": _worldwide, "own_names": _own, "wikigold": _wikigold}


def spans_document(name: str, text: str, spans: list[Any]) -> NamesDocument:
    """A text with spans of characters; a span that cuts a word takes all of it."""
    doc = _NLP.make_doc(text)
    kept = [token for token in doc if not token.is_space]
    index = {token.i: number for number, token in enumerate(kept)}
    breaks = [0] + [index[t.i] for t in kept[1:] if doc[t.i - 1].is_space and "\n" in doc[t.i - 1].text]
    found: list[tuple[int, int, str]] = []
    for start, end, label in sorted(spans):
        span = doc.char_span(start, end, alignment_mode="expand")
        places = [index[token.i] for token in span or [] if token.i in index]
        if places and (not found or places[0] >= found[-1][1]):
            found.append((places[0], places[-1] + 1, label))
    return NamesDocument(name, [token.text for token in kept], breaks, exact_tags(len(kept), found))


def read_trees(folder: Path, name: str, split: str) -> list[TreeDocument]:
    """A treebank in CoNLL-U by its folder's name."""
    documents: list[TreeDocument] = []
    with gzip.open(folder / name / f"{split}.conllu.gz", "rt", encoding="utf-8") as file:
        blocks = file.read().strip().split("\n\n")
    for block in blocks:
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("#")]
        for comment in comments:
            if comment.startswith("# newdoc"):
                documents.append(TreeDocument(comment.partition("=")[2].strip(), []))
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        words = [row for row in rows if row[0].isdigit()]
        if words:
            paragraph = any(comment.startswith("# newpar") for comment in comments)
            documents[-1].trees.append(_tree(words, paragraph))
    return documents


def _tree(rows: list[list[str]], paragraph: bool) -> Tree:
    heads = [int(row[6]) - 1 for row in rows]
    return Tree(
        words=[row[1].replace("\u00a0", " ") for row in rows],
        lemmas=[row[2] for row in rows],
        upos=[row[3] for row in rows],
        xpos=[row[4] for row in rows],
        feats=["" if row[5] == "_" else row[5] for row in rows],
        heads=[index if head < 0 else head for index, head in enumerate(heads)],
        labels=[row[7] for row in rows],
        starts_paragraph=paragraph,
    )
