"""Events as the coder tells them, before they are grouped."""

from dataclasses import replace
from datetime import date

from service.enrich.events.event import Confidence, Event, EventDate, Modality, Party, Sentence

REBELS = Party((0, 1), "name", 1, entity_id="e1", name="Rebels", country="AFG", sector="REB")
EMBASSY = Party((2, 3), "nominal", 2, country="DEU")
BY = EventDate("publication", "by", end_date=date(2024, 5, 3), granularity="day")


def told(number: int, *, trigger: int = 0, **fields: object) -> Event:
    """An event of the sentence ``number``."""
    event = Event(
        id=f"{number}", type="ASSAULT", trigger=trigger, trigger_span=(number, number + 1), modes=(), contexts=(),
        cameo=("190", True), score=None, goldstein=None, is_root=False, actors=(REBELS,), recipients=(EMBASSY,),
        reciprocal=False, date=BY, place=None, modality=Modality("positive", "asserted", "past"), attribution=(),
        magnitude=None, sentence=Sentence(number, (number, number + 1), number, number == 0, False),
        confidence=Confidence(0.5, 0.5, None, None, None, None),
    )  # fmt: skip
    return replace(event, **fields)  # type: ignore[arg-type]
