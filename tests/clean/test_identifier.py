"""Languages are told as py3langid tells them."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from service.clean.identifier import load_identifier

_WORDS = ("the", "harbour", "closed", "nach", "dem", "Sturm", "après", "la", "tempête", "Порт", "был", "台風", "ЛУКА")


@cache
def _theirs() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@given(st.text(max_size=60) | st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))
def test_a_language_is_told_as_by_a_walk_letter_by_letter(text: str) -> None:
    """The walk over all places at once ends in the same states; sums may round otherwise."""
    (code, probability), (known, likely) = load_identifier().classify(text), _theirs().classify(text)
    assert probability == pytest.approx(likely, abs=1e-5)
    assert code == known or dict(_theirs().rank(text))[code] == pytest.approx(likely, abs=1e-5)
