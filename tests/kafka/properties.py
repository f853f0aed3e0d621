"""The ``server.properties`` of one broker, tuned so that tests wait for nothing."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Listener(NamedTuple):
    """A port of a broker: its name in the properties, who may talk there, and where."""

    name: str
    protocol: str
    port: int

    @property
    def address(self) -> str:
        """As the properties write it."""
        return f"{self.name}://127.0.0.1:{self.port}"


def server_properties(
    node: int,
    clients: Sequence[Listener],
    controllers: Sequence[int],
    folder: Path,
    extra: Mapping[str, str],
) -> str:
    """The text of the file.

    Args:
        node: number of the broker, from 0.
        clients: its listeners; the brokers talk to each other on that named PLAINTEXT.
        controllers: port of every node's controller, by node.
        folder: for its data.
        extra: properties that overrule those here.
    """
    replicas = min(len(controllers), 3)
    controller = Listener("CONTROLLER", "PLAINTEXT", controllers[node])
    listeners = [*clients, controller]
    properties = {
        "process.roles": "broker,controller",
        "node.id": str(node),
        "controller.quorum.voters": ",".join(f"{n}@127.0.0.1:{p}" for n, p in enumerate(controllers)),
        "controller.listener.names": controller.name,
        "listeners": ",".join(listener.address for listener in listeners),
        "advertised.listeners": ",".join(listener.address for listener in clients),
        "listener.security.protocol.map": ",".join(f"{one.name}:{one.protocol}" for one in listeners),
        "inter.broker.listener.name": "PLAINTEXT",
        "log.dirs": str(folder),
        "auto.create.topics.enable": "false",
        **_replication(replicas),
        **QUICK,
        **SMALL,
        **extra,
    }
    return "".join(f"{name}={value}\n" for name, value in properties.items())


QUICK = {
    # groups form at once, and members may have short sessions
    "group.initial.rebalance.delay.ms": "0",
    "group.min.session.timeout.ms": "1000",
    # a dead producer's transaction ends soon after its timeout
    "transaction.abort.timed.out.transaction.cleanup.interval.ms": "500",
    # a dead broker is noticed, and a new leader chosen, within about three seconds
    "broker.session.timeout.ms": "3000",
    "broker.heartbeat.interval.ms": "500",
    "controller.quorum.election.timeout.ms": "500",
    "controller.quorum.fetch.timeout.ms": "1000",
    "replica.lag.time.max.ms": "3000",
}

SMALL = {
    "num.network.threads": "2",
    "num.io.threads": "4",
    "log.cleaner.dedupe.buffer.size": str(4 << 20),  # 128 MiB by default, near half of the heap
}


def _replication(replicas: int) -> dict[str, str]:
    """Of three replicas two must be in sync, so that one broker may die and no answered record is lost."""
    in_sync = str(min(replicas, 2))
    return {
        "min.insync.replicas": in_sync,
        "offsets.topic.num.partitions": "4",
        "offsets.topic.replication.factor": str(replicas),
        "transaction.state.log.num.partitions": "4",
        "transaction.state.log.replication.factor": str(replicas),
        "transaction.state.log.min.isr": in_sync,
        "share.coordinator.state.topic.replication.factor": str(replicas),
        "share.coordinator.state.topic.min.isr": in_sync,
    }
