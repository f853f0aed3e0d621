"""From an article's outcome to the records of its transaction."""

from datetime import UTC, datetime

from service.config import Settings
from service.duplicates.judge import DuplicateJudge
from service.duplicates.verdict import stamp
from service.errors import Reason, Stage
from service.messages import Outcome, OutgoingRecord, Processed, RawRecord, Refused
from service.publish.deadletter import dead_letter
from service.publish.envelope import wrap


class Composer:
    """Composes what is published for each article: its messages, or its dead letter.

    Articles are composed in the order of their publication and once each, so this is where copies
    are told from originals.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._duplicates = DuplicateJudge(settings)

    def compose(self, record: RawRecord, outcome: Outcome) -> tuple[Outcome, list[OutgoingRecord]]:
        """The records of one article.

        Returns:
            The outcome that stands, and its records. An article whose records do not fit into a
            request stands as refused: sizes are checked before a transaction is opened.
        """
        now = datetime.now(UTC)
        if isinstance(outcome, Processed):
            verdict = self._duplicates.judge(outcome, record.timestamp_ms)
            messages = stamp(outcome, verdict).messages
            records = [wrap(message, outcome.article_id, record, self._settings.topics, now) for message in messages]
            largest = max(made.size for made in records)
            limit = self._settings.delivery.max_request_bytes
            if largest <= limit:
                self._duplicates.published(outcome, record.timestamp_ms, verdict)
                return outcome, records
            outcome = too_large(f"a message of {largest} bytes; NEWSWIRE_MAX_REQUEST_BYTES is {limit}", outcome)
        return outcome, [dead_letter(record, outcome, self._settings, now)]

    def compose_smaller(
        self, record: RawRecord, outcome: Outcome, refused: list[OutgoingRecord]
    ) -> tuple[Outcome, list[OutgoingRecord]]:
        """The records of one article whose records the broker refused for their size.

        Returns:
            For a processed article its dead letter; for a refused one a smaller letter than that.
        """
        now = datetime.now(UTC)
        if isinstance(outcome, Processed):
            self._duplicates.withdrawn(outcome)
            outcome = too_large("the broker or the topic takes no message of this size", outcome)
            return outcome, [dead_letter(record, outcome, self._settings, now)]
        return outcome, [dead_letter(record, outcome, self._settings, now, smaller_than=refused[0].size)]


def too_large(detail: str, outcome: Processed) -> Refused:
    """The refusal of an article that went through but cannot be published."""
    return Refused(Stage.PUBLISH, Reason.OUTPUT_TOO_LARGE, detail, attempts=outcome.attempts)
