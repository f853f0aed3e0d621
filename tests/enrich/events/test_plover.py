"""The tables of PLOVER and CAMEO agree with one another."""

import json
from pathlib import Path

from service.enrich.events.codes.lexicon import (
    FOLDER,
    codes,
    contexts_of,
    contexts_of_code,
    goldstein_of,
    mode_of,
    modes,
)
from service.enrich.events.codes.plover import EVENT_TYPES, Quad
from service.enrich.events.reading.classes import TYPES
from service.enrich.tables import rows

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


def test_every_matter_has_codes_and_every_closer_code_a_value() -> None:
    """What one table names another knows."""
    columns = {matter: cells for matter, *cells in rows(FOLDER / "matter_codes.tsv", 6)}
    told = {matter for matter, *_ in rows(FOLDER / "matters.tsv", 4)} | {
        row[0] for row in rows(FOLDER / "closer.tsv", 2)
    }
    assert told == set(columns)
    closer = {code for _, _, code, *_ in rows(FOLDER / "details.tsv", 6)}
    closer |= {code for cells in columns.values() for code in cells if code and not code.startswith("02")}
    assert not [code for code in closer if goldstein_of(code, 99.0) == 99.0]


def test_every_detail_is_of_a_type_and_leads_somewhere() -> None:
    """To a code that the base is not yet."""
    details = rows(FOLDER / "details.tsv", 6)
    assert {row[0] for row in details} <= set(TYPES)
    assert [row for row in details if row[1].startswith(row[2])] == []


def test_the_longest_code_tells_mode_and_context() -> None:
    """All that begin alike have one mode, unless a longer code has its own."""
    found = [mode_of(kind, code) for kind, code in (("COERCE", "1721"), ("COERCE", "1723"), ("AID", "070"))]
    assert [mode and mode.name for mode in found] == ["restrict", "curfew", None]
    assert (contexts_of_code("1124"), contexts_of_code("040")) == ({"military", "legal"}, frozenset())


def test_every_mode_of_a_code_is_a_mode_of_its_type() -> None:
    """No row of the table is lost."""
    table = rows(FOLDER / "code_modes.tsv", 3)
    assert [row for row in table if row[2] not in {mode.name for mode in modes()[row[0]]}] == []


def test_a_code_has_the_value_of_the_code_it_makes_closer() -> None:
    """Where GDELT publishes no other."""
    assert goldstein_of("0841", 0.0) == goldstein_of("084", 0.0) == 7.0


def test_contexts_are_told_by_lemmas() -> None:
    """Whole words and stems."""
    assert contexts_of("peacekeeper") == ("peacekeeping",)
    assert "military" in contexts_of("soldier")
    assert contexts_of("table") == ()
