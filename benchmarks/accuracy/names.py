"""Names found in raw text against names labelled: exact spans of characters."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from benchmarks.accuracy.scores import Score
from training.files import json_lines, read_text

Span = tuple[int, int, str]
"""Start and end (exclusive) in characters, and the label."""

UNIVERSAL = {"PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "FAC": "LOC"}
"""Our labels in Universal NER's words; it has no others."""


@dataclass(frozen=True)
class NamesText:
    """A raw text and its names."""

    text: str
    names: frozenset[Span]
    region: str = ""


def read_spans(path: Path) -> Iterator[NamesText]:
    """Texts of a JSONL file with ``text`` and ``ents`` [[start, end, label]], as English Worldwide Newswire has it.

    Raises:
        OSError: the file cannot be read.
    """
    for record in json_lines(path):
        spans = frozenset((start, end, label) for start, end, label in record["ents"])
        yield NamesText(record["text"], spans, record.get("region") or record.get("corpus", ""))


def read_universal(path: Path) -> Iterator[NamesText]:
    """Texts of an IOB2 file of Universal NER: its documents where they are marked, else its sentences.

    Raises:
        OSError: the file cannot be read.
        ValueError: a word does not stand in its sentence.
    """
    blocks = read_text(path).strip().split("\n\n")
    marked = blocks[0].startswith("# newdoc")
    text, names = "", set[Span]()
    for block in blocks:
        lines = block.split("\n")
        if text and (not marked or lines[0].startswith("# newdoc")):
            yield NamesText(text, frozenset(names))
            text, names = "", set()
        [sentence] = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
        text += " " if text else ""
        for start, end, label in _tagged(sentence, [line.split("\t") for line in lines if line[:1].isdigit()]):
            names.add((start + len(text), end + len(text), label))
        text += sentence
    if text:
        yield NamesText(text, frozenset(names))


def _tagged(sentence: str, rows: list[list[str]]) -> list[Span]:
    found: list[Span] = []
    position = 0
    for _, word, tag, *_ in rows:
        start = sentence.index(word, position)
        position = start + len(word)
        if tag.startswith("B-"):
            found.append((start, position, tag[2:]))
        elif tag.startswith("I-"):
            found[-1] = (found[-1][0], position, found[-1][2])
    return found


def score_names(
    nlp: Language, texts: Iterable[NamesText], mapping: dict[str, str] | None = None
) -> tuple[Score, dict[str, Score], dict[str, Score]]:
    """Find the names of texts and count.

    Args:
        nlp: the pipeline.
        texts: with their names.
        mapping: from the pipeline's labels to the texts'; what it does not name is not counted.

    Returns:
        Scores over all, by label, by region.
    """
    total, labels, regions = Score(), defaultdict[str, Score](Score), defaultdict[str, Score](Score)
    for item in texts:
        found = {(ent.start_char, ent.end_char, ent.label_) for ent in nlp(item.text).ents}
        if mapping is not None:
            found = {(start, end, mapping[label]) for start, end, label in found if label in mapping}
        total.add(found, item.names)
        regions[item.region].add(found, item.names)
        for label in {span[2] for span in found | item.names}:
            labels[label].add({s for s in found if s[2] == label}, {s for s in item.names if s[2] == label})
    return total, dict(labels), dict(regions)
