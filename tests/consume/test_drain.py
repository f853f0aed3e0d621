"""Which partitions a drain takes."""

from dataclasses import replace

import pytest

from service.config import Settings
from service.consume.drain import chosen_partitions
from service.errors import SettingsError
from service.messages import Partition

CONSUMER = Settings().consumer
TOPIC = [Partition("news.raw", number) for number in range(5)]


def test_a_drain_takes_the_whole_topic_unless_told_otherwise() -> None:
    assert chosen_partitions(TOPIC, CONSUMER) == TOPIC


def test_a_drain_takes_the_partitions_that_are_named() -> None:
    named = replace(CONSUMER, drain_partitions="0,3-4")
    assert [found.partition for found in chosen_partitions(TOPIC, named)] == [0, 3, 4]


def test_jobs_share_the_partitions_without_a_gap_or_an_overlap() -> None:
    shares = [chosen_partitions(TOPIC, replace(CONSUMER, drain_index=n, drain_count=2)) for n in range(2)]
    assert sorted(shares[0] + shares[1]) == TOPIC


def test_a_partition_that_the_topic_lacks_is_named() -> None:
    with pytest.raises(SettingsError, match="NEWSWIRE_DRAIN_PARTITIONS: the topic has no partition 5, 7; it has 5"):
        chosen_partitions(TOPIC, replace(CONSUMER, drain_partitions="1,5,7"))
