"""Peers for the pass-through: each reads a topic and writes every value to another, at least once.

Run as ``python -m benchmarks.peers bare|faststream BOOTSTRAP INPUT OUTPUT GROUP``; they run until killed.
"""

import asyncio
import sys

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer


async def bare(bootstrap: str, source: str, target: str, group: str) -> None:
    """The shortest honest aiokafka loop: read, send all, wait for all, commit."""
    consumer = AIOKafkaConsumer(
        source,
        bootstrap_servers=bootstrap,
        group_id=group,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        isolation_level="read_committed",
    )
    producer = AIOKafkaProducer(
        bootstrap_servers=bootstrap, linger_ms=5, max_batch_size=256 * 1024, compression_type="lz4", acks="all"
    )
    await consumer.start()
    await producer.start()
    while True:
        batches = await consumer.getmany(timeout_ms=200, max_records=500)
        sent = [
            await producer.send(target, record.value, key=record.key)
            for records in batches.values()
            for record in records
        ]
        if sent:
            await asyncio.gather(*sent)
            await consumer.commit()


async def faststream(bootstrap: str, source: str, target: str, group: str) -> None:
    """The framework's own handler style, acknowledged after the handler is done."""
    from faststream import AckPolicy, FastStream
    from faststream.kafka import KafkaBroker, KafkaMessage

    # It waits for each delivery, so lingering would only slow it down.
    broker = KafkaBroker(bootstrap, logger=None, linger_ms=0, compression_type="lz4", acks="all")

    @broker.subscriber(source, group_id=group, auto_offset_reset="earliest", ack_policy=AckPolicy.NACK_ON_ERROR)
    async def handle(body: bytes, message: KafkaMessage) -> None:
        await broker.publish(body, target, key=message.raw_message.key)

    await FastStream(broker, logger=None).run()


if __name__ == "__main__":
    peer = {"bare": bare, "faststream": faststream}[sys.argv[1]]
    asyncio.run(peer(*sys.argv[2:]))
