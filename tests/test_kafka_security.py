"""The listeners with TLS and logins of the test cluster, talked to by what the service gives its clients."""

from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from service.config.environment import read_settings
from service.security import client_arguments
from tests.conftest import MakeTopics
from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import read_all
from tests.kafka.security import KEY_PASSWORD, MECHANISMS, Security, unsecured_token

LOGINS = [(listener, mechanism) for listener in ("SASL_SSL", "SASL_PLAINTEXT") for mechanism in MECHANISMS]


@pytest.fixture
def security(kafka_secure: KafkaCluster) -> Security:
    """The certificates and users of the broker."""
    assert kafka_secure.security
    return kafka_secure.security


async def send(cluster: KafkaCluster, listener: str, settings: dict[str, str], topic: str) -> None:
    """Produce one record as a client with these settings."""
    address = {"NEWSWIRE_BOOTSTRAP_SERVERS": cluster.bootstrap_of(listener)}
    arguments = client_arguments(read_settings(settings | address).kafka)
    # aiokafka does not answer the refusal of a token, so it hears of it only by this time-out.
    producer = AIOKafkaProducer(**arguments, request_timeout_ms=5000)
    try:
        await producer.start()
        await producer.send_and_wait(topic, b"let in")
    finally:
        await producer.stop()


@pytest.mark.parametrize(("listener", "mechanism"), [("SSL", None), *LOGINS])
async def test_a_client_with_the_right_credentials_is_let_in(
    kafka_secure: KafkaCluster,
    security: Security,
    make_topics: MakeTopics,
    listener: str,
    mechanism: str | None,
) -> None:
    """By its certificate, or by each kind of login."""
    topics = await make_topics(kafka_secure)
    await send(kafka_secure, listener, security.settings(listener, mechanism), topics.raw)
    [record] = await read_all(kafka_secure.bootstrap, topics.raw)
    assert record.value == b"let in"


@pytest.mark.parametrize("mechanism", MECHANISMS)
async def test_a_wrong_login_is_turned_away(kafka_secure: KafkaCluster, security: Security, mechanism: str) -> None:
    """A wrong password, or a token that has expired."""
    wrong = {"NEWSWIRE_SASL_PASSWORD": "guessed"}
    if mechanism == "OAUTHBEARER":
        wrong = {"NEWSWIRE_OAUTH_TOKEN": unsecured_token("newswire", seconds=-60)}
    with pytest.raises(KafkaError):
        await send(kafka_secure, "SASL_SSL", security.settings("SASL_SSL", mechanism) | wrong, "none")


async def test_a_client_whose_certificate_another_authority_signed_is_turned_away(
    kafka_secure: KafkaCluster, security: Security
) -> None:
    """The broker trusts one authority only."""
    stranger = {
        "NEWSWIRE_TLS_CERTIFICATE_PATH": str(security.client_files.stranger_certificate),
        "NEWSWIRE_TLS_KEY_PATH": str(security.client_files.stranger_key),
    }
    with pytest.raises(KafkaError):
        await send(kafka_secure, "SSL", security.settings("SSL") | stranger, "none")


async def test_a_broker_whose_certificate_another_authority_signed_is_refused(
    kafka_secure: KafkaCluster, security: Security
) -> None:
    """Even where the host's name is not checked."""
    trusting = {
        "NEWSWIRE_TLS_CA_PATH": str(security.client_files.stranger_ca),
        "NEWSWIRE_TLS_CHECK_HOSTNAME": "false",
    }
    with pytest.raises(KafkaError):
        await send(kafka_secure, "SSL", security.settings("SSL") | trusting, "none")


async def test_the_key_of_a_client_may_be_encrypted(
    kafka_secure: KafkaCluster, security: Security, make_topics: MakeTopics, tmp_path: Path
) -> None:
    """Its password comes from a file, like every secret."""
    topics = await make_topics(kafka_secure)
    (tmp_path / "password").write_text(f"{KEY_PASSWORD}\n")
    encrypted = {
        "NEWSWIRE_TLS_KEY_PATH": str(security.client_files.encrypted_key),
        "NEWSWIRE_TLS_KEY_PASSWORD_FILE": str(tmp_path / "password"),
    }
    await send(kafka_secure, "SSL", security.settings("SSL") | encrypted, topics.raw)


async def test_a_broker_of_another_name_is_refused_unless_names_are_not_checked(
    kafka_secure: KafkaCluster, security: Security, make_topics: MakeTopics
) -> None:
    """Its certificate is right in all but the name."""
    topics = await make_topics(kafka_secure)
    settings = security.settings("OTHER_HOST")
    with pytest.raises(KafkaError):
        await send(kafka_secure, "OTHER_HOST", settings, topics.raw)
    await send(kafka_secure, "OTHER_HOST", settings | {"NEWSWIRE_TLS_CHECK_HOSTNAME": "false"}, topics.raw)
