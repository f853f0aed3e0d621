"""Which mentions of events are told to be one happening, within an article: ``make eval-coreference``.

    python -m benchmarks.coreference [--model newswire] [--least 0.6] [--errors] [../shared]

Scored on ECB+ and on the articles of training/labels/coreference. Only mentions that are found count: a labelled one
belongs to the event whose trigger stands in it. Beside what is told stand two measures of how hard the task is: no two
mentions joined, and all with the same lemma for a trigger joined.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from spacy.language import Language

from benchmarks.coreference.gold import LABELS, Document, ecb_plus, labelled
from benchmarks.coreference.measures import Coreference
from service.enrich.events.event import Event
from service.enrich.pipeline import load
from service.enrich.tree import Tree

ECB_PLUS = Path("gold/events/open/ecbplus.jsonl")

Found = tuple[str, Event]
"""The happening of a mention by the gold, and its event."""

WAYS: dict[str, Callable[[Event, Tree], str]] = {
    "told": lambda event, _tree: str(event.group),
    "none joined": lambda event, _tree: event.id,
    "same lemma": lambda event, tree: tree.lemmas[event.trigger],
}


def main() -> None:
    """Read the command line, find events, print figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=Path("../shared"))
    parser.add_argument("--model", default="newswire")
    parser.add_argument("--least", type=float, default=0.0, help="overall confidence of the events that count")
    parser.add_argument("--errors", action="store_true", help="print pairs that are wrong, of our own labels alone")
    chosen = parser.parse_args()
    nlp = load(chosen.model)
    for path in sorted(LABELS.glob("*.jsonl")):
        evaluate(nlp, path.stem, labelled(path, chosen.shared), chosen.least, errors=chosen.errors)
    evaluate(nlp, "ECB+", ecb_plus(chosen.shared / ECB_PLUS), chosen.least)


def evaluate(nlp: Language, name: str, texts: Iterable[Document], least: float, *, errors: bool = False) -> None:
    """Print the figures of a set."""
    scores = {way: Coreference() for way in WAYS}
    for document in texts:
        doc = nlp(document.text)
        tree = Tree.of(doc)
        found = matched(document, [event for event in doc._.events if event.confidence.overall >= least])
        for way, group in WAYS.items():
            scores[way].add([(happening, group(event, tree)) for happening, event in found])
        if errors:
            _print_errors(document, found)
    print(name)
    for way, score in scores.items():
        print("  " + score.line(way))


def matched(document: Document, events: Sequence[Event]) -> list[Found]:
    """Labelled mentions with their events: the narrowest mention around each trigger, no mention twice."""
    left = dict(document.mentions)
    found = []
    for event in events:
        start, end = event.trigger_span
        around = [span for span in left if span[0] < end and start < span[1]]
        if around:
            found.append((left.pop(min(around, key=lambda span: span[1] - span[0])), event))
    return found


def _print_errors(document: Document, found: Sequence[Found]) -> None:
    for number, (happening, event) in enumerate(found):
        for other, before in found[:number]:
            if (happening == other) != (event.group == before.group):
                print("apart" if happening == other else "JOINED", document.id)
                for each in (before, event):
                    print(f"    {each.type} {_around(document.text, each)!r}")


def _around(text: str, event: Event, reach: int = 90) -> str:
    (first, last), (start, end) = event.sentence.span, event.trigger_span
    before, after = text[max(first, start - reach) : start], text[end : min(last, end + reach)]
    return f"{before}[[{text[start:end]}]]{after}"


if __name__ == "__main__":
    main()
