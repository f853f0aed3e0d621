"""A Kafka broker inside this process: librdkafka's mock cluster, from the confluent-kafka wheel.

It speaks the protocol over TCP and needs no Java, which is enough to see the service work. It is no
place to test delivery: it keeps no transactional offsets, and does not fence.
"""

import ctypes
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ERROR_BYTES = 512
PRODUCER = 0  # RD_KAFKA_PRODUCER: a mock cluster lives in a client of either kind


class EmbeddedBroker:
    """One mock broker with some topics; a context manager.

    Args:
        topics: to create.
        partitions: of each topic.

    Raises:
        RuntimeError: the confluent-kafka package is missing, or the broker did not start.
    """

    def __init__(self, topics: Sequence[str], partitions: int) -> None:
        self._topics, self._partitions = topics, partitions
        self._library: Any = None
        self._client: Any = None
        self._cluster: Any = None
        self.bootstrap = ""

    def __enter__(self) -> "EmbeddedBroker":
        self._library = library = _librdkafka()
        error = ctypes.create_string_buffer(ERROR_BYTES)
        settings = library.rd_kafka_conf_new()
        library.rd_kafka_conf_set(settings, b"log_level", b"0", error, ERROR_BYTES)
        self._client = library.rd_kafka_new(PRODUCER, settings, error, ERROR_BYTES)
        if not self._client:
            raise RuntimeError(f"librdkafka: {error.value.decode()}")
        self._cluster = library.rd_kafka_mock_cluster_new(self._client, 1)
        for topic in self._topics:
            library.rd_kafka_mock_topic_create(self._cluster, topic.encode(), self._partitions, 1)
        self.bootstrap = library.rd_kafka_mock_cluster_bootstraps(self._cluster).decode()
        return self

    def __exit__(self, *error: object) -> None:
        self._library.rd_kafka_mock_cluster_destroy(self._cluster)
        self._library.rd_kafka_destroy(self._client)


def _librdkafka() -> Any:
    """The library inside the confluent-kafka wheel, with the signatures used here."""
    try:
        import confluent_kafka.cimpl
    except ImportError as missing:
        raise RuntimeError("the demo's broker is in an extra: pip install 'newswire[demo]'") from missing
    folders = [Path(confluent_kafka.__file__).parents[1] / "confluent_kafka.libs"]
    found = [path for folder in folders for path in sorted(folder.glob("librdkafka*"))]
    library = ctypes.CDLL(str(found[0] if found else confluent_kafka.cimpl.__file__))
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    signatures = {
        "rd_kafka_conf_new": (pointer, []),
        "rd_kafka_conf_set": (number, [pointer, text, text, text, ctypes.c_size_t]),
        "rd_kafka_new": (pointer, [number, pointer, text, ctypes.c_size_t]),
        "rd_kafka_destroy": (None, [pointer]),
        "rd_kafka_mock_cluster_new": (pointer, [pointer, number]),
        "rd_kafka_mock_cluster_destroy": (None, [pointer]),
        "rd_kafka_mock_cluster_bootstraps": (text, [pointer]),
        "rd_kafka_mock_topic_create": (number, [pointer, text, number, number]),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library
