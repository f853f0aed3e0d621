"""How a text is cut into words: as spaCy cuts English, but for hyphens behind initials."""

from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex

_HYPHEN_BEHIND_INITIALS = r"(?<=[A-Z]\.[A-Z]\.)[-\u2013](?=[A-Za-z])"
"""spaCy parts "US-led" and leaves "U.S.-led" whole, which hides the country from everything that reads words."""


def cut_behind_initials(nlp: Language) -> None:
    """Let the tokenizer of a pipeline part ``U.S.-led`` into three words, as it parts ``US-led``."""
    infixes = [*(nlp.Defaults.infixes or ()), _HYPHEN_BEHIND_INITIALS]
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
