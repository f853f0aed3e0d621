"""How fast texts are cleaned: ``python -m benchmarks.clean_text [LINES]``.

LINES is ``lines.jsonl.gz`` of the cleaning gold data, documents as scrapers leave them. Measured is the
processor time of one process, single-threaded, the best of several rounds; first the steps from raw
text to a decision on every line (read, repair, judge, decide), then the whole of cleaning. Every other
document is measured; the rest go before, so that the process knows words, but none of those measured:
a few hundred texts after its start. "Known" is when it has seen all words and leftovers; a stream comes near it.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from service.clean import clean
from service.clean.headline import find_headline
from service.clean.lines.decision.decide import decide, judge
from service.clean.lines.tokens.words import forget_words
from service.clean.repaired_page import repair_page
from service.clean.text import read_text
from service.config.processing import ArticleSettings
from service.workers.child import settle_collector
from training.files import json_lines

LINES = Path(__file__).parents[2] / "shared" / "gold" / "cleaning" / "lines.jsonl.gz"
ROUNDS = 5

Article = dict[str, Any]


def read_articles(path: Path) -> dict[str, list[Article]]:
    """Raw articles by view."""
    found: dict[str, list[Article]] = {}
    for document in json_lines(path):
        body = "\n".join(line["text"] for line in document["lines"])
        article = {"body": body, "body_format": "text", "title": document["title"]}
        found.setdefault(document["view"], []).append(article)
    return found


def lines_only(article: Article) -> None:
    """From raw text to a decision on every line."""
    page = repair_page(read_text(article["body"]))
    headline = find_headline(page.texts, article["title"])
    decide(page.texts, judge(page.texts, headline.text))


def whole(article: Article) -> None:
    """All of cleaning: language and the fields of the record, too."""
    clean(article, ArticleSettings())


def per_second(step: Callable[[Article], None], articles: list[Article]) -> list[float]:
    """Articles a second of processor time when their words are new, and when they are known; best of all rounds."""
    before, measured = articles[::2], articles[1::2]
    best = [float("inf")] * 2
    settle_collector()
    for _ in range(ROUNDS):
        forget_words()
        for article in before:
            step(article)
        for known in (False, True):
            started = time.process_time()
            for article in measured:
                step(article)
            best[known] = min(best[known], time.process_time() - started)
    return [len(measured) / seconds for seconds in best]


def main() -> int:
    """Print a table."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else LINES
    if not path.exists():
        print(f"labelled data is not at hand: {path}", file=sys.stderr)
        return 1
    print(f"{'texts a second':<28}{'lines only':>22}{'all of cleaning':>22}")
    print(f"{'view':<16}{'lines':>6}{'texts':>6}" + f"{'new words':>11}{'known':>11}" * 2)
    for view, articles in read_articles(path).items():
        lines = sum(article["body"].count("\n") + 1 for article in articles) / len(articles)
        speeds = "".join(f"{speed:>11.0f}" for step in (lines_only, whole) for speed in per_second(step, articles))
        print(f"{view:<16}{lines:>6.0f}{len(articles):>6}{speeds}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
