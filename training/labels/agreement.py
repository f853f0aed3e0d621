"""How far two labellers agree: ``python -m training.labels.agreement``.

Exact span and label, F of one against the other, over the paragraphs that both labelled.
"""

from collections import Counter
from pathlib import Path

from training.files import json_lines
from training.labels.standoff import LABELS

Span = tuple[str, int, int, int, str]


def main() -> None:
    """Print the agreement over all labels and for each."""
    first, second = doubly_labelled(LABELS)
    labels = sorted({span[-1] for span in first | second})
    print(f"{'label':8} {'first':>6} {'second':>6} {'both':>6} {'F':>6}")
    for label in ("all", *labels):
        mine, theirs = ({span for span in spans if label in ("all", span[-1])} for spans in (first, second))
        print(f"{label:8} {len(mine):6} {len(theirs):6} {len(mine & theirs):6} {agreement(mine, theirs):6.3f}")
    places_first, places_second = ({span[:-1] for span in spans} for spans in (first, second))
    both = places_first & places_second
    print(f"spans alone: F {agreement(places_first, places_second):.3f}")
    by_place = {span[:-1]: span[-1] for span in first}
    other = {span[:-1]: span[-1] for span in second}
    confused = Counter((by_place[place], other[place]) for place in both if by_place[place] != other[place])
    for (mine_label, their_label), count in confused.most_common(8):
        print(f"{mine_label} against {their_label}: {count}")


def doubly_labelled(folder: Path) -> tuple[set[Span], set[Span]]:
    """The names of both labellers in the paragraphs that both labelled, with document and paragraph."""
    records = [
        {_key(record): record for record in json_lines(folder / f"{name}.jsonl")} for name in ("train", "second")
    ]
    shared = records[0].keys() & records[1].keys()
    first, second = (
        {(*key, start, end, label) for key in shared for start, end, label in side[key]["ents"]} for side in records
    )
    return first, second


def agreement(first: set, second: set) -> float:  # type: ignore[type-arg]  # of anything
    """F of one set against the other; 1.0 for two empty ones."""
    together = len(first) + len(second)
    return 2 * len(first & second) / together if together else 1.0


def _key(record: dict) -> tuple[str, int]:  # type: ignore[type-arg]  # as read
    return record["doc"], record["start"]


if __name__ == "__main__":
    main()
