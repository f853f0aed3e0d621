"""Bodies of pages beside other extractors, on the same pages in one run: ``python -m benchmarks.clean PAGES``.

PAGES is ``html.jsonl.gz`` of the cleaning gold data. Quality is word 4-gram F1 as the
article-extraction-benchmark has it; speed is pages a second of processor time, without the first
``WARM_UP`` pages, one after another in one process. Newswire's figure holds body and metadata.

Newswire's line model is trained on the DEV half of the gold data: on those pages only its speed is a
fair figure. ``training/html_lines.py`` prints the cross-validated quality; pages of other sites give it, too.
"""

import argparse
import logging
import os
import time
from collections.abc import Callable
from pathlib import Path

# One thread, as in the service's workers: threads of numpy that wait would count as processor time.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import trafilatura

from service.clean import clean
from service.config.processing import ArticleSettings
from training.files import json_lines
from training.html_scores import page_scores

WARM_UP = 5
DEFAULT_PAGES = Path("../shared/gold/cleaning/html.jsonl.gz")

Extract = Callable[[str], str]


def newswire() -> Extract:
    """The service's own cleaning: body, metadata, repair, offsets; the title is no part of the body."""
    settings = ArticleSettings()

    def extract(html: str) -> str:
        article = clean({"body": html, "body_format": "html"}, settings)
        return "\n".join(article.text[p["start"] : p["end"]] for p in article.paragraphs if p["kind"] != "title")

    return extract


def trafilatura_default() -> Extract:
    """Trafilatura with its second opinions, the body only."""
    return lambda html: trafilatura.extract(html, include_comments=False) or ""


def trafilatura_fast() -> Extract:
    """Trafilatura without them."""
    return lambda html: trafilatura.extract(html, include_comments=False, fast=True) or ""


def trafilatura_with_metadata() -> Extract:
    """Trafilatura with the metadata that Newswire reads as well."""
    return lambda html: trafilatura.extract(html, include_comments=False, with_metadata=True, output_format="txt") or ""


def newspaper4k() -> Extract:
    """newspaper4k, English, no images: it would go to the network for them."""
    import newspaper

    def extract(html: str) -> str:
        article = newspaper.Article("http://page.invalid/", language="en", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return str(article.text)

    return extract


def readability() -> Extract:
    """readability-lxml, its HTML rendered by inscriptis."""
    from inscriptis import get_text
    from readability import Document

    return lambda html: str(get_text(Document(html).summary()))


def justext_english() -> Extract:
    """jusText with its English stop words."""
    import justext

    stop_words = justext.get_stoplist("English")

    def extract(html: str) -> str:
        paragraphs = justext.justext(html.encode(), stop_words, encoding="utf-8")
        return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)

    return extract


PROGRAMS: dict[str, Callable[[], Extract]] = {
    "newswire, body and metadata": newswire,
    "trafilatura": trafilatura_default,
    "trafilatura, fast": trafilatura_fast,
    "trafilatura, with metadata": trafilatura_with_metadata,
    "newspaper4k": newspaper4k,
    "readability-lxml": readability,
    "jusText": justext_english,
}


def measure(extract: Extract, pages: list[dict[str, str]]) -> dict[str, float]:
    """Scores and pages a second; a page that a program fails on counts as empty."""
    pairs, failures, seconds = [], 0, 0.0
    for number, page in enumerate(pages):
        begun = time.process_time()
        try:
            found = extract(page["html"])
        except Exception:
            found, failures = "", failures + 1
        if number >= WARM_UP:
            seconds += time.process_time() - begun
        pairs.append((page["body"], found))
    return page_scores(pairs) | {"pages_per_second": round((len(pages) - WARM_UP) / seconds, 1), "failures": failures}


def main() -> None:
    """Read the command line, measure each program, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path, nargs="?", default=DEFAULT_PAGES)
    parser.add_argument("--only", nargs="*", default=list(PROGRAMS), choices=list(PROGRAMS))
    arguments = parser.parse_args()
    if not arguments.pages.exists():
        raise SystemExit(f"{arguments.pages} is not there: the gold data is not part of this repository")
    logging.disable(logging.CRITICAL)  # the programs tell of every page they cannot read
    pages = list(json_lines(arguments.pages))
    print(f"{len(pages)} pages")
    for name in arguments.only:
        figures = measure(PROGRAMS[name](), pages)
        print(f"{name:28}", "  ".join(f"{key} {value}" for key, value in figures.items()), flush=True)


if __name__ == "__main__":
    main()
