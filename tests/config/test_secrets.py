"""Keys, certificates and passwords: opened at the start, and never shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.config.environment import MASK, describe, read_settings
from tests.config.faults import SASL, faults
from tests.kafka.security import KEY_PASSWORD, Security


@pytest.fixture(scope="module")
def security() -> Iterator[Security]:
    security = Security()
    yield security
    security.close()


@pytest.mark.parametrize(
    ("changed", "variable"),
    [
        ({"NEWSWIRE_TLS_CA_PATH": "key"}, "NEWSWIRE_TLS_CA_PATH"),
        ({"NEWSWIRE_TLS_KEY_PATH": "stranger_key"}, "NEWSWIRE_TLS_KEY_PATH"),
        ({"NEWSWIRE_TLS_KEY_PATH": "encrypted_key"}, "NEWSWIRE_TLS_KEY_PATH"),
    ],
)
def test_certificates_that_cannot_be_used_are_faults(
    security: Security, changed: dict[str, str], variable: str
) -> None:
    """Of another kind, of another pair, or locked: told at the start, with the variable."""
    named = {
        "NEWSWIRE_TLS_CA_PATH": "ca",
        "NEWSWIRE_TLS_CERTIFICATE_PATH": "certificate",
        "NEWSWIRE_TLS_KEY_PATH": "key",
        **changed,
    }
    paths = {name: str(getattr(security.client_files, file)) for name, file in named.items()}
    found = faults({"NEWSWIRE_SECURITY_PROTOCOL": "SSL", **paths})
    assert [fault.split(":")[0] for fault in found] == [variable], found


def test_a_locked_key_is_opened_by_its_password(security: Security) -> None:
    """Without it OpenSSL would ask at the terminal."""
    files = security.client_files
    environment = {
        "NEWSWIRE_SECURITY_PROTOCOL": "SSL",
        "NEWSWIRE_TLS_CERTIFICATE_PATH": str(files.certificate),
        "NEWSWIRE_TLS_KEY_PATH": str(files.encrypted_key),
    }
    assert read_settings({**environment, "NEWSWIRE_TLS_KEY_PASSWORD": KEY_PASSWORD}).kafka.tls_key_password
    assert "NEWSWIRE_TLS_KEY_PASSWORD" in faults({**environment, "NEWSWIRE_TLS_KEY_PASSWORD": "other"})[0]


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    """As Kubernetes mounts it; a line break at its end is not part of it."""
    secret = tmp_path / "password"
    secret.write_text("s3cret\n")
    environment = {**SASL, "NEWSWIRE_SASL_PASSWORD_FILE": str(secret)}
    del environment["NEWSWIRE_SASL_PASSWORD"]
    assert read_settings(environment).kafka.sasl_password == "s3cret"
    environment["NEWSWIRE_SASL_PASSWORD"] = "other"
    assert "not both" in faults(environment)[0]
    assert "cannot be read" in faults({"NEWSWIRE_SASL_PASSWORD_FILE": str(tmp_path / "none")})[0]


def test_secrets_are_masked_wherever_settings_are_printed() -> None:
    """Also in the sentence of a fault."""
    rows = {row.variable: row.value for row in describe(read_settings(SASL))}
    assert rows["NEWSWIRE_SASL_PASSWORD"] == MASK
    assert rows["NEWSWIRE_SASL_USERNAME"] == "reader"
    assert "s3cret" not in repr(rows)
    assert "s3cret" not in repr(faults({**SASL, "NEWSWIRE_WORKERS": "x"}))


def test_a_key_in_place_of_its_file_is_not_told() -> None:
    """Faults go into logs."""
    key = "-----BEGIN PRIVATE KEY-----\nMIGHAgEA\n-----END PRIVATE KEY-----\n"
    [fault] = faults({"NEWSWIRE_SECURITY_PROTOCOL": "SSL", "NEWSWIRE_TLS_KEY_PATH": key})
    assert fault.startswith("NEWSWIRE_TLS_KEY_PATH: it holds line breaks")
    assert "MIGH" not in fault
