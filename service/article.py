"""One article's whole program: bytes in, messages out, as a visible list of steps.

It runs in a worker and knows neither Kafka nor the event loop.
"""

import re
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import orjson
import xxhash
from spacy.language import Language

from service import __version__
from service.clean import CleanArticle, clean
from service.clean.fingerprint import take_fingerprint
from service.config.processing import ArticleSettings
from service.decode import decode
from service.enrich.context import context_of
from service.enrich.outlet import country_of_url
from service.enrich.pipeline import enrich, facts_key, load_pipeline, model_version
from service.enrich.url_day import day_of_url
from service.errors import Reason, Rejected, Stage
from service.field_names import canonical
from service.messages import Facts, OutgoingMessage, Processed, RawRecord
from service.record import WITHDRAWN, enriched_record, event_message
from service.schemas import MISSING, Fault, faults, is_valid

NAMESPACE = uuid.UUID("6f0f4a43-9a54-5f5f-8f0e-2c9e3a1d7b10")
"""Namespace of the ids made here (UUID version 5, RFC 9562): arbitrary, and never changed, so that ids stay."""

MAX_FAULTS_TOLD = 5  # that are told of one article: a document of another kind breaks every rule

Observer = Callable[[Stage, Any], None]
"""Called after each stage with its result."""

Recall = Callable[[str], bytes | None]
"""Gives the facts, as JSON, that were found for a key lately, or None."""


def _unobserved(_stage: Stage, _result: Any) -> None:
    """The observer of articles whose stages nobody looks at."""


def load(settings: ArticleSettings) -> "Program":
    """Load what the steps need; once per worker.

    Args:
        settings: limits, and the name of the spaCy pipeline.

    Raises:
        SettingsError: there is no such pipeline.
    """
    program = Program(settings, load_pipeline(settings))
    # Models of cleaning are loaded when they are first needed, which must not be in an article's time.
    for body in ("It rained in Ostmark on Monday, and ships waited.", "<p>It rained in Ostmark on Monday.</p>"):
        clean({"body": body}, settings)
    return program


class Program:
    """What every article goes through.

    Args:
        settings: limits.
        nlp: the pipeline of the enrich step.

    Attributes:
        recall: asked before an article is enriched; None when nobody remembers facts.
    """

    def __init__(self, settings: ArticleSettings, nlp: Language) -> None:
        self._settings = settings
        self._nlp = nlp
        self.recall: Recall | None = None

    def __call__(self, record: RawRecord, observe: Observer = _unobserved) -> Processed:
        """Process one article.

        Args:
            record: as Kafka gave it.
            observe: called with each step's result, for ``newswire explain``.

        Returns:
            The enriched record and one message per event that is sure enough. The same record and version give the
            same bytes.

        Raises:
            Rejected: the article is bad; its stage and reason say how.
        """
        seconds: dict[str, float] = {}
        with _timed(Stage.DECODE, seconds):
            fields = decode(record, self._settings.max_value_bytes)
        observe(Stage.DECODE, fields)
        with _timed(Stage.VALIDATE, seconds):
            article = validate(fields)
        observe(Stage.VALIDATE, article)
        with _timed(Stage.CLEAN, seconds):
            cleaned = clean(article, self._settings)
            fingerprint = take_fingerprint(cleaned.text, self._settings.shingles)
        observe(Stage.CLEAN, cleaned)
        with _timed(Stage.ENRICH, seconds):
            facts, found = self._facts(cleaned, article.get("url"))
        observe(Stage.ENRICH, facts)
        with _timed(Stage.ENCODE, seconds):
            enriched = enriched_record(article, cleaned, fingerprint, facts, model_version(self._nlp))
            messages = self._encode(record, enriched)
            processed = Processed(
                article["id"],
                messages,
                seconds,
                fingerprint=fingerprint,
                facts=found,
                reused=self.recall is not None and found is None,
                unsure_events=len(enriched["events"]) - (len(messages) - 1),
            )
        observe(Stage.ENCODE, processed)
        return processed

    def _facts(self, cleaned: CleanArticle, url: str | None) -> tuple[dict[str, Any], Facts | None]:
        """The facts of an article, and what to remember of them: nothing when they were remembered."""
        context = context_of(cleaned, country_of_url(url), day_of_url(url))
        if self.recall is None:
            return enrich(self._nlp, cleaned.text, context), None
        key = facts_key(cleaned.text, context)
        if (known := self.recall(key)) is not None:
            return orjson.loads(known), None
        facts = enrich(self._nlp, cleaned.text, context)
        return facts, Facts(key, orjson.dumps(facts))

    def _published(self, enriched: dict[str, Any]) -> list[dict[str, Any]]:
        """The events sure enough to be messages of their own; none of an article that was withdrawn."""
        least = self._settings.event_confidence
        events = [] if enriched.get("status") in WITHDRAWN else enriched["events"]
        return [event for event in events if event["confidence"]["overall"] >= least]

    def _encode(self, record: RawRecord, enriched: dict[str, Any]) -> tuple[OutgoingMessage, ...]:
        content = xxhash.xxh3_128_hexdigest(record.value or b"")
        stem = f"{enriched['id']}\n{content}\n{__version__}"
        messages = [OutgoingMessage("enriched", _uuid(stem), orjson.dumps(enriched))]
        for event in self._published(enriched):
            name = _uuid(f"{stem}\n{event['event_id']}")
            messages.append(OutgoingMessage("event", name, orjson.dumps(event_message(enriched, event))))
        return tuple(messages)


def validate(fields: dict[str, Any]) -> dict[str, Any]:
    """Check an article against the contract, under our own field names and with an id.

    Raises:
        Rejected: the first faults are listed, each with its field.
    """
    article = canonical(fields)
    if not is_valid(article, "raw-article.v1"):
        found = sorted(set(faults(article, "raw-article.v1")))
        told = "; ".join(f"{_place(fault, fields)}: {fault.problem}" for fault in found[:MAX_FAULTS_TOLD])
        more = f"; and {len(found) - MAX_FAULTS_TOLD} more" if len(found) > MAX_FAULTS_TOLD else ""
        raise Rejected(Stage.VALIDATE, Reason.SCHEMA, told + more, found[0].path)
    article["id"] = article.get("id") or _uuid(article.get("url") or article["body"])
    return article


def _place(fault: Fault, fields: dict[str, Any]) -> str:
    """Where a fault is, in words; a producer that used another name of a field looks for ours in vain."""
    given = re.split(r"[.\[]", fault.path)[0] in fields or fault.problem == MISSING
    return (fault.path or "the document") + ("" if given or not fault.path else " (given by another name of it)")


def _uuid(name: str) -> str:
    return str(uuid.uuid5(NAMESPACE, name))


@contextmanager
def _timed(stage: Stage, seconds: dict[str, float]) -> Iterator[None]:
    started = time.perf_counter()
    yield
    seconds[stage] = time.perf_counter() - started
