"""Fit what joins and calibrates the heads, on sentences that were left out of their training.

``python -m training.events.calibrate SHARED CHECKPOINT MODEL``: CHECKPOINT has the names of the sentences that
the build has not seen; MODEL is exported from it. Written is ``calibration.json``: thresholds that are best for F1,
the curve of the type's probability, a logistic regression for each side and one for the whole event.
With ``--half`` only every second document is used, so that the others can measure the whole.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np

from service.enrich.events.reading.calibration import FEATURES, FILE, WHOLE, Side, TriggerWeights
from training.events.command_line import build_parser
from training.events.labels import read_split
from training.events.observations import Observations, Observer
from training.events.regression import logistic
from training.events.whole import fit_whole

MIN_TRIGGER = 0.05
"""Words less probable than this are left out of the fit."""

SECOND = (0.5, 0.6, 0.7, 0.8, 0.9)
"""Weights of the second reading that are tried."""

LEXICON = (0.0, 0.5, 1.0, 1.5)
"""Weights of the lexicon that are tried."""

BINS = 12
THRESHOLDS = np.arange(0.1, 0.96, 0.02)


def main() -> None:
    """Read the command line, fit, write, tell what was found."""
    parser = build_parser(__doc__)
    parser.add_argument("--half", action="store_true")
    arguments = parser.parse_args()
    print(json.dumps(calibrate(arguments.shared, arguments.checkpoint, arguments.model, half=arguments.half)))


def calibrate(shared: Path, checkpoint: Path, model: Path, *, half: bool = False) -> dict[str, Any]:
    """Fit on the sentences that a build left out; write ``calibration.json`` into the model.

    Args:
        shared: the folder with ``gold`` and ``corpora``.
        checkpoint: of the build.
        model: exported from it.
        half: whether to read only every second document.

    Returns:
        What was written.

    Raises:
        OSError: a file is missing.
        ValueError: the model finds no event.
    """
    _, sentences = read_split(shared, checkpoint)
    if half:
        documents = set(sorted({sentence.document for sentence in sentences})[::2])
        sentences = [sentence for sentence in sentences if sentence.document in documents]
    observer = Observer(sentences, model)
    if not observer.triggers(TriggerWeights(MIN_TRIGGER, 0.0, SECOND[0])).triggers:
        raise ValueError(f"{model} takes no word for a trigger: its heads have learned too little to be calibrated")
    tried = [TriggerWeights(MIN_TRIGGER, lexicon, second) for lexicon in LEXICON for second in SECOND]
    weights = max(tried, key=lambda each: best_type_f1(observer.triggers(each)))
    fitted = fit(observer.everything(weights), weights) | {"whole": dict.fromkeys(WHOLE, 0.0)}
    (model / FILE).write_text(json.dumps(fitted, indent=1) + "\n")
    return fitted | {"whole": fit_whole(sentences, model)}


def best_type_f1(seen: Observations) -> float:
    """F1 of triggers with types at the threshold that is best for it."""
    chance, is_one, right = (np.array(column) for column in zip(*seen.triggers, strict=True))
    wanted = int(is_one.sum()) + seen.missed
    return max(_f1(chance, right, wanted, threshold) for threshold in THRESHOLDS)


def fit(seen: Observations, weights: TriggerWeights) -> dict[str, Any]:
    """Everything that ``service.enrich.events.reading.calibration`` reads."""
    chance, is_one, right = (np.array(column) for column in zip(*seen.triggers, strict=True))
    wanted = int(is_one.sum()) + seen.missed
    trigger = _best_threshold(chance, right, wanted)
    emitted = chance >= trigger
    found: dict[str, Any] = {
        "trigger": trigger,
        "lexicon": weights.lexicon,
        "second_reading": weights.second,
        "type_curve": curve(chance[emitted], right[emitted]),
        "fitted_on": {"triggers": wanted, "type_f1": round(_f1(chance, right, wanted, trigger), 3)},
    }
    for side, rows in seen.sides.items():
        x, y = np.array([row for row, _ in rows]), np.array([value for _, value in rows])
        side_weights = logistic(x, y)
        chances = Side(side_weights, 0.5).chances(x)
        whole = int(y.sum()) + seen.lost[side]
        threshold = _best_threshold(chances, y, whole)
        found[side] = {
            "threshold": threshold,
            "weights": dict(zip(FEATURES, np.round(side_weights, 3).tolist(), strict=True)),
        }
        found["fitted_on"][f"{side}_f1"] = round(_f1(chances, y, whole, threshold), 3)
    for role, pairs in seen.circumstances.items():
        chances, values = np.array([c for c, _ in pairs]), np.array([v for _, v in pairs])
        found[role] = _best_threshold(chances, values, int(values.sum()))
    return found


def curve(raw: np.ndarray, right: np.ndarray) -> list[list[float]]:
    """Points of an isotonic regression (pool adjacent violators) over bins of equal size; lines join them."""
    order = np.argsort(raw)
    pools: list[list[float]] = []
    for part in np.array_split(order, BINS):
        if not len(part):
            continue
        pools.append([float(raw[part].mean()), float(right[part].mean()), float(len(part))])
        while len(pools) > 1 and pools[-2][1] >= pools[-1][1]:
            x2, y2, n2 = pools.pop()
            x1, y1, n1 = pools.pop()
            pools.append([(x1 * n1 + x2 * n2) / (n1 + n2), (y1 * n1 + y2 * n2) / (n1 + n2), n1 + n2])
    return [[0.0, 0.0], *([round(x, 4), round(y, 4)] for x, y, _ in pools), [1.0, round(pools[-1][1], 4)]]


def _best_threshold(chances: np.ndarray, right: np.ndarray, wanted: int) -> float:
    """The threshold that is best for F1, the highest on a tie; confidence tells the sure events among them."""
    scores = [_f1(chances, right, wanted, threshold) for threshold in THRESHOLDS]
    good = [each for each, score in zip(THRESHOLDS, scores, strict=True) if score == max(scores)]
    return round(float(good[-1]), 2)


def _f1(chances: np.ndarray, right: np.ndarray, wanted: int, threshold: float) -> float:
    kept = chances >= threshold
    return float(2 * (right & kept).sum() / max(1, kept.sum() + wanted))


if __name__ == "__main__":
    main()
