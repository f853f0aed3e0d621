"""The gender that a first name tells, where it tells one."""

from functools import cache

from service.enrich.aliases.clusters import Gender
from service.enrich.tables import DATA

TABLE = DATA / "first_names.txt"
"""Written by ``training.first_names``: a line of women's and a line of men's names."""


@cache
def _table() -> tuple[frozenset[str], frozenset[str]]:
    women, men = TABLE.read_text(encoding="utf-8").splitlines()
    return frozenset(women.split()), frozenset(men.split())


def first_name_gender(name: str) -> Gender | None:
    """Gender of those who mostly bear a first name (folded, see ``names.fold``); None where both do."""
    women, men = _table()
    return "f" if name in women else "m" if name in men else None
