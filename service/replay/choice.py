"""Which dead letters a replay puts back, and the consumer group that this choice has for itself."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from service.errors import Reason


@dataclass(frozen=True, slots=True)
class Choice:
    """Which letters to put back.

    Attributes:
        reasons: empty for all.
        since: failed at or after it; with a time zone.
        until: failed before it.
        most: how many to put back at most; None for all.
        topic: where to instead of where each came from.
    """

    reasons: frozenset[Reason] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    most: int | None = None
    topic: str | None = None

    def group(self, stem: str) -> str:
        """The consumer group of this filter: readable, and another one for another filter or topic.

        What was put into a topic to try it out is still there to go where it came from.
        """
        filters = [",".join(sorted(self.reasons)), str(self.since or ""), str(self.until or "")]
        filters += [self.topic] if self.topic else []
        if not any(filters):
            return f"{stem}.replay"
        digest = hashlib.sha256("|".join(filters).encode()).hexdigest()[:8]
        what = "-".join(sorted(self.reasons)) or ("time" if self.since or self.until else "topic")
        return f"{stem[:100]}.replay.{what[:90]}.{digest}"
