"""Documents are in step with the code."""

import argparse
import importlib
import re
from pathlib import Path
from typing import Any

import pytest

from service.clean.warnings import CleaningWarning
from service.cli import COMMANDS
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
def test_links_lead_to_files_and_headings(path: Path) -> None:
    """Within the repository."""
    text = path.read_text(encoding="utf-8")
    lost = []
    for file, heading in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", text):
        target = path.parent / file if file else path
        if not target.exists() or (heading and heading not in headings(target)):
            lost.append(f"{file}#{heading}")
    assert lost == []


def headings(document: Path) -> set[str]:
    """The anchors that a page of a repository gives its headings."""
    told = re.findall(r"^#+ (.*)", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in told}


@in_each_document
def test_files_in_backticks_exist(path: Path) -> None:
    """By the end of their paths, for a page may say once which folder it speaks of; a ``*`` stands for any letters."""
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    named = [name for name in re.findall(r"`([\w.*][\w.*/-]*)`", text) if is_path(name)]
    assert [name for name in named if not any(ends_with(file, name.rstrip("/")) for file in FILES)] == []


def is_path(name: str) -> bool:
    """Whether a name is that of a file or folder of this repository, if of any."""
    return name.endswith("/") or name.split("/")[0] in TOP or bool(re.search(rf"\.({'|'.join(SUFFIXES)})$", name))


TOP = ("benchmarks", "deploy", "docs", "requirements", "schemas", "service", "tests", "training")
SUFFIXES = ("py", "md", "json", "jsonl", "yaml", "toml", "tsv", "txt", "lock", "npy", "npz", "bin", "onnx", "png")
FILES = [str(path.relative_to(ROOT)) for folder in TOP for path in (ROOT / folder).rglob("*")]
FILES += [path.name for path in ROOT.iterdir()]


def ends_with(file: str, name: str) -> bool:
    """Whether the last parts of a file's path are those named."""
    pattern = "[^/]*".join(map(re.escape, name.split("*")))
    return re.search(rf"(^|/){pattern}$", file) is not None


@in_each_document
def test_targets_modules_and_commands_that_a_document_names_exist(path: Path) -> None:
    """Targets of make, modules to run, and commands of ``newswire`` with their options."""
    text = path.read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE)) <= set(targets)
    modules = [ROOT.joinpath(*name.split(".")) for name in re.findall(r"python -m ((?!eval\b)[\w.]+)", text)]
    assert [name for name in modules if not (name.with_suffix(".py").exists() or (name / "__main__.py").exists())] == []
    for command, arguments in re.findall(r"(?:^|`|/)newswire ([a-z]+)([^`#\n]*)", text, re.MULTILINE):
        assert set(re.findall(r"--[a-z-]+", arguments)) <= options(command)


def options(command: str) -> set[str]:
    """Those of a command of ``newswire``, which must exist."""
    assert command in COMMANDS
    parser = argparse.ArgumentParser()
    importlib.import_module(f"service.commands.{command}").add_arguments(parser)
    return set(parser._option_string_actions)


def test_every_limit_says_what_it_is_for_and_where_it_shows() -> None:
    """In the table of metrics.md: whoever is paged for one finds it there."""
    table = (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8").split("## Limits")[1]
    told = set(re.findall(r"`([A-Z][A-Z_]+)`", table))
    settings = {variable.removeprefix(PREFIX) for variable in variables()}
    limits = {name for name in settings if re.search(r"(?:^|_)MAX(?:_|$)|_BYTES$", name)} - {"BACKOFF_MAX_SECONDS"}
    assert limits <= told <= settings
