"""The service's own program, with drills: an article may order what its worker is to suffer first."""

import orjson

from service import article
from service.config.processing import ArticleSettings
from service.messages import Processed, RawRecord
from service.workers.child import Program
from tests.workers.programs import suffer


def load(settings: ArticleSettings) -> Program:
    """Articles are raw articles; a field ``order`` such as ``busy 0.01`` or ``segfault`` is a drill."""
    program = article.load(settings)

    def run(record: RawRecord) -> Processed:
        try:
            order = orjson.loads(record.value or b"").get("order", "")
        except (orjson.JSONDecodeError, AttributeError):
            order = ""
        suffer(order)
        return program(record)

    return run
