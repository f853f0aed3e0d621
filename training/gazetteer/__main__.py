"""Build the gazetteer: ``python -m training.gazetteer [FOLDER]``; see requirements.txt beside this file."""

import json
import math
import sys
from pathlib import Path

import numpy as np

from service.enrich.places.gazetteer.gazetteer import FOLDER, KIND_SHIFT, NATIONS, PLACE
from service.enrich.places.gazetteer.keys import key_hash
from training.gazetteer.build import Tables, build
from training.gazetteer.nations import nations


def write(made: Tables, folder: Path) -> None:
    """Write the files that the gazetteer of ``service.enrich.places`` reads; the same input gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    features = sorted({row.feature for row in made.rows})
    places = np.zeros(len(made.rows), dtype=PLACE)
    names = bytearray()
    for number, row in enumerate(made.rows):
        places[number] = (
            row.geonames_id,
            *row.point,
            len(names),
            row.admin1,
            row.admin2,
            math.log10(row.population + 1),
            features.index(row.feature),
            row.country,
        )
        names += row.name.encode()
    entries = sorted(
        (key_hash(key), -made.rows[row].population, row, kind)
        for key, targets in made.names.items()
        for row, kind in targets.items()
    )
    np.save(folder / "places.npy", places)
    np.save(folder / "names.npy", np.frombuffer(bytes(names), dtype=np.uint8))
    np.save(folder / "keys.npy", np.array([entry[0] for entry in entries], dtype=np.uint64))
    np.save(folder / "targets.npy", np.array([entry[3] << KIND_SHIFT | entry[2] for entry in entries], dtype=np.uint32))
    rest = {"features": features, "countries": made.countries}
    lines = "".join("\t".join(nation) + "\n" for nation in nations(made))
    (folder / NATIONS).write_text(f"# key\tcountry\tkind of name\n{lines}", encoding="utf-8")
    (folder / "gazetteer.json").write_text(json.dumps(rest, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def main() -> None:
    """Build, write, and tell how large it became."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    write(made := build(), folder)
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"{len(made.rows) - 1} places, {len(made.names)} names, {size / 1e6:.1f} MB in {folder}")


if __name__ == "__main__":
    main()
