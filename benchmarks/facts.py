"""How fast the components that find facts are, each one and all together, after the encoder has run.

    python -m benchmarks.facts [--articles 60] [--words 600] [--model newswire] [../shared/corpora]

Prints the milliseconds of one core (CPU time) that an article takes, twice: when the process meets it
for the first time, as in a stream; and when it comes again, of several rounds the fastest for each
article and component, for what else runs on a machine only slows them down. The first figure counts
what has to be looked up for words and names that no article had before; it is taken once, and as noisy
as the machine. Articles are whole ones of the corpora, those nearest in length to the words asked for;
others go before them, so that what components keep from article to article is neither empty nor made
of the same articles.
"""

import argparse
import os
import time
from pathlib import Path

# One core is measured, and CPU time counts what threads of numpy spend on waiting for each other.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"))

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.articles import articles
from service.enrich.facts import COMPONENTS
from service.enrich.pipeline import load
from service.enrich.tree import settle
from service.workers.child import settle_collector

READ = 1500
"""Articles of the corpora among which those of the right length are looked for."""

ROUNDS = 8


def main() -> None:
    """Read the command line, annotate each article, time the components one by one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--model", default="newswire")
    parser.add_argument("corpora", type=Path, nargs="?", default=Path("../shared/corpora"))
    arguments = parser.parse_args()
    nlp = load(arguments.model)
    texts = nearest(articles(arguments.corpora, READ), arguments.words, 2 * arguments.articles)
    texts, others = texts[: arguments.articles], texts[arguments.articles :]
    for text in others:
        spent(nlp, annotated(nlp, text))
    annotations = [annotated(nlp, text) for text in texts]
    settle_collector()  # as a worker does when it has loaded its program
    first = [spent(nlp, annotation) for annotation in annotations]
    best = [spent(nlp, annotation) for annotation in annotations]
    for _ in range(ROUNDS - 1):
        again = [spent(nlp, annotation) for annotation in annotations]
        best = [fastest(*pair) for pair in zip(best, again, strict=True)]
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(f"{len(texts)} articles, {words:.0f} words each; ms an article:")
    print(f"{'':18} {'met first':>10} {'met again':>10}")
    for component in (*COMPONENTS, ""):
        told = (milliseconds(times, component) for times in (first, best))
        print(f"{component or 'together':18} " + " ".join(f"{each:10.2f}" for each in told))


def nearest(texts: list[str], words: int, count: int) -> list[str]:
    """The texts nearest to so many words, the nearest first."""
    return sorted(texts, key=lambda text: abs(len(text.split()) - words))[:count]


def fastest(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    """Of two runs of each component the faster one."""
    return {name: min(seconds, other[name]) for name, seconds in one.items()}


def milliseconds(times: list[dict[str, float]], component: str) -> float:
    """Of an article, given the seconds of each; of one component, or of all where its name is empty."""
    seconds = sum(value for each in times for name, value in each.items() if component in ("", name))
    return seconds * 1000 / len(times)


def annotated(nlp: Language, text: str) -> bytes:
    """A text with names and trees, and no facts yet."""
    later = [name for name in nlp.pipe_names if name in COMPONENTS or name == "newswire_events"]
    with nlp.select_pipes(disable=later):
        return nlp(text).to_bytes(exclude=["user_data"])


def spent(nlp: Language, annotation: bytes) -> dict[str, float]:
    """CPU seconds of each component."""
    doc = Doc(nlp.vocab).from_bytes(annotation)
    settle(doc, doc.text)  # as the service does
    times = {}
    for name in COMPONENTS:
        component = nlp.get_pipe(name)
        started = time.process_time()
        doc = component(doc)
        times[name] = time.process_time() - started
    return times


if __name__ == "__main__":
    main()
