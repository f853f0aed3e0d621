"""The rights that deploy/README.md tells are enough, on a real Kafka that refuses everything else."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from confluent_kafka.admin import (
    AclBinding,
    AclOperation,
    AclPermissionType,
    AdminClient,
    ResourcePatternType,
    ResourceType,
)

from tests.conftest import StartService
from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import Topics, end_offsets, produce
from tests.kafka.security import USER, Security

README = Path(__file__).parents[1] / "deploy" / "README.md"
KINDS = {"topic": ResourceType.TOPIC, "group": ResourceType.GROUP, "transactional": ResourceType.TRANSACTIONAL_ID}
TOPICS = Topics("news.raw", "news.enriched", "news.events", "news.dlq", "newswire")
"""Those of the table, which are the defaults."""


def told() -> Iterator[AclBinding]:
    """The rows of the table as Kafka takes them."""
    table = README.read_text(encoding="utf-8").split("## Rights")[1].split("\n## ")[0]
    for _, resource, operations in re.findall(r"^\| (.+) \| (.+) \| ([A-Z].+) \|$", table, re.MULTILINE):
        pattern = ResourcePatternType.PREFIXED if "prefix" in resource else ResourcePatternType.LITERAL
        kind = KINDS[resource.split()[0].removesuffix("s")]
        for name in re.findall(r"`(.+?)`", resource):
            for operation in operations.upper().split(", "):
                user, allow = f"User:{USER}", AclPermissionType.ALLOW
                yield AclBinding(kind, name, pattern, user, "*", AclOperation[operation], allow)


@pytest.fixture
def strict() -> Iterator[KafkaCluster]:
    """A broker where a login may do what it was given; tests themselves come without one."""
    authorizer = "org.apache.kafka.metadata.authorizer.StandardAuthorizer"
    properties = {"authorizer.class.name": authorizer, "super.users": "User:ANONYMOUS"}
    with closing(Security()) as security, KafkaCluster(1, properties, security) as cluster:
        yield cluster


@pytest.mark.kafka
async def test_the_rights_that_are_told_are_enough(strict: KafkaCluster, start_service: StartService) -> None:
    """For the service, a backfill and a replay, with a good and a bad article."""
    await strict.create_topics(dict.fromkeys((TOPICS.raw, TOPICS.enriched, TOPICS.events, TOPICS.dead_letters), 1))
    admin = AdminClient({"bootstrap.servers": strict.bootstrap})
    for done in admin.create_acls(list(told())).values():
        await asyncio.to_thread(done.result)
    await produce(strict.bootstrap, TOPICS.raw, [{"value": b'{"body": "Talks went on."}'}, {"value": b"{"}])
    assert strict.security
    login = {
        **strict.security.settings("SASL_PLAINTEXT", "SCRAM-SHA-256"),
        "NEWSWIRE_BOOTSTRAP_SERVERS": strict.bootstrap_of("SASL_PLAINTEXT"),
    }
    service = start_service(strict, TOPICS, "run", **login)
    service.wait_until(lambda: service.metric("newswire_messages_total") == 2, 120, "published")
    assert service.terminate() == 0
    backfill = start_service(strict, TOPICS, "drain", **login, NEWSWIRE_GROUP="newswire.backfill")
    assert await asyncio.to_thread(backfill.wait, 120) == 0, backfill.log()
    replay = start_service(strict, TOPICS, "replay", **login)
    assert await asyncio.to_thread(replay.wait, 120) == 0, replay.log()
    ends = await end_offsets(strict.bootstrap, TOPICS.raw)
    assert ends == {0: 2 + 2 + 1}  # two articles, the letters of both groups, and the marker of their transaction
