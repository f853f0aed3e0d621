"""``make bench-model``: speed, memory and start of the language model, on whole news articles.

Speed is words per second of one core's CPU time, every layer and annotation set, and its ratio to a
pipeline of spaCy's convolutional networks that reads the same articles in the same run, article by
article in turn. Memory and start are those of a process of its own.

``make plot-model``: words per second and memory by the length of an article and the size of a batch, as a plot; of
several processes the medians, taken in turns, for a machine that others use is slow for minutes at a time.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

THREADS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
ARTICLES = 100
MEMORY_ARTICLES = 200
PROCESSES = 3  # of each point of the plot
LENGTHS = (30, 100, 300, 1_000, 3_000, 10_000, 100_000)
BATCHES = (1, 8, 64)
HEADROOM = 1.1  # of the plot above its highest point
SHARED = Path(__file__).parents[2] / "shared" / "corpora"
CACHE = Path.home() / ".cache" / "newswire-bench"

Row = dict[str, float]


def main() -> None:
    """Read the command line, measure, print; ``--figure`` draws."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="newswire", help="as NEWSWIRE_MODEL")
    parser.add_argument("--corpora", type=Path, default=SHARED)
    parser.add_argument("--cache", type=Path, default=CACHE, help="where the other pipeline is kept once trained")
    parser.add_argument("--figure", type=Path, help="measure by length and batch alone, and draw this PNG file")
    arguments = parser.parse_args()
    if not arguments.corpora.is_dir():
        raise SystemExit(f"{arguments.corpora}: the corpora are not here; nothing was measured")
    if arguments.figure:
        lengths, batches = points(arguments.model, arguments.corpora, PROCESSES)
        draw(arguments.figure, lengths, batches)
    else:
        start(arguments.model, arguments.corpora)
        speed(arguments.model, arguments.corpora, arguments.cache)
        points(arguments.model, arguments.corpora, 1)


def start(model: str, corpora: Path) -> None:
    """Seconds from an empty process to the first document, the best of three."""
    told = min((process(model, corpora, "start") for _ in range(3)), key=lambda told: told["ready_cpu_seconds"])
    print(
        f"ready after {told['ready_cpu_seconds']:.2f} s of CPU ({told['ready_seconds']:.2f} s by the clock), "
        f"{told['loaded_megabytes']:.0f} MB"
    )


def speed(model: str, corpora: Path, cache: Path) -> None:
    """Words per second of both pipelines, in turn on each article, and their ratio."""
    from benchmarks import cnn
    from benchmarks.articles import articles
    from benchmarks.model_process import read
    from service.enrich.pipeline import load

    texts = articles(corpora, ARTICLES)
    contestants = {"encoder": load(model, with_facts=False), "spaCy CNN": cnn.load(corpora, cache)}
    spent = dict.fromkeys(contestants, 0.0)
    count = 0
    for number, text in enumerate(texts[:5] + texts):
        for name, nlp in contestants.items():
            before = time.process_time()
            size = read(nlp, text)
            if number >= 5:  # the first articles warm the caches
                spent[name] += time.process_time() - before
                count += size if name == "encoder" else 0
    for name, seconds in spent.items():
        print(f"{name:12}{count / seconds:8.0f} words/s of one core, {len(texts)} articles, {count} words")
    print(f"ratio       {spent['spaCy CNN'] / spent['encoder']:8.2f}")


def points(model: str, corpora: Path, processes: int) -> tuple[list[Row], list[Row]]:
    """Speed and peak memory by the length of an article, and over many articles by how many spaCy is given at once."""
    lengths = {length: ("length", length) for length in LENGTHS}
    batches = {batch: ("articles", MEMORY_ARTICLES, batch) for batch in BATCHES}
    told: list[list[Row]] = []
    for title, cases in (("words an article", lengths), (f"of {MEMORY_ARTICLES} articles a batch", batches)):
        runs = [[process(model, corpora, *case) for case in cases.values()] for _ in range(processes)]
        print(f"\n{title:>24}{'words/s':>10}{'peak MB':>10}")
        rows = []
        for size, each in zip(cases, zip(*runs, strict=True), strict=True):
            row = {key: statistics.median(run[key] for run in each) for key in ("words_per_second", "peak_megabytes")}
            print(f"{size:>24}{row['words_per_second']:>10.0f}{row['peak_megabytes']:>10.0f}", flush=True)
            rows.append(row | {"size": size})
        told.append(rows)
    return told[0], told[1]


def process(model: str, corpora: Path, *what: object) -> dict[str, Any]:
    """What ``benchmarks.model_process`` tells."""
    command = [sys.executable, "-m", "benchmarks.model_process", model, str(corpora), *map(str, what)]
    done = subprocess.run(command, capture_output=True, check=True, text=True, env=os.environ | THREADS)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def draw(path: Path, lengths: list[Row], batches: list[Row]) -> None:
    """Two panels: words per second and peak memory, by length and by batch."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 3.5), dpi=90, layout="constrained")
    titles = ("words an article", f"articles a batch, of {MEMORY_ARTICLES}")
    for axes, rows, title in zip(figure.subplots(1, 2), (lengths, batches), titles, strict=True):
        sizes = [row["size"] for row in rows]
        axes.plot(sizes, [row["words_per_second"] for row in rows], "o-", color="tab:blue")
        axes.set_xscale("log")
        axes.set(xlabel=title, ylim=(0, HEADROOM * max(row["words_per_second"] for row in rows)))
        axes.set_ylabel("words/s of one core", color="tab:blue")
        memory = axes.twinx()
        memory.plot(sizes, [row["peak_megabytes"] for row in rows], "s--", color="tab:orange")
        memory.set(ylim=(0, HEADROOM * max(row["peak_megabytes"] for row in rows)))
        memory.set_ylabel("peak MB", color="tab:orange")
    figure.savefig(path)


if __name__ == "__main__":
    os.environ.update(THREADS)
    main()
