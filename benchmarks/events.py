"""How fast events are found after everything before has run: with all that is read for them, and the coder alone.

    python -m benchmarks.events MODEL [TEXT.jsonl ...]

Prints sentences and articles a second of one core (CPU time), and the share of sentences with an event. Texts
are JSON lines with ``text``; without any, the sample articles are read.
"""

import argparse
import os
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

# One core is measured, and CPU time counts what threads of numpy spend on waiting for each other.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"))

from spacy.language import Language
from spacy.tokens import Doc

from service.enrich.events.component import NAME, Events
from service.enrich.events.reading.alone import SentenceReader, Vectors
from service.enrich.events.reading.marked import SecondReader
from service.enrich.pipeline import load
from service.enrich.tables import DATA
from service.enrich.tree import settle
from training.events.observations import Remembering
from training.files import json_lines

ROUNDS = 5


def main() -> None:
    """Read the command line, annotate, time the coder alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("texts", type=Path, nargs="*")
    parser.add_argument("--most", type=int, default=200, help="articles")
    arguments = parser.parse_args()
    nlp = load(arguments.model)
    found = nlp.get_pipe(NAME)
    assert isinstance(found, Events)
    docs = [annotated(nlp, text) for text in texts(arguments.texts)[: arguments.most]]
    sentences = sum(1 for doc in docs for _ in doc.sents)
    whole = seconds(found, docs)
    told = sum(len({event.sentence.index for event in doc._.events}) for doc in docs)
    coder = Events(found.heads, _AloneAlready(found.alone), _ReadAlready(found.reader), found.calibration)
    alone = seconds(coder, docs)
    print(f"{len(docs)} articles, {sentences} sentences, {told / max(1, sentences):.0%} with an event")
    for name, best in (("with all readings", whole), ("the coder alone", alone)):
        print(f"{name}: {sentences / best:.0f} sentences/s, {len(docs) / best:.0f} articles/s")


def seconds(component: Events, docs: Sequence[Doc]) -> float:
    """CPU time of the best of ROUNDS over all documents."""
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for doc in docs:
            component(doc)
        best = min(best, time.process_time() - started)
    return best


class _AloneAlready:
    """Vectors of sentences read alone, remembered from the first round."""

    def __init__(self, reader: SentenceReader) -> None:
        self._reader, self._known = reader, dict[int, Vectors]()

    def vectors(self, doc: Doc, sentences: Iterable[tuple[int, int]]) -> Vectors:
        if id(doc) not in self._known:
            self._known[id(doc)] = self._reader.vectors(doc, sentences)
        return self._known[id(doc)]


class _ReadAlready:
    """A reader that remembers what it read in the first round."""

    def __init__(self, reader: SecondReader) -> None:
        self._reader, self._opened = reader, dict[int, Remembering]()

    def open(self, doc: Doc) -> Remembering:
        if id(doc) not in self._opened:
            self._opened[id(doc)] = Remembering(self._reader.open(doc))
        return self._opened[id(doc)]


def texts(paths: list[Path]) -> list[str]:
    """The texts of JSON lines, or of the samples."""
    if paths:
        return [document["text"] for path in paths for document in json_lines(path)]
    return [path.read_text(encoding="utf-8") for path in sorted((DATA / "samples").glob("*.txt"))]


def annotated(nlp: Language, text: str) -> Doc:
    """A text with everything but its events, told that this will not change, as the service's documents are."""
    doc = nlp.make_doc(text)
    settle(doc, text)
    with nlp.select_pipes(disable=NAME):
        return nlp(doc)


if __name__ == "__main__":
    main()
