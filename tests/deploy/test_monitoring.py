"""Alerts and dashboard: each alert can be raised, each panel shows something, and both name what there is."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from service.errors import Reason
from service.observe import metrics
from service.observe.health import Cause
from tests.needs import need

ROOT = Path(__file__).parents[2]
RULES = ROOT / "deploy" / "prometheus" / "rules.yaml"
DASHBOARD = ROOT / "deploy" / "grafana" / "newswire.json"
ALERTS = Path(__file__).parent / "alerts.yaml"

OF_THE_SCRAPE = {"instance"}
"""Labels that Prometheus adds to every series."""


def rules() -> list[dict[str, Any]]:
    [group] = yaml.safe_load(RULES.read_text(encoding="utf-8"))["groups"]
    found: list[dict[str, Any]] = group["rules"]
    return found


def panels() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(DASHBOARD.read_text(encoding="utf-8"))["panels"]
    return found


def expressions() -> Iterator[tuple[str, str]]:
    """Every query with the name of its alert or panel, Grafana's variables filled in."""
    for rule in rules():
        yield rule["alert"], rule["expr"]
    for panel in panels():
        for target in panel["targets"]:
            filled = target["expr"].replace("$__rate_interval", "5m").replace("$instance", ".+")
            yield panel["title"], filled


EXPRESSIONS = list(expressions())
in_each_query = pytest.mark.parametrize(("name", "query"), EXPRESSIONS, ids=[name for name, _ in EXPRESSIONS])


def labels_of() -> dict[str, set[str]]:
    """The names of all series that the service exports, with their labels."""
    found: dict[str, set[str]] = {}
    for name, collector in metrics.REGISTRY._names_to_collectors.items():
        own = {"le"} if name.endswith("_bucket") else set()
        found[name] = {*getattr(collector, "_labelnames", ()), *own}
    of_the_process = (sample for family in metrics.PROCESS.collect() for sample in family.samples)
    return found | {sample.name: set(sample.labels) for sample in of_the_process}


