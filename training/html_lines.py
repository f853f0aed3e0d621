"""Train the line model of pages and measure it: ``python -m training.html_lines PAGES OUT``.

PAGES is ``html.jsonl.gz`` of the cleaning gold data: pages with the body a person or a publisher's
parser gave. A block's label comes of aligning it with that body.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from service.clean.html.blocks import blocks
from service.clean.html.features import block_features, votes
from service.clean.html.parse import parse
from service.clean.html.vote import extract
from service.clean.lines.features import read_lines
from training.line_model import Document, cross_validate, fit, measure

SHINGLE = 4
KEEP, DROP = 0.75, 0.25
"""Shares of a block's words that lie in the body's word 4-grams."""
MOST_GAP = 60  # words of the body between two placed blocks, within which a short line is looked for


def read_pages(path: Path) -> list[tuple[Document, dict[str, Any]]]:
    """Pages as labelled documents, each with its record."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        records = [json.loads(row) for row in rows]
    found = []
    for record in records:
        tree = parse(record["html"])
        rendered = blocks(tree)
        if not rendered:
            print(f"{record['id']}: no block with text")
            continue
        texts = [" ".join(block.text.split()) for block in rendered]
        title = next((text for block, text in zip(rendered, texts, strict=True) if block.tag == "h1"), None)
        more = block_features(rendered, votes(rendered, extract(record["html"])))
        sizes = np.array([len(re.findall(r"\w+", text)) for text in texts])
        labels = align(texts, record["body"])
        document = Document(record["id"], "html", record["site"], title, read_lines(texts), labels, sizes, more)
        found.append((document, record))
    return found


def align(texts: list[str], body: str) -> np.ndarray:
    """Labels of blocks: 1 in the body, 0 not, -1 in part.

    Of repeated text only the copies that follow the body's order are in it.
    """
    gold = re.findall(r"\w+", body)
    places: dict[tuple[str, ...], int] = {}
    for index in range(len(gold) - SHINGLE + 1):
        places.setdefault(tuple(gold[index : index + SHINGLE]), index)
    labels, starts = np.zeros(len(texts), int), np.full(len(texts), -1)
    for number, text in enumerate(texts):
        words = re.findall(r"\w+", text)
        if len(words) < SHINGLE:
            continue
        inside = np.zeros(len(words), bool)
        for index in range(len(words) - SHINGLE + 1):
            place = places.get(tuple(words[index : index + SHINGLE]))
            if place is not None:
                inside[index : index + SHINGLE] = True
                if starts[number] < 0:
                    starts[number] = place - index
        share = inside.mean()
        labels[number] = 1 if share >= KEEP else 0 if share <= DROP else -1
    chain = _heaviest_chain([(n, int(starts[n]), len(texts[n])) for n in np.flatnonzero((labels != 0) & (starts >= 0))])
    for number in np.flatnonzero((labels != 0) & (starts >= 0)):
        if number not in chain:
            labels[number] = 0
    _place_short_lines(texts, labels, starts, sorted(chain), gold)
    return labels


def _place_short_lines(
    texts: list[str], labels: np.ndarray, starts: np.ndarray, chain: list[int], gold: list[str]
) -> None:
    """Keep lines too short for a 4-gram that stand between their neighbours' places in the body."""
    for number, text in enumerate(texts):
        words = re.findall(r"\w+", text)
        if not words or len(words) >= SHINGLE:
            continue
        before = max((other for other in chain if other < number), default=None)
        after = min((other for other in chain if other > number), default=None)
        start = 0 if before is None else int(starts[before]) + len(re.findall(r"\w+", texts[before]))
        end = len(gold) if after is None else int(starts[after])
        gap = gold[max(0, start) : end]
        labels[number] = int(
            (before is not None or after is not None)
            and len(gap) < MOST_GAP
            and any(gap[index : index + len(words)] == words for index in range(len(gap) - len(words) + 1))
        )


def _heaviest_chain(items: list[tuple[int, int, int]]) -> set[int]:
    """Numbers of the (number, place, weight) with rising places that weigh most together."""
    best: list[tuple[int, int]] = []
    for index, (_, place, weight) in enumerate(items):
        before = max(
            ((best[other][0], other) for other in range(index) if items[other][1] < place), default=(0, -1)
        )
        best.append((before[0] + weight, before[1]))
    chain: set[int] = set()
    at = max(range(len(best)), key=lambda index: best[index][0], default=-1)
    while at >= 0:
        chain.add(items[at][0])
        at = best[at][1]
    return chain


def page_f1(pairs: list[tuple[str, str]]) -> float:
    """Word 4-gram F1 of mean precision and mean recall (article-extraction-benchmark)."""
    precision, recall = [], []
    for gold, found in pairs:
        wanted, got = (_shingles(text) for text in (gold, found))
        both = sum((wanted & got).values())
        precision.append(both / max(1, sum(got.values())))
        recall.append(both / max(1, sum(wanted.values())))
    p, r = float(np.mean(precision)), float(np.mean(recall))
    return 2 * p * r / max(1e-9, p + r)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    if len(words) < SHINGLE:
        return Counter([tuple(words)])
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def main() -> None:
    """Read the command line, measure, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    pages = read_pages(arguments.pages)
    documents = [document for document, _ in pages]
    perfect = [(record["body"], _joined(document, document.labels != 0)) for document, record in pages]
    print("4-gram F1 of the labels themselves", round(page_f1(perfect), 4))
    extracted = [(record["body"], extract(record["html"])) for _, record in pages]
    print("4-gram F1 of trafilatura", round(page_f1(extracted), 4))
    scores = cross_validate(documents)
    for least in (0.3, 0.4, 0.5, 0.6):
        pairs = [
            (record["body"], _joined(document, score >= least))
            for (document, record), score in zip(pages, scores, strict=True)
        ]
        print(least, round(page_f1(pairs), 4), json.dumps(measure(documents, scores, least)), flush=True)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_bytes(fit(documents))


def _joined(document: Document, kept: np.ndarray) -> str:
    return "\n".join(line.text for line, keep in zip(document.lines, kept, strict=True) if keep)


if __name__ == "__main__":
    main()
