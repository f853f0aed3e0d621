"""A pipeline scored on files of gold names and trees."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from benchmarks.accuracy.names import UNIVERSAL, read_spans, read_universal, score_names
from benchmarks.accuracy.scores import Score
from benchmarks.accuracy.trees import score_grammar, score_sentences
from service.enrich.encoder.labels import NAME_LABELS
from training.treebanks import read_trees

Row = dict[str, float]
Table = dict[str, Row]


@dataclass(frozen=True)
class GoldFiles:
    """What to score on.

    Attributes:
        names: JSONL with texts and spans of our nine labels, as English Worldwide Newswire has it.
        universal: IOB2 of Universal NER.
        trees: CoNLL-U.
    """

    names: tuple[Path, ...]
    universal: tuple[Path, ...]
    trees: tuple[Path, ...]


def development_files(corpora: Path) -> GoldFiles:
    """The development splits."""
    return GoldFiles(
        names=(corpora / "worldwide_newswire/dev.jsonl.gz",),
        universal=(corpora / "uner_ewt/dev.iob2.gz",),
        trees=(corpora / "ud_ewt/dev.conllu.gz", corpora / "gum_open/dev.conllu.gz"),
    )


def evaluate(nlp: Language, gold: GoldFiles) -> Iterator[tuple[str, Table]]:
    """Score a pipeline, file by file; a file that is not there is skipped, and said to be.

    Yields:
        A title and a table: row -> figure -> value, in per cent but for ``gold``, a count.
    """
    for path in _there(gold.names):
        for voted in (True, False) if nlp.has_pipe("encoder") else (False,):
            _set_vote(nlp, voted)
            total, labels, regions = score_names(nlp, read_spans(path))
            ordered = {label: labels[label] for label in NAME_LABELS if label in labels}
            vote = "with" if voted else "without"
            title = f"{_title(path)}: names, {vote} document vote"
            yield title, _rows({"all": total, **ordered, **dict(sorted(regions.items()))})
        _set_vote(nlp, True)
    for path in _there(gold.universal):
        total, labels, _ = score_names(nlp, read_universal(path), UNIVERSAL)
        yield f"{_title(path)}: names", _rows({"all": total, **dict(sorted(labels.items()))})
    for path in _there(gold.trees):
        documents = read_trees(path)
        yield f"{_title(path)}: gold words and sentences", {"all": score_grammar(nlp, documents)}
        yield f"{_title(path)}: sentences from raw text", _rows({"all": score_sentences(nlp, documents)})


def _set_vote(nlp: Language, voted: bool) -> None:
    if nlp.has_pipe("encoder"):
        nlp.get_pipe("encoder").document_vote = voted  # type: ignore[attr-defined]  # our own component


def _there(paths: Iterable[Path]) -> list[Path]:
    for path in paths:
        if not path.exists():
            print(f"skipped: {path} is not there", file=sys.stderr)
    return [path for path in paths if path.exists()]


def _title(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _rows(scores: dict[str, Score]) -> Table:
    return {
        name: {"precision": score.precision, "recall": score.recall, "F": score.f, "gold": score.gold}
        for name, score in scores.items()
    }
