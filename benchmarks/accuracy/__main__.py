"""``make eval-model``: names, tags, lemmas, trees and sentences of the model as shipped, on one core.

Without paths the development splits in ``../shared/corpora`` are scored; other files of the same
formats can be named instead. A file that is not there is skipped, and said to be.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.accuracy.names import UNIVERSAL, read_spans, read_universal, score_names
from benchmarks.accuracy.scores import Score
from benchmarks.accuracy.trees import score_grammar, score_sentences
from service.enrich.encoder.labels import NAME_LABELS
from service.enrich.pipeline import load
from training.treebanks import read_trees

CORPORA = Path("../shared/corpora")
"""Beside the checkout."""


def main() -> None:
    """Read the command line, score, print tables; figures as JSON when asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", help="a folder; the one in service/data by default")
    parser.add_argument("--names", type=Path, nargs="*", default=[CORPORA / "worldwide_newswire/dev.jsonl.gz"])
    parser.add_argument("--universal", type=Path, nargs="*", default=[CORPORA / "uner_ewt/dev.iob2.gz"])
    parser.add_argument(
        "--trees", type=Path, nargs="*", default=[CORPORA / "ud_ewt/dev.conllu.gz", CORPORA / "gum_open/dev.conllu.gz"]
    )
    parser.add_argument("--json", type=Path, help="write the figures here, too")
    arguments = parser.parse_args()
    nlp = load(arguments.model) if arguments.model else load()
    figures: dict[str, Any] = {}
    for path in _there(arguments.names):
        for vote in (True, False):
            nlp.get_pipe("encoder").document_vote = vote
            total, labels, regions = score_names(nlp, read_spans(path))
            name = f"{path} names, {'with' if vote else 'without'} document vote"
            ordered = {label: labels[label] for label in NAME_LABELS if label in labels}
            figures[name] = _names_table(name, {"all": total, **ordered, **dict(sorted(regions.items()))})
        nlp.get_pipe("encoder").document_vote = True
    for path in _there(arguments.universal):
        total, labels, _ = score_names(nlp, read_universal(path), UNIVERSAL)
        figures[f"{path} names"] = _names_table(f"{path} names", {"all": total, **labels})
    for path in _there(arguments.trees):
        documents = read_trees(path)
        row = score_grammar(nlp, documents) | {"sentences from raw text, F": score_sentences(nlp, documents).f}
        print(f"\n{path}, gold words and sentences")
        print("  ".join(f"{key} {value:.1f}" for key, value in row.items()), flush=True)
        figures[str(path)] = row
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n")


def _there(paths: list[Path]) -> list[Path]:
    for path in paths:
        if not path.exists():
            print(f"skipped: {path} is not there", file=sys.stderr)
    return [path for path in paths if path.exists()]


def _names_table(title: str, scores: dict[str, Score]) -> dict[str, Any]:
    print(f"\n{title}\n{'':12}{'P':>7}{'R':>7}{'F':>7}{'names':>8}")
    for name, score in scores.items():
        print(f"{name:12}{score.precision:7.1f}{score.recall:7.1f}{score.f:7.1f}{score.gold:8}", flush=True)
    return {name: {"p": s.precision, "r": s.recall, "f": s.f, "gold": s.gold} for name, s in scores.items()}


if __name__ == "__main__":
    main()
