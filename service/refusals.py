"""What brokers refuse: by their failures, and by settings that only they can find wrong, which are told by name."""

from collections.abc import Callable

from aiokafka.errors import InvalidSessionTimeoutError, InvalidTransactionTimeout, KafkaError

from service.config import Settings
from service.errors import SettingsError

BROKER_FAILURES = (KafkaError, OSError, TimeoutError, AssertionError)
"""What aiokafka raises when brokers fail. It asserts that the cluster tells of one, and a lone broker that starts, or
wakes after it was held, tells for a while that there is none."""


def refused_setting(error: BaseException, settings: Settings) -> SettingsError | None:
    """The fault of a setting, if that is what an error of Kafka says.

    Args:
        error: as aiokafka raised it.
        settings: all settings.
    """
    told = _FAULTS.get(type(error))
    return SettingsError([told(settings)]) if told is not None else None


def _session(settings: Settings) -> str:
    return (
        f"NEWSWIRE_SESSION_TIMEOUT_SECONDS: the brokers refuse {settings.consumer.session_timeout_seconds:g}; "
        "they take what lies between their group.min.session.timeout.ms and group.max.session.timeout.ms "
        "(by default 6 to 1800 s)"
    )


def _transaction(settings: Settings) -> str:
    return (
        f"NEWSWIRE_TRANSACTION_TIMEOUT_SECONDS: the brokers refuse {settings.delivery.transaction_timeout_seconds:g}; "
        "they take up to their transaction.max.timeout.ms (by default 900 s)"
    )


_FAULTS: dict[type[BaseException], Callable[[Settings], str]] = {
    InvalidSessionTimeoutError: _session,
    InvalidTransactionTimeout: _transaction,
}
