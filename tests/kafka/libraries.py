"""The jars of a real Apache Kafka, fetched once from Maven Central by the pinned pom."""

import fcntl
import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.needs import need

POM = Path(__file__).with_name("pom.xml")
CACHE = Path(os.environ.get("NEWSWIRE_TEST_CACHE", POM.parents[2] / ".cache"))


def kafka_version() -> str:
    """The version the pom pins."""
    found = re.search(r"<artifactId>kafka_2\.13</artifactId>\s*<version>([^<]+)<", POM.read_text())
    assert found, POM
    return found.group(1)


def kafka_libraries() -> Path:
    """The folder of jars, fetched if it is not there yet; safe for two test runs at once.

    Without Java, or without Maven and the jars, the test is skipped with a word; under CI it fails.
    """
    libraries = CACHE / "kafka" / kafka_version() / "libs"
    need("a real Kafka", "java")
    if libraries.is_dir():
        return libraries
    need("a real Kafka", "mvn")
    libraries.parent.mkdir(parents=True, exist_ok=True)
    with (libraries.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not libraries.is_dir():
            _fetch(libraries)
    return libraries


def _fetch(libraries: Path) -> None:
    partial = libraries.with_name("libs.partial")
    shutil.rmtree(partial, ignore_errors=True)
    command = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies"]
    subprocess.run([*command, "-DincludeScope=runtime", f"-DoutputDirectory={partial}"], check=True, timeout=600)
    partial.rename(libraries)


if __name__ == "__main__":
    print(kafka_libraries())
