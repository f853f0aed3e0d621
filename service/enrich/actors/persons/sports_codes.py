"""Countries in brackets behind a name, as lists of results have them: "Anna Weber (GER)", "Omar Diallo (SEN)"."""

from functools import cache

from service.enrich.places.gazetteer import gazetteer

_OLYMPIC = """
ALG DZA  ANG AGO  ARU ABW  BAH BHS  BAN BGD  BAR BRB  BOT BWA  BRU BRN  BUL BGR  BUR BFA  CAM KHM  CHA TCD  CHI CHL
CRC CRI  CRO HRV  DEN DNK  ESA SLV  FIJ FJI  GAM GMB  GER DEU  GRE GRC  GUA GTM  GUI GIN  HAI HTI  HON HND
INA IDN  IRI IRN  KSA SAU  KUW KWT  LAT LVA  LBA LBY  LES LSO  MAD MDG  MAS MYS  MAW MWI  MGL MNG  MRI MUS  MTN MRT
MYA MMR  NCA NIC  NED NLD  NEP NPL  NGR NGA  NIG NER  OMA OMN  PAR PRY  PHI PHL  POR PRT  PUR PRI  RSA ZAF  SEY SYC
SLO SVN  SRI LKA  SUD SDN  SUI CHE  TAN TZA  TOG TGO  TPE TWN  UAE ARE  URU URY  VIE VNM  ZAM ZMB  ZIM ZWE
"""
"""Codes of the Olympic committees that differ from those of ISO 3166, and these."""


@cache
def _countries() -> dict[str, str]:
    codes = _OLYMPIC.split()
    own = {country.iso3: country.iso3 for country in gazetteer.shared().countries.values()}
    del own["IND"]  # independent members of a parliament, too
    return own | dict(zip(codes[::2], codes[1::2], strict=True))


def country_of_code(text: str) -> str | None:
    """The country (ISO 3166-1 alpha-3) of a code in capitals; None for any other text."""
    return _countries().get(text)
