"""Labellers' answers for events as stand-off records.

``python -m training.labels.events_standoff SENTENCES ANSWERS...``: SENTENCES is a JSON list of sentences (n, corpus,
doc, start, end, text); ANSWERS are files of lines ``{"n": ..., "events": [...]}`` by the guide of
``gold/events/own``; a sentence without a line has no event.
A sentence that two labellers answered keeps the first answer; the other goes to ``second.jsonl``. With
``--written``, ANSWERS are sentences of our own: ``{"text": ..., "events": [...]}``.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.events.labels import LABELS, phrase_span
from training.files import json_lines, write_json_lines

PHRASES = ("a", "r", "loc", "date", "src")
OMITTED: tuple[Any, ...] = (None, False, [], "")


def main() -> None:
    """Read the command line, write ``sentences.jsonl`` or ``written.jsonl``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("answers", type=Path, nargs="*")
    parser.add_argument("--written", action="store_true")
    arguments = parser.parse_args()
    if arguments.written:
        records = [
            {"text": record["text"], "events": list(_spans(record["text"], record["events"]))}
            for path in (arguments.sentences, *arguments.answers)
            for record in json_lines(path)
        ]
        write_json_lines(LABELS / "written.jsonl", records)
        return
    # Each labeller's batches lie beside the answers and tell which sentences were read.
    answered: dict[str, list[list[dict[str, Any]]]] = {}
    for path in arguments.answers:
        events = {record["n"]: record["events"] for record in json_lines(path)}
        batch = path.with_name(path.name.replace("out_", "batch_")).with_suffix(".txt")
        for line in batch.read_text(encoding="utf-8").splitlines():
            name = line.partition("\t")[0]
            answered.setdefault(name, []).append(events.get(name, []))
    files: dict[str, list[dict[str, Any]]] = {"sentences": [], "second": []}
    for sentence in json.loads(arguments.sentences.read_text(encoding="utf-8")):
        text = sentence.pop("text")
        for file, told in zip(files.values(), answered[sentence["n"]], strict=False):
            file.append(sentence | {"events": list(_spans(text, told))})
    for name, records in files.items():
        records.sort(key=lambda record: (record["corpus"], record["doc"], record["start"]))
        write_json_lines(LABELS / f"{name}.jsonl", records)


def _spans(text: str, events: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Events with spans in place of phrases; fields that say nothing are left out."""
    for event in events:
        told = {name: value for name, value in event.items() if value not in OMITTED}
        try:
            told["t"] = phrase_span(text, event["t"])
            for name in PHRASES:
                if name in told:
                    phrases = told[name] if isinstance(told[name], list) else [told[name]]
                    told[name] = [phrase_span(text, phrase) for phrase in phrases]
        except ValueError as error:
            print(f"left out: {error} in {text!r}", file=sys.stderr)
            continue
        yield told


if __name__ == "__main__":
    main()
