"""Sentences with labelled events as words, for the heads to learn from.

Read are sentences labelled by ``GUIDE.md`` (``gold/events/own``), more of them labelled by the same guide
(``training/labels/events``: offsets into the corpora, and sentences written for the rarer types), and the gold
records of PLOVER (``gold/events/open/plover_gsr``, Open Event Data Alliance, CC BY-SA 4.0).
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy

from service.enrich.events.reading.classes import REALIS, ROLES, TYPES
from service.enrich.tokenizer import adapt_tokenizer
from training.events.folds import LEFT_OUT, split_by_names
from training.events.sentences import LabelledEvent, LabelledSentence, Labels
from training.files import json_lines
from training.texts import corpus_texts

LABELS = Path(__file__).parents[1] / "labels" / "events"
"""Records as in ``gold/events/own``, but with spans within the sentence instead of phrases: ``t`` is one, ``a``,
``r``, ``loc``, ``date`` and ``src`` are lists of them. A written sentence carries its ``text``."""

Phrase = str | Sequence[int]
"""As the guide writes it, or its span."""

_NLP = spacy.blank("en")
adapt_tokenizer(_NLP)
_ORDINAL = re.compile(r"(.*)#(\d+)$", re.DOTALL)
_AUXILIARIES = re.compile(
    r"^(?:(?:will|would|shall|should|can|could|may|might|must|has|have|had|having|is|are|was|were|be|been|being|to|not)\s+)+"
)
"""What PLOVER's records take into a trigger before the verb."""

_HEAD_END = re.compile(
    r"\s*(?:,(?!\d)|[;:(\u2013\u2014]|\s-\s|\b(?:of|in|from|at|on|for|with|to|by|who|which|that|against|near|under)\b)"
)


def read_sentences(gold: Path, corpora: Path) -> list[LabelledSentence]:
    """Every labelled sentence.

    Args:
        gold: the folder ``gold``.
        corpora: the folder ``corpora``; the documents around the sentences stand there.

    Raises:
        OSError: a file is missing.
    """
    texts = {
        (corpus, name): text
        for corpus in ("worldwide_newswire", "re3d", "ud_ewt", "gum_open", "ecbplus")
        for name, text in corpus_texts(corpora, corpus).items()
    }
    for record in json_lines(gold / "toponyms/geovirus.jsonl"):
        texts["geovirus", record["id"]] = record["text"]
    found = []
    for record in json_lines(gold / "events/own/train.jsonl"):
        text = texts.get((record["corpus"], record["doc"]))
        start = int(record["start"])
        if text is None or text[start : record["end"]] != record["text"]:
            text, start = record["text"], 0
        found.append(_sentence(record["n"], record["doc"], text, start, record["text"], record["events"], Labels.GOLD))
    for record in json_lines(LABELS / "sentences.jsonl"):
        text, start = texts[record["corpus"], record["doc"]], record["start"]
        inside = text[start : record["end"]]
        found.append(_sentence(record["n"], record["doc"], text, start, inside, record["events"], Labels.NEWS))
    for number, record in enumerate(json_lines(LABELS / "written.jsonl")):
        text = record["text"]
        name = f"written-{number}"
        found.append(_sentence(name, name, text, 0, text, record["events"], Labels.WRITTEN))
    for record in json_lines(gold / "events/open/plover_gsr.jsonl"):
        if (event := _from_gsr(record)) is not None:
            text = record["text"]
            found.append(_sentence(record["id"], record["id"], text, 0, text, [event], Labels.PLOVER))
    return found


def read_split(shared: Path, checkpoint: Path) -> tuple[list[LabelledSentence], list[LabelledSentence]]:
    """The labelled sentences that a build has learned from, and those that it has not seen.

    Args:
        shared: the folder with ``gold`` and ``corpora``.
        checkpoint: of the build.

    Raises:
        OSError: a file is missing.
    """
    return split_by_names(read_sentences(shared / "gold", shared / "corpora"), checkpoint / LEFT_OUT)


def _from_gsr(record: dict[str, Any]) -> dict[str, Any] | None:
    """The one event of a PLOVER gold record in the form of the guide, without its parties.

    The records mark a demonym where the guide takes the whole phrase, so parties are not learned from them.
    """
    [event] = record["events"]
    triggers = event.get("trigger_spans") or []
    if not triggers or event["plover"] not in TYPES:
        return None
    said = record["text"][triggers[0]["start"] : triggers[0]["end"]]
    return {
        "t": _AUXILIARIES.sub("", said) or said,
        "type": event["plover"],
        "realis": "asserted",
    }


def _sentence(
    name: str,
    document: str,
    text: str,
    start: int,
    sentence: str,
    events: Sequence[dict[str, Any]],
    labels: Labels,
) -> LabelledSentence:
    tokens = [token for token in _NLP.make_doc(text) if not token.is_space]
    inside = [i for i, token in enumerate(tokens) if start <= token.idx < start + len(sentence)]

    def covering(span: tuple[int, int]) -> list[int]:
        return [
            i for i in inside if tokens[i].idx < start + span[1] and tokens[i].idx + len(tokens[i]) > start + span[0]
        ]

    labelled = []
    for event in events:
        words = covering(phrase_span(sentence, event["t"]))
        if not words:
            continue
        roles = {
            role: [heads[-1] for phrase in _phrases(event, key) if (heads := covering(head_of(sentence, phrase)))]
            for role, key in zip(ROLES, ("a", "r", "loc", "date"), strict=True)
        }
        labelled.append(
            LabelledEvent(
                words[0], frozenset(words), TYPES.index(event["type"]), roles,
                REALIS.index(event.get("realis", "asserted")), "historical" in event.get("aux", ()),
            )
        )  # fmt: skip
    return LabelledSentence(
        name, document, [token.text for token in tokens], inside[0], inside[-1] + 1, labelled, labels
    )


def _phrases(event: dict[str, Any], key: str) -> list[Phrase]:
    value = event.get(key)
    return value if isinstance(value, list) else [value] if value else []


def phrase_span(text: str, phrase: Phrase) -> tuple[int, int]:
    """Span of a phrase: ``#2`` marks its second occurrence; whole words come first.

    Raises:
        ValueError: the phrase does not stand in the text.
    """
    if not isinstance(phrase, str):
        return phrase[0], phrase[1]
    number = 1
    if phrase not in text and (match := _ORDINAL.match(phrase)):
        phrase, number = match[1], int(match[2])
    for pattern in (rf"(?<!\w){re.escape(phrase)}(?!\w)", re.escape(phrase)):
        found = [match.span() for match in re.finditer(pattern, text)]
        if len(found) >= number:
            return found[number - 1]
    raise ValueError(f"no such phrase: {phrase!r}")


def head_of(text: str, phrase: Phrase) -> tuple[int, int]:
    """Span of a phrase's head word: the last one before its first preposition, relative pronoun or comma."""
    start, end = phrase_span(text, phrase)
    whole = text[start:end]
    cut = _HEAD_END.search(whole, 1)
    core = whole[: cut.start()] if cut and re.search(r"\w", whole[: cut.start()]) else whole
    words = list(re.finditer(r"\w[\w.'\u2019-]*", re.sub(r"['\u2019]s?$", "", core)))
    return (start + words[-1].start(), start + words[-1].end()) if words else (start, end)
