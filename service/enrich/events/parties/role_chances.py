"""What the heads say of the words of a sentence in one event: how likely each heads a phrase in each role."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from service.enrich.events.grammar.phrases import Phrase, Scored
from service.enrich.tree import Tree


@dataclass(frozen=True, slots=True)
class RoleChances:
    """Probabilities of roles in a trigger's sentence.

    Attributes:
        chances: (words of the sentence, ``classes.ROLES``).
        first: the sentence's first token.
    """

    chances: npt.NDArray[np.float32]
    first: int

    def of(self, tree: Tree, phrase: Phrase) -> npt.NDArray[np.float32]:
        """Those of a phrase: at its last word, or at its number where that is likelier.

        The heads were taught that the head of "2,000 workers" is the number.
        """
        last = len(self.chances) - 1  # of the sentence: a name may run on into the next one
        at_key: npt.NDArray[np.float32] = self.chances[min(phrase.key - self.first, last)]
        number = next((token for token in range(phrase.start, phrase.key) if _THOUSANDS(tree.texts[token])), None)
        return (
            at_key if number is None or number < self.first else np.maximum(at_key, self.chances[number - self.first])
        )

    def likeliest(self, role: int, least: float, candidates: Sequence[Phrase], trigger: int) -> Scored | None:
        """The likeliest phrase in a role, of at least some probability and not the trigger.

        Args:
            role: index in ``classes.ROLES``.
            candidates: phrases of the sentence; a word that heads none of them is a phrase of its own.
        """
        scores = self.chances[:, role]
        best = int(scores.argmax())
        token = self.first + best
        if scores[best] < least or token == trigger:
            return None
        around = [each for each in candidates if each.start <= token < each.end]
        phrase = next((each for each in around if each.key == token), None)
        return phrase or next(iter(around), Phrase(token, token, token, token + 1)), float(scores[best])


_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+").fullmatch
"""Whether a word is a number of thousands, with a comma."""
