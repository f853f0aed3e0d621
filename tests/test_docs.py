"""Documents are in step with the code."""

import re
from pathlib import Path
from typing import Any

import pytest

from service.clean.warnings import CleaningWarning
from service.commands.config import markdown
from service.config import Settings
from service.config.environment import FILE_SUFFIX, PREFIX, describe, variables
from service.decode import BARE_HEADERS
from service.observe import metrics

ROOT = Path(__file__).parents[1]
FOLDERS = ("deploy", "docs", "schemas", "service", "training")
DOCUMENTS = [ROOT / "README.md", *sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.md"))]

in_each_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


def test_the_table_of_settings_is_the_one_the_code_prints() -> None:
    """`newswire config --markdown` makes it."""
    assert markdown(describe(Settings())) in (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def test_the_table_of_metrics_is_that_of_the_code() -> None:
    """A row for each, in the order in which they are declared."""
    collectors = dict.fromkeys(metrics.REGISTRY._names_to_collectors.values())
    rows = [row(collector) for collector in collectors if collector is not metrics.PROCESS]
    text = (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `newswire_.*", text, re.MULTILINE) == rows


def row(collector: Any) -> str:
    """Of the table in ``docs/metrics.md``."""
    kind = collector._type
    name = collector._name + {"counter": "_total", "info": "_info"}.get(kind, "")
    labels = ", ".join(f"`{label}`" for label in collector._labelnames)
    return f"| `{name}` | {kind} | {labels} | {collector._documentation} |"


def test_the_readme_names_the_two_commands() -> None:
    """One runs the main job on a fresh machine, one passes the tests."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in readme
    assert "make test" in readme


def test_every_warning_of_cleaning_is_explained() -> None:
    """Where the fields of a record are."""
    told = (ROOT / "schemas" / "README.md").read_text(encoding="utf-8")
    assert [warning for warning in CleaningWarning if f"| `{warning}` |" not in told] == []


@in_each_document
def test_settings_and_metrics_that_a_document_names_exist(path: Path) -> None:
    """One that was renamed would send an operator the wrong way; headers of bare payloads are named like metrics."""
    text = path.read_text(encoding="utf-8")
    settings = {*variables(), *(name + FILE_SUFFIX for name, secret in variables().items() if secret)}
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+[A-Z]\b", text)) <= settings
    assert set(re.findall(r"\bnewswire_\w+", text)) <= {*metrics.REGISTRY._names_to_collectors, *BARE_HEADERS}


@in_each_document
def test_files_and_targets_that_a_document_names_exist(path: Path) -> None:
    """Links, targets of make, and modules to run."""
    text = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert [link for link in links if not (path.parent / link).exists()] == []
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE)) <= set(targets)
    modules = [ROOT.joinpath(*name.split(".")) for name in re.findall(r"python -m ([\w.]+)", text)]
    assert [name for name in modules if not (name.with_suffix(".py").exists() or (name / "__main__.py").exists())] == []
