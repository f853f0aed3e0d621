"""The manifests: valid for Kubernetes and compose, hardened, and in step with the settings."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from service.config import Settings
from service.config.environment import FILE_SUFFIX, PREFIX, variables
from service.errors import SettingsError
from tests.kafka.libraries import kafka_version

DEPLOY = Path(__file__).parents[2] / "deploy"
MANIFESTS = sorted(path for path in (DEPLOY / "kubernetes").glob("*.yaml") if path.name != "kustomization.yaml")
KUBERNETES = ("1.31", "1.37")

SIGNAL_SECONDS = 5
"""Between the start of the grace period and the service's clock: a busy node delivers the signal late."""


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def pod_specs() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in MANIFESTS:
        document = load(path)
        if document["kind"] in ("Deployment", "Job"):
            yield path.name, document["spec"]["template"]["spec"]


POD_SPECS = list(pod_specs())
in_each_pod = pytest.mark.parametrize(("name", "spec"), POD_SPECS, ids=[name for name, _ in POD_SPECS])


@pytest.mark.parametrize("version", KUBERNETES)
@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.name)
def test_every_manifest_is_valid_for_kubernetes(path: Path, version: str) -> None:
    """Strictly: no field that the API does not know."""
    kubernetes_validate.validate(load(path), version, strict=True)


def test_the_kustomization_names_files_that_exist() -> None:
    """And every manifest but the Jobs, which are applied by hand."""
    named = set(load(DEPLOY / "kubernetes" / "kustomization.yaml")["resources"])
    assert named == {path.name for path in MANIFESTS if not path.name.startswith("job-")}


@in_each_pod
def test_pods_meet_the_restricted_profile(name: str, spec: dict[str, Any]) -> None:
    """Pod Security Standards, restricted, and a root file system nobody writes to."""
    pod, (container,) = spec["securityContext"], spec["containers"]
    assert pod["runAsNonRoot"] is True
    assert pod["runAsUser"] >= 10_000
    assert pod["seccompProfile"] == {"type": "RuntimeDefault"}
    security = container["securityContext"]
    assert security["allowPrivilegeEscalation"] is False
    assert security["readOnlyRootFilesystem"] is True
    assert security["capabilities"] == {"drop": ["ALL"]}
    assert spec["automountServiceAccountToken"] is False
    assert {"hostNetwork", "hostPID", "hostIPC"}.isdisjoint(spec)
    assert all(set(volume) & {"emptyDir", "secret", "configMap"} for volume in spec["volumes"])


@in_each_pod
def test_memory_is_limited_and_cpu_is_not(name: str, spec: dict[str, Any]) -> None:
    """Throttled heartbeats lose partitions; memory without a limit takes the node down."""
    limits = spec["containers"][0]["resources"]["limits"]
    assert set(limits) == {"memory"}


@pytest.mark.parametrize("name", ["deployment.yaml", "job-drain.yaml"])
def test_workers_fit_into_the_memory_of_their_pod(name: str) -> None:
    """A worker must die before its container does; the parent has what deploy/README.md counts for it."""
    settings = load(DEPLOY / "kubernetes" / "configmap.yaml")["data"]
    workers = int(settings["NEWSWIRE_WORKERS"]) * int(settings["NEWSWIRE_WORKER_MEMORY_BYTES"])
    limit = dict(POD_SPECS)[name]["containers"][0]["resources"]["limits"]["memory"]
    assert workers + 512 * 2**20 <= int(limit.removesuffix("Mi")) * 2**20


@in_each_pod
def test_pods_have_time_to_stop_in_order(name: str, spec: dict[str, Any]) -> None:
    """The service ends by itself at its deadline, seconds before it would be killed."""
    deadline = float(load(DEPLOY / "kubernetes" / "configmap.yaml")["data"]["NEWSWIRE_STOP_SECONDS"])
    container = spec["containers"][0]
    assert "NEWSWIRE_STOP_SECONDS" not in {item["name"] for item in container.get("env", ())}
    assert "lifecycle" not in container, "a preStop hook takes its time from the grace period"
    assert spec["terminationGracePeriodSeconds"] >= deadline + SIGNAL_SECONDS


def test_compose_gives_time_to_stop_in_order() -> None:
    """With the deadline that is set there, or the default one."""
    service = load(DEPLOY / "compose.yaml")["services"]["newswire"]
    deadline = float(service["environment"].get("NEWSWIRE_STOP_SECONDS", Settings().delivery.stop_seconds))
    assert int(service["stop_grace_period"].removesuffix("s")) >= deadline + SIGNAL_SECONDS


