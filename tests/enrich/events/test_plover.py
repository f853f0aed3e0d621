"""The tables of PLOVER and CAMEO agree with one another."""

import json
from pathlib import Path

from service.enrich.events.classes import TYPES
from service.enrich.events.lexicon import codes, contexts_of, goldstein_of, modes
from service.enrich.events.plover import EVENT_TYPES, Quad

SCHEMA = json.loads((Path(__file__).parents[3] / "schemas" / "event.v1.json").read_text(encoding="utf-8"))


def test_the_schema_names_the_same_types() -> None:
    """One list of types everywhere."""
    assert set(SCHEMA["$defs"]["event"]["properties"]["event_type"]["enum"]) == set(TYPES) == set(EVENT_TYPES)


def test_cooperation_scores_above_conflict() -> None:
    """The scale runs from conflict to cooperation."""
    lowest = min(each.score for each in EVENT_TYPES.values() if each.quad <= Quad.MATERIAL_COOPERATION)
    highest = max(each.score for each in EVENT_TYPES.values() if each.quad >= Quad.VERBAL_CONFLICT)
    assert lowest > highest


def test_every_mode_and_code_belongs_to_a_type_and_has_a_value() -> None:
    """No code without a place on the Goldstein scale."""
    missing = float("nan")
    assert set(modes()) <= set(TYPES)
    assert {kind for kind, _ in codes()} <= set(TYPES)
    used = {mode.code for each in modes().values() for mode in each} | set(codes().values())
    assert {code for code in used if goldstein_of(code, missing) != goldstein_of(code, missing)} <= {"020"}


def test_contexts_are_told_by_lemmas() -> None:
    """Whole words and stems."""
    assert contexts_of("peacekeeper") == ("peacekeeping",)
    assert "military" in contexts_of("soldier")
    assert contexts_of("table") == ()
