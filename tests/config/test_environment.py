"""Settings are read from the environment, and every fault is told at once."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.config import Settings
from service.config.environment import read_settings, variables
from service.config.streaming import partition_numbers
from service.errors import SettingsError
from tests.config.faults import SASL, faults

OAUTH = {
    "NEWSWIRE_SECURITY_PROTOCOL": "SASL_SSL",
    "NEWSWIRE_SASL_MECHANISM": "OAUTHBEARER",
    "NEWSWIRE_OAUTH_CLIENT_ID": "reader",
    "NEWSWIRE_OAUTH_CLIENT_SECRET": "s3cret",
}


def test_an_empty_environment_gives_the_defaults() -> None:
    """And what is not ours is not looked at."""
    assert read_settings({"PATH": "/bin", "OTHER_WORKERS": "x"}) == Settings()


def test_every_fault_is_told_at_once_with_its_variable() -> None:
    """A person mends them all in one go."""
    found = faults(
        {
            "NEWSWIRE_WORKERS": "many",
            "NEWSWIRE_HTTP_PORT": "70000",
            "NEWSWIRE_ENVELOPE": "pigeon",
            "NEWSWIRE_TOPIC_RAWW": "x",
            "NEWSWIRE_GROUP": " ",
        }
    )
    told = "\n".join(found)
    assert len(found) == 5
    assert "NEWSWIRE_WORKERS: 'many' is not a whole number" in told
    assert "NEWSWIRE_HTTP_PORT: '70000' must be at least 0 and at most 65535" in told
    assert "NEWSWIRE_ENVELOPE: 'pigeon' is none of binary, structured" in told
    assert "NEWSWIRE_TOPIC_RAWW: there is no such setting; did you mean NEWSWIRE_TOPIC_RAW?" in told
    assert "NEWSWIRE_GROUP: it is empty" in told


def test_contradictions_are_told_beside_values_that_cannot_be_read() -> None:
    """But none that only the default of such a value makes."""
    found = faults(
        {
            "NEWSWIRE_BOOTSTRAP_SERVERS": "kafka",
            "NEWSWIRE_SECURITY_PROTOCOL": "TLS",
            "NEWSWIRE_SASL_USERNAME": "reader",
            "NEWSWIRE_SASL_PASSWORD_FILE": "/nowhere",
            "NEWSWIRE_TLS_CA_PATH": __file__,
            "NEWSWIRE_SESSION_TIMEOUT_SECONDS": "x",
            "NEWSWIRE_HEARTBEAT_SECONDS": "50",
        }
    )
    assert [fault.partition(":")[0] for fault in found] == [
        "NEWSWIRE_SECURITY_PROTOCOL",
        "NEWSWIRE_SASL_PASSWORD",
        "NEWSWIRE_SESSION_TIMEOUT_SECONDS",
        "NEWSWIRE_BOOTSTRAP_SERVERS",
    ]


@pytest.mark.parametrize(
    ("environment", "variable"),
    [
        ({"NEWSWIRE_BOOTSTRAP_SERVERS": "kafka"}, "NEWSWIRE_BOOTSTRAP_SERVERS"),
        ({"NEWSWIRE_BOOTSTRAP_SERVERS": "kafka:9092,other:99999"}, "NEWSWIRE_BOOTSTRAP_SERVERS"),
        ({"NEWSWIRE_TOPIC_EVENTS": "news.raw"}, "NEWSWIRE_TOPIC_EVENTS"),
        ({"NEWSWIRE_TOPIC_RAW": "news raw"}, "NEWSWIRE_TOPIC_RAW"),
        ({"NEWSWIRE_EVENT_SOURCE": "our news"}, "NEWSWIRE_EVENT_SOURCE"),
        ({"NEWSWIRE_HEARTBEAT_SECONDS": "30"}, "NEWSWIRE_HEARTBEAT_SECONDS"),
        ({"NEWSWIRE_DRAIN_COUNT": "3"}, "NEWSWIRE_DRAIN_INDEX"),
        ({"NEWSWIRE_DRAIN_COUNT": "3", "NEWSWIRE_DRAIN_INDEX": "3"}, "NEWSWIRE_DRAIN_INDEX"),
        ({"NEWSWIRE_DRAIN_PARTITIONS": "1-"}, "NEWSWIRE_DRAIN_PARTITIONS"),
        ({"NEWSWIRE_DRAIN_PARTITIONS": "5-3"}, "NEWSWIRE_DRAIN_PARTITIONS"),
        ({"NEWSWIRE_DRAIN_PARTITIONS": "0-99999999999"}, "NEWSWIRE_DRAIN_PARTITIONS"),
        (
            {"NEWSWIRE_DRAIN_PARTITIONS": "0", "NEWSWIRE_DRAIN_COUNT": "2", "NEWSWIRE_DRAIN_INDEX": "0"},
            "NEWSWIRE_DRAIN_PARTITIONS",
        ),
        ({"NEWSWIRE_STUCK_SECONDS": "10"}, "NEWSWIRE_STUCK_SECONDS"),
        (
            {"NEWSWIRE_TLS_CA_PATH": "/nowhere.pem", "NEWSWIRE_SECURITY_PROTOCOL": "SSL"},
            "NEWSWIRE_TLS_CA_PATH",
        ),
        ({**SASL, "NEWSWIRE_SECURITY_PROTOCOL": "SASL_PLAINTEXT"}, "NEWSWIRE_SECURITY_PROTOCOL"),
        ({**SASL, "NEWSWIRE_SECURITY_PROTOCOL": "PLAINTEXT"}, "NEWSWIRE_SECURITY_PROTOCOL"),
        ({"NEWSWIRE_SECURITY_PROTOCOL": "SASL_SSL", "NEWSWIRE_SASL_USERNAME": "x"}, "NEWSWIRE_SASL_PASSWORD"),
        ({**SASL, "NEWSWIRE_SASL_MECHANISM": "OAUTHBEARER"}, "NEWSWIRE_OAUTH_TOKEN"),
        ({**OAUTH, "NEWSWIRE_OAUTH_TOKEN_URL": "login.example"}, "NEWSWIRE_OAUTH_TOKEN_URL"),
    ],
)
def test_settings_that_contradict_one_another_are_faults(environment: dict[str, str], variable: str) -> None:
    """The sentence names the variable to change."""
    found = faults(environment)
    assert [fault.split(":")[0] for fault in found] == [variable], found


def test_every_setting_has_a_variable_of_its_own_and_a_meaning() -> None:
    """So that the printed table tells everything."""
    declared = [
        field.metadata
        for group in dataclasses.fields(Settings)
        for field in dataclasses.fields(group.default_factory)  # type: ignore[arg-type]
    ]
    assert len(variables()) == len(declared)
    assert all(field["meaning"].endswith(".") for field in declared)


@pytest.mark.parametrize("variable", [name for name in variables() if name.endswith("_SECONDS")])
@pytest.mark.parametrize("endless", ["inf", "nan", "1e308"])
def test_no_time_is_endless(variable: str, endless: str) -> None:
    """Timers and Kafka's protocol take none: it would break the start, or the stop."""
    [fault] = faults({variable: endless})
    assert fault.startswith(f"{variable}: '{endless}' must be at least ")
    assert " and at most " in fault


