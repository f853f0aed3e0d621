"""Every setting of the service, with its variable, default, bounds and meaning.

``declaration`` says how a setting is declared, ``kafka``, ``streaming``, ``processing`` and ``observation``
declare them, ``environment.read_settings`` fills these frozen objects from ``NEWSWIRE_*`` variables, and
``consistency`` finds settings that contradict one another. ``newswire config`` prints them; nobody else reads
the environment.
"""

from dataclasses import dataclass, field

from service.config.kafka import KafkaSettings, TopicSettings
from service.config.observation import ObserveSettings
from service.config.processing import ArticleSettings, DuplicateSettings, WorkerSettings
from service.config.streaming import ConsumerSettings, DeliverySettings


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; groups in the order of the data's way."""

    kafka: KafkaSettings = field(default_factory=KafkaSettings)
    topics: TopicSettings = field(default_factory=TopicSettings)
    consumer: ConsumerSettings = field(default_factory=ConsumerSettings)
    article: ArticleSettings = field(default_factory=ArticleSettings)
    workers: WorkerSettings = field(default_factory=WorkerSettings)
    duplicates: DuplicateSettings = field(default_factory=DuplicateSettings)
    delivery: DeliverySettings = field(default_factory=DeliverySettings)
    observe: ObserveSettings = field(default_factory=ObserveSettings)