@pytest.mark.parametrize("name", ["deployment.yaml", "job-drain.yaml"])
def test_probes_ask_pages_that_the_service_has(name: str) -> None:
    """On its port; what restarts a container does not ask whether Kafka is there, as /readyz does."""
    container = dict(POD_SPECS)[name]["containers"][0]
    [port] = container["ports"]
    assert port["containerPort"] == Settings().observe.http_port
    probes = {kind: probe["httpGet"] for kind, probe in container.items() if kind.endswith("Probe")}
    assert {probe["port"] for probe in probes.values()} == {port["name"]}
    asked = {kind: probe["path"] for kind, probe in probes.items()}
    assert asked.pop("readinessProbe", "/readyz") == "/readyz"
    assert asked == {"startupProbe": "/livez", "livenessProbe": "/livez"}


@in_each_pod
def test_services_of_the_namespace_give_pods_no_variables(name: str, spec: dict[str, Any]) -> None:
    """One named newswire would give NEWSWIRE_PORT, which stops the start as no setting."""
    assert spec["enableServiceLinks"] is False


def test_everything_is_in_a_namespace_that_is_created_with_it() -> None:
    """Applying it needs nothing made before; the Jobs, which are not part of it, name the same."""
    namespace = load(DEPLOY / "kubernetes" / "namespace.yaml")["metadata"]["name"]
    kustomization = load(DEPLOY / "kubernetes" / "kustomization.yaml")
    jobs = [load(path)["metadata"]["namespace"] for path in MANIFESTS if path.name.startswith("job-")]
    assert {kustomization["namespace"], *jobs} == {namespace}


def test_a_replay_job_is_not_tried_again_with_wrong_arguments_or_settings() -> None:
    """And one whose node is drained is, without being counted."""
    failing, ignoring = load(DEPLOY / "kubernetes" / "job-replay.yaml")["spec"]["podFailurePolicy"]["rules"]
    assert failing["action"] == "FailJob"
    assert failing["onExitCodes"]["values"] == [2, SettingsError.EXIT_CODE]
    assert ignoring["action"] == "Ignore"


def test_a_drain_job_shares_all_partitions_out() -> None:
    """The count is the number of completions, and failures that cannot heal end the Job."""
    job = load(DEPLOY / "kubernetes" / "job-drain.yaml")["spec"]
    environment = {item["name"]: item["value"] for item in job["template"]["spec"]["containers"][0]["env"]}
    assert job["completionMode"] == "Indexed"
    assert int(environment["NEWSWIRE_DRAIN_COUNT"]) == job["completions"] == job["parallelism"]
    assert environment["NEWSWIRE_GROUP"] != Settings().consumer.group
    assert job["podFailurePolicy"]["rules"][0]["onExitCodes"]["values"] == [70, 78]


@pytest.mark.parametrize("path", sorted(p for p in DEPLOY.rglob("*") if p.is_file()), ids=lambda path: path.name)
def test_every_setting_named_in_deploy_exists(path: Path) -> None:
    """A misspelt variable stops the start."""
    known = {*variables(), *(name + FILE_SUFFIX for name, secret in variables().items() if secret)}
    named = set(re.findall(rf"\b{PREFIX}[A-Z_]+\b", path.read_text(encoding="utf-8")))
    assert named <= known


def test_compose_is_valid() -> None:
    """By the schema of the compose specification."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*command, str(DEPLOY / "compose.yaml")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_compose_runs_the_kafka_that_the_tests_run() -> None:
    """And hardens the service as Kubernetes does."""
    services = load(DEPLOY / "compose.yaml")["services"]
    assert {services[name]["image"] for name in ("kafka", "topics")} == {f"apache/kafka:{kafka_version()}"}
    assert services["newswire"]["read_only"] is True
    assert services["newswire"]["cap_drop"] == ["ALL"]


def test_the_volume_of_compose_is_where_its_kafka_writes() -> None:
    """Its image writes below /tmp unless told, and topics would be gone with the container."""
    kafka = load(DEPLOY / "compose.yaml")["services"]["kafka"]
    [volume] = kafka["volumes"]
    assert kafka["environment"]["KAFKA_LOG_DIRS"] == volume.split(":")[1]


def test_the_image_runs_as_a_numeric_user_with_pinned_requirements() -> None:
    """Kubernetes can check a number, not a name."""
    lines = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert "USER 65532:65532" in lines
    assert any("--require-hashes" in line for line in lines)
    assert not any(line.startswith("ADD ") for line in lines)
    assert [line for line in lines if line.startswith("FROM ")] == ["FROM ${BASE} AS build", "FROM ${BASE}"]
    assert 'ENTRYPOINT ["newswire"]' in lines
