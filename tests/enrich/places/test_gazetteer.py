"""The tables: what is written is found, and the shipped ones hold what news names."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.enrich.places.gazetteer.gazetteer import FOLDER, Gazetteer, NameKind
from service.enrich.places.gazetteer.keys import name_key
from training.gazetteer.__main__ import write
from training.gazetteer.build import Row, Tables

NAMES = st.text(st.characters(categories=("L", "N", "Zs")), min_size=1, max_size=12).filter(name_key)


@given(places=st.lists(st.tuples(NAMES, st.integers(0, 10**7)), max_size=30), most=st.integers(1, 5))
@settings(max_examples=40, deadline=None)
def test_every_name_is_found_the_largest_place_first(
    tmp_path_factory: pytest.TempPathFactory, places: list[tuple[str, int]], most: int
) -> None:
    """All places of a name come back under it, by population, and no more than were asked for."""
    made = Tables()
    for name, people in places:
        made.call(made.add(Row(name, 1, (1.0, 2.0), people, "P.PPL")), name, NameKind.NAME)
    folder = tmp_path_factory.mktemp("gazetteer")
    write(made, folder)
    gazetteer = Gazetteer(folder)
    keys = sorted({name_key(name) for name, _ in places})
    found = gazetteer.find(keys, most)
    for i, key in enumerate(keys):
        rows = found.rows[found.starts[i] : found.starts[i + 1]].tolist()
        expected = sorted((people for name, people in places if name_key(name) == key), reverse=True)
        assert [made.rows[row].population for row in rows] == expected[:most]
        assert all(gazetteer.name(row) == made.rows[row].name for row in rows)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    """The service does not start without its gazetteer."""
    with pytest.raises(OSError, match="places"):
        Gazetteer(tmp_path)


def test_a_table_of_another_version_is_refused(tmp_path: Path) -> None:
    """Old files beside new code are not misread."""
    write(Tables(), tmp_path)
    np.save(tmp_path / "places.npy", np.zeros(3, dtype=np.int32))
    with pytest.raises(ValueError, match="another version"):
        Gazetteer(tmp_path)


def test_an_unknown_name_has_no_places(gazetteer: Gazetteer) -> None:
    """Nothing stands under a name that no place has."""
    assert gazetteer.find(["no place of this name"], 5).starts.tolist() == [0, 0]
    assert gazetteer.find([], 5).starts.tolist() == [0]


@pytest.mark.parametrize(
    ("name", "geonames_id", "feature"),
    [
        ("Lima", 3936456, "PPLC"),
        ("Bombay", 1275339, "PPL"),
        ("Saigon", 1566083, "PPL"),
        ("Bavaria", 2951839, "ADM1"),
        ("Travis County", 4737316, "ADM2"),
        ("Great Britain", 2635167, "PCLI"),
        ("Iranians", 130758, "PCLI"),
        ("Antarctica", 6255152, "CONT"),
        ("Kosovo", 831053, "PCLI"),
    ],
)
def test_the_shipped_gazetteer_knows(gazetteer: Gazetteer, name: str, geonames_id: int, feature: str) -> None:
    """Cities, historic names, divisions, countries, peoples, continents."""
    rows = gazetteer.find([name_key(name)], 20).rows.tolist()
    assert (geonames_id, feature) in {
        (int(gazetteer.places[row]["geonames_id"]), gazetteer.feature(row)[1]) for row in rows
    }


def test_the_shipped_gazetteer_is_small() -> None:
    """The files are committed, and all their pages together fit well into what a worker may map."""
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 15e6
