"""How far two labellers of events agree: ``python -m training.labels.events_agreement``.

Over the sentences that both read: whether there is any event, F1 of events (triggers overlap), of events with types,
and of parties on events that both have.
"""

from collections import Counter
from typing import Any

from training.events.labels import LABELS
from training.files import json_lines


def main() -> None:
    """Print the agreement."""
    first = {record["n"]: record["events"] for record in json_lines(LABELS / "sentences.jsonl")}
    counts: Counter[str] = Counter()
    for record in json_lines(LABELS / "second.jsonl"):
        counts += compared(first[record["n"]], record["events"])
    print(f"{counts['sentences']} sentences, relevance {counts['relevance'] / counts['sentences']:.3f}")
    for name in ("event", "type", "a", "r"):
        both, one, other = (counts[f"{name}.{part}"] for part in ("both", "first", "second"))
        print(f"{name}: F1 {2 * both / (one + other):.3f} ({one} and {other})")


def compared(first: list[dict[str, Any]], second: list[dict[str, Any]]) -> Counter[str]:
    """Counts of one sentence."""
    counts = Counter(sentences=1, relevance=int(bool(first) == bool(second)))
    counts.update({"event.first": len(first), "type.first": len(first)})
    counts.update({"event.second": len(second), "type.second": len(second)})
    left = list(second)
    for event in first:
        match = next((other for other in left if overlap(event["t"], other["t"])), None)
        if match is None:
            continue
        left.remove(match)
        counts["event.both"] += 1
        counts["type.both"] += event["type"] == match["type"]
        for side in ("a", "r"):
            mine, theirs = event.get(side, []), match.get(side, [])
            counts[f"{side}.first"] += len(mine)
            counts[f"{side}.second"] += len(theirs)
            counts[f"{side}.both"] += sum(any(overlap(span, other) for other in theirs) for span in mine)
    return counts


def overlap(first: list[int], second: list[int]) -> bool:
    """Whether two spans share a character."""
    return first[0] < second[1] and second[0] < first[1]


if __name__ == "__main__":
    main()
