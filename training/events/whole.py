"""Fit how sure an event is in everything, on the sentences that a build left out.

``python -m training.events.whole SHARED CHECKPOINT MODEL``: a logistic regression over ``calibration.WHOLE``, which
goes into ``calibration.json`` of MODEL. The rest of that file must be there, for the events are those that it tells.
``training.events.calibrate`` does this last.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from service.enrich.events.reading.calibration import FILE, WHOLE
from service.enrich.pipeline import load
from training.events.command_line import build_parser
from training.events.judged import judged
from training.events.labels import read_split
from training.events.regression import logistic
from training.events.sentences import LabelledSentence


def main() -> None:
    """Read the command line, fit, write, tell the weights."""
    arguments = build_parser(__doc__).parse_args()
    _, sentences = read_split(arguments.shared, arguments.checkpoint)
    print(json.dumps(fit_whole(sentences, arguments.model)))


def fit_whole(sentences: Sequence[LabelledSentence], model: Path) -> dict[str, float]:
    """Weights of WHOLE, which are written into the model.

    Args:
        sentences: that the model has not seen. Each is read alone and within its document: the model reads both.
    """
    nlp = load(str(model))
    told = [each for alone in (True, False) for one in sentences for each in judged(nlp, one, alone=alone)]
    told = [each for each in told if (each.event.confidence.actors, each.event.confidence.recipients) != (None, None)]
    evidence = np.array([each.event.confidence.evidence for each in told])
    weights = np.round(logistic(evidence, np.array([each.whole for each in told])), 3)
    path = model / FILE
    fitted = json.loads(path.read_text()) | {"whole": dict(zip(WHOLE, weights.tolist(), strict=True))}
    path.write_text(json.dumps(fitted, indent=1) + "\n")
    whole: dict[str, float] = fitted["whole"]
    return whole


if __name__ == "__main__":
    main()
