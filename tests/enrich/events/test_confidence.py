"""What an event's overall confidence is made of."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from service.enrich.events.confidence import calibrated, raw_confidence
from service.enrich.events.event import Event, Party
from service.enrich.events.grammar.frame import Frame
from service.enrich.events.parties.arguments import Arguments
from service.enrich.events.reading.calibration import WHOLE
from tests.enrich.events.labelled import FITTED
from tests.enrich.events.mentions import told

ARMY, PERU = Party((0, 4), "nominal", 0, score=0.9), Party((13, 17), "name", 2, score=0.8)
NOBODY = Party((5, 12), "implicit", 1)
WORDS = ("army", "attacked", "peru")


def evidence(
    actors: tuple[Party, ...] = (ARMY,),
    recipients: tuple[Party, ...] = (PERU,),
    left_out: tuple[float, float] = (0.0, 0.0),
    frame: Frame | None = None,
) -> dict[str, float]:
    arguments = Arguments([], [], False, None, None, left_out=left_out)
    frame = frame or Frame(agents=[0], patients=[2])
    raw = raw_confidence(0.9, arguments, frame, actors, recipients, has_date=False, has_place=False)
    return dict(zip(WHOLE, raw.evidence, strict=True))


def overall(event: Event, words: Sequence[str] = WORDS, **weights: float) -> float:
    fitted = {"bias": 3.0} | weights
    calibration = replace(FITTED, whole=np.array([fitted.get(name, 0.0) for name in WHOLE]))
    return calibrated(event, calibration, words).confidence.overall


def test_an_empty_side_is_told_as_such() -> None:
    """Whether nobody acted, or nobody was found, is for the weights to say."""
    found = evidence(actors=(NOBODY,), recipients=())
    assert (found["nobody_acts"], found["nobody_undergoes"]) == (1.0, 1.0)
    assert (evidence()["nobody_acts"], evidence()["nobody_undergoes"]) == (0.0, 0.0)


def test_a_phrase_that_may_be_a_party_and_was_not_told_counts_by_its_chance() -> None:
    """Names that take no part have a chance of .03, which counts for nothing."""
    found = evidence(left_out=(0.03, 0.4))
    assert found["actor_left_out"] == 0.0
    assert found["recipient_left_out"] > evidence(left_out=(0.0, 0.2))["recipient_left_out"] > 0.0


def test_a_party_that_the_tree_does_not_put_on_its_side_counts() -> None:
    """The heads may see what the tree does not, but are wrong more often there."""
    found = evidence(frame=Frame(agents=[2], patients=[2]))
    assert (found["actor_unlike_tree"], found["recipient_unlike_tree"]) == (1.0, 0.0)


def test_a_description_that_tells_nothing_of_somebody_counts() -> None:
    """It may be a thing."""
    known = Party((0, 4), "nominal", 0, sector="MIL")
    assert evidence(actors=(known,))["somebody_unknown"] == 0.0
    assert evidence()["somebody_unknown"] == 1.0


@pytest.mark.parametrize("weight", ["nobody_undergoes", "recipient_left_out"])
def test_weights_make_an_event_less_sure(weight: str) -> None:
    """By a logistic regression."""
    arguments = Arguments([], [], False, None, None, left_out=(0.0, 0.5))
    raw = raw_confidence(0.9, arguments, Frame(), (ARMY,), (), has_date=False, has_place=False)
    event = told(1, actors=(ARMY,), recipients=(), confidence=raw)
    assert overall(event, **{weight: -1.0}) < overall(event)


def test_no_event_is_sure_with_a_party_that_is_hardly_one() -> None:
    """However sure its trigger is."""
    doubtful = replace(PERU, score=0.04)
    raw = raw_confidence(
        0.9, Arguments([], [], False, None, None), Frame(), (ARMY,), (doubtful,), has_date=False, has_place=False
    )
    event = told(1, actors=(ARMY,), recipients=(doubtful,), confidence=raw)
    assert overall(event) == pytest.approx(0.2)


def test_whoever_they_are_may_be_read_wrongly() -> None:
    """That "they" acts is sure; whom it stands for is not."""
    raw = raw_confidence(
        0.9, Arguments([], [], False, None, None), Frame(), (ARMY,), (PERU,), has_date=False, has_place=False
    )
    event = told(1, actors=(ARMY,), recipients=(PERU,), confidence=raw)
    assert overall(event, ["they", "attacked", "peru"]) < overall(event)


def test_an_it_of_which_something_is_known_is_read_rightly() -> None:
    """Mostly it is the body or the state of the clause above."""
    known = replace(ARMY, country="PER")
    raw = raw_confidence(
        0.9, Arguments([], [], False, None, None), Frame(), (known,), (PERU,), has_date=False, has_place=False
    )
    event = told(1, actors=(known,), recipients=(PERU,), confidence=raw)
    assert overall(event, ["it", "attacked", "peru"]) == overall(event)
    unknown = replace(event, actors=(ARMY,))
    assert overall(unknown, ["it", "attacked", "peru"]) < overall(unknown)


def certain(actor: Party, recipients: tuple[Party, ...]) -> Event:
    raw = raw_confidence(
        0.6, Arguments([], [], False, None, None), Frame(), (actor,), recipients, has_date=False, has_place=False
    )
    return told(1, actors=(actor,), recipients=recipients, confidence=raw)


def test_known_parties_that_are_sure_bear_out_an_event() -> None:
    """Also harm of which nobody tells who did it, but no act that nobody undergoes."""
    army, peru = replace(ARMY, score=0.97, sector="MIL"), replace(PERU, score=0.97, country="PER")
    unsure, unknown = replace(peru, score=0.9), replace(army, sector=None)
    plain = overall(certain(unknown, (peru,)), bias=0.0)
    assert overall(certain(army, (peru,)), bias=0.0) > plain
    assert overall(certain(army, (unsure,)), bias=0.0) == plain
    assert overall(certain(army, ()), bias=0.0) == plain
    killed, met = (replace(certain(NOBODY, (peru,)), type=each) for each in ("ASSAULT", "CONSULT"))
    assert overall(killed, bias=0.0) > plain
    assert overall(met, bias=0.0) == plain


def test_who_may_be_somebody_else_bears_out_nothing() -> None:
    """However sure and known he is taken to be."""
    army, peru = replace(ARMY, score=0.97, sector="MIL"), replace(PERU, score=0.97, country="PER")
    event = certain(army, (peru,))
    they = overall(event, ["they", "attacked", "peru"], bias=0.0)
    assert they == pytest.approx(0.75 * overall(certain(replace(army, sector=None), (peru,)), bias=0.0))


def test_an_event_that_parties_bear_out_is_no_surer_than_its_type() -> None:
    """Whoever reads the record finds both."""
    army, peru = replace(ARMY, score=0.97, sector="MIL"), replace(PERU, score=0.97, country="PER")
    calibration = replace(FITTED, whole=np.array([9.0 if name == "bias" else 0.0 for name in WHOLE]))
    sure = calibrated(certain(army, (peru,)), calibration, WORDS).confidence
    assert sure.type >= sure.overall > 0.6
