"""Countries by other names, and capitals that stand for their country's government."""

from service.enrich.words import word_set

_VARIANTS = {
    "bosnia and herzegovina": "bosnia, bosnia-herzegovina",
    "cape verde": "cabo verde",
    "china": "prc, people's republic of china",
    "cote d'ivoire": "ivory coast",
    "czech republic": "czechia",
    "democratic republic of the congo": "drc, dr congo, democratic republic of congo, congo-kinshasa",
    "east timor": "timor-leste",
    "eswatini": "swaziland",
    "european union": "eu",
    "iran": "islamic republic of iran",
    "myanmar": "burma",
    "netherlands": "holland",
    "north korea": "dprk, democratic people's republic of korea",
    "north macedonia": "macedonia",
    "russia": "russian federation",
    "south korea": "rok, republic of korea",
    "syria": "syrian arab republic",
    "turkey": "turkiye",
    "united arab emirates": "uae, emirates",
    "united kingdom": "uk, britain, great britain, gb",
    "united states": "us, usa, united states of america, america",
    "vatican": "holy see, vatican city",
}

_CAPITALS = word_set(
    """
    kabul:afghanistan tirana:albania algiers:algeria luanda:angola canberra:australia vienna:austria
    baku:azerbaijan yerevan:armenia manama:bahrain dhaka:bangladesh minsk:belarus brussels:belgium
    sarajevo:bosnia-and-herzegovina brasilia:brazil sofia:bulgaria ottawa:canada santiago:chile beijing:china
    bogota:colombia zagreb:croatia havana:cuba nicosia:cyprus prague:czech-republic copenhagen:denmark
    quito:ecuador cairo:egypt tallinn:estonia asmara:eritrea addis-ababa:ethiopia helsinki:finland paris:france
    tbilisi:georgia berlin:germany athens:greece budapest:hungary reykjavik:iceland delhi:india new-delhi:india
    jakarta:indonesia tehran:iran teheran:iran baghdad:iraq dublin:ireland jerusalem:israel rome:italy
    tokyo:japan amman:jordan astana:kazakhstan nairobi:kenya bishkek:kyrgyzstan riga:latvia beirut:lebanon
    tripoli:libya vilnius:lithuania bamako:mali chisinau:moldova rabat:morocco naypyidaw:myanmar kathmandu:nepal
    wellington:new-zealand managua:nicaragua niamey:niger abuja:nigeria pyongyang:north-korea
    skopje:north-macedonia oslo:norway islamabad:pakistan ramallah:palestine lima:peru manila:philippines
    warsaw:poland lisbon:portugal doha:qatar bucharest:romania moscow:russia kigali:rwanda riyadh:saudi-arabia
    dakar:senegal belgrade:serbia bratislava:slovakia ljubljana:slovenia mogadishu:somalia pretoria:south-africa
    seoul:south-korea juba:south-sudan madrid:spain colombo:sri-lanka khartoum:sudan stockholm:sweden
    bern:switzerland damascus:syria taipei:taiwan dushanbe:tajikistan bangkok:thailand tunis:tunisia
    ankara:turkey ashgabat:turkmenistan kampala:uganda kyiv:ukraine kiev:ukraine abu-dhabi:united-arab-emirates
    london:united-kingdom washington:united-states tashkent:uzbekistan caracas:venezuela hanoi:vietnam
    sanaa:yemen sana'a:yemen harare:zimbabwe pristina:kosovo
    """
)

_COUNTRY_OF_VARIANT = {
    tuple(variant.split()): tuple(country.split())
    for country, variants in _VARIANTS.items()
    for variant in variants.split(", ")
}
_COUNTRY_OF_CAPITAL = {
    tuple(capital.split("-")): tuple(country.split("-")) for capital, country in (pair.split(":") for pair in _CAPITALS)
}


def country_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a country's usual name; of any other place the same words."""
    return _COUNTRY_OF_VARIANT.get(words, words)


def country_of_capital(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of the country that a capital may stand for; () for any other place."""
    return _COUNTRY_OF_CAPITAL.get(words, ())


_COUNTRIES = frozenset((*_COUNTRY_OF_VARIANT.values(), *_COUNTRY_OF_CAPITAL.values()))


def is_country(words: tuple[str, ...]) -> bool:
    """Whether a name is a country's that this table knows."""
    return country_words(words) in _COUNTRIES
