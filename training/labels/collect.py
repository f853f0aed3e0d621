"""Labellers' answers as stand-off records, added to those that are there.

``python -m training.labels.collect PARAGRAPHS FOLDER...``.

Labellers read batches ``in-NN.txt`` (a key, a tab, a paragraph) and answer in ``out-NN.jsonl`` with
``{"n": key, "ents": ["phrase|LABEL", ...]}``, phrases in the order in which they stand in the text.
Batch 99 of a labeller is one that another labelled as well.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from service.enrich.encoder.labels import NAME_LABELS
from training.files import json_lines, write_json_lines
from training.labels.standoff import LABELS

LABELLED_TWICE = "99"


def main() -> None:
    """Read all answers that are there; say on stderr what could not be used."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paragraphs", type=Path, help="JSON: key -> corpus, doc, start, end, text")
    parser.add_argument("labellers", type=Path, nargs="+", help="a folder of batches and answers for each labeller")
    parser.add_argument("--without", nargs="*", default=[], help="documents to leave out, such as hard-wrapped ones")
    parser.add_argument("--out", type=Path, default=LABELS)
    arguments = parser.parse_args()
    paragraphs = json.loads(arguments.paragraphs.read_text(encoding="utf-8"))
    train: list[dict[str, Any]] = []
    second: list[dict[str, Any]] = []
    for folder in arguments.labellers:
        for answers in sorted(folder.glob("out-*.jsonl")):
            batch = answers.stem.removeprefix("out-")
            (second if batch == LABELLED_TWICE else train).extend(collect(answers, paragraphs))
    for name, answered in (("train", train), ("second", second)):
        path = arguments.out / f"{name}.jsonl"
        known = {_place(record): record for record in (json_lines(path) if path.exists() else ())}
        known.update((_place(record), record) for record in answered if record["doc"] not in arguments.without)
        records = [known[place] for place in sorted(known)]
        write_json_lines(path, records)
        names = sum(len(record["ents"]) for record in records)
        print(f"{name}: {len(records)} paragraphs, {names} names", file=sys.stderr)


def _place(record: dict[str, Any]) -> tuple[str, str, int]:
    return record["corpus"], record["doc"], record["start"]


def collect(answers: Path, paragraphs: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The records of one file of answers; a paragraph with a name that cannot be found is left out whole."""
    for answer in json_lines(answers):
        paragraph = paragraphs.get(answer["n"])
        if paragraph is None:
            print(f"{answers}: no paragraph {answer['n']}", file=sys.stderr)
            continue
        try:
            ents = locate(paragraph["text"].replace("\t", " ").replace("\r", " "), answer["ents"])
        except ValueError as fault:
            print(f"{answers}: {answer['n']}: {fault}", file=sys.stderr)
            continue
        yield {**{key: paragraph[key] for key in ("corpus", "doc", "start", "end")}, "ents": ents}


def locate(text: str, phrases: list[str]) -> list[tuple[int, int, str]]:
    """Where phrases stand that are listed in their order in a text.

    Args:
        text: of the paragraph.
        phrases: ``phrase|LABEL`` each.

    Returns:
        (start, end exclusive, label) of each.

    Raises:
        ValueError: a phrase is not there, or its label is none of ours.
    """
    found: list[tuple[int, int, str]] = []
    position = 0
    for item in phrases:
        phrase, _, label = item.rpartition("|")
        phrase = phrase.strip()
        if label not in NAME_LABELS or not phrase:
            raise ValueError(f"no label: {item!r}")
        starts = list(_starts(text, phrase, position))
        # "Iran" is looked for as a word before it is looked for within "Iranian".
        start = next((at for at in starts if not text[at + len(phrase) :][:1].isalnum()), starts[0] if starts else None)
        if start is None:
            raise ValueError(f"not in the text after {position}: {phrase!r}")
        position = start + len(phrase)
        found.append((start, position, label))
    return found


def _starts(text: str, phrase: str, position: int) -> Iterator[int]:
    """Places from ``position`` on where the phrase stands and no word is cut at its start."""
    at = text.find(phrase, position)
    while at >= 0:
        if not (at and phrase[0].isalnum() and text[at - 1].isalnum()):
            yield at
        at = text.find(phrase, at + 1)


if __name__ == "__main__":
    main()
