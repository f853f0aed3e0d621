"""The base forms of inflected English words that the training text did not have: "condemned", "vowing", "envoys"."""

from collections.abc import Collection, Iterator

from service.enrich.words import word_set

_ENDINGS = {
    "VBD": ("ed",), "VBN": ("ed",), "VBG": ("ing",), "VBZ": ("s", "ed"), "VBP": ("ed",), "VB": ("ed",), "NNS": ("s",),
}  # fmt: skip
"""By tag, what is added to a base form; the encoder takes the past for the present now and then."""

_PREFIXES = ("with", "under", "over", "fore", "out", "mis", "re", "un")
"""Behind which a verb is inflected as it is alone: "overthrew" as "threw"."""

_HISSING = ("uses", "xes", "sses", "zzes", "ches", "shes", "oes")
"""Ends of words that have "es" and not "s" behind their base form."""

_DOUBLED = frozenset("bdgmnprt")
"""Consonants that are written twice before "ed" and "ing", and seldom at the end of a base form."""

_MUTE = ("v", "u", "c", "z", "dg", "bl", "cl", "dl", "fl", "gl", "kl", "pl", "tl", "rg", "rs", "ls", "ns", "ps")
"""Ends of stems before which a base form has an "e": "involv", "enforc"."""

_PLAIN = ("er", "en", "on", "el", "et", "it", "op", "or", "om", "al", "ar", "il", "ip", "ol", "em", "an")
"""Ends of stems of several syllables without an "e": "threaten", "visit", "develop"."""

_UNTOLD = word_set(
    """
    ignite incite extradite expedite reunite unite invite recite cite excite besiege expel compel propel dispel
    repel rebel cancel label quarrel marvel channel control patrol enrol extol annul distil instil fulfil convene
    reconvene intervene contravene postpone condone atone dethrone massacre persuade dissuade exile compile
    reconcile defile revile console parole cajole delete compete complete deplete ignore explore restore deplore
    implore adore interfere adhere persevere revere declare prepare compare inhale welcome overcome add err change
    exchange arrange plunge lunge infringe impinge avenge challenge revenge singe breathe seethe loathe soothe bathe
    focus bias canvas die lie tie vie untie underlie belie oversee panic mimic traffic picnic
    """
)
"""Base forms that spelling alone does not tell from their stems."""

_UNINFLECTED = ("ss", "ics", "eed")
"""Ends of words that look inflected and mostly are not; "agreed" and "freed" are in every table."""

_MIN_STEM_LETTERS = 2
"""Letters of the shortest stem."""


def base_form(word: str, tag: str, verbs: Collection[str], nouns: Collection[str]) -> str | None:
    """The base form of a regularly inflected word; None where it is none.

    Args:
        word: in lower case.
        tag: its tag, Penn Treebank.
        verbs, nouns: base forms that are known; one of them goes before what spelling alone tells.
    """
    ending = next((each for each in _ENDINGS.get(tag, ()) if word.endswith(each)), None)
    if tag == "NNS" and word.endswith("men"):
        return word[:-3] + "man"
    if ending is None or not word.replace("-", "").isalpha() or word.endswith(_UNINFLECTED):
        return None
    if len(word) - len(ending) < _MIN_STEM_LETTERS:
        return None
    forms = list(_bases_with_s(word) if ending == "s" else _bases_of(word[: -len(ending)]))
    for known in (nouns, verbs) if tag == "NNS" else (_UNTOLD, verbs, nouns):
        for form in forms:
            if form in known:
                return form
    # What is no past by its tag, "embed", must be a known one to be read as such.
    return forms[0] if forms and (ending == "s" or tag in ("VBD", "VBN", "VBG")) else None


def prefixed(word: str) -> Iterator[tuple[str, str]]:
    """The ways to read a word as a prefix and a verb."""
    return ((each, word[len(each) :]) for each in _PREFIXES if word.startswith(each))


def _bases_with_s(word: str) -> Iterator[str]:
    """Base forms of a word that ends with "s", the likeliest first."""
    if word.endswith("ies") and len(word) > len("ties"):
        yield word[:-3] + "y"
    if word.endswith("ves"):
        yield from (word[:-1], word[:-3] + "f", word[:-3] + "fe")
    elif word.endswith(_HISSING):
        yield from (word[:-2], word[:-1])
    else:
        yield word[:-1]


def _bases_of(stem: str) -> Iterator[str]:
    """Base forms of a stem before "ed" or "ing", the likeliest first."""
    last, before = stem[-1], stem[-2]
    if not any(letter in "aeiouy" for letter in stem):
        return
    if last == "i":
        yield from (stem[:-1] + "y", stem + "e")
    elif last == "e":
        yield from (stem, stem + "e") if stem.endswith("ee") else (stem + "e", stem)
    elif last == "y" and len(stem) <= len("bely"):
        yield from (stem, stem[:-1] + "ie")
    elif last == before and last in _DOUBLED:
        yield from (stem[:-1], stem)
    elif _wants_e(stem):
        yield from (stem + "e", stem)
    else:
        yield from (stem, stem + "e", stem[:-1]) if last == before else (stem, stem + "e")


def _wants_e(stem: str) -> bool:
    """Whether a base form ends with "e": "accus", "devastat", "hop"; not "jail", "threaten", "condemn"."""
    if stem.endswith(_MUTE):
        return True
    last, before, third = stem[-1], stem[-2], stem[-3:-2]
    if last in "aeiouwxy" or before not in "aeiou":
        return False
    if third and third in "aeiou" and stem[-4:-2] != "qu":
        return last == "s" or stem.endswith(("iat", "uat"))
    return not (stem.endswith(_PLAIN) and any(letter in "aeiou" for letter in stem[:-2]))
