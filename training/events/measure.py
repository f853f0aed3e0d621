"""What a build finds in the sentences it has not seen: ``python -m training.events.measure SHARED CHECKPOINT MODEL``.

The sentences left out go through ``newswire enrich`` with MODEL and are scored by the tool in SHARED, which counts the
parties of missed and of false events as wrong; parties of matched events alone are told behind it. With ``--half``,
only those sentences that ``training.events.calibrate --half`` has not read, either.
"""

import importlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from training.events.command_line import build_parser
from training.events.folds import LEFT_OUT
from training.files import json_lines, write_json_lines

OWN = "gold/events/own"
TASK = "own_events"


def main() -> None:
    """Read the command line, choose the sentences, run the scoring tool."""
    parser = build_parser(__doc__)
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
        scoring = ["-m", "eval", "all", f"{folder}/gold", "--command", command, "--task", TASK, "--keep", folder]
        subprocess.run([sys.executable, *scoring], cwd=arguments.shared, env=environment, check=True)
        _print_matched(arguments.shared, Path(folder) / OWN / "train.jsonl", Path(folder) / f"{TASK}.enriched.jsonl")


def _print_matched(shared: Path, gold: Path, records: Path) -> None:
    """Print precision, recall and F1 of phrases, by their head words, of events whose triggers match."""
    sys.path.insert(0, str(shared))
    task, tool = importlib.import_module(f"eval.tasks.{TASK}"), importlib.import_module("eval.predictions")
    counts = {role: importlib.import_module("eval.measures").Counts() for role in task.ROLES}
    predictions = tool.Predictions.from_file(records)
    for document in task.TASK.load([gold]):
        text, events = document["text"], document["gold"]
        found = predictions.article(document["id"], text).events
        for own, other in task.match_events(text, events, found):
            for role, spans in task.arguments(found[other]).items():
                task.count_arguments(text, getattr(events[own], role), spans, counts[role], exact=False)
    print("of matched events: precision, recall, F1")
    for role, count in counts.items():
        print(f"  {role:10} {count.precision:.3f} {count.recall:.3f} {count.f1:.3f}")


if __name__ == "__main__":
    main()
