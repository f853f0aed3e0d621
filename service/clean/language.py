"""The language of a text, by py3langid (Lui and Baldwin 2012, retrained)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from service.clean.identifier import load_identifier

CHARACTERS = 400
"""Of the sentences at the start of a text: more changes nothing and costs time."""

MIN_LETTERS = 20
"""In fewer letters any language can be found; the producer's hint is better."""

SURE_PIDGIN = 0.9
"""Nigerian Pidgin is surer than this. Short English news of Africa is taken for it by its names, and is less sure."""

SENTENCE_WORDS = 8
"""Words of a line that is no menu entry; the language of a page is that of its sentences."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language.

    Attributes:
        code: ISO 639; None when nobody knows.
        score: the model's probability; None when the code is the producer's or the page's.
        differs: whether the producer or the page gave another one.
    """

    code: str | None
    score: float | None
    differs: bool = False


def language_of_lines(texts: Sequence[str], hint: str | None) -> Language:
    """The language of a text.

    Args:
        texts: its lines, repaired; leftovers may stand among them.
        hint: of the producer or the page, BCP 47.
    """
    hinted = hinted_code(hint)
    sample = _sample(text for text in texts if text.count(" ") >= SENTENCE_WORDS - 1) or _sample(texts)
    if len(list(islice(filter(str.isalpha, sample), MIN_LETTERS))) < MIN_LETTERS:
        return Language(hinted, None)
    code, score = load_identifier().classify(sample)
    if code == "pcm" and score < SURE_PIDGIN:
        code = "en"
    return Language(str(code), round(float(score), 4), differs=hinted not in (None, code))


def _sample(texts: Iterable[str]) -> str:
    found: list[str] = []
    left = CHARACTERS
    for text in texts:
        found.append(text[:left])
        left -= len(found[-1]) + 1
        if left <= 0:
            break
    return "\n".join(found)


def hinted_code(hint: str | None) -> str | None:
    """The language of a BCP 47 tag; None when it is none."""
    code = (hint or "").replace("_", "-").split("-")[0].strip().lower()
    return code if code.isascii() and code.isalpha() and 2 <= len(code) <= 3 else None
