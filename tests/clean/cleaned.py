"""What the tests of cleaning share: an article cleaned, and its offsets checked."""

from bisect import bisect_right
from typing import Any

from service.clean import CleanArticle, clean
from service.config.processing import ArticleSettings

SETTINGS = ArticleSettings()

STORY = [
    "LONDON (Reuters) - The harbour of Westport was closed on Monday after a storm had damaged both of its piers.",
    "Two ships were waiting outside, the mayor said, and a third had been sent to the next port in the south.",
    "“We will open again as soon as the divers have seen the walls,” Ann Example, the mayor, told reporters.",
    "The storm was the third of this winter. Farmers in the valley said that they had lost a tenth of their crop.",
    "The ministry of transport promised 12 million pounds for the repair, but gave no day for the start of the work.",
]
"""Paragraphs of a story that cleaning keeps."""


def cleaned(body: str, **fields: Any) -> CleanArticle:
    """The article of a body, by default a text."""
    return clean({"body_format": "text", "body": body, **fields}, SETTINGS)


def raw_span(cleaning: dict[str, Any], start: int, end: int) -> tuple[int, int]:
    """Where the characters ``text[start:end]`` of a body came from, as a consumer finds it.

    A repaired character maps to all that it was made of.
    """
    pieces = sorted([(a, n, raw, n) for a, raw, n in cleaning["segments"]] + [tuple(e) for e in cleaning["edits"]])
    starts = [piece[0] for piece in pieces]
    first, first_length, raw_start, _ = pieces[bisect_right(starts, start) - 1]
    last, last_length, last_raw, last_raw_length = pieces[bisect_right(starts, end - 1) - 1]
    assert first <= start < first + first_length
    assert last < end <= last + last_length
    is_run = [first, raw_start, first_length] in cleaning["segments"]
    last_is_run = [last, last_raw, last_length] in cleaning["segments"]
    return (
        raw_start + (start - first if is_run else 0),
        last_raw + (end - last if last_is_run else last_raw_length),
    )


def check_offsets(article: CleanArticle) -> None:
    """Runs hold identical characters; runs and edits cover the body; removed spans are of the raw text."""
    cleaning, text, raw = article.cleaning, article.text, article.raw
    covered = bytearray(len(text))
    at = 0
    for start, raw_start, length in cleaning["segments"]:
        assert start >= at
        assert length > 0
        assert text[start : start + length] == raw[raw_start : raw_start + length]
        covered[start : start + length] = b"\1" * length
        at = start + length
    for start, length, raw_start, raw_length in cleaning["edits"]:
        assert not any(covered[start : start + length])
        assert 0 <= raw_start <= raw_start + raw_length <= len(raw)
        covered[start : start + length] = b"\1" * length
    for paragraph in article.paragraphs:
        if paragraph["kind"] == "body":
            assert all(covered[paragraph["start"] : paragraph["end"]])
    kept = bytearray(len(raw))
    for _, raw_start, length in cleaning["segments"]:
        kept[raw_start : raw_start + length] = b"\1" * length
    before = 0
    for removal in cleaning["removed"]:
        assert before <= removal["raw_start"] < removal["raw_end"] <= len(raw)
        assert not any(kept[removal["raw_start"] : removal["raw_end"]])
        before = removal["raw_end"]
