"""What speaks for a phrase as an actor, and as a recipient: scores of the heads, what the tree says, what it is."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.phrases import Phrase, Phrases
from service.enrich.events.parties.role_chances import RoleChances
from service.enrich.events.reading.calibration import FEATURES
from service.enrich.events.reading.classes import ROLES
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import VERBS

_ACTOR, _RECIPIENT = ROLES.index("actor"), ROLES.index("recipient")
_LARGEST_LOGIT = 6.0


def features(
    tree: Tree, phrases: Phrases, parties: Sequence[Phrase], frame: Frame, trigger: int, roles: RoleChances
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """FEATURES of each phrase as an actor and as a recipient."""
    if not parties:
        return np.empty((0, len(FEATURES))), np.empty((0, len(FEATURES)))
    read = np.array([roles.of(tree, phrase) for phrase in parties])
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
