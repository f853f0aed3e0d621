"""What is wrong with an environment, and one of a broker that wants a password."""

import pytest

from service.config.environment import read_settings
from service.errors import SettingsError

SASL = {
    "NEWSWIRE_SECURITY_PROTOCOL": "SASL_SSL",
    "NEWSWIRE_SASL_USERNAME": "reader",
    "NEWSWIRE_SASL_PASSWORD": "s3cret",
}


def faults(environment: dict[str, str]) -> list[str]:
    """The faults of an environment that has some, each a line."""
    with pytest.raises(SettingsError) as raised:
        read_settings(environment)
    return list(raised.value.faults)
