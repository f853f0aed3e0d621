"""How a text is cut into words: as spaCy cuts English, but for what hides places."""

import re
from typing import Any

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.util import compile_infix_regex

from service.enrich.words import word_set

_HYPHEN_BEHIND_INITIALS = r"(?<=[A-Z]\.[A-Z]\.)[-\u2013](?=[A-Za-z])"
"""spaCy parts "US-led" and leaves "U.S.-led" whole, which hides the country from everything that reads words."""

_DIVISIONS = word_set("Ont. Que. Alta. Sask. Nfld. Qld. Tas. Tex. Wyo. Vt. W.Va.")
"""Of divisions of Canada, Australia and the United States, as news style has them, beside those that spaCy knows."""

_TITLES = word_set(
    "Lt. Capt. Sgt. Col. Maj. Cpl. Brig. Cmdr. Cdr. Pvt. Spc. Const. Det. Insp. Supt. Amb. Atty. Asst. Cllr. Hon. Msgr."
    " Pres. Dept. Univ."
)
"""Of ranks and offices: with a full stop apart, sentences end before the name of who bears them."""


_MARKS_IN_A_ROW = re.compile(r"(?:[^\w\s]|_){100}")
"""spaCy takes marks off a word one by one, in time that grows with the square of their number: a line drawn of some ten
thousand would take an article past its deadline."""

_REMEMBERED = 20_000
"""Runs of letters and marks between white space whose words the tokenizer remembers, twice as many as by itself."""


def adapt_tokenizer(nlp: Language) -> None:
    """Let a pipeline part ``U.S.-led`` as ``US-led``, and keep ``Ont.`` and ``Lt.`` whole as ``Pa.`` and ``Gen.``.

    What has a hundred marks in a row is kept whole, too: it is no word, but a line that somebody drew.
    """
    tokenizer: Any = nlp.tokenizer
    tokenizer.max_cache_size = _REMEMBERED
    tokenizer.token_match = _MARKS_IN_A_ROW.search
    infixes = [*(nlp.Defaults.infixes or ()), _HYPHEN_BEHIND_INITIALS]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    for word in sorted(_DIVISIONS | _TITLES):
        tokenizer.add_special_case(word, [{ORTH: word}])
