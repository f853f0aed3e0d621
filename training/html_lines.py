"""Train the line model of pages and measure it: ``python -m training.html_lines PAGES OUT``.

PAGES is ``html.jsonl.gz`` of the cleaning gold data: pages with the body that a person or a publisher's
parser gave. A block's label comes of aligning it with that body. The measures are cross-validated by
site, through the code that the service runs; what is written to OUT is trained on all pages.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from service.clean.html.body.judge import Evidence, best_threshold, collect_evidence, combine_with_rules
from service.clean.html.metadata.read import read_metadata
from service.clean.html.parse import parse
from training.files import json_lines
from training.html_labels import align
from training.html_scores import page_scores
from training.line_documents import Document
from training.line_model import cross_validate, fit


@dataclass(frozen=True)
class LabelledPage:
    """A page as the service sees it, with the labels of its blocks and the body it should give."""

    document: Document
    evidence: Evidence
    body: str


def read_pages(path: Path) -> list[LabelledPage]:
    """Pages of the gold data."""
    return [_labelled(record) for record in json_lines(path)]


def _labelled(record: dict[str, str]) -> LabelledPage:
    tree = parse(record["html"])
    declared = read_metadata(tree)
    evidence = collect_evidence(tree, declared.body, declared.metadata.title)
    document = Document(
        record["id"],
        "html",
        record["site"],
        declared.metadata.title,
        evidence.texts,
        align(evidence.texts, record["body"]),
        evidence.sizes,
        evidence.features,
        evidence.names,
    )
    return LabelledPage(document, evidence, record["body"])


def main() -> None:
    """Read the command line, measure, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    pages = read_pages(arguments.pages)
    documents = [page.document for page in pages]
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_bytes(fit(documents))
    print("the labels themselves", json.dumps(page_scores([_kept(page, page.document.labels != 0) for page in pages])))
    print(
        "the rules",
        json.dumps(page_scores([_kept(page, page.evidence.taken > 0.5) for page in pages])),
        flush=True,
    )
    alone, joined = [], []
    for page, scores in zip(pages, cross_validate(documents), strict=True):
        alone.append(_kept(page, scores >= best_threshold(scores, page.evidence.sizes)))
        together = combine_with_rules(scores, page.evidence)
        joined.append(_kept(page, together >= best_threshold(together, page.evidence.sizes)))
    print("the model alone, cross-validated", json.dumps(page_scores(alone)))
    print("joined with the rules, cross-validated", json.dumps(page_scores(joined)))


def _kept(page: LabelledPage, kept: np.ndarray) -> tuple[str, str]:
    return page.body, "\n".join(text for text, keep in zip(page.evidence.texts, kept, strict=True) if keep)


if __name__ == "__main__":
    main()
