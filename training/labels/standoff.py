"""Labels as offsets into texts that lie elsewhere.

A record is one paragraph: ``corpus`` and ``doc`` name the text, ``start`` and ``end`` the paragraph in
it, ``ents`` are [start, end, label] within the paragraph. Offsets are code points, ends exclusive.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.files import json_lines
from training.texts import corpus_texts

LABELS = Path(__file__).parent / "names"
"""``train.jsonl`` is what models learn from; ``second.jsonl`` holds paragraphs of it that another
labeller labelled, too, to measure agreement."""


def read_labels(path: Path, corpora: Path) -> Iterator[dict[str, Any]]:
    """Labelled paragraphs with their text.

    Only the texts of the corpora are read, never their own annotation.

    Args:
        path: of records as above.
        corpora: the folder of corpora.

    Yields:
        The records with ``text``, the paragraph's.

    Raises:
        KeyError: a text is not there.
        OSError: a file cannot be read.
    """
    records = list(json_lines(path))
    texts: dict[tuple[str, str], str] = {}
    for corpus in sorted({record["corpus"] for record in records}):
        for name, text in corpus_texts(corpora, corpus).items():
            texts[corpus, name] = text
    for record in records:
        yield record | {"text": texts[record["corpus"], record["doc"]][record["start"] : record["end"]]}
