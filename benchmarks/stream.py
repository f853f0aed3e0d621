"""``make bench-stream``: the stream on a real broker, as ratios within one run on this machine.

Throughput is counted from the creation times of the output records, the same for every contestant:
(records - 1) / (last - first). Each contestant has its own process; the broker runs beside it.
"""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import time
import uuid
from pathlib import Path

import psutil
from aiokafka import AIOKafkaConsumer

from tests.kafka.cluster import KafkaCluster
from tests.kafka.records import Topics, end_offsets, produce, read_all
from tests.kafka.service import NewswireProcess

PARTITIONS = 8
VALUE_BYTES = 5_000
ROOT = Path(__file__).parents[1]


def main() -> None:
    """Read the command line, measure all, print tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the messages, to try it out")
    share = 0.1 if parser.parse_args().quick else 1.0
    with KafkaCluster(1, heap_megabytes=512) as cluster:
        asyncio.run(Bench(cluster, share).all())


class Bench:
    """Runs contestants on one broker.

    Args:
        cluster: the broker.
        share: of the full number of messages.
    """

    def __init__(self, cluster: KafkaCluster, share: float) -> None:
        self._cluster = cluster
        self._share = share

    async def all(self) -> None:
        """One measurement after the other."""
        print(f"{os.cpu_count()} cores, {VALUE_BYTES} byte values, {PARTITIONS} partitions\n")
        await self.pass_through()
        await self.busy("5 ms", "busy_5_ms", 0.005, 6_000)
        await self.busy("50 ms", "busy_50_ms", 0.05, 800)
        await self.latency("busy_5_ms", 0.005, 20.0)
        await self.memory(100_000)

    async def pass_through(self) -> None:
        """The way without the work: newswire is exactly-once through two processes, the peers neither."""
        count = int(20_000 * self._share)
        bare = await self._peer("bare", count)
        framework = await self._peer("faststream", count)
        ours, _ = await self._newswire("pass_through", count, workers=1)
        print("pass-through                        msgs/s   to bare loop")
        for name, rate in (("bare aiokafka loop, at least once", bare), ("FastStream, at least once", framework)):
            print(f"  {name:34}{rate:8.0f}   {rate / bare:.2f}")
        print(f"  {'newswire, exactly once, 1 worker':34}{ours:8.0f}   {ours / bare:.2f}\n")

    async def busy(self, name: str, program: str, seconds: float, full_count: int) -> None:
        """Two workers kept busy: how near to the ideal, and how late the event loop gets."""
        count = int(full_count * self._share)
        rate, service = await self._newswire(program, count, workers=2)
        ideal = 2 / seconds
        print(f"{name} articles on 2 workers: {rate:.1f}/s of {ideal:.0f} ideal = {rate / ideal:.3f}")
        print(f"  event-loop lag p99 while saturated: {service['lag_p99'] * 1000:.1f} ms")
        print(f"  the parent's share of a core: {service['cpu']:.2f}\n")

    async def latency(self, program: str, seconds: float, duration: float) -> None:
        """End to end at half load, as a read_committed reader sees it; sent at a fixed pace whatever comes back."""
        topics = await self._topics()
        process = self._start(topics, program, workers=2)
        rate = 0.5 * 2 / seconds
        arrivals = asyncio.create_task(self._arrivals(topics.enriched, int(rate * duration * self._share)))
        sent = await self._send_paced(topics.raw, rate, int(rate * duration * self._share))
        came = await arrivals
        exposition = process.get("/metrics")[1]
        process.close()
        waits = sorted(came[key] - sent[key] for key in sent)
        p50, p99 = statistics.median(waits), waits[int(0.99 * len(waits))]
        transaction = _quantile(exposition, "newswire_transaction_duration_seconds", 0.5)
        print(f"end to end at half load ({rate:.0f}/s): p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms")
        print(f"  a transaction takes up to {transaction * 1000:.1f} ms at p50\n")

    async def memory(self, full_count: int) -> None:
        """Resident memory of the parent from a tenth of the messages on to the end."""
        count = int(full_count * self._share)
        topics = await self._topics()
        await self._load(topics.raw, count)
        process = self._start(topics, "pass_through", workers=1)
        parent = psutil.Process(process.process.pid)
        marks = []
        for done in (count // 10, count // 2, count):
            await asyncio.to_thread(self._wait_for, process, done)
            marks.append(parent.memory_info().rss / 2**20)
        process.close()
        told = ", ".join(f"{mark:.0f} MiB" for mark in marks)
        print(f"parent's resident memory at 10 %, 50 %, 100 % of {count} messages: {told}")

    async def _peer(self, name: str, count: int) -> float:
        topics = await self._topics()
        await self._load(topics.raw, count)
        arguments = [name, self._cluster.bootstrap, topics.raw, topics.enriched, topics.group]
        process = subprocess.Popen([sys.executable, "-m", "benchmarks.peers", *arguments], cwd=ROOT)
        try:
            return await self._rate(topics.enriched, count)
        finally:
            process.kill()
            process.wait()

    async def _newswire(self, program: str, count: int, workers: int) -> tuple[float, dict[str, float]]:
        topics = await self._topics()
        await self._load(topics.raw, count)
        process = self._start(topics, program, workers)
        started, cpu = time.monotonic(), psutil.Process(process.process.pid).cpu_times()
        await asyncio.to_thread(self._wait_for, process, count)
        spent = psutil.Process(process.process.pid).cpu_times()
        figures = {
            "lag_p99": _quantile(process.get("/metrics")[1], "newswire_loop_lag_seconds", 0.99),
            "cpu": (spent.user + spent.system - cpu.user - cpu.system) / (time.monotonic() - started),
        }
        assert process.terminate() == 0
        return await self._rate(topics.enriched, count), figures

    def _start(self, topics: Topics, program: str, workers: int) -> NewswireProcess:
        settings = {
            **topics.environment(),
            "NEWSWIRE_BOOTSTRAP_SERVERS": self._cluster.bootstrap,
            "NEWSWIRE_PROGRAM": f"benchmarks.programs:{program}",
            "NEWSWIRE_WORKERS": str(workers),
            "NEWSWIRE_SESSION_TIMEOUT_SECONDS": "45",
            "NEWSWIRE_HEARTBEAT_SECONDS": "3",
        }
        return NewswireProcess("run", environment=settings).wait_until_ready()

    def _wait_for(self, process: NewswireProcess, count: int) -> None:
        process.wait_until(
            lambda: process.metric("newswire_messages_total") >= count, 900, f"done with {count}", every=1.0
        )

    async def _topics(self) -> Topics:
        name = uuid.uuid4().hex[:8]
        topics = Topics(f"{name}.raw", f"{name}.out", f"{name}.events", f"{name}.dlq", f"{name}-group")
        names = (topics.raw, topics.enriched, topics.events, topics.dead_letters)
        await self._cluster.create_topics(dict.fromkeys(names, PARTITIONS))
        return topics

    async def _load(self, topic: str, count: int) -> None:
        for start in range(0, count, 5_000):
            numbers = range(start, min(count, start + 5_000))
            await produce(self._cluster.bootstrap, topic, (_record(n) for n in numbers), compression_type="lz4")

    async def _rate(self, topic: str, count: int) -> float:
        """Records a second by their creation times, once all are there; ids are counted, too."""
        async with asyncio.timeout(900):
            while sum((await end_offsets(self._cluster.bootstrap, topic)).values()) < count:
                await asyncio.sleep(0.5)
        records = await read_all(self._cluster.bootstrap, topic)
        assert len({record.key for record in records}) == count == len(records), "lost or doubled"
        times = sorted(record.timestamp for record in records)
        return (count - 1) / ((times[-1] - times[0]) / 1000)

    async def _send_paced(self, topic: str, rate: float, count: int) -> dict[bytes, float]:
        from aiokafka import AIOKafkaProducer

        producer = AIOKafkaProducer(bootstrap_servers=self._cluster.bootstrap)
        await producer.start()
        sent: dict[bytes, float] = {}
        begun = time.time()
        for number in range(count):
            due = begun + number / rate
            await asyncio.sleep(max(0.0, due - time.time()))
            sent[_key(number)] = due  # a late send counts against us: no coordinated omission
            await producer.send(topic, **_record(number))
        await producer.stop()
        return sent

    async def _arrivals(self, topic: str, count: int) -> dict[bytes, float]:
        consumer = AIOKafkaConsumer(
            topic,
            bootstrap_servers=self._cluster.bootstrap,
            isolation_level="read_committed",
            auto_offset_reset="earliest",
        )
        await consumer.start()
        came: dict[bytes, float] = {}
        try:
            while len(came) < count:
                for records in (await consumer.getmany(timeout_ms=100)).values():
                    now = time.time()
                    came |= {record.key: now for record in records}
        finally:
            await consumer.stop()
        return came


def _key(number: int) -> bytes:
    return f"{number:09d}".encode()


def _record(number: int) -> dict[str, bytes | int]:
    value = (_key(number) + b" " + b"news " * VALUE_BYTES)[:VALUE_BYTES]
    return {"key": _key(number), "value": value, "partition": number % PARTITIONS}


def _quantile(exposition: str, histogram: str, share: float) -> float:
    """The upper bound of the bucket that holds the quantile."""
    buckets: list[tuple[float, float]] = []
    for line in exposition.splitlines():
        if line.startswith(f"{histogram}_bucket"):
            bound = line.split('le="')[1].split('"')[0]
            buckets.append((float(bound), float(line.rsplit(" ", 1)[1])))
    total = buckets[-1][1]
    return next(bound for bound, count in buckets if count >= share * total)


if __name__ == "__main__":
    main()
