"""The corpora of names as documents of words with the tags allowed at each.

Words come from spaCy's English tokenizer, as in the service, except where a corpus has only its own.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import spacy

from service.enrich.tokenizer import adapt_tokenizer
from training.documents import NamesDocument
from training.files import json_lines
from training.labels.standoff import LABELS, read_labels
from training.tagsets import exact_tags, wikigold_tags

_NLP = spacy.blank("en")
adapt_tokenizer(_NLP)


def read_names(folder: Path, name: str, split: str) -> list[NamesDocument]:
    """A corpus of names by its folder's name.

    Raises:
        KeyError: no reader for this name.
        OSError: the file cannot be read.
    """
    if name == "own_labels":
        return list(_joined(read_labels(LABELS / f"{split}.jsonl", folder)))
    return list(_NAMES[name](json_lines(folder / name / f"{split}.jsonl.gz")))


def _worldwide(records: Iterator[dict[str, Any]]) -> Iterator[NamesDocument]:
    for record in records:
        yield spans_document(record["id"], record["text"], record["ents"])


def _joined(records: Iterable[dict[str, Any]]) -> Iterator[NamesDocument]:
    """Sentences or paragraphs labelled one by one, those of a document read together."""
    ordered = sorted(records, key=lambda record: (record["corpus"], record["doc"], int(record["start"])))
    for (corpus, name), group in groupby(ordered, key=lambda record: (record["corpus"], record["doc"])):
        text, spans = "", []
        for record in group:
            text += "\n\n" if text else ""
            spans += [(start + len(text), end + len(text), label) for start, end, label in record["ents"]]
            text += record["text"]
        yield spans_document(f"{corpus}/{name}", text, spans)


def _wikigold(records: Iterator[dict[str, Any]]) -> Iterator[NamesDocument]:
    for record in records:
        words = [word for sentence, _ in record["sents"] for word in sentence]
        breaks = list(np.cumsum([0, *[len(sentence) for sentence, _ in record["sents"]][:-1]]))
        tags = wikigold_tags([tag for _, tags in record["sents"] for tag in tags])
        yield NamesDocument(record["id"], words, breaks, tags)


_NAMES = {"worldwide_newswire": _worldwide, "own_names": _joined, "wikigold": _wikigold}


def spans_document(name: str, text: str, spans: list[Any]) -> NamesDocument:
    """A text with spans of characters; a span that cuts a word takes all of it."""
    doc = _NLP.make_doc(text)
    kept = [token for token in doc if not token.is_space]
    index = {token.i: number for number, token in enumerate(kept)}
    breaks = [0] + [index[t.i] for t in kept[1:] if doc[t.i - 1].is_space and "\n" in doc[t.i - 1].text]
    found: list[tuple[int, int, str]] = []
    for start, end, label in sorted(spans):
        span = doc.char_span(start, end, alignment_mode="expand")
        places = [index[token.i] for token in span or [] if token.i in index]
        if places and (not found or places[0] >= found[-1][1]):
            found.append((places[0], places[-1] + 1, label))
    return NamesDocument(name, [token.text for token in kept], breaks, exact_tags(len(kept), found))
