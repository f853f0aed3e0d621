"""A text with labelled names as words, which is what every corpus of names becomes."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class NamesDocument:
    """Words of one text with the tags allowed at each.

    Attributes:
        breaks: indexes of words at which a paragraph starts.
        tags: shape (words, tags); 1.0 where a tag is allowed.
    """

    id: str
    words: list[str]
    breaks: list[int]
    tags: np.ndarray
