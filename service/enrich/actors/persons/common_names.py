"""First names and surnames that are anyone's: they mean a leader only with the rest of the name."""

from functools import lru_cache

from service.enrich.aliases.names.first_names import first_name_gender
from service.enrich.aliases.names.names import fold
from service.enrich.words import word_set

_COMMON = word_set(
    """
    adams ali allen anderson austin baker banks barrow black brown browne bush campbell carr carter castro chen
    christie clark clarke cohen cook cooper costa davis diaz douglas duarte english fernandez fischer fisher flores
    fox franco garcia gates gonzalez gore gray green griffiths hague hammond harper harris hassan hernandez herzog
    hill howard hunt hunter hussein hussain ibrahim ivanov johnson jones kennedy kern kerry key khan king klaus kumar
    lange lee levy lobo long lopez machado major malik marin martin may mendes mesa miller mitchell molina
    moore morales moreno morrison musa nano owen park patel patterson paul payne paz pavel pena perez perry peters
    phillips pierre ping powell power price rahman reynolds rice robertson robinson rodriguez russell ryan
    saleh salam salim sanchez santos scott shah shalom sharif short silva simon singh smith solis spencer
    stuart sullivan taylor thomas thompson toledo tong torres traore wallace walker ward white williams
    wilson wong wood young
    """
)
"""Surnames and words that are anyone's."""


@lru_cache(maxsize=16_384)
def is_anyones(word: str) -> bool:
    """Whether a word is a first name or a common surname."""
    plain = fold(word)
    return plain in _COMMON or first_name_gender(plain) is not None
