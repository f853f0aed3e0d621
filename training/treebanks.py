"""Treebanks in CoNLL-U: sentences of words with tags, lemmas, trees and, in GUM, mentions."""

import re
from dataclasses import dataclass
from pathlib import Path

from training.files import read_text


@dataclass(frozen=True)
class Tree:
    """One sentence of a treebank.

    Attributes:
        heads: indexes into the sentence; a root's is its own.
        spaces: whether white space follows each word.
        mentions: (start, end exclusive, entity type) in words, which may be nested; None where they are not marked.
    """

    words: list[str]
    lemmas: list[str]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    heads: list[int]
    labels: list[str]
    spaces: list[bool]
    starts_paragraph: bool = False
    mentions: list[tuple[int, int, str]] | None = None


@dataclass(frozen=True)
class TreeDocument:
    """The sentences of one document of a treebank."""

    id: str
    trees: list[Tree]


def treebank(folder: Path, name: str, split: str) -> Path:
    """Where a treebank lies, by its folder's name."""
    return folder / name / f"{split}.conllu.gz"


def read_trees(path: Path) -> list[TreeDocument]:
    """A treebank in CoNLL-U; sentences before the first ``# newdoc`` are a document each.

    Raises:
        OSError: the file cannot be read.
    """
    documents: list[TreeDocument] = []
    marked = mentions_marked = False
    for block in read_text(path).strip().split("\n\n"):
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("#")]
        for comment in comments:
            if comment.startswith("# newdoc"):
                marked = True
                documents.append(TreeDocument(comment.partition("=")[2].strip(), []))
            # Only GUM says so, at the head of each document.
            mentions_marked |= comment.startswith("# global.Entity")
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        words = [row for row in rows if row[0].isdigit()]
        if words and not marked:
            documents.append(TreeDocument(str(len(documents)), []))
        if words:
            paragraph = any(comment.startswith("# newpar") for comment in comments)
            documents[-1].trees.append(_tree(words, _spaces(rows), paragraph, mentions_marked))
    return documents


def _spaces(rows: list[list[str]]) -> list[bool]:
    """Whether white space follows each word; a contraction ("didn't") stands in a row before its words."""
    last_of_contraction: dict[int, bool] = {}
    within = 0
    spaces: list[bool] = []
    for row in rows:
        space = "SpaceAfter=No" not in row[9]
        first, _, last = row[0].partition("-")
        if last:
            within = int(last)
            last_of_contraction[within] = space
        elif first.isdigit():
            number = int(first)
            spaces.append(last_of_contraction.get(number, space) if number >= within else False)
    return spaces


def _tree(rows: list[list[str]], spaces: list[bool], paragraph: bool, mentions: bool) -> Tree:
    heads = [int(row[6]) - 1 for row in rows]
    return Tree(
        words=[row[1].replace("\u00a0", " ") for row in rows],
        lemmas=[row[2] for row in rows],
        upos=[row[3] for row in rows],
        xpos=[row[4] for row in rows],
        feats=["" if row[5] == "_" else row[5] for row in rows],
        heads=[index if head < 0 else head for index, head in enumerate(heads)],
        labels=[row[7] for row in rows],
        spaces=spaces,
        starts_paragraph=paragraph,
        mentions=_mentions([row[9] for row in rows]) if mentions else None,
    )


_MENTION = re.compile(r"\((\d+(?:\[\d+/\d+\])?)-([a-z]+)[^()]*(\))?|(\d+(?:\[\d+/\d+\])?)\)")


def _mentions(columns: list[str]) -> list[tuple[int, int, str]]:
    """Mentions from GUM's bracketed ``Entity`` in the last column; none in other treebanks."""
    found: list[tuple[int, int, str]] = []
    opened: list[tuple[str, int, str]] = []
    for index, column in enumerate(columns):
        entity = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
        for number, kind, closed, closing in _MENTION.findall(entity):
            if closed:
                found.append((index, index + 1, kind))
            elif number:
                opened.append((number, index, kind))
            else:
                place = max((i for i, item in enumerate(opened) if item[0] == closing), default=None)
                if place is not None:
                    _, start, kind_of = opened.pop(place)
                    found.append((start, index + 1, kind_of))
    return found
