"""HTML bodies: ``parse`` makes the tree of a page once, and everything is read from that tree, in this order.

``metadata`` reads what the page says about its article; ``blocks`` cuts the page into lines of text; ``body`` judges
which of them belong to the article.
"""

import numpy as np

from service.clean.html.body.judge import collect_evidence, judge_blocks
from service.clean.html.body.markup_reasons import markup_reason
from service.clean.html.metadata.read import read_metadata
from service.clean.html.parse import parse
from service.clean.lines.model.line_model import load_line_model
from service.clean.page import Page, Span
from service.clean.warnings import CleaningWarning
from service.errors import Reason, Rejected, Stage

EXTRACTOR = "blocks"


def read_html(body: str, title: str | None = None) -> Page:
    """Read a page.

    Args:
        body: its HTML, decoded; its depth and length are checked already.
        title: of the article, when its producer gave one.

    Raises:
        Rejected: no parser can make a tree of it, or no element holds text.
    """
    tree = parse(body)
    declared = read_metadata(tree)
    evidence = collect_evidence(tree, declared.body, title or declared.metadata.title)
    if not evidence.texts:
        raise Rejected(Stage.CLEAN, Reason.EMPTY_TEXT, "no element of the page holds text", "body")
    scores, keep_from = judge_blocks(evidence, load_line_model("html"))
    lines: list[Span] = []
    start = 0
    for block in evidence.blocks:
        lines.append((start, start + len(block.text)))
        start += len(block.text) + 1
    unjudged = np.ones(len(lines) - len(scores), np.float32)
    return Page(
        kind="html",
        extractor=EXTRACTOR,
        raw="\n".join(block.text for block in evidence.blocks),
        lines=tuple(lines),
        metadata=declared.metadata,
        scores=tuple(map(float, np.concatenate([scores, unjudged]))),
        keep_from=keep_from,
        hints=tuple(markup_reason(block) for block in evidence.blocks),
        warnings=(CleaningWarning.LINES_NOT_JUDGED,) if len(unjudged) else (),
    )
