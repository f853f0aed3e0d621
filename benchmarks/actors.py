"""How well the actors component tells who persons are, on the labels of training/labels/actors.

    python -m benchmarks.actors [--labels fifth_test] [--model newswire] [--given] [--errors] [../shared]

A role or an organisation is right when the Jaccard coefficient of its words and those of an
acceptable answer is at least one half. A person the pipeline does not find has neither, and no
country; with ``--given`` the labelled mentions are names already, so that the component alone is
measured. Texts come from the shared folder; what is missing there is skipped with a word.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from spacy.language import Language
from spacy.tokens import Doc, Span

import service.enrich.actors.component
import service.enrich.aliases.component
import service.enrich.places.component  # noqa: F401 - registers the components
from service.enrich.actors.description import Actor
from service.enrich.context import ArticleContext
from service.enrich.pipeline import load
from training.files import json_lines

LABELS = Path(__file__).parent.parent / "training" / "labels" / "actors"

SOURCES = (
    ("worldwide_newswire", Path("corpora/worldwide_newswire/dev.jsonl.gz")),
    ("worldwide_newswire", Path("corpora/worldwide_newswire/train.jsonl.gz")),
    ("trnews", Path("gold/toponyms/trnews.jsonl")),
    ("geovirus", Path("gold/toponyms/geovirus.jsonl")),
    ("gwn", Path("gold/toponyms/gwn.jsonl")),
    ("re3d", Path("corpora/re3d_no_bbc/train.jsonl.gz")),
    ("giveme5w1h", Path("gold/events/measure_only/giveme5w1h.jsonl")),
)
"""Where the documents of each corpus of the labels lie."""

Document = dict[str, Any]
Label = dict[str, Any]
"""As the corpora and ``training/labels/actors`` have them."""

RIGHT = 0.5
"""Jaccard coefficient from which two stretches of text are the same answer."""


@dataclass
class Share:
    """Counts of answers."""

    right: int = 0
    told: int = 0
    wanted: int = 0

    def line(self, name: str) -> str:
        """Precision, recall and F1 in a line."""
        precision, recall = self.right / max(self.told, 1), self.right / max(self.wanted, 1)
        f1 = 2 * self.right / max(self.told + self.wanted, 1)
        return f"{name:14} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.wanted} labelled)"


def documents(shared: Path) -> dict[tuple[str, str], Document]:
    """The labelled documents, by corpus and identifier; corpora that are missing are left out."""
    found = {}
    for corpus, path in SOURCES:
        if not (shared / path).exists():
            print(f"skipped: {corpus}, for there is no {shared / path}")
            continue
        for document in json_lines(shared / path):
            found[corpus, document["id"]] = document
    return found


def read(nlp: Language, document: Document, spans: list[tuple[int, int]]) -> Doc:
    """A document through the pipeline, these spans made names of persons before clusters are found."""
    doc = nlp.make_doc(document["text"])
    url = document.get("url") or document.get("source_url")
    doc._.context = ArticleContext(source_domain=urlsplit(url or "").hostname)
    for name, pipe in nlp.pipeline:
        if name == "newswire_aliases":
            persons = [span for start, end in spans if (span := _span(doc, start, end)) is not None]
            doc.set_ents(persons, default="unmodified")
        doc = pipe(doc)
    return doc


def _span(doc: Doc, start: int, end: int) -> Span | None:
    return doc.char_span(start, end, label="PERSON", alignment_mode="expand")


def actor_at(doc: Doc, start: int, end: int) -> Actor | None:
    """The actor of the cluster that has a name at a place in the text."""
    actors: dict[str, Actor] = {actor.id: actor for actor in doc._.actors}
    for cluster in doc._.clusters:
        if any(each.kind == "named" and each.start < end and start < each.end for each in cluster.mentions):
            return actors[cluster.id]
    return None


def alike(told: str, wanted: str) -> bool:
    """Whether two answers are the same, but for some words."""
    a, b = _words(told), _words(wanted)
    return len(a & b) >= RIGHT * len(a | b)


def _words(text: str) -> set[str]:
    kept = "".join(c if c.isalnum() else " " for c in text.lower().replace("'s", "").replace("’s", ""))
    return set(kept.split()) - {"the", "a", "an"}


def evaluate(nlp: Language, labels: Path, shared: Path, given: bool, errors: bool) -> None:
    """Print the figures for a file of labels."""
    role, body, country = Share(), Share(), Share()
    for document, group in _documents(labels, documents(shared)):
        text = document["text"]
        doc = read(nlp, document, [(label["start"], label["end"]) for label in group] if given else [])
        for label in group:
            actor = actor_at(doc, label["start"], label["end"])
            told = (actor.role, actor.organisation, actor.country) if actor is not None else (None, None, None)
            wanted = [[text[a:b] for a, b in label[field]] for field in ("roles", "organisations")]
            wrong = [
                name
                for name, share, got, want in (
                    ("role", role, told[0], wanted[0]),
                    ("organisation", body, told[1], wanted[1]),
                )
                if not _count(share, got, want)
            ]
            if label["countries"]:
                country.wanted += 1
                country.told += told[2] is not None
                country.right += told[2] in label["countries"]
                wrong += ["country"] * (told[2] not in label["countries"])
            if errors and wrong:
                start, end = label["start"], label["end"]
                around = text[max(0, start - 90) : start] + "[[" + text[start:end] + "]]" + text[end : end + 90]
                print(f"{label['document']} {wrong} {told} wanted {wanted} {label['countries']}\n    {around!r}")
    print(role.line("role"), body.line("organisation"), country.line("country"), sep="\n")


def _count(share: Share, told: str | None, wanted: list[str]) -> bool:
    right = told is not None and any(alike(told, each) for each in wanted)
    share.told += told is not None
    share.wanted += bool(wanted)
    share.right += right
    return right or (told is None and not wanted)


def _documents(labels: Path, found: dict[tuple[str, str], Document]) -> Iterator[tuple[Document, list[Label]]]:
    groups: dict[tuple[str, str], list[Label]] = {}
    for label in json_lines(labels):
        groups.setdefault((label["corpus"], label["document"]), []).append(label)
    for key, group in groups.items():
        if key in found:
            yield found[key], group


def pipeline(model: str) -> Language:
    """A pipeline with what the component reads."""
    nlp = load(model)
    for name in ("newswire_aliases", "newswire_places", "newswire_actors"):
        if name not in nlp.pipe_names:
            nlp.add_pipe(name)
    return nlp


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=Path("../shared"))
    parser.add_argument("--labels", default="development", choices=sorted(path.stem for path in LABELS.glob("*.jsonl")))
    parser.add_argument("--model", default="newswire")
    parser.add_argument("--given", action="store_true", help="the labelled mentions are names already")
    parser.add_argument("--errors", action="store_true", help="print every wrong answer")
    chosen = parser.parse_args()
    evaluate(pipeline(chosen.model), LABELS / f"{chosen.labels}.jsonl", chosen.shared, chosen.given, chosen.errors)


if __name__ == "__main__":
    main()
