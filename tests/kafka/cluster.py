"""A real Apache Kafka in KRaft mode on free loopback ports: one broker, or three for failover."""

import asyncio
import contextlib
import itertools
import shutil
import signal
import subprocess
import tempfile
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Self

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.client import AIOKafkaClient
from aiokafka.errors import KafkaError, for_code

from tests.kafka.libraries import kafka_libraries
from tests.kafka.ports import free_ports
from tests.kafka.properties import Listener, server_properties
from tests.kafka.security import LISTENERS, Security
from tests.processes import die_with_parent

CLUSTER_ID = "bmV3c3dpcmUtdGVzdHMtMQ"
START_SECONDS = 90.0
STOP_SECONDS = 60.0
METADATA_SECONDS = 30.0
POLL_SECONDS = 0.05


class KafkaCluster:
    """Brokers that are also controllers, each a process with its own folder; they run within a ``with`` block.

    Enter it in the main thread: the kernel kills a broker when the thread that started it ends.

    Args:
        brokers: how many; replication of internal topics follows.
        properties: settings for ``server.properties`` beyond those of ``properties.py``.
        security: adds listeners with TLS and logins, see ``bootstrap_of``.
        heap_megabytes: of each broker.
    """

    def __init__(
        self,
        brokers: int = 1,
        properties: Mapping[str, str] | None = None,
        security: Security | None = None,
        heap_megabytes: int = 320,
    ) -> None:
        self.count = brokers
        self.security = security
        self._properties = (security.broker_properties() if security else {}) | dict(properties or {})
        self._heap = heap_megabytes
        self._folder = Path(tempfile.mkdtemp(prefix="newswire-kafka-"))
        protocols = {"PLAINTEXT": "PLAINTEXT"} | (LISTENERS if security else {})
        self._listeners = [_listeners(protocols) for _ in range(brokers)]
        self._controllers = free_ports(brokers)
        self._processes: dict[int, subprocess.Popen[bytes]] = {}

    @property
    def bootstrap(self) -> str:
        """Addresses of the brokers, without TLS or login."""
        return self.bootstrap_of("PLAINTEXT")

    def bootstrap_of(self, listener: str) -> str:
        """Addresses of one listener of ``security.LISTENERS``."""
        ports = (one.port for listeners in self._listeners for one in listeners if one.name == listener)
        return ",".join(f"127.0.0.1:{port}" for port in ports)

    def __enter__(self) -> Self:
        """Format the folders, start all brokers and wait until they answer.

        Raises:
            RuntimeError: a broker ended instead; the message holds its log.
            TimeoutError: they did not answer within 90 seconds; the message holds the logs.
        """
        with contextlib.ExitStack() as undone:
            undone.push(self)
            for node in range(self.count):
                self._format(node)
            for node in range(self.count):
                self.start_broker(node)
            asyncio.run(self.ready())
            undone.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        """Kill what runs and remove the folders."""
        for node in list(self._processes):
            self.kill(node)
        shutil.rmtree(self._folder, ignore_errors=True)

    def start_broker(self, node: int) -> None:
        """Start one broker, after an end of it with its old ports and data; ``ready`` waits for it."""
        java = ["java", f"-Xmx{self._heap}m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
        logging = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"
        classes = ["-cp", f"{kafka_libraries()}/*", "kafka.Kafka", str(self._properties_file(node))]
        with self._log_file(node).open("ab") as log:
            self._processes[node] = subprocess.Popen(
                [*java, logging, *classes],
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )

    def kill(self, node: int) -> None:
        """End a broker at once (SIGKILL), frozen or not.

        Where it is the only one, let the last transaction's markers be written first, as ``read_all``
        and ``committed`` wait for: Kafka 4.3 and 4.4 forget on such a restart what was answered as
        committed but not yet marked, and no reader ever sees it. Three brokers do not.
        """
        process = self._processes.pop(node)
        process.kill()
        process.wait()

    def terminate(self, node: int) -> None:
        """End a broker in order (SIGTERM): it hands its leaderships over first."""
        process = self._processes.pop(node)
        process.terminate()
        process.wait(STOP_SECONDS)

    def pause(self, node: int) -> None:
        """Freeze a broker: its connections stay, nothing is answered."""
        self._processes[node].send_signal(signal.SIGSTOP)

    def resume(self, node: int) -> None:
        """Let a frozen broker go on."""
        self._processes[node].send_signal(signal.SIGCONT)

    def log(self, node: int = 0, lines: int = 40) -> str:
        """The end of a broker's log; a line that repeats is there once, with its count."""
        if not self._log_file(node).exists():
            return ""
        text = self._log_file(node).read_text(errors="replace")
        counted = [(line, len(list(same))) for line, same in itertools.groupby(text.splitlines())]
        return "\n".join(f"{line} (x {n})" if n > 1 else line for line, n in counted[-lines:])

    def logs(self, lines: int = 40) -> dict[int, str]:
        """The end of every broker's log, by node."""
        return {node: self.log(node, lines) for node in range(self.count)}

    async def ready(self) -> None:
        """Wait until every running broker answers and knows all that run.

        Raises:
            RuntimeError: a broker has ended; the message holds its log.
            TimeoutError: not within 90 seconds; the message holds the logs.
        """
        try:
            async with asyncio.timeout(START_SECONDS):
                for node in list(self._processes):
                    while not await self._answers(node):
                        await asyncio.sleep(POLL_SECONDS)
        except TimeoutError as error:
            raise TimeoutError(f"Kafka did not start: {self.logs()}") from error

    async def create_topics(
        self,
        topics: Mapping[str, int],
        replication: int | None = None,
        config: dict[str, str] | None = None,
    ) -> None:
        """Create topics and wait until every partition has a leader.

        Args:
            topics: name to number of partitions.
            replication: copies of each; by default one on each broker.
            config: of the topics, such as ``max.message.bytes``.

        Raises:
            KafkaError: the broker refused one.
            TimeoutError: a partition had no leader within 30 seconds.
        """
        copies = replication or self.count
        new = [NewTopic(name, count, copies, topic_configs=config) for name, count in topics.items()]
        admin = AIOKafkaAdminClient(bootstrap_servers=self.bootstrap)
        await admin.start()
        try:
            answer = await admin.create_topics(new)
        finally:
            await admin.close()
        for name, code, message in answer.topic_errors:
            if code:
                raise for_code(code)(f"{name}: {message}")
        async with asyncio.timeout(METADATA_SECONDS), self._client(self.bootstrap) as client:
            for name, count in topics.items():
                while not _has_leaders(client, name, count):
                    await client.add_topic(name)
                    await client.force_metadata_update()

    async def _answers(self, node: int) -> bool:
        """Whether a broker takes requests, and sees all that run."""
        if (code := self._processes[node].poll()) is not None:
            raise RuntimeError(f"broker {node} ended with {code}:\n{self.log(node)}")
        port = self._listeners[node][0].port
        try:
            # Without this first try the client would log every refusal of a broker that is starting.
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            async with self._client(f"127.0.0.1:{port}") as client:
                return set(self._processes) <= {broker.nodeId for broker in client.cluster.brokers()}
        except (KafkaError, OSError):
            return False

    @contextlib.asynccontextmanager
    async def _client(self, bootstrap: str) -> AsyncIterator[AIOKafkaClient]:
        client = AIOKafkaClient(bootstrap_servers=bootstrap, request_timeout_ms=3000)
        try:
            await client.bootstrap()
            yield client
        finally:
            await client.close()

    def _format(self, node: int) -> None:
        text = server_properties(
            node, self._listeners[node], self._controllers, self._folder / f"data-{node}", self._properties
        )
        self._properties_file(node).write_text(text)
        java = ["java", "-XX:TieredStopAtLevel=1", "-cp", f"{kafka_libraries()}/*"]
        tool = ["kafka.tools.StorageTool", "format", "-t", CLUSTER_ID, "-c", str(self._properties_file(node))]
        users = self.security.format_arguments() if self.security else []
        done = subprocess.run([*java, *tool, *users], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def _properties_file(self, node: int) -> Path:
        return self._folder / f"server-{node}.properties"

    def _log_file(self, node: int) -> Path:
        return self._folder / f"broker-{node}.log"


def _listeners(protocols: Mapping[str, str]) -> list[Listener]:
    ports = free_ports(len(protocols))
    return [Listener(*named, port) for named, port in zip(protocols.items(), ports, strict=True)]


def _has_leaders(client: AIOKafkaClient, topic: str, partitions: int) -> bool:
    found = [client.cluster.leader_for_partition(TopicPartition(topic, n)) for n in range(partitions)]
    return all(leader not in (None, -1) for leader in found)
