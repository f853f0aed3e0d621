"""Judges articles one after the other, as they are published."""

from service.config import Settings
from service.duplicates.verdict import NONE, Duplicate
from service.duplicates.window import DuplicateWindow
from service.messages import Processed
from service.observe import metrics


class DuplicateJudge:
    """Tells copies from originals.

    An article is judged before its size is checked and enters the window after that, so that no
    copy names an original that was not published.

    Args:
        settings: all settings.
    """

    def __init__(self, settings: Settings) -> None:
        self._window: DuplicateWindow | None = None
        if settings.duplicates.window_articles:
            self._window = DuplicateWindow(settings.duplicates, settings.article.shingles)

    def judge(self, article: Processed, timestamp_ms: int) -> Duplicate:
        """Whether an article is a copy of one that was published before.

        Args:
            article: as its program made it.
            timestamp_ms: of its record.
        """
        if self._window is None or article.fingerprint is None:
            return NONE
        return self._window.judge(article.article_id, timestamp_ms, article.fingerprint)

    def published(self, article: Processed, timestamp_ms: int, verdict: Duplicate) -> None:
        """An article that was judged goes out; those that come after it may be its copies."""
        if self._window is not None and article.fingerprint is not None:
            self._window.add(article.article_id, timestamp_ms, article.fingerprint)
            metrics.DUPLICATES.labels(kind=verdict.kind).inc()
            metrics.DUPLICATE_WINDOW.set(len(self._window))

    def withdrawn(self, article: Processed) -> None:
        """An article does not go out after all."""
        if self._window is not None:
            self._window.forget(article.article_id)
