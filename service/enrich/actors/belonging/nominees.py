"""The sector of a nominee: of the court or ministry that somebody is to belong to, a party's for an elected office."""

from service.enrich.actors.phrases.noun_phrases import Phrase
from service.enrich.actors.reading.document import Reading
from service.enrich.word_classes import WordClass
from service.enrich.words import word_set

_NOUNS = frozenset(("nominee", "nominees"))

_ELECTED = word_set(
    """
    presidential vice-presidential gubernatorial mayoral senatorial congressional parliamentary president governor mayor
    senator senate congress congressman congresswoman mp republican democratic gop
    """
)
"""Words for what people are elected to, whom a party nominates."""

_VOTES = WordClass.of(word_set("election elections candidate candidates ballot voters primary primaries"))


def is_nominee(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is for a nominee."""
    return reading.tree.lowers[phrase.noun_end - 1] in _NOUNS


def sector_of_nominee(reading: Reading, phrase: Phrase, told: str | None) -> str | None:
    """PLOVER's sector of a nominee.

    Args:
        told: the sector of the body or office that stands beside the noun.
    """
    lowers = reading.tree.lowers
    if not _ELECTED.isdisjoint(lowers[phrase.first : phrase.noun] + lowers[phrase.noun_end : phrase.end]):
        return "PTY"
    office = (reading.agent_ending(at, phrase.noun_end) for at in range(phrase.noun_end, phrase.end))
    told = told or next((agent.sector for _, agent in filter(None, office) if agent.sector is not None), None)
    if told is not None or phrase.noun > phrase.first:
        return told  # an Oscar nominee is of no party
    return "PTY" if len(_VOTES.at(reading.tree.words)) > 0 else None
