"""What a build finds in the sentences it has not seen: ``python -m training.events.measure SHARED CHECKPOINT MODEL``.

The sentences left out go through ``newswire enrich`` with MODEL and are scored by the tool in SHARED. With
``--half``, only those that ``training.events.calibrate --half`` has not read, either.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from training.events.folds import LEFT_OUT
from training.files import json_lines, write_json_lines

OWN = "gold/events/own"


def main() -> None:
    """Read the command line, choose the sentences, run the scoring tool."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--half", action="store_true")
    arguments = parser.parse_args()
    names = set((arguments.checkpoint / LEFT_OUT).read_text().split())
    records = [record for record in json_lines(arguments.shared / OWN / "train.jsonl") if record["n"] in names]
    if arguments.half:
        documents = set(sorted({record["doc"] for record in records})[1::2])
        records = [record for record in records if record["doc"] in documents]
    with tempfile.TemporaryDirectory() as folder:
        write_json_lines(Path(folder) / OWN / "train.jsonl", records)
        command = f"{json.dumps(sys.executable)} -m service enrich -"
        environment = os.environ | {
            "NEWSWIRE_MODEL": str(arguments.model.resolve()),
            "PYTHONPATH": os.pathsep.join((str(Path.cwd()), os.environ.get("PYTHONPATH", ""))),
        }
        scoring = ["-m", "eval", "all", f"{folder}/gold", "--command", command, "--task", "own_events"]
        subprocess.run([sys.executable, *scoring], cwd=arguments.shared, env=environment, check=True)


if __name__ == "__main__":
    main()
