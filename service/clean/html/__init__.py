"""HTML bodies: the page is parsed once; its metadata and its blocks are read from the same tree."""

import numpy as np

from service.clean.html.body import gather, judge_blocks
from service.clean.html.metadata import read_metadata
from service.clean.html.parse import parse
from service.clean.html.reasons import markup_reason
from service.clean.lines.model import load_line_model
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
    told = read_metadata(tree)
    evidence = gather(tree, told.body)
    if not evidence.texts:
        raise Rejected(Stage.CLEAN, Reason.EMPTY_TEXT, "no element of the page holds text", "body")
    scores, keep_from = judge_blocks(evidence, title or told.metadata.title, load_line_model("html"))
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
        metadata=told.metadata,
        scores=tuple(map(float, np.concatenate([scores, unjudged]))),
        keep_from=keep_from,
        hints=tuple(markup_reason(block) for block in evidence.blocks),
        warnings=(CleaningWarning.LINES_NOT_JUDGED,) if len(unjudged) else (),
    )
