"""Holidays that the moon tells, year by year: a table, since calendars differ and some await a sighting.

Source: the tables of the Python package ``holidays`` 0.109 (MIT), for 2001 to 2035. Days of Islam are those of Saudi
Arabia, up to 2025 as they were announced, and Diwali is that of India; elsewhere they may be a day earlier or later.
Days of the Jewish calendar begin on the eve before. A year may have two of one name, and none of another.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from service.enrich.times.calendar import Period, day


def _days(text: str) -> tuple[date, ...]:
    return tuple(date(2000 + int(each[:2]), int(each[2:4]), int(each[4:])) for each in text.split())


DAYS = {
    "eid al-fitr": _days("""
        011216 021205 031125 041114 051103 061023 071013 081001 090920 100910 110830 120819 130808 140728 150717 160706
        170625 180615 190604 200524 210513 220502 230421 240410 250330 260320 270309 280226 290214 300204 310124 320114
        330102 331223 341212 351201
    """),
    "eid al-adha": _days("""
        010305 020222 030211 040201 050121 060110 061231 071220 081208 091127 101116 111106 121026 131015 141004 150923
        160911 170901 180821 190811 200731 210720 220709 230628 240616 250606 260527 270516 280505 290424 300413 310402
        320322 330311 340301 350218
    """),
    "ramadan": _days("""
        011116 021106 031026 041015 051004 060924 070913 080901 090822 100811 110801 120720 130709 140628 150618 160606
        170527 180516 190506 200424 210413 220402 230323 240311 250301 260218 270208 280128 290116 300105 301226 311215
        321204 331123 341112 351101
    """),
    "diwali": _days("""
        011114 021104 031025 041112 051101 061021 071109 081028 091017 101105 111026 121113 131103 141023 151111 161030
        171019 181107 191027 201114 211104 221024 231112 241031 251020 261108 271029 281017 291105 301026 311114 321102
        331022 341110 351030
    """),
    "holi": _days("""
        010310 020329 030318 040307 050326 060315 070304 080322 090311 100301 110320 120308 130327 140317 150306 160324
        170313 180302 190321 200310 210329 220318 230308 240325 250314 260304 270322 280311 290301 300320 310309 320327
        330316 340305 350324
    """),
    "lunar new year": _days("""
        010124 020212 030201 040122 050209 060129 070218 080207 090126 100214 110203 120123 130210 140131 150219 160208
        170128 180216 190205 200125 210212 220201 230122 240210 250129 260217 270206 280126 290213 300203 310123 320211
        330131 340219 350208
    """),
    "passover": _days("""
        010408 020328 030417 040406 050424 060413 070403 080420 090409 100330 110419 120407 130326 140415 150404 160423
        170411 180331 190420 200409 210328 220416 230406 240423 250413 260402 270422 280411 290331 300418 310408 320327
        330414 340404 350424
    """),
    "rosh hashanah": _days("""
        010918 020907 030927 040916 051004 060923 070913 080930 090919 100909 110929 120917 130905 140925 150914 161003
        170921 180910 190930 200919 210907 220926 230916 241003 250923 260912 271002 280921 290910 300928 310918 320906
        330924 340914 351004
    """),
    "yom kippur": _days("""
        010927 020916 031006 040925 051013 061002 070922 081009 090928 100918 111008 120926 130914 141004 150923 161012
        170930 180919 191009 200928 210916 221005 230925 241012 251002 260921 271011 280930 290919 301007 310927 320915
        331003 340923 351013
    """),
    "hanukkah": _days("""
        011210 021130 031220 041208 051226 061216 071205 081222 091212 101202 111221 121209 131128 141217 151207 161225
        171213 181203 191223 201211 211129 221219 231208 241226 251215 261205 271225 281213 291202 301221 311210 321128
        331217 341207 351226
    """),
}  # fmt: skip
"""By name, each as ``yymmdd``; of Ramadan, Passover and Hanukkah the first day."""
LENGTHS = {"passover": 7, "hanukkah": 8}
"""Days that they last; Ramadan lasts up to Eid al-Fitr."""


def lunar_days(name: str, in_year: int) -> list[Period]:
    """Those that begin in a year; none outside the table."""
    return [_period(name, begin) for begin in _begins(name, in_year)]


def _begins(name: str, in_year: int) -> Iterator[date]:
    return (each for each in DAYS[name] if each.year == in_year)


def _period(name: str, begin: date) -> Period:
    length = LENGTHS.get(name, 1)
    if name == "ramadan":
        before = list(takewhile(lambda each: each <= begin, DAYS["eid al-fitr"]))
        length = (DAYS["eid al-fitr"][len(before)] - begin).days if len(before) < len(DAYS["eid al-fitr"]) else 30
    if length == 1:
        return day(begin)
    end = begin + timedelta(length - 1)
    return Period(f"{begin.isoformat()}/{end.isoformat()}", begin, end, "month" if name == "ramadan" else "week")
