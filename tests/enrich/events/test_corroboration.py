"""How sure an event is that the story tells again."""

from dataclasses import replace

import pytest

from service.enrich.events.event import Event, Party
from service.enrich.events.story.corroboration import corroborated
from service.enrich.tree import Tree
from tests.enrich.events.mentions import told
from tests.enrich.trees import document

TREE = Tree.of(
    document(
        "Gunmen/NOUN/nsubj/2 shot/VERB/ROOT/0 Pecci/PROPN/obj/2\nRebels/NOUN/nsubj/2 hit/VERB/ROOT/0 him/PRON/obj/2"
    )
)
GUNMEN, REBELS = Party((0, 6), "nominal", 0), Party((18, 24), "nominal", 3)
PECCI, HIM = (Party(span, "name", head, entity_id="e1") for span, head in (((12, 17), 2), ((29, 32), 5)))
NOBODY = Party((7, 11), "implicit", 1)


def shot(trigger: int, sure: float, *actors: Party, **fields: object) -> Event:
    event = told(trigger, trigger=trigger, **{"group": "g", "actors": actors, "recipients": (PECCI,), **fields})
    return replace(event, confidence=replace(event.confidence, overall=sure, type=sure, location=sure))


def test_a_happening_is_as_sure_as_its_surest_mention() -> None:
    """Its place is what a mention itself tells of it."""
    doubtful, sure = corroborated([shot(1, 0.3, GUNMEN), shot(4, 0.9, GUNMEN, recipients=(HIM,))], TREE)
    assert (doubtful.confidence.overall, doubtful.confidence.type, doubtful.confidence.location) == (0.9, 0.9, 0.3)
    assert sure.confidence.overall == 0.9


@pytest.mark.parametrize(
    "other",
    [shot(4, 0.9, REBELS), shot(4, 0.9, GUNMEN, group="other"), shot(4, 0.9, GUNMEN, type="COERCE")],
    ids=["others", "another happening", "another type"],
)
def test_what_tells_something_else_makes_nothing_surer(other: Event) -> None:
    """Whoever of the two is right, the other may be wrong."""
    assert corroborated([shot(1, 0.3, GUNMEN), other], TREE)[0].confidence.overall == 0.3


def test_an_act_of_nobody_to_nobody_stays_in_doubt() -> None:
    """The same word told twice leaves out the same parties."""
    events = [shot(trigger, sure, NOBODY, recipients=()) for trigger, sure in ((1, 0.3), (4, 0.9))]
    assert corroborated(events, TREE)[0].confidence.overall == 0.3
