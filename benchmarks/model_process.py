"""One measurement of a model in a process of its own, told as JSON on standard output.

``python -m benchmarks.model_process MODEL CORPORA start | articles COUNT BATCH | length WORDS``
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

STARTED = time.perf_counter(), time.process_time()


def main() -> None:
    """Read the command line, measure, print."""
    model, corpora, what, *numbers = sys.argv[1:]
    from service.enrich.pipeline import load  # its import is part of the start

    # Memory is told as a worker needs it, speed as that of the language model.
    nlp = load(model, with_facts=what == "articles")
    nlp.max_length = 10_000_000
    nlp("One sentence.")
    told: dict[str, Any] = {
        "ready_seconds": time.perf_counter() - STARTED[0],
        "ready_cpu_seconds": time.process_time() - STARTED[1],
        "loaded_megabytes": megabytes("VmRSS"),
    }
    if what == "articles":
        from benchmarks.articles import articles

        count, batch = map(int, numbers)
        texts = articles(Path(corpora), count)
        told |= measured(lambda: sum(words(doc) for doc in nlp.pipe(texts, batch_size=batch)))
    elif what == "length":
        from benchmarks.articles import article_of, articles

        text = article_of(articles(Path(corpora), 100), int(numbers[0]))
        repeats = max(1, 5_000 // int(numbers[0]))
        told |= measured(lambda: sum(read(nlp, text) for _ in range(repeats)))
    told["peak_megabytes"] = megabytes("VmHWM")
    print(json.dumps(told))


def read(nlp: Any, text: str) -> int:
    """Read an article as the service does, its strings forgotten behind it; the number of its words."""
    with nlp.memory_zone():
        return words(nlp(text))


def words(doc: Any) -> int:
    """Tokens that are not white space."""
    return sum(not token.is_space for token in doc)


def measured(work: Callable[[], int]) -> dict[str, float]:
    """Words per second of CPU time."""
    started = time.process_time()
    count = work()
    return {"words": count, "words_per_second": count / (time.process_time() - started)}


def megabytes(field: str) -> float:
    """A figure of this process in /proc: VmRSS now, VmHWM at its highest."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) / 1024
    raise LookupError(field)


if __name__ == "__main__":
    main()
