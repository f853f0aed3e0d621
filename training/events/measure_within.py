"""What a build finds in the sentences it has not seen, read within their articles, as at run time.

``python -m training.events.measure_within SHARED CHECKPOINT MODEL``: ``training.events.measure`` reads each sentence
alone, and an encoder that sees the sentences around one takes it for less of an event. Scored by the tool in SHARED.
"""

import importlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from service.enrich.context import ArticleContext
from service.enrich.events.fields import event_fields
from service.enrich.pipeline import load
from training.events.command_line import build_parser
from training.events.folds import LEFT_OUT
from training.events.measure import OWN, TASK
from training.files import json_lines, write_json_lines
from training.texts import corpus_texts

AROUND = 1200
"""Characters of the article on either side of a sentence: more than the encoder sees at once."""

CORPORA = ("worldwide_newswire", "re3d")
"""Of the sentences' articles, beside GeoVirus, which is gold data of places."""


def main() -> None:
    """Read the command line, choose the sentences, find events, print scores."""
    arguments = build_parser(__doc__).parse_args()
    names = set((arguments.checkpoint / LEFT_OUT).read_text().split())
    records = [record for record in json_lines(arguments.shared / OWN / "train.jsonl") if record["n"] in names]
    texts = article_texts(arguments.shared)
    nlp = load(str(arguments.model))
    found = []
    for record in records:
        text, start, end = texts[record["corpus"], record["doc"]], record["start"], record["end"]
        first = max(0, start - AROUND)
        first = text.find("\n", first, start) + 1 or first
        doc = nlp.make_doc(text[first : end + AROUND])
        doc._.context = ArticleContext()
        events = list(within(event_fields(nlp(doc)), start - first, end - first))
        whole = {"text_start": 0, "text_end": end - start, "raw_start": 0, "raw_end": end - start}
        found.append({"id": record["n"], "text": record["text"], "events": events, "cleaning": {"segments": [whole]}})
    sys.path.insert(0, str(arguments.shared))
    task, tool = importlib.import_module(f"eval.tasks.{TASK}").TASK, importlib.import_module("eval.predictions")
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder) / "train.jsonl"
        write_json_lines(gold, records)
        for name, value in task.score(task.load([gold]), tool.Predictions.from_records(found)).metrics.items():
            print(f"{name:28} {value:.3f}")


def article_texts(shared: Path) -> dict[tuple[str, str], str]:
    """The articles of the labelled sentences, by corpus and name.

    Raises:
        OSError: a corpus is missing.
    """
    found = {
        (corpus, name): text for corpus in CORPORA for name, text in corpus_texts(shared / "corpora", corpus).items()
    }
    gold = json_lines(shared / "gold" / "toponyms" / "geovirus.jsonl")
    return found | {("geovirus", record["id"]): record["text"] for record in gold}


def within(events: list[dict[str, Any]], start: int, end: int) -> Iterator[dict[str, Any]]:
    """Events whose trigger is in a sentence, with offsets from its start; what they take from outside is left out.

    Args:
        events: as records have them.
        start, end: of the sentence in their text, end exclusive.
    """
    for event in events:
        if start <= event["trigger"]["start"] < end:
            own = _moved(event, start, end - start)
            for side in ("actors", "recipients"):
                own[side] = [party for party in own[side] if party["start"] is not None]
            for role in ("location", "date"):
                if own[role] is not None and own[role].get("start") is None:
                    own[role] = None
            yield own


def _moved(value: Any, start: int, length: int) -> Any:
    """The same with its spans moved; those outside of the sentence are null."""
    if isinstance(value, list):
        return [_moved(each, start, length) for each in value]
    if not isinstance(value, dict):
        return value
    moved = {name: _moved(each, start, length) for name, each in value.items()}
    if isinstance(moved.get("start"), int):
        span = moved["start"] - start, moved["end"] - start
        moved["start"], moved["end"] = span if span[0] >= 0 and span[1] <= length else (None, None)
    return moved


if __name__ == "__main__":
    main()
