"""How fast the coder of events is, after everything before it has run.

    python -m benchmarks.events MODEL [TEXT.jsonl ...]

Prints sentences and articles a second of one core (CPU time), and the share of sentences with an event. Texts
are JSON lines with ``text``; without any, the sample articles are read.
"""

import argparse
import json
import time
from pathlib import Path

import spacy.tokens

from service.enrich.events.component import NAME
from service.enrich.pipeline import load

SAMPLES = Path(__file__).parent.parent / "service" / "data" / "samples"
ROUNDS = 5


def main() -> None:
    """Read the command line, annotate, time the coder alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("texts", type=Path, nargs="*")
    parser.add_argument("--most", type=int, default=200, help="articles")
    arguments = parser.parse_args()
    nlp = load(arguments.model)
    coder = nlp.get_pipe(NAME)
    docs = [annotated(nlp, text) for text in texts(arguments.texts)[: arguments.most]]
    sentences = sum(1 for doc in docs for _ in doc.sents)
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for doc in docs:
            coder(doc)
        best = min(best, time.process_time() - started)
    told = sum(len({event.sentence.index for event in doc._.events}) for doc in docs)
    print(
        f"{len(docs)} articles, {sentences} sentences, {told / max(1, sentences):.0%} with an event: "
        f"{sentences / best:.0f} sentences/s, {len(docs) / best:.0f} articles/s"
    )


def texts(paths: list[Path]) -> list[str]:
    """The texts of JSON lines, or of the samples."""
    if paths:
        return [json.loads(line)["text"] for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]


def annotated(nlp: spacy.Language, text: str) -> spacy.tokens.Doc:
    """A text with everything but its events."""
    with nlp.select_pipes(disable=NAME):
        return nlp(text)


if __name__ == "__main__":
    main()
