"""Currencies as news names them, with their codes by ISO 4217; nations by ISO 3166, three letters."""

SCALES = {
    "k": 1e3, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6,
    "crore": 1e7, "crores": 1e7, "b": 1e9, "bn": 1e9, "bln": 1e9, "billion": 1e9, "tn": 1e12, "trn": 1e12,
    "trillion": 1e12,
}  # fmt: skip
SIGNS = {
    "$": "dollar", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "J$": "JMD",
    "MX$": "MXN", "N$": "NAD", "NT$": "TWD", "NZ$": "NZD", "R$": "BRL", "S$": "SGD", "TT$": "TTD", "£": "pound",
    "€": "EUR", "₹": "INR", "¥": "yen", "₦": "NGN", "₱": "PHP", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS",
    "฿": "THB", "₫": "VND", "₴": "UAH", "₸": "KZT", "₡": "CRC", "₲": "PYG", "₾": "GEL", "₼": "AZN", "₵": "GHS",
    "GH¢": "GHS", "GH₵": "GHS", "S/": "PEN",
}  # fmt: skip
"""Signs; names of ``SHARED`` where several currencies have one."""

LETTERS = {
    "Rs": "rupee", "RM": "MYR", "Tk": "BDT", "KSh": "KES", "Ksh": "KES", "Sh": "shilling", "Shs": "shilling",
    "USh": "UGX", "UGX": "UGX", "R": "ZAR", "N": "NGN", "CFA": "franc",
}  # fmt: skip
"""The same of letters that stand before a sum."""

CODES = (
    "AED AFN AMD AOA ARS AUD AZN BAM BDT BGN BHD BIF BND BOB BRL BWP BYN CAD CDF CHF CLP CNY COP CRC CZK DKK DOP "
    "DZD EGP ETB EUR FJD GBP GEL GHS GMD GNF GTQ HKD HNL HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KRW KWD "
    "KZT LAK LBP LKR LYD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PGK PHP PKR PLN "
    "PYG QAR RON RSD RUB RWF SAR SCR SDG SEK SGD SLE SOS SSP SYP SZL THB TJS TMT TND TTD TWD TZS UAH UGX USD UYU UZS "
    "VES VND XAF XOF YER ZAR ZMW ZWL"
).split()
"""Without those that are words: CUP, MAD, PEN, TRY."""

NAMES = {
    "euro": "EUR", "yuan": "CNY", "renminbi": "CNY", "rouble": "ruble", "baht": "THB", "ringgit": "MYR",
    "rupiah": "IDR", "dong": "VND", "naira": "NGN", "cedi": "GHS", "rand": "ZAR", "birr": "ETB", "kwanza": "AOA",
    "taka": "BDT", "kyat": "MMK", "riel": "KHR", "tenge": "KZT", "hryvnia": "UAH", "zloty": "PLN", "forint": "HUF",
    "shekel": "ILS", "guarani": "PYG", "quetzal": "GTQ", "lempira": "HNL", "boliviano": "BOB", "bolivar": "VES",
    "metical": "MZN", "pula": "BWP", "dalasi": "GMD", "rufiyaa": "MVR", "lari": "GEL", "manat": "AZN",
    "reais": "BRL", "soles": "PEN", "korean won": "KRW", "south korean won": "KRW",
}  # fmt: skip
"""Singular names of one currency each, in lower case."""

SHARED = {
    name: dict(zip(pairs.split()[::2], pairs.split()[1::2], strict=True))
    for name, pairs in {
        "dollar": "USA USD AUS AUD CAN CAD NZL NZD SGP SGD HKG HKD TWN TWD JAM JMD NAM NAD FJI FJD TTO TTD ZWE ZWL "
        "BRN BND",
        "pound": "GBR GBP EGY EGP SDN SDG SSD SSP SYR SYP LBN LBP",
        "rupee": "IND INR PAK PKR LKA LKR NPL NPR MUS MUR SYC SCR",
        "peso": "MEX MXN PHL PHP ARG ARS CHL CLP COL COP URY UYU CUB CUP DOM DOP",
        "franc": "CHE CHF COD CDF RWA RWF BDI BIF GIN GNF SEN XOF CIV XOF MLI XOF BFA XOF NER XOF BEN XOF TGO XOF "
        "GNB XOF CMR XAF TCD XAF GAB XAF COG XAF CAF XAF GNQ XAF",
        "dinar": "IRQ IQD KWT KWD JOR JOD DZA DZD TUN TND LBY LYD BHR BHD SRB RSD",
        "rial": "IRN IRR OMN OMR YEM YER",
        "riyal": "SAU SAR QAT QAR YEM YER",
        "dirham": "ARE AED MAR MAD",
        "shilling": "KEN KES UGA UGX TZA TZS SOM SOS",
        "krona": "SWE SEK ISL ISK",
        "krone": "NOR NOK DNK DKK",
        "kwacha": "ZMB ZMW MWI MWK",
        "yen": "JPN JPY CHN CNY",
        "ruble": "RUS RUB BLR BYN",
        "lira": "TUR TRY",
        "leu": "ROU RON MDA MDL",
    }.items()
}
"""Names of several currencies: the code of each country, by ISO 3166 and 4217."""

MEANT = {
    "dollar": "USD", "pound": "GBP", "rupee": "INR", "yen": "JPY", "ruble": "RUB", "lira": "TRY",
    "riyal": "SAR", "rial": "IRR",
}  # fmt: skip
"""What a shared name means where no nation is told."""

OF_NATION = {
    "american": "USA", "u.s.": "USA", "us": "USA", "australian": "AUS", "canadian": "CAN", "singapore": "SGP",
    "taiwan": "TWN", "taiwanese": "TWN", "jamaican": "JAM", "namibian": "NAM", "zimbabwean": "ZWE", "zimbabwe": "ZWE",
    "british": "GBR", "egyptian": "EGY", "sudanese": "SDN", "syrian": "SYR", "lebanese": "LBN", "indian": "IND",
    "pakistani": "PAK", "nepali": "NPL", "nepalese": "NPL", "mexican": "MEX", "philippine": "PHL", "argentine": "ARG",
    "chilean": "CHL", "colombian": "COL", "cuban": "CUB", "dominican": "DOM", "uruguayan": "URY", "swiss": "CHE",
    "congolese": "COD", "rwandan": "RWA", "cfa": "SEN", "iraqi": "IRQ", "kuwaiti": "KWT", "jordanian": "JOR",
    "algerian": "DZA", "tunisian": "TUN", "libyan": "LBY", "bahraini": "BHR", "serbian": "SRB", "iranian": "IRN",
    "omani": "OMN", "yemeni": "YEM", "saudi": "SAU", "qatari": "QAT", "emirati": "ARE", "uae": "ARE",
    "moroccan": "MAR", "kenya": "KEN", "kenyan": "KEN", "ugandan": "UGA", "uganda": "UGA", "tanzanian": "TZA",
    "somali": "SOM", "swedish": "SWE", "icelandic": "ISL", "norwegian": "NOR", "danish": "DNK", "zambian": "ZMB",
    "malawian": "MWI", "korean": "KOR", "japanese": "JPN", "russian": "RUS", "belarusian": "BLR", "turkish": "TUR",
    "brazilian": "BRA", "romanian": "ROU", "moldovan": "MDA",
}  # fmt: skip
"""Nations as they stand before the names of currencies."""
