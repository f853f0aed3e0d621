"""What is said of an article's originality, and how it gets into documents that are JSON already."""

from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

import orjson

from service.messages import OutgoingMessage, Processed


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Whether an article is a copy; the field ``duplicate`` of the published documents.

    Attributes:
        kind: ``exact``: the original's words are its words; ``copy``: much of either text stands
            in the other; ``partial``: much of one stands in the other, but not the other way round.
        of: id of the original; None for an article that is none of these.
        containment: share of this article's text that stands in the original, 0 to 1.
    """

    kind: Literal["none", "exact", "copy", "partial"] = "none"
    of: str | None = None
    containment: float | None = None

    def document(self) -> dict[str, Any]:
        """The field as it stands in a document."""
        return asdict(self)


NONE = Duplicate()


def stamp(processed: Processed, duplicate: Duplicate) -> Processed:
    """Write a verdict into an article's documents, which say ``none`` so far.

    Nothing is parsed or searched for: the field is the last one of its object, and that object the
    last one of its document (``service.record``), so the place is known from the end. A search
    could be led astray by a producer's fields.

    Raises:
        ValueError: a document does not end with the field.
    """
    if duplicate == NONE:
        return processed
    messages = tuple(_stamped(message, duplicate) for message in processed.messages)
    return replace(processed, messages=messages)


def _stamped(message: OutgoingMessage, duplicate: Duplicate) -> OutgoingMessage:
    before, after = _PLACES[message.kind]
    if not message.value.endswith(before):
        raise ValueError(f"the {message.kind} document of an article does not end with its field `duplicate`")
    head = message.value[: -len(before)]
    return replace(message, value=head + _field(duplicate) + after)


def _field(duplicate: Duplicate) -> bytes:
    return b'"duplicate":' + orjson.dumps(duplicate.document())


_PLACES = {kind: (_field(NONE) + closing, closing) for kind, closing in (("enriched", b"}"), ("event", b"}}"))}
"""Kind of document: how it ends before the verdict is known, and what of that stays."""
