"""``make bench-chain``: where the CPU time of an article goes, from the bytes of its value to the bytes that go out.

Articles are whole ones of the corpora as JSON values, text bodies; the program is that of a worker. Of each round
the time of every part is summed over all articles; told is the median of rounds, in milliseconds an article, and its
share. What the encoders read is timed within the step that runs them: whole articles, sentences alone by the first
encoder, and sentences with a marked word by the second one.
"""

import argparse
import os
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"))

import orjson

from benchmarks.articles import articles
from service.article import Program, load
from service.config.processing import ArticleSettings
from service.enrich.encoder.component import Encoder
from service.enrich.events.reading.alone import AloneReader
from service.enrich.events.reading.marked import MarkedReader
from service.errors import Stage
from service.messages import RawRecord
from service.workers.child import settle_collector

ENCODER, ALONE, SECOND = "encoder", "sentences alone", "second encoder"
SEEN = 20
"""Articles read before, so that what is kept from article to article is there."""


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("corpora", type=Path, nargs="?", default=Path("../shared/corpora"))
    arguments = parser.parse_args()
    records = [as_record(text) for text in articles(arguments.corpora, SEEN + arguments.articles)]
    spent: dict[str, float] = defaultdict(float)
    time_calls(Encoder, "__call__", ENCODER, spent)
    time_calls(AloneReader, "vectors", ALONE, spent)
    time_calls(MarkedReader, "run", SECOND, spent)
    program = load(ArticleSettings())
    for record in records[:SEEN]:
        program(record)
    settle_collector()  # as a worker does when it has loaded its program
    rounds = [one_round(program, records[SEEN:], spent) for _ in range(arguments.rounds)]
    middle = {part: statistics.median(each[part] for each in rounds) for part in rounds[0]}
    print(f"{arguments.articles} articles, median of {arguments.rounds} rounds; ms an article, share:")
    for part, seconds in middle.items():
        print(f"{part:18}{seconds * 1000 / arguments.articles:8.2f}{seconds / middle['together']:8.3f}")


def as_record(text: str) -> RawRecord:
    """An article as Kafka gives it."""
    return RawRecord("news.raw", 0, 0, 0, None, orjson.dumps({"body": text, "body_format": "text"}))


def one_round(program: Program, records: list[RawRecord], spent: dict[str, float]) -> dict[str, float]:
    """CPU seconds of each part over all records; the steps without what the encoders take, and all together."""
    spent.clear()
    started = time.process_time()
    for record in records:
        run(program, record, spent)
    together = time.process_time() - started
    spent[Stage.ENRICH] -= spent[ENCODER] + spent[ALONE] + spent[SECOND]
    return {**spent, "together": together}


def run(program: Program, record: RawRecord, spent: dict[str, float]) -> None:
    """Process one record, and note when each step is done."""
    before = time.process_time()

    def done(stage: Stage, _result: object) -> None:
        nonlocal before
        now = time.process_time()
        spent[stage] += now - before
        before = now

    program(record, done)


def time_calls(owner: type, name: str, part: str, spent: dict[str, float]) -> None:
    """Let a method add the CPU seconds of its calls to a part."""
    method: Callable[..., Any] = getattr(owner, name)

    def timed(*arguments: Any) -> Any:
        started = time.process_time()
        result = method(*arguments)
        spent[part] += time.process_time() - started
        return result

    setattr(owner, name, timed)


if __name__ == "__main__":
    main()
