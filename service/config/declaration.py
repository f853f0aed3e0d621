"""How a setting is declared: its variable, default, bounds and meaning stand beside its type."""

from dataclasses import field
from typing import Any

MEBIBYTE = 1024 * 1024
INT32_MAX = 2**31 - 1  # the largest size that a field of Kafka's protocol holds
INT64_MAX = 2**63 - 1  # the largest number of anything that Python counts
HOUR_SECONDS = 3600
"""The longest that waits and timeouts may be: so milliseconds given for seconds are told, and no sum overflows."""

SHOWN_CHARACTERS = 100
"""Of a value that a fault shows."""


def setting(
    variable: str,
    default: Any,
    meaning: str,
    *,
    minimum: float | None = None,
    maximum: float | None = None,
    choices: tuple[str, ...] = (),
    secret: bool = False,
) -> Any:
    """Declare one setting.

    Args:
        variable: name of the environment variable without ``NEWSWIRE_``.
        default: value when the variable is absent; its field's type says how text is read.
        meaning: one sentence for ``newswire config --all`` and docs/settings.md.
        minimum, maximum: bounds, both allowed values.
        choices: the only values allowed.
        secret: masked wherever it is printed, and also read from the file named by ``*_FILE``.
    """
    return field(
        default=default,
        metadata={
            "variable": f"NEWSWIRE_{variable}",
            "meaning": meaning,
            "minimum": minimum,
            "maximum": maximum,
            "choices": choices,
            "secret": secret,
        },
    )


def cut(text: str) -> str:
    """A value as a fault shows it: its beginning where it is long."""
    return text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "..."