def promtool(*arguments: str) -> None:
    need("checking alerts and queries", "promtool")
    done = subprocess.run(["promtool", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@in_each_query
def test_queries_name_metrics_and_labels_that_there_are(name: str, query: str) -> None:
    """One that does not exist is no error for Prometheus: the alert never fires, the panel stays empty."""
    known = labels_of()
    series = re.findall(r"((?:newswire|process)_\w+)(?:\{([^}]*)\})?", query)
    assert series
    for metric, selector in series:
        assert metric in known
        assert set(re.findall(r"(\w+)!?[=~]", selector)) <= known[metric] | OF_THE_SCRAPE
    grouped = {label.strip() for labels in re.findall(r"(?:by|on) \(([^)]*)\)", query) for label in labels.split(",")}
    assert grouped <= set.union(*(known[metric] for metric, _ in series)) | OF_THE_SCRAPE


@in_each_query
def test_values_of_labels_are_written_by_the_code(name: str, query: str) -> None:
    """A misspelt outcome selects nothing."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "service").rglob("*.py"))
    for value in re.findall(r'\w+!?="([^"]*)"', query):
        assert f'"{value}"' in code


def test_every_alert_is_raised_by_what_it_is_for_and_none_by_an_ordinary_day() -> None:
    """By the cases of ``alerts.yaml``."""
    raised = set(re.findall(r'alertname="(\w+)"', ALERTS.read_text(encoding="utf-8")))
    assert raised == {rule["alert"] for rule in rules()}
    promtool("test", "rules", str(ALERTS))


def test_alerts_say_what_to_do() -> None:
    """And how urgent it is; no rule is there twice."""
    promtool("check", "rules", "--lint=all", "--lint-fatal", str(RULES))
    for rule in rules():
        assert rule["labels"]["severity"] in ("warning", "critical")
        assert set(rule["annotations"]) == {"runbook", "summary", "description"}


def test_every_alert_has_its_section_of_the_runbook() -> None:
    """In the order of the rules; it names alerts, metrics and settings that there are."""
    runbook = (ROOT / "deploy" / "runbook.md").read_text(encoding="utf-8")
    alerts = [rule["alert"] for rule in rules()]
    assert re.findall(r"^## (\w+)$", runbook, re.MULTILINE) == alerts
    assert {rule["annotations"]["runbook"] for rule in rules()} == {f"deploy/runbook.md#{a.lower()}" for a in alerts}
    assert set(re.findall(r"\bNewswire[A-Z]\w+", runbook)) <= set(alerts)
    assert set(re.findall(r"\bnewswire_\w+", runbook)) <= set(labels_of())
    assert all((ROOT / "deploy" / path).exists() for path in re.findall(r"\]\(([^)#]+)", runbook))
    causes = re.findall(r"`([a-z]+_[a-z_]+)`", runbook)
    assert set(causes) - set(labels_of()) <= {*Cause, *Reason}


def test_every_panel_shows_something_when_the_service_has_metrics(tmp_path: Path) -> None:
    """Of series as the service exports them, with the values of labels that queries ask for."""
    asked: dict[str, set[str]] = {}
    for _, query in EXPRESSIONS:
        for label, value in re.findall(r'(\w+)="([^"]*)"', query):
            asked.setdefault(label, set()).add(value)
    series = []
    for name, labels in labels_of().items():
        choices = asked.get("outcome", set()) if "outcome" in labels else {""}
        for outcome in choices:
            told = {label: outcome if label == "outcome" else "1" for label in labels} | {"instance": "a"}
            selector = ",".join(f'{label}="{value}"' for label, value in told.items())
            series.append({"series": f"{name}{{{selector}}}", "values": "1+1x20"})
    shown = [{"labels": "{}", "value": 1}]
    tests = [
        {"expr": f"clamp_max(count({query}), 1)", "eval_time": "20m", "exp_samples": shown}
        for query in (filled for name, filled in EXPRESSIONS if name in {panel["title"] for panel in panels()})
    ]
    case = {"interval": "1m", "input_series": series, "promql_expr_test": tests}
    file = tmp_path / "panels.yaml"
    file.write_text(yaml.safe_dump({"rule_files": [], "evaluation_interval": "1m", "tests": [case]}))
    promtool("test", "rules", str(file))


def test_a_pod_monitor_scrapes_the_service_and_no_drain() -> None:
    """By the labels of its Pods and the name of their port."""
    monitor = yaml.safe_load((ROOT / "deploy" / "prometheus" / "podmonitor.yaml").read_text(encoding="utf-8"))
    manifests = ROOT / "deploy" / "kubernetes"
    deployment = yaml.safe_load((manifests / "deployment.yaml").read_text(encoding="utf-8"))
    assert monitor["spec"]["selector"] == deployment["spec"]["selector"]
    template = deployment["spec"]["template"]
    assert monitor["spec"]["selector"]["matchLabels"].items() <= template["metadata"]["labels"].items()
    [endpoint] = monitor["spec"]["podMetricsEndpoints"]
    assert endpoint["port"] in [port["name"] for port in template["spec"]["containers"][0]["ports"]]


def test_no_dead_letters_are_a_share_of_zero() -> None:
    """Both outcomes are there before the first article, or a panel of their share would stay empty."""
    there = {sample.labels["outcome"] for family in metrics.MESSAGES.collect() for sample in family.samples}
    assert there == {"published", "dead_lettered"}


def test_panels_say_what_they_show_and_do_not_overlap() -> None:
    """With a title, a sentence and a unit each, from the chosen data source."""
    taken: set[tuple[int, int]] = set()
    for panel in panels():
        assert panel["title"]
        assert panel["description"].endswith(".")
        assert panel["fieldConfig"]["defaults"]["unit"]
        assert panel["datasource"]["uid"] == "${datasource}"
        at = panel["gridPos"]
        cells = {(at["x"] + x, at["y"] + y) for x in range(at["w"]) for y in range(at["h"])}
        assert not cells & taken
        assert max(x for x, _ in cells) < 24
        taken |= cells
        if panel["type"] == "stat":  # without steps of its own, whatever is above 80 is red
            assert panel["fieldConfig"]["defaults"]["thresholds"]["steps"][0]["value"] is None
    titles = [panel["title"] for panel in panels()]
    assert len(titles) == len(set(titles))
