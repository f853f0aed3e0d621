"""Listeners with TLS and logins for a test cluster: certificates, users, and what their clients need."""

import base64
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.needs import need

USER = "newswire"
PASSWORD = "let-me-in"
KEY_PASSWORD = "key-of-the-key"

LISTENERS = {
    "SSL": "SSL",
    "SASL_PLAINTEXT": "SASL_PLAINTEXT",
    "SASL_SSL": "SASL_SSL",
    "OTHER_HOST": "SSL",
}
"""Each listener's protocol. SSL wants a client certificate (mTLS), SASL_* a login by any mechanism below;
the certificate of OTHER_HOST, right in all else, names another host."""

MECHANISMS = ("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER")


class ClientFiles(NamedTuple):
    """PEM files for clients."""

    ca: Path
    certificate: Path
    key: Path
    encrypted_key: Path  # the same key, encrypted with KEY_PASSWORD
    stranger_ca: Path  # an authority that signed nothing here, and a client certificate signed by it
    stranger_certificate: Path
    stranger_key: Path


class Security:
    """Certificates made by openssl in a temporary folder, and broker properties that use them."""

    def __init__(self) -> None:
        need("a listener with TLS", "openssl")
        self.folder = Path(tempfile.mkdtemp(prefix="newswire-tls-"))
        authority, stranger = self._authority("ca"), self._authority("stranger-ca")
        self._broker = self._signed("broker", authority, "IP:127.0.0.1,DNS:localhost")
        self._other_host = self._signed("other-host", authority, "DNS:kafka.example")
        client = self._signed("client", authority, "DNS:client.example")
        strange_client = self._signed("stranger", stranger, "DNS:stranger.example")
        self.client_files = ClientFiles(
            ca=authority.with_suffix(".pem"),
            certificate=client.with_suffix(".pem"),
            key=client.with_suffix(".key"),
            encrypted_key=self._encrypted(client),
            stranger_ca=stranger.with_suffix(".pem"),
            stranger_certificate=strange_client.with_suffix(".pem"),
            stranger_key=strange_client.with_suffix(".key"),
        )

    def close(self) -> None:
        """Remove the files."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def broker_properties(self) -> dict[str, str]:
        """For ``server.properties``."""
        properties = {
            "ssl.keystore.type": "PEM",
            "ssl.keystore.location": str(self._keystore(self._broker)),
            "ssl.truststore.type": "PEM",
            "ssl.truststore.location": str(self.client_files.ca),
            "listener.name.ssl.ssl.client.auth": "required",
            "listener.name.other_host.ssl.keystore.type": "PEM",
            "listener.name.other_host.ssl.keystore.location": str(self._keystore(self._other_host)),
        }
        for listener in ("sasl_plaintext", "sasl_ssl"):
            properties[f"listener.name.{listener}.sasl.enabled.mechanisms"] = ",".join(MECHANISMS)
            for mechanism, module in _LOGIN_MODULES.items():
                name = f"listener.name.{listener}.{mechanism.lower()}.sasl.jaas.config"
                properties[name] = f"org.apache.kafka.common.security.{module};"
        return properties

    def format_arguments(self) -> list[str]:
        """For the storage tool: SCRAM users live in the cluster's metadata."""
        arguments = []
        for mechanism in ("SCRAM-SHA-256", "SCRAM-SHA-512"):
            arguments += ["--add-scram", f"{mechanism}=[name={USER},password={PASSWORD}]"]
        return arguments

    def settings(self, listener: str, mechanism: str | None = None) -> dict[str, str]:
        """``NEWSWIRE_*`` settings of a client that is let in, without the address."""
        protocol = LISTENERS[listener]
        settings = {"NEWSWIRE_SECURITY_PROTOCOL": protocol}
        if protocol.endswith("SSL"):
            settings["NEWSWIRE_TLS_CA_PATH"] = str(self.client_files.ca)
        if listener == "SSL":
            settings["NEWSWIRE_TLS_CERTIFICATE_PATH"] = str(self.client_files.certificate)
            settings["NEWSWIRE_TLS_KEY_PATH"] = str(self.client_files.key)
        if protocol == "SASL_PLAINTEXT":
            settings["NEWSWIRE_ALLOW_SASL_PLAINTEXT"] = "true"
        if mechanism == "OAUTHBEARER":
            settings["NEWSWIRE_OAUTH_TOKEN"] = unsecured_token(USER)
        elif mechanism:
            settings |= {"NEWSWIRE_SASL_USERNAME": USER, "NEWSWIRE_SASL_PASSWORD": PASSWORD}
        return settings | ({"NEWSWIRE_SASL_MECHANISM": mechanism} if mechanism else {})

    def _authority(self, name: str) -> Path:
        stem = self.folder / name
        self._openssl(
            *("req", "-x509", "-days", "2", "-subj", f"/CN={name}", "-out", f"{stem}.pem"),
            *_new_key(stem),
            *("-addext", "keyUsage=critical,keyCertSign,cRLSign"),
        )
        return stem

    def _signed(self, name: str, authority: Path, names: str) -> Path:
        stem = self.folder / name
        extensions = stem.with_suffix(".ext")
        extensions.write_text(f"subjectAltName={names}\nauthorityKeyIdentifier=keyid\n")
        self._openssl("req", "-new", "-subj", f"/CN={name}", "-out", f"{stem}.csr", *_new_key(stem))
        self._openssl(
            *("x509", "-req", "-days", "2", "-in", f"{stem}.csr", "-out", f"{stem}.pem"),
            *("-CA", f"{authority}.pem", "-CAkey", f"{authority}.key", "-CAcreateserial"),
            *("-extfile", str(extensions)),
        )
        return stem

    def _encrypted(self, stem: Path) -> Path:
        encrypted = stem.with_suffix(".encrypted.key")
        self._openssl(
            *("pkcs8", "-topk8", "-in", f"{stem}.key", "-out", str(encrypted)),
            *("-v2", "aes-256-cbc", "-passout", f"pass:{KEY_PASSWORD}"),
        )
        return encrypted

    def _keystore(self, stem: Path) -> Path:
        """Kafka wants key and certificate in one file."""
        both = stem.with_suffix(".both.pem")
        both.write_text(stem.with_suffix(".key").read_text() + stem.with_suffix(".pem").read_text())
        return both

    def _openssl(self, *arguments: str) -> None:
        done = subprocess.run(["openssl", *arguments], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


_LOGIN_MODULES: Mapping[str, str] = {
    "PLAIN": f'plain.PlainLoginModule required user_{USER}="{PASSWORD}"',
    "SCRAM-SHA-256": "scram.ScramLoginModule required",
    "SCRAM-SHA-512": "scram.ScramLoginModule required",
    # Without a validator of its own the broker takes unsigned tokens, which is what tests can make.
    "OAUTHBEARER": "oauthbearer.OAuthBearerLoginModule required",
}


def unsecured_token(subject: str, seconds: int = 600) -> str:
    """A JSON web token without a signature.

    Args:
        subject: whom it names.
        seconds: until it expires; negative for one that has.
    """
    now = int(time.time())
    parts = ({"alg": "none"}, {"sub": subject, "iat": now - 1000, "exp": now + seconds})
    encoded = (base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts)
    return ".".join(encoded) + "."


def _new_key(stem: Path) -> tuple[str, ...]:
    curve = "ec_paramgen_curve:prime256v1"
    return ("-newkey", "ec", "-pkeyopt", curve, "-nodes", "-keyout", f"{stem}.key")
