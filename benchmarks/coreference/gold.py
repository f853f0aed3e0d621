"""Documents with mentions of events of which it is known which are one happening: ECB+, and labels of our own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.actors import documents
from service.enrich.events.event import Span
from training.files import json_lines

LABELS = Path(__file__).parents[2] / "training" / "labels" / "coreference"


@dataclass(frozen=True)
class Document:
    """A text and its mentions.

    Attributes:
        mentions: where each stands, and its happening, a number or the name of a chain.
    """

    id: str
    text: str
    mentions: dict[Span, str]


def ecb_plus(path: Path) -> Iterator[Document]:
    """The documents of ``ecbplus.jsonl``; only validated sentences count, and a mention without a chain is alone.

    Raises:
        OSError: the file cannot be read.
    """
    for record in json_lines(path):
        validated = set(record["validated_sentences"])
        yield Document(
            record["id"],
            record["text"],
            {
                (mention["start"], mention["end"]): mention["chain"] or f"alone {number}"
                for number, mention in enumerate(record["mentions"])
                if mention["kind"] == "event" and mention["sentence"] in validated
            },
        )


def labelled(path: Path, shared: Path) -> Iterator[Document]:
    """Documents of our own labels (``training/labels/coreference``), with their texts from the shared folder.

    Raises:
        KeyError: a text is not there.
        OSError: a file cannot be read.
    """
    texts = documents(shared)
    for record in json_lines(path):
        text = texts[record["corpus"], record["document"]]["text"]
        mentions = {
            (start, end): str(number)
            for number, happening in enumerate(record["happenings"])
            for start, end in happening
        }
        yield Document(record["document"], text, mentions)
