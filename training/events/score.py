"""Scores of one fold: triggers with types, arguments by head words, modality."""

from collections.abc import Callable, Sequence
from typing import Any

from service.enrich.events.classes import ROLES
from training.events.labels import LabelledSentence

TRIGGER_CHANCE, ROLE_CHANCE = 0.5, 0.5

Reading = tuple[Any, Callable[[int], Any], Callable[[int], int], Callable[[int], bool]]


def score_fold(sentences: Sequence[LabelledSentence], read: Callable[[LabelledSentence], Reading]) -> dict[str, float]:
    """Precision, recall and F1 of triggers, types and arguments of paired events; realis accuracy."""
    counts = {name: [0, 0, 0] for name in ("trigger", "trigger_type", *ROLES)}
    realis, pairs = 0, 0
    for sentence in sentences:
        types, roles_of, realis_of, _ = read(sentence)
        none = types[:, 0]
        found = {sentence.start + i: int(row[1:].argmax()) for i, row in enumerate(types) if none[i] < TRIGGER_CHANCE}
        used = set()
        for event in sentence.events:
            hit = next((word for word in sorted(event.words) if word in found and word not in used), None)
            if hit is None:
                counts["trigger"][2] += 1
                counts["trigger_type"][2] += 1
                for role in ROLES:
                    counts[role][2] += len(event.roles[role])
                continue
            used.add(hit)
            counts["trigger"][0] += 1
            right = found[hit] == event.type
            counts["trigger_type"][0] += right
            counts["trigger_type"][1] += not right
            counts["trigger_type"][2] += not right
            pairs += 1
            realis += realis_of(hit - sentence.start) == event.realis
            scores = roles_of(hit - sentence.start)
            for number, role in enumerate(ROLES):
                predicted = {sentence.start + i for i in range(len(scores)) if scores[i, number] > ROLE_CHANCE}
                gold = set(event.roles[role])
                counts[role][0] += len(predicted & gold)
                counts[role][1] += len(predicted - gold)
                counts[role][2] += len(gold - predicted)
        counts["trigger"][1] += len(found.keys() - used)
        counts["trigger_type"][1] += len(found.keys() - used)
    result = {}
    for name, (tp, fp, fn) in counts.items():
        result[f"{name}.precision"] = round(tp / max(1, tp + fp), 3)
        result[f"{name}.recall"] = round(tp / max(1, tp + fn), 3)
        result[f"{name}.f1"] = round(2 * tp / max(1, 2 * tp + fp + fn), 3)
    return result | {"realis": round(realis / max(1, pairs), 3), "sentences": len(sentences)}
