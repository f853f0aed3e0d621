"""Titles before names, and the gender that titles and descriptions tell."""

from service.enrich.aliases.clusters import Gender
from service.enrich.aliases.names import addresses
from service.enrich.words import word_set

_MEN = addresses.MEN | word_set(
    """
    mister king prince duke father pope brother emperor baron count messrs congressman assemblyman councilman
    alderman herr monsignor imam ayatollah
    """
)
_WOMEN = addresses.WOMEN | word_set(
    """
    mademoiselle mlle queen princess duchess sister empress baroness countess congresswoman assemblywoman
    councilwoman frau
    """
)
_EITHER = addresses.EITHER | word_set(
    """
    professor president vice prime minister premier chancellor senator sen representative rep governor gov mayor
    judge justice chief captain capt general gen brigadier colonel col lieutenant lt sergeant sgt corporal cpl major
    maj admiral adm commodore commander cmdr marshal private pvt officer detective det inspector insp constable
    superintendent supt commissioner ambassador secretary attorney speaker deputy assistant acting former
    ex-president rev reverend bishop archbishop cardinal rabbi coach emir sultan crown emeritus sheriff marshall
    pastor chairman chairwoman chairperson director ceo mp citizen undersecretary spokesman spokeswoman spokesperson
    analyst adviser advisor amb atty asst brig cdr cllr const councillor pres spc
    """
)
TITLES = _MEN | _WOMEN | _EITHER
"""Words that stand before a name and are no part of it, in lower case without full stops."""

ROYAL = word_set("king queen prince princess emperor empress sultan pope")
"""Titles behind which people go by their first name."""

OFFICES = word_set(
    """
    president minister premier chancellor senator representative governor mayor general colonel commissioner
    ambassador secretary spokesman spokeswoman spokesperson director chairman chairwoman adviser advisor
    undersecretary
    """
)
"""Titles that no name has inside, so that a name begins behind them."""

_MALE_NOUNS = word_set(
    """
    man boy father dad son brother husband uncle nephew grandfather grandson widower groom gentleman guy king
    prince spokesman chairman businessman policeman fireman salesman congressman sportsman fisherman cameraman
    clergyman serviceman gunman airman craftsman statesman anchorman barman tribesman stepfather stepson fiancé
    waiter lad boyfriend monk priest schoolboy headmaster godfather father-in-law son-in-law brother-in-law bachelor
    landlord
    """
)
_FEMALE_NOUNS = word_set(
    """
    woman girl mother mum mom daughter sister wife aunt niece grandmother granddaughter widow bride actress
    queen princess spokeswoman chairwoman businesswoman policewoman congresswoman sportswoman servicewoman
    waitress girlfriend heiress hostess stewardess stepmother stepdaughter fiancée nun schoolgirl headmistress godmother
    mother-in-law ballerina daughter-in-law sister-in-law landlady midwife housewife lady
    """
)


def title_gender(word: str) -> Gender | None:
    """Gender told by a title (lower case, no full stop)."""
    return "m" if word in _MEN else "f" if word in _WOMEN else None


def noun_gender(lemma: str) -> Gender | None:
    """Gender told by a noun that describes a person (lower-case lemma)."""
    return "m" if lemma in _MALE_NOUNS else "f" if lemma in _FEMALE_NOUNS else None
