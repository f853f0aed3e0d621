"""Events as lines for a person to read."""

from typing import Any

import pytest

from service.demo.event_line import event_line


def line(*actors: dict[str, Any]) -> str:
    """The actors in the line of an event."""
    event = {
        "event_type": "CONSULT", "trigger": {"text": "met"}, "actors": list(actors), "recipients": [],
        "reciprocal": False, "date": None, "location": None, "confidence": {"overall": 0.5},
    }  # fmt: skip
    return event_line(event).removeprefix("CONSULT (met): ").removesuffix(", 0.50 sure")


def party(text: str, kind: str = "nominal", **told: str) -> dict[str, Any]:
    """A party at the beginning of the text."""
    return {"text": text, "start": 0, "end": len(text), "mention_type": kind, "name": None, "country": None, **told}


@pytest.mark.parametrize(
    ("actors", "told"),
    [
        ([party("she", "pronoun", name="Ada Holm", country="NOR")], "she (Ada Holm)"),
        ([party("they", "pronoun")], "they"),
        ([party("Envoys", name="Envoys of Peru")], "Envoys"),
        ([party("met", "implicit")], "nobody named"),
    ],
)
def test_a_pronoun_is_told_with_whom_it_stands_for(actors: list[dict[str, Any]], told: str) -> None:
    """Where that is known; other phrases stand for themselves."""
    assert line(*actors) == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({"name": "Norway"}, {"name": "the rebels"}, "both sides (Norway, the rebels)"),
        ({"name": "Envoys", "country": "NOR"}, {"name": "Envoys", "country": "PER"}, "both sides (NOR, PER)"),
        ({"name": "Norway"}, {}, "both sides"),
    ],
)
def test_parties_of_one_phrase_are_told_once_with_what_tells_them_apart(
    one: dict[str, str], other: dict[str, str], told: str
) -> None:
    """Their names, else their countries."""
    assert line(party("both sides", **one), party("both sides", **other)) == told


def test_a_pronoun_for_several_of_one_name_is_told_with_the_name() -> None:
    """It tells their countries, too."""
    several = [party("They", "pronoun", name="Envoys of Norway and Peru", country=code) for code in ("NOR", "PER")]
    assert line(*several) == "They (Envoys of Norway and Peru)"


def test_phrases_of_the_same_words_at_two_places_are_two() -> None:
    """ "Two men met two men"."""
    assert line(party("two men"), party("two men") | {"start": 20, "end": 27}) == "two men, two men"
