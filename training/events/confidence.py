"""How many events a threshold of confidence keeps, and how many of them are right.

``python -m training.events.confidence SHARED CHECKPOINT MODEL`` counts the events told of the sentences that the
build has not seen.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from service.enrich.events.event import Party
from service.enrich.events.reading.classes import TYPES
from service.enrich.pipeline import load
from training.events.command_line import build_parser
from training.events.labels import read_split
from training.events.sentences import LabelledSentence

THRESHOLDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
BINS = 10  # of the calibration error


def main() -> None:
    """Read the command line, print a table in Markdown and the calibration error of the type."""
    arguments = build_parser(__doc__).parse_args()
    _, sentences = read_split(arguments.shared, arguments.checkpoint)
    nlp = load(str(arguments.model))
    rows = np.array([row for sentence in sentences for row in judged(nlp, sentence)])
    print("| least overall confidence | events | trigger and type right | the whole event right |")
    print("| ---: | ---: | ---: | ---: |")
    for threshold in THRESHOLDS:
        kept = rows[rows[:, 0] >= threshold]
        print(f"| {threshold:.1f} | {len(kept)} | {kept[:, 2].mean():.2f} | {kept[:, 3].mean():.2f} |")
    print(f"calibration error of the type: {calibration_error(rows[:, 1], rows[:, 2]):.3f}")


def judged(nlp: Language, sentence: LabelledSentence) -> Iterator[tuple[float, float, bool, bool]]:
    """Overall and type confidence of each event told, whether its type is right, and whether all of it is."""
    doc = Doc(nlp.vocab, words=sentence.words[sentence.start : sentence.end])
    for _, component in nlp.pipeline:
        doc = component(doc)
    left = list(sentence.events)
    for event in doc._.events:
        gold = next((g for g in left if event.trigger + sentence.start in g.words), None)
        if gold is not None:
            left.remove(gold)
        typed = gold is not None and TYPES[gold.type] == event.type
        whole = (
            typed
            and gold is not None
            and _same(doc, event.actors, gold.roles["actor"], sentence)
            and _same(doc, event.recipients, gold.roles["recipient"], sentence)
        )
        yield event.confidence.overall, event.confidence.type, typed, whole


def calibration_error(told: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over bins of equal width (Guo et al., ICML 2017)."""
    bins = np.minimum((told * BINS).astype(int), BINS - 1)
    gaps = [
        (bins == each).sum() * abs(told[bins == each].mean() - right[bins == each].mean()) for each in np.unique(bins)
    ]
    return float(sum(gaps) / len(told))


def _same(doc: Doc, parties: Sequence[Party], heads: Sequence[int], sentence: LabelledSentence) -> bool:
    """Whether the phrases told cover the labelled head words one to one."""
    told = [party.span for party in parties if party.mention_type != "implicit"]
    places = [doc[head - sentence.start].idx for head in heads]
    return len(told) == len(places) and all(any(start <= place < end for start, end in told) for place in places)


if __name__ == "__main__":
    main()
