"""The layout of the design: which package may know which, and what is declared in one place only."""

import ast
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SERVICE = ROOT / "service"

EVERYBODY = {"config", "errors", "messages", "observe"}
"""Used by all; they use only one another."""

ALLOWED = {
    "clean": set[str](),
    "enrich": {"clean"},
    "field_names": set(),
    "decode": set(),
    "schemas": set(),
    "duplicates": set(),
    "record": {"clean", "duplicates"},
    "article": {"clean", "decode", "enrich", "field_names", "record", "schemas"},
    "workers": {"article"},
    "tokens": set(),
    "security": {"tokens"},
    "refusals": set(),
    "consume": {"refusals", "security", "workers"},
    "publish": {"duplicates", "refusals", "security", "workers"},
    "stop": set(),
    "signals": {"stop"},
    "work": {"publish", "workers"},
    "monitor": {"consume", "workers"},
    "app": {"consume", "publish", "signals", "monitor", "stop", "work", "workers"},
    "replay": {"consume", "publish", "signals", "stop"},
    "demo": set(),
    "commands": {
        "app",
        "article",
        "clean",
        "demo",
        "duplicates",
        "field_names",
        "replay",
        "schemas",
        "workers",
    },
    "cli": {"commands"},
    "__main__": {"cli"},
    **{package: set[str]() for package in EVERYBODY},
}
"""By package of the service, the other ones that it may import, beside those for everybody."""

FORBIDDEN = {
    "clean": {"asyncio", "aiokafka", "spacy"},
    "enrich": {"asyncio", "aiokafka"},
    "duplicates": {"asyncio", "aiokafka", "spacy"},
    "article": {"asyncio", "aiokafka"},
    "consume": {"spacy"},
    "publish": {"spacy"},
    "workers": {"aiokafka"},
}
"""By package of the service, libraries that it must not import."""


def package_of(path: Path) -> str:
    return path.relative_to(SERVICE).parts[0].removesuffix(".py")


def sources() -> list[tuple[Path, ast.Module]]:
    # A failed future that is collected while Python 3.11 parses has its traceback printed, which parses once more, and
    # its parser cannot be entered twice (python/cpython#106905).
    gc.collect()
    gc.disable()
    try:
        return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(SERVICE.rglob("*.py"))]
    finally:
        gc.enable()


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""


def test_every_package_of_the_design_is_there() -> None:
    """A newcomer finds the data's way from the names."""
    packages = {package_of(path) for path, _ in sources()} - {"__init__"}
    assert packages == set(ALLOWED)


def test_imports_go_one_way() -> None:
    """clean, enrich <- article <- workers <- consume, publish <- app <- commands <- cli."""
    wrong = []
    for path, tree in sources():
        package = package_of(path)
        for name in imports(tree):
            target = name.split(".")[1] if name.startswith("service.") else None
            if target and package != "__init__" and target not in ALLOWED[package] | EVERYBODY | {package}:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert wrong == []


def test_packages_do_not_import_what_they_must_not_know() -> None:
    """No Kafka and no event loop in the article's program; no language tools beside Kafka."""
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path, tree in sources()
        for name in imports(tree)
        if name.split(".")[0] in FORBIDDEN.get(package_of(path), set())
    ]
    assert wrong == []


@pytest.mark.parametrize(("name", "package"), [("AIOKafkaConsumer", "consume"), ("AIOKafkaProducer", "publish")])
def test_one_package_reads_from_kafka_and_one_writes(name: str, package: str) -> None:
    """Every trap of the client is handled in one place."""
    users = {package_of(path) for path, tree in sources() if name in path.read_text(encoding="utf-8") and tree}
    assert users == {package}


def test_metrics_are_declared_in_one_file() -> None:
    """Nobody else imports what declares them."""
    declaring = {
        str(path.relative_to(SERVICE))
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "prometheus_client"
    }
    assert declaring == {"observe/metrics.py"}


def test_only_commands_read_the_environment() -> None:
    """Settings are read once and handed down."""
    readers = {package_of(path) for path, _ in sources() if "os.environ" in path.read_text(encoding="utf-8")}
    assert readers <= {"commands", "workers", "config"}  # workers: thread counts of libraries
