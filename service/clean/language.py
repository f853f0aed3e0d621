"""The language of a text, by py3langid (Lui and Baldwin 2012, retrained)."""

from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

CHARACTERS = 1000
"""From the start of a text: more changes nothing and costs time."""

FEWEST_LETTERS = 20
"""In fewer letters any language can be found; the producer's hint is better."""


@cache
def load_identifier() -> Any:
    """The model, loaded once in a process."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language(text: str, hint: str | None) -> dict[str, Any]:
    """The language of a text.

    Args:
        text: clean.
        hint: of the producer, BCP 47.

    Returns:
        ``code`` (ISO 639, None when nobody knows) and ``score`` (the model's probability, None when
        the code is the producer's).
    """
    head = text[:CHARACTERS]
    if sum(map(str.isalpha, head)) < FEWEST_LETTERS:
        return {"code": hinted_code(hint), "score": None}
    code, score = load_identifier().classify(head)
    return {"code": str(code), "score": round(float(score), 4)}


def hinted_code(hint: str | None) -> str | None:
    """The language of a BCP 47 tag; None when it is none."""
    code = (hint or "").replace("_", "-").split("-")[0].strip().lower()
    return code if code.isascii() and code.isalpha() and 2 <= len(code) <= 3 else None
