"""What somebody is accused of hangs on the verb: "accused the governor of corruption" names no governor of corruption.

Behind an object the same words tell more of a noun far more often, so the parser hangs them there. But a verb of these
always says of what, and what stands last is it: "accused the head of the army of treason".
"""

from collections.abc import Sequence

from service.enrich.encoder.annotations import Reading
from service.enrich.encoder.tagging import Classes
from service.enrich.words import word_set

_VERBS = word_set(
    "accuse accuses accused accusing Accuse Accuses Accused Accusing acquit acquits acquitted acquitting Acquits "
    "suspect suspects suspected suspecting Suspects"
)
_OBJECTS = frozenset(("obj", "iobj"))
_OF_VERBS = frozenset(("obl", "advcl"))
_REACH = 40
"""Words behind the verb that are looked at."""

_OF_NOUNS = {"nmod": "obl", "acl": "advcl"}
"""Relations of what tells more of a noun, and what they become on the verb."""


def hang_on_verbs(texts: Sequence[str], reading: Reading, classes: Classes) -> None:
    """Hang charges on their verbs; heads and relations of the reading are changed in place.

    Args:
        texts: the words of the reading.
        reading: of one document.
        classes: what its numbers stand for.
    """
    if _VERBS.isdisjoint(texts):
        return
    relations = [classes.relations[number] for number in reading.relations.tolist()]
    heads = reading.heads.tolist()
    for verb, text in enumerate(texts):
        if text not in _VERBS or not classes.tags[reading.tags[verb]].startswith("VB"):
            continue
        charge = _charge_behind_object(texts, heads, relations, verb)
        if charge is None or classes.tags[reading.tags[charge]].startswith("NNP"):
            continue
        reading.heads[charge] = heads[charge] = verb
        reading.relations[charge] = classes.relations.index(_OF_NOUNS[relations[charge]])


def _charge_behind_object(
    texts: Sequence[str], heads: Sequence[int], relations: Sequence[str], verb: int
) -> int | None:
    """The last "of ..." within the object, where nothing of the kind hangs on the verb."""
    near = range(verb + 1, min(verb + _REACH, len(heads)))
    behind = [word for word in near if heads[word] == verb]
    told_of = {heads[word] for word in near if texts[word] == "of"}
    if any(word in told_of and relations[word] in _OF_VERBS for word in behind):
        return None
    found = next((word for word in behind if relations[word] in _OBJECTS), None)
    charges = [
        word for word in told_of if found is not None and word > found and _is_within(heads, relations, word, found)
    ]
    if not charges:
        return None
    last = max(charges)
    of_somebody = any(
        heads[word] == last and (relations[word] == "nmod:poss" or texts[word] == "the") for word in range(verb, last)
    )
    return None if of_somebody and len(charges) == 1 else last


def _is_within(heads: Sequence[int], relations: Sequence[str], word: int, found: int) -> bool:
    """Whether a word tells more of an object, or of what tells more of it."""
    while word > found and relations[word] in _OF_NOUNS:
        word = heads[word]
    return word == found