@pytest.mark.parametrize(
    "variable", ["NEWSWIRE_SESSION_TIMEOUT_SECONDS", "NEWSWIRE_TRANSACTION_TIMEOUT_SECONDS", "NEWSWIRE_STOP_SECONDS"]
)
def test_milliseconds_given_for_seconds_are_a_fault(variable: str) -> None:
    """Kafka's own settings of these names count milliseconds."""
    assert faults({variable: "15000"}) == [f"{variable}: '15000' must be at least 1 and at most 3600"]


@pytest.mark.parametrize("variable", ["NEWSWIRE_PARTITION_FETCH_BYTES", "NEWSWIRE_MAX_REQUEST_BYTES"])
def test_sizes_fit_into_the_protocol_of_kafka(variable: str) -> None:
    """What does not would stop the reading without a word, while all seems well."""
    assert faults({variable: str(2**31)}) == [f"{variable}: '{2**31}' must be at least 1024 and at most {2**31 - 1}"]


@pytest.mark.parametrize("variable", [name for name, secret in variables().items() if not secret])
@pytest.mark.parametrize("value", ["9" * 400, "a" * 5000, "news\nwire", "news\udcffwire"])
def test_no_value_is_too_odd_to_be_told_in_a_line(variable: str, value: str) -> None:
    """Too large to count with, too long for a file's name, of two lines, or no text: a line names the variable."""
    try:
        read_settings({variable: value})
    except SettingsError as error:
        assert all(len(fault) < 400 and fault.isprintable() for fault in error.faults)
    else:
        assert value.isprintable()


def test_white_space_around_a_value_does_not_count() -> None:
    """As a block of YAML leaves it: a group of another name would read everything again."""
    assert read_settings({"NEWSWIRE_GROUP": " newswire\n", "NEWSWIRE_WORKERS": "2 "}).consumer.group == "newswire"


@given(st.dictionaries(st.sampled_from(sorted(variables())), st.text(max_size=20), max_size=5))
def test_no_environment_breaks_the_reader(environment: dict[str, str]) -> None:
    """Either settings or a list of faults."""
    try:
        read_settings(environment)
    except SettingsError as error:
        assert error.faults


@pytest.mark.parametrize(("text", "numbers"), [("0", {0}), ("0,3-5", {0, 3, 4, 5}), (" 1 , 2 ", {1, 2})])
def test_lists_of_partitions_may_hold_ranges(text: str, numbers: set[int]) -> None:
    """Both ends of a range belong to it."""
    assert partition_numbers(text) == numbers
