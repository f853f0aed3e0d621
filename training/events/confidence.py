"""How many events a threshold of confidence keeps, and how many of them are right.

``python -m training.events.confidence SHARED CHECKPOINT MODEL`` counts the events told of the sentences that the
build has not seen.
"""

import numpy as np

from service.enrich.pipeline import load
from training.events.command_line import build_parser
from training.events.judged import judged
from training.events.labels import read_split

THRESHOLDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
BINS = 10  # of the calibration error


def main() -> None:
    """Read the command line, print a table in Markdown and the calibration error of the type."""
    arguments = build_parser(__doc__).parse_args()
    _, sentences = read_split(arguments.shared, arguments.checkpoint)
    nlp = load(str(arguments.model))
    told = [each for sentence in sentences for each in judged(nlp, sentence)]
    sure = [each.event.confidence for each in told]
    rows = np.array([(s.overall, s.type, each.typed, each.whole) for s, each in zip(sure, told, strict=True)])
    print("| least overall confidence | events | trigger and type right | the whole event right |")
    print("| ---: | ---: | ---: | ---: |")
    for threshold in THRESHOLDS:
        kept = rows[rows[:, 0] >= threshold]
        print(f"| {threshold:.1f} | {len(kept)} | {kept[:, 2].mean():.2f} | {kept[:, 3].mean():.2f} |")
    print(f"calibration error of the type: {calibration_error(rows[:, 1], rows[:, 2]):.3f}")


def calibration_error(told: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over bins of equal width (Guo et al., ICML 2017)."""
    bins = np.minimum((told * BINS).astype(int), BINS - 1)
    gaps = [
        (bins == each).sum() * abs(told[bins == each].mean() - right[bins == each].mean()) for each in np.unique(bins)
    ]
    return float(sum(gaps) / len(told))


if __name__ == "__main__":
    main()
