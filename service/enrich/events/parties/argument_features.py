"""What speaks for a phrase as an actor, and as a recipient: scores of the heads, what the tree says, what it is."""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.phrases import Phrase, Phrases
from service.enrich.events.reading.calibration import FEATURES
from service.enrich.events.reading.classes import ROLES
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import VERBS

_ACTOR, _RECIPIENT = ROLES.index("actor"), ROLES.index("recipient")
_LARGEST_LOGIT = 6.0


def features(
    tree: Tree, phrases: Phrases, parties: Sequence[Phrase], frame: Frame, trigger: int,
    chances: npt.NDArray[np.float32], first: int,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:  # fmt: skip
    """FEATURES of each phrase as an actor and as a recipient."""
    if not parties:
        return np.empty((0, len(FEATURES))), np.empty((0, len(FEATURES)))
    read = np.array([_at_its_head(tree, phrase, chances, first) for phrase in parties])
    clipped = np.clip(read[:, [_ACTOR, _RECIPIENT]].astype(np.float64), 1e-6, 1 - 1e-6)
    logits = np.clip(np.log(clipped / (1 - clipped)), -_LARGEST_LOGIT, _LARGEST_LOGIT)
    of_verb = tree.parts[trigger] in VERBS
    said = []
    for phrase in parties:
        agent = phrase.head in frame.agents or phrase.key in frame.agents
        patient = phrase.head in frame.patients or phrase.key in frame.patients
        target = phrase.head in frame.targets or phrase.key in frame.targets
        said.append(
            (
                agent and of_verb,
                agent and not of_verb,
                patient and of_verb,
                patient and not of_verb,
                target,
                tree.parts[phrase.head] == "PRON",
                bool(phrases.label(phrase.key)),
            )
        )
        sides = logits[len(said) - 1]
        if of_verb and agent != (patient or target) and (frame.sure or not _differ(*sides)):
            # Whether it takes part is for the heads to say; on which side of a verb, for the tree.
            logits[len(said) - 1] = sorted(sides, reverse=agent)
    told = np.array(said, np.float64)
    bias = np.ones((len(parties), 1))
    return np.hstack([bias, logits, told]), np.hstack([bias, logits[:, ::-1], told])


def sure_of_side(row: npt.NDArray[np.float64]) -> bool:
    """Whether the heads leave no doubt on which side of a trigger a phrase stands, by its FEATURES."""
    return _differ(row[_OWN], row[_OWN + 1])


def _differ(one: float, other: float) -> bool:
    return bool(abs(one - other) >= _SURE_OF_SIDE)


_OWN = FEATURES.index("own")
"""Where the log odds of a side stand; those of the other follow."""

_SURE_OF_SIDE = 3.0
"""Difference of log odds from which the heads tell the side of a verb on which a phrase stands, and not the tree: in
sentences left out of training, the tree was wrong wherever it contradicted heads as sure as that, "the suspect was
ordered detained"."""


def _at_its_head(tree: Tree, phrase: Phrase, chances: npt.NDArray[np.float32], first: int) -> npt.NDArray[np.float32]:
    """Probabilities of a phrase's roles: at its last word, or at its number where that is likelier.

    The heads were taught that the head of "2,000 workers" is the number.
    """
    last = len(chances) - 1  # of the sentence: a name may run on into the next one
    at_key: npt.NDArray[np.float32] = chances[min(phrase.key - first, last)]
    number = next((token for token in range(phrase.start, phrase.key) if _THOUSANDS(tree.texts[token])), None)
    return at_key if number is None or number < first else np.maximum(at_key, chances[number - first])


_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+").fullmatch
"""Whether a word is a number of thousands, with a comma."""
