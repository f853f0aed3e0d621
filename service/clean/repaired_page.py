"""A page with every line repaired; lines of which nothing visible is left are no lines any more."""

from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from service.clean.page import Page
from service.clean.repair import RepairedLine, repair_lines


@dataclass(frozen=True, slots=True)
class RepairedPage:
    """The lines of a page, and what its reader told of each; all lists are of one length.

    Attributes:
        scores: of the reader's judgement, None when there is none.
        hints: reasons that markup gives.
    """

    lines: list[RepairedLine]
    texts: list[str]
    scores: NDArray[np.float32] | None
    hints: list[str | None]


def repair_page(page: Page) -> RepairedPage:
    """Repair every line of a page."""
    repaired = repair_lines(page.raw, page.lines)
    lines = [line for line in repaired if line.text]
    visible = [bool(line.text) for line in repaired] if page.hints or page.scores is not None else []
    return RepairedPage(
        lines,
        [line.text for line in lines],
        None if page.scores is None else np.array(page.scores, np.float32)[visible],
        list(compress(page.hints, visible)) if page.hints else [None] * len(lines),
    )
