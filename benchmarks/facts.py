"""How fast the components that find facts are, each one and all together, after the encoder has run.

    python -m benchmarks.facts [--articles 60] [--words 600] [--model newswire] [../shared/corpora]

Prints the milliseconds of one core (CPU time) that an article takes. Articles are whole ones of the
corpora, of about so many words: the nearest in length that there are.
"""

import argparse
import time
from collections import defaultdict
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.articles import articles
from service.enrich.facts import COMPONENTS
from service.enrich.pipeline import load

READ = 1500
"""Articles of the corpora among which those of the right length are looked for."""

ROUNDS = 5


def main() -> None:
    """Read the command line, annotate each article, time the components one by one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--model", default="newswire")
    parser.add_argument("corpora", type=Path, nargs="?", default=Path("../shared/corpora"))
    arguments = parser.parse_args()
    nlp = load(arguments.model)
    texts = nearest(articles(arguments.corpora, READ), arguments.words, arguments.articles)
    best: dict[str, float] = defaultdict(lambda: float("inf"))
    for _ in range(ROUNDS):
        for name, seconds in spent(nlp, texts).items():
            best[name] = min(best[name], seconds)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words / len(texts):.0f} words each; the best of {ROUNDS} rounds, ms an article:")
    for name, seconds in best.items():
        print(f"{name:18} {seconds * 1000 / len(texts):6.2f}")
    print(f"{'together':18} {sum(best.values()) * 1000 / len(texts):6.2f}")


def nearest(texts: list[str], words: int, count: int) -> list[str]:
    """The texts nearest to so many words."""
    return sorted(texts, key=lambda text: abs(len(text.split()) - words))[:count]


def spent(nlp: Language, texts: list[str]) -> dict[str, float]:
    """CPU seconds of each component over all texts."""
    times: dict[str, float] = defaultdict(float)
    for text in texts:
        doc: Doc = annotated(nlp, text)
        for name in COMPONENTS:
            component = nlp.get_pipe(name)
            started = time.process_time()
            doc = component(doc)
            times[name] += time.process_time() - started
    return times


def annotated(nlp: Language, text: str) -> Doc:
    """A text with names and trees, and no facts yet."""
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name in COMPONENTS or name == "newswire_events"]):
        return nlp(text)


if __name__ == "__main__":
    main()
