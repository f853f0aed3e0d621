"""Labelled articles, where they are at hand: the article of the first specification, and offsets on every document."""

import gzip
import json
from pathlib import Path

import pytest

from service.clean import clean
from tests.clean.cleaned import SETTINGS, check_offsets, cleaned
from tests.conftest import SHARED

SEED = SHARED / "gold" / "seed" / "article.txt"
LINES = SHARED / "gold" / "cleaning" / "lines.jsonl.gz"


def at_hand(path: Path) -> Path:
    """The path; the test is skipped when there is nothing."""
    if not path.exists():
        pytest.skip(f"labelled data is not at hand: {path}")
    return path


def test_the_tail_of_the_seed_article_goes_and_its_eight_paragraphs_stay() -> None:
    """Seventeen lines, the bare dash among them, all for the reason that they are headlines of others."""
    raw = at_hand(SEED).read_text(encoding="utf-8")
    article = cleaned(raw)
    lines = [line for line in raw.split("\n") if line.strip()]
    headline, story, tail = lines[0], lines[1:9], lines[9:]
    assert [(raw[r["raw_start"] : r["raw_end"]], r["reason"]) for r in article.cleaning["removed"]] == [
        (line, "related") for line in tail
    ]
    assert len(tail) == 17
    assert article.text == "\n\n".join([headline, *story])
    assert article.title == headline
    assert article.dateline is not None
    assert article.dateline["text"] == "WASHINGTON"
    check_offsets(article)


def test_offsets_hold_on_every_labelled_document() -> None:
    """Every run, every edit, every removal, of 769 documents as scrapers leave them."""
    with gzip.open(at_hand(LINES), "rt", encoding="utf-8") as rows:
        for row in rows:
            document = json.loads(row)
            raw = "\n".join(line["text"] for line in document["lines"])
            check_offsets(clean({"body": raw, "body_format": "text", "title": document["title"]}, SETTINGS))
