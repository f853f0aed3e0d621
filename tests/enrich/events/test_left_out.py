"""Who did what is told in the passive."""

from dataclasses import replace

import pytest

from service.enrich.events.event import Event, Party
from service.enrich.events.story.left_out import with_actors
from service.enrich.tree import Tree
from tests.enrich.events.mentions import told
from tests.enrich.trees import document

DOC = document(
    "Pecci/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 shot/VERB/ROOT/0\n"
    "Gunmen/NOUN/nsubj/2 shot/VERB/ROOT/0 Pecci/PROPN/obj/2\n"
    "Rebels/NOUN/nsubj/2 hit/VERB/ROOT/0 him/PRON/obj/2"
)
TREE = Tree.of(DOC)
NOBODY = Party((10, 14), "implicit", 2)
GUNMEN = Party((15, 21), "nominal", 3, entity_id="e2", score=0.8, method="none")
PECCI = Party((0, 5), "name", 0, entity_id="e1", name="Pecci")


def shot(trigger: int, *actors: Party, **fields: object) -> Event:
    event = told(trigger, trigger=trigger, group="g", actors=actors, recipients=(PECCI,), **fields)
    return replace(event, confidence=replace(event.confidence, actors=0.8 if actors != (NOBODY,) else None))


def test_passive_takes_the_actors_of_the_same_act_told_again() -> None:
    """With where they stand, how they were found, and how sure that makes the whole."""
    passive, active = with_actors([shot(2, NOBODY), shot(4, GUNMEN)], TREE)
    assert passive.actors == (replace(GUNMEN, method="coreference"),)
    assert (passive.confidence.actors, passive.confidence.overall) == (0.8, pytest.approx(0.5 * 0.8))
    assert active.actors == (GUNMEN,)


@pytest.mark.parametrize(
    "other",
    [
        shot(7, GUNMEN),
        replace(shot(4, GUNMEN), group="other"),
        replace(shot(4, GUNMEN), recipients=(replace(PECCI, entity_id="e3", name="Other"),)),
        replace(shot(4, GUNMEN), confidence=replace(told(4).confidence, actors=0.3)),
        shot(4, replace(GUNMEN, mention_type="pronoun", entity_id=None)),
    ],
    ids=["another word", "another happening", "another victim", "an actor in doubt", "a pronoun for nobody known"],
)
def test_actors_of_other_acts_are_not_taken(other: Event) -> None:
    """Somebody unsure is worse than nobody."""
    assert with_actors([shot(2, NOBODY), other], TREE)[0].actors == (NOBODY,)


def test_who_is_told_nobody_of_in_the_active_stays_open() -> None:
    """An active verb without an actor has one that was not found: not the one of another mention."""
    assert with_actors([shot(2, GUNMEN), shot(4, NOBODY)], TREE)[1].actors == (NOBODY,)
