"""How errors are told."""

import pytest
from aiokafka.errors import KafkaConnectionError

from service.errors import named


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (KafkaConnectionError("no broker"), "KafkaConnectionError: no broker"),
        (ValueError("too large"), "ValueError: too large"),
        (TimeoutError(), "TimeoutError"),
    ],
)
def test_an_error_is_told_with_its_class_once(error: Exception, told: str) -> None:
    """Those of aiokafka name their class themselves."""
    assert named(error) == told
