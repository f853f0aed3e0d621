"""``make eval-model``: names, tags, lemmas, trees and sentences of the model as shipped, on one core.

Without paths the development splits are scored; other files of the same formats can be named instead.
"""

import argparse
import json
from pathlib import Path

from benchmarks.accuracy.evaluation import GoldFiles, Table, development_files, evaluate
from service.enrich.pipeline import DEFAULT, load


def main() -> None:
    """Read the command line, score, print tables; figures as JSON when asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default=DEFAULT, help="the one that ships by default; else a path or a package")
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="for the development splits")
    parser.add_argument("--names", type=Path, nargs="*", help="JSONL with text and ents")
    parser.add_argument("--universal", type=Path, nargs="*", help="IOB2 of Universal NER")
    parser.add_argument("--trees", type=Path, nargs="*", help="CoNLL-U")
    parser.add_argument("--json", type=Path, help="write the figures here, too")
    arguments = parser.parse_args()
    named = (arguments.names, arguments.universal, arguments.trees)
    gold = development_files(arguments.corpora)
    if any(paths is not None for paths in named):
        gold = GoldFiles(*(tuple(paths or ()) for paths in named))
    figures: dict[str, Table] = {}
    for title, table in evaluate(load(arguments.model, with_facts=False), gold):
        figures[title] = table
        print_table(title, table)
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n")


def print_table(title: str, table: Table) -> None:
    """Rows under the names of their figures, one digit after the point."""
    columns = list(next(iter(table.values())))
    print(f"\n{title}\n{'':12}" + "".join(f"{column:>11}" for column in columns))
    for name, row in table.items():
        print(f"{name:12}" + "".join(f"{value:>11.1f}" for value in row.values()), flush=True)


if __name__ == "__main__":
    main()
