"""A real Apache Kafka in KRaft mode on free loopback ports: one broker, or three for failover."""

import asyncio
import contextlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.client import AIOKafkaClient
from aiokafka.errors import KafkaError, TopicAlreadyExistsError

from tests.kafka.libraries import kafka_libraries
from tests.processes import die_with_parent

CLUSTER_ID = "bmV3c3dpcmUtdGVzdHMtMQ"
START_SECONDS = 90.0


class KafkaCluster:
    """Brokers that are also controllers, each a process with its own folder.

    Args:
        brokers: how many; replication of internal topics follows.
        properties: settings for ``server.properties`` beyond those below.
        protocol: security protocol of the listener for clients.
        heap_megabytes: of each broker.
        java_options: of each broker.
    """

    def __init__(
        self,
        brokers: int = 1,
        properties: Mapping[str, str] | None = None,
        protocol: str = "PLAINTEXT",
        heap_megabytes: int = 320,
        java_options: tuple[str, ...] = (),
    ) -> None:
        self.count = brokers
        self.protocol = protocol
        self._properties = dict(properties or {})
        self._heap = heap_megabytes
        self._java_options = java_options
        self._folder = Path(tempfile.mkdtemp(prefix="newswire-kafka-"))
        ports = free_ports(3 * brokers)
        self._ports = ports[:brokers]
        self._controller_ports = ports[brokers : 2 * brokers]
        self._plain_ports = ports[2 * brokers :]
        self._processes: dict[int, subprocess.Popen[bytes]] = {}

    @property
    def bootstrap(self) -> str:
        """Addresses of the listener under test."""
        return ",".join(f"127.0.0.1:{port}" for port in self._ports)

    @property
    def plain_bootstrap(self) -> str:
        """Addresses of the brokers' own listener, without security: for set-up and for reading results."""
        return ",".join(f"127.0.0.1:{port}" for port in self._plain_ports)

    def start(self, format_arguments: tuple[str, ...] = ()) -> "KafkaCluster":
        """Format the folders, start all brokers and wait until they answer."""
        for node in range(self.count):
            self._write_properties(node)
            self._run_tool("kafka.tools.StorageTool", node, *format_arguments)
        for node in range(self.count):
            self.start_broker(node)
        self.wait_until_ready()
        return self

    def stop(self) -> None:
        """Kill what runs and remove the folders."""
        for node in list(self._processes):
            self.kill(node)
        shutil.rmtree(self._folder, ignore_errors=True)

    def start_broker(self, node: int) -> None:
        """Start one broker again, with its old ports and data."""
        with (self._folder / f"broker-{node}.log").open("ab") as log:
            self._processes[node] = subprocess.Popen(
                [
                    "java",
                    f"-Xmx{self._heap}m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    *self._java_options,
                    "-cp",
                    f"{kafka_libraries()}/*",
                    "kafka.Kafka",
                    str(self._folder / f"server-{node}.properties"),
                ],
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )

    def kill(self, node: int) -> None:
        """End a broker at once."""
        process = self._processes.pop(node)
        process.kill()
        process.wait()

    def terminate(self, node: int) -> None:
        """End a broker in order."""
        process = self._processes.pop(node)
        process.terminate()
        process.wait(60)

    def pause(self, node: int) -> None:
        """Freeze a broker: its connections stay, nothing is answered."""
        self._processes[node].send_signal(signal.SIGSTOP)

    def resume(self, node: int) -> None:
        """Let a frozen broker go on."""
        self._processes[node].send_signal(signal.SIGCONT)

    def log(self, node: int = 0, lines: int = 40) -> str:
        """The end of a broker's log."""
        text = (self._folder / f"broker-{node}.log").read_text(errors="replace")
        return "\n".join(text.splitlines()[-lines:])

    def wait_until_ready(self) -> None:
        """Wait until every running broker is in the metadata and coordinators are found.

        Raises:
            TimeoutError: they are not within 90 seconds; the message holds the log.
        """
        try:
            asyncio.run(self._ready())
        except TimeoutError as error:
            raise TimeoutError(f"Kafka did not start:\n{self.log()}") from error

    async def create_topics(
        self,
        topics: Mapping[str, int],
        replication: int | None = None,
        config: dict[str, str] | None = None,
    ) -> None:
        """Create topics (name to number of partitions) and wait until each has leaders."""
        admin = AIOKafkaAdminClient(bootstrap_servers=self.plain_bootstrap)
        await admin.start()
        copies = replication or self.count
        try:
            await admin.create_topics(
                [NewTopic(name, count, copies, topic_configs=config) for name, count in topics.items()]
            )
        except TopicAlreadyExistsError:
            pass
        finally:
            await admin.close()
        client = AIOKafkaClient(bootstrap_servers=self.plain_bootstrap)
        await client.bootstrap()
        try:
            async with asyncio.timeout(30):
                for name, count in topics.items():
                    partitions = [TopicPartition(name, number) for number in range(count)]
                    while len(await client._wait_on_metadata(name)) < count or any(
                        client.cluster.leader_for_partition(found) in (None, -1) for found in partitions
                    ):
                        await client.force_metadata_update()
        finally:
            await client.close()

    async def _ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while True:
            client = AIOKafkaClient(bootstrap_servers=self.plain_bootstrap, request_timeout_ms=3000)
            try:
                await client.bootstrap()
                if len(client.cluster.brokers()) >= len(self._processes):
                    return
            except (KafkaError, OSError):
                pass
            finally:
                with contextlib.suppress(Exception):
                    await client.close()
            if time.monotonic() > deadline:
                raise TimeoutError
            await asyncio.sleep(0.1)

    def _write_properties(self, node: int) -> None:
        copies = str(min(self.count, 3))
        in_sync = str(min(self.count, 2))
        voters = ",".join(f"{n}@127.0.0.1:{port}" for n, port in enumerate(self._controller_ports))
        listeners = {
            "CLIENT": self._ports[node],
            "BROKER": self._plain_ports[node],
            "CONTROLLER": self._controller_ports[node],
        }
        properties = {
            "process.roles": "broker,controller",
            "node.id": str(node),
            "controller.quorum.voters": voters,
            "controller.listener.names": "CONTROLLER",
            "listeners": ",".join(f"{name}://127.0.0.1:{port}" for name, port in listeners.items()),
            "advertised.listeners": ",".join(
                f"{name}://127.0.0.1:{listeners[name]}" for name in ("CLIENT", "BROKER")
            ),
            "listener.security.protocol.map": f"CLIENT:{self.protocol},BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "inter.broker.listener.name": "BROKER",
            "log.dirs": str(self._folder / f"data-{node}"),
            "auto.create.topics.enable": "false",
            "group.initial.rebalance.delay.ms": "0",
            "group.min.session.timeout.ms": "1000",
            "offsets.topic.num.partitions": "4",
            "offsets.topic.replication.factor": copies,
            "transaction.state.log.num.partitions": "4",
            "transaction.state.log.replication.factor": copies,
            "transaction.state.log.min.isr": in_sync,
            "transaction.abort.timed.out.transaction.cleanup.interval.ms": "500",
            "share.coordinator.state.topic.replication.factor": copies,
            "share.coordinator.state.topic.min.isr": in_sync,
            "controlled.shutdown.enable": "true",
            "broker.session.timeout.ms": "3000",
            "broker.heartbeat.interval.ms": "500",
            "controller.quorum.election.timeout.ms": "500",
            "controller.quorum.fetch.timeout.ms": "1000",
            "replica.lag.time.max.ms": "3000",
            "num.network.threads": "2",
            "num.io.threads": "4",
            "log.cleaner.enable": "false",
            **self._properties,
        }
        text = "".join(f"{name}={value}\n" for name, value in properties.items())
        (self._folder / f"server-{node}.properties").write_text(text)

    def _run_tool(self, tool: str, node: int, *arguments: str) -> None:
        command = ["java", "-XX:TieredStopAtLevel=1", "-cp", f"{kafka_libraries()}/*", tool, "format"]
        properties = str(self._folder / f"server-{node}.properties")
        done = subprocess.run(
            [*command, "-t", CLUSTER_ID, "-c", properties, *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def free_ports(count: int) -> list[int]:
    """Ports that nobody listened on just now, all different."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports: list[int] = [bound.getsockname()[1] for bound in sockets]
    for bound in sockets:
        bound.close()
    return ports
