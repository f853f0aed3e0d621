"""Scaling by lag: what KEDA makes of it is valid, slow enough, and of the same group and topic as the service."""

from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from service.config import Settings

DEPLOY = Path(__file__).parents[2] / "deploy"

FIELDS = {
    "advanced",
    "cooldownPeriod",
    "fallback",
    "maxReplicaCount",
    "minReplicaCount",
    "pollingInterval",
    "scaleTargetRef",
    "triggers",
}
"""Of a ScaledObject's spec, by its CustomResourceDefinition; a misspelt one would be dropped."""


def load(name: str) -> Any:
    return yaml.safe_load((DEPLOY / name).read_text(encoding="utf-8"))


@pytest.fixture
def scaled() -> dict[str, Any]:
    found: dict[str, Any] = load("keda/scaledobject.yaml")
    return found


def test_the_autoscaler_that_keda_makes_is_valid(scaled: dict[str, Any]) -> None:
    """KEDA hands target, bounds and behaviour to a HorizontalPodAutoscaler."""
    spec = scaled["spec"]
    assert set(spec) <= FIELDS
    deployment = load("kubernetes/deployment.yaml")
    assert spec["scaleTargetRef"] == {"name": deployment["metadata"]["name"]}
    made = {
        "apiVersion": "autoscaling/v2",
        "kind": "HorizontalPodAutoscaler",
        "metadata": scaled["metadata"],
        "spec": {
            "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", **spec["scaleTargetRef"]},
            "minReplicas": spec["minReplicaCount"],
            "maxReplicas": spec["maxReplicaCount"],
            **spec["advanced"]["horizontalPodAutoscalerConfig"],
        },
    }
    kubernetes_validate.validate(made, "1.37", strict=True)
    assert spec["minReplicaCount"] <= spec["fallback"]["replicas"] <= spec["maxReplicaCount"]


def test_the_lag_is_that_of_the_service(scaled: dict[str, Any]) -> None:
    """Of its brokers, group and topic, counted from where it would begin; KEDA takes strings only."""
    [trigger] = scaled["spec"]["triggers"]
    settings = load("kubernetes/configmap.yaml")["data"]
    asked = trigger["metadata"]
    assert trigger["type"] == "kafka"
    assert all(isinstance(value, str) for value in asked.values())
    assert asked["bootstrapServers"] == settings["NEWSWIRE_BOOTSTRAP_SERVERS"]
    assert asked["consumerGroup"] == settings["NEWSWIRE_GROUP"]
    assert asked["topic"] == settings.get("NEWSWIRE_TOPIC_RAW", Settings().topics.raw)
    assert asked["offsetResetPolicy"] == "earliest"


def test_pods_come_and_go_slower_than_the_group_settles(scaled: dict[str, Any]) -> None:
    """A rebalance stops all members; one may last as long as its timeout."""
    behavior = scaled["spec"]["advanced"]["horizontalPodAutoscalerConfig"]["behavior"]
    longest = Settings().consumer.rebalance_timeout_seconds
    assert all(policy["periodSeconds"] > longest for way in behavior.values() for policy in way["policies"])
    assert behavior["scaleDown"]["stabilizationWindowSeconds"] > behavior["scaleUp"]["stabilizationWindowSeconds"]
