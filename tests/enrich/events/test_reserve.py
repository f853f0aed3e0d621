"""What violence was done to, where the scores leave it open."""

import pytest

from service.enrich.events.event import Party
from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.events.parties.reserve import MIN_OF_KNOWN, of_somebody_known, reserve

FRAME = Frame(agents=[0], patients=[2], targets=[4])


def scored(head: int, chance: float) -> tuple[Phrase, float, float]:
    return Phrase(head, head, head, head + 1), 0.0, chance


def test_the_likeliest_of_what_undergoes_an_act_by_the_tree_is_kept() -> None:
    """Whatever else is likelier."""
    found = reserve([scored(0, 0.9), scored(2, 0.4), scored(4, 0.45), scored(6, 0.9)], FRAME, [])
    assert found is not None
    assert found[0].head == 4


def test_nothing_unlikely_is_kept_and_nobody_who_acts() -> None:
    """A recipient wants some probability."""
    assert reserve([scored(2, MIN_OF_KNOWN - 0.01)], FRAME, []) is None
    assert reserve([scored(2, 0.4)], FRAME, [(scored(2, 0.4)[0], 0.9)]) is None


@pytest.mark.parametrize(
    ("event_type", "country", "sector", "told"),
    [
        ("ASSAULT", "PER", None, True),
        ("ASSAULT", None, "REB", True),
        ("ASSAULT", None, None, False),
        ("AGREE", "PER", None, False),
    ],
)
def test_it_undergoes_violence_where_it_is_of_somebody_known(
    event_type: str, country: str | None, sector: str | None, told: bool
) -> None:
    """Positions of rebels do, "a building" does not."""
    party = Party((0, 1), "nominal", 0, country=country, sector=sector)
    found = of_somebody_known(event_type, (scored(2, 0.4)[0], 0.4), lambda _: [party])
    assert (found == (party,)) == told
