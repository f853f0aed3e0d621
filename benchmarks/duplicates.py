"""``make bench-duplicates``: how fast copies are found, how much memory the window takes, and what is found.

Texts are made from a vocabulary with the frequencies of words in English (Zipf), so the command needs
no data; with ``../shared`` present, the labelled near copies there are judged as well. Times are CPU
seconds of this one process, with hashing and judging apart: workers do the one, the service the other.
"""

import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil

from service.clean.fingerprint import take_fingerprint
from service.config.processing import ArticleSettings, DuplicateSettings
from service.duplicates.window import DuplicateWindow
from training.files import json_lines

GOLD = Path(__file__).parents[2] / "shared" / "gold" / "cleaning" / "neardup.jsonl.gz"
ARTICLES = 30_000
WORDS = 600
COPY_SHARE = 0.2
VOCABULARY = 50_000
SHINGLES = ArticleSettings().shingles


def main() -> None:
    """Print both parts."""
    speed()
    if GOLD.is_file():
        accuracy()
    else:
        print(f"\nThe labelled near copies are not at {GOLD}: accuracy was not measured.")


def speed() -> None:
    """A stream longer than the window, a fifth of it edited copies."""
    window = DuplicateWindow(DuplicateSettings(), SHINGLES)
    before = psutil.Process().memory_info().rss
    hashing = judging = 0.0
    found: Counter[str] = Counter()
    for number, text in enumerate(texts(ARTICLES)):
        started = time.process_time()
        fingerprint = take_fingerprint(text, SHINGLES)
        hashed = time.process_time()
        found[window.judge(str(number), 0, fingerprint).kind] += 1
        window.add(str(number), 0, fingerprint)
        judging += time.process_time() - hashed
        hashing += hashed - started
    grown = psutil.Process().memory_info().rss - before
    print(f"{ARTICLES} articles of {WORDS} words, window of {len(window)}: {dict(found)}")
    print(f"  hashing, in the workers        {hashing / ARTICLES * 1e6:7.0f} us an article")
    print(f"  judging, in the service        {judging / ARTICLES * 1e6:7.0f} us an article")
    print(f"  both on one core               {ARTICLES / (hashing + judging):7.0f} articles/s")
    print(f"  memory of the full window      {grown / 2**20:7.0f} MiB, {grown / len(window):.0f} bytes an article")


def texts(count: int) -> Iterator[str]:
    """Random stories, and copies of late ones with one word in fifty changed."""
    chance = random.Random(20261126)
    vocabulary = [f"w{number}" for number in range(VOCABULARY)]
    weights = [1 / rank for rank in range(1, VOCABULARY + 1)]
    bank = chance.choices(vocabulary, weights, k=4_000_000)
    late: list[list[str]] = []
    for _ in range(count):
        if late and chance.random() < COPY_SHARE:
            words = list(chance.choice(late))
            for place in range(0, WORDS, 50):
                words[place + chance.randrange(50)] = chance.choice(bank)
        else:
            start = chance.randrange(len(bank) - WORDS)
            words = bank[start : start + WORDS]
            chance.shuffle(words)
            late = [*late[-200:], words]
        yield " ".join(words)


def accuracy() -> None:
    """The labelled texts in stream order: all originals, then their copies."""
    documents = sorted(json_lines(GOLD), key=lambda document: document["kind"] != "orig")
    print(f"\n{len(documents)} labelled texts; recall of each kind of copy, links between different articles")
    for size in (SHINGLES // 2, SHINGLES, SHINGLES * 2):
        window = DuplicateWindow(replace(DuplicateSettings(), window_articles=len(documents)), size)
        found: Counter[str] = Counter()
        total: Counter[str] = Counter()
        false = 0
        for document in documents:
            group, kind = document["group"], document["kind"]
            fingerprint = take_fingerprint(document["text"], size)
            original = window.judge(f"{group} {kind}", 0, fingerprint).of
            window.add(f"{group} {kind}", 0, fingerprint)
            right = original is not None and original.rpartition(" ")[0] == group
            false += original is not None and not right
            total[kind] += 1
            found[kind] += right
        recall = "  ".join(f"{kind} {found[kind] / total[kind]:.3f}" for kind in sorted(total) if kind != "orig")
        print(f"  {size:4} shingles: {recall}  false links {false}")


if __name__ == "__main__":
    main()
