"""Windows: runs of whole paragraphs that the encoder reads at once."""

from collections.abc import Iterator, Sequence

MOST_PIECES = 250
"""Word pieces of a window; the encoder has 512 places, and shorter windows cost less per word."""


def windows(pieces: Sequence[int], breaks: Sequence[int], most: int = MOST_PIECES) -> Iterator[tuple[int, int]]:
    """Cut words into windows at paragraph ends where they can be had, else between words.

    Args:
        pieces: the number of pieces of each word, each at most ``most``.
        breaks: indexes of words at which a paragraph starts, ascending.
        most: pieces of a window.

    Yields:
        (start, end) in words, end exclusive, in order and without a gap.
    """
    starts = set(breaks)
    start = size = 0
    paragraph = 0  # the last paragraph start within the window
    for index, count in enumerate(pieces):
        if index in starts and index > start:
            paragraph = index
        if size + count > most:
            end = paragraph if paragraph > start else index
            yield start, end
            start, size = end, sum(pieces[end:index])
        size += count
    if start < len(pieces):
        yield start, len(pieces)
