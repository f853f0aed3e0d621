"""Models are loaded before the first test, so that no test is measured by it."""

import pytest

from service.clean.identifier import load_identifier
from service.clean.lines.model.line_model import load_line_model


@pytest.fixture(scope="session", autouse=True)
def models() -> None:
    """Load them once."""
    load_identifier()
    load_line_model("text")
