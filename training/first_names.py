"""Writes ``service/data/first_names.txt``: first names that nearly all bearers share a gender of.

Sources: the first names by frequency of the United States census of 1990 (public domain, from the
package ``names``) and the lists by language of the package ``Faker`` (MIT). Run with both installed:

    python -m training.first_names
"""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import faker.providers.person
import names

from service.enrich.aliases.names.first_names import TABLE
from service.enrich.aliases.names.names import fold

MIN_SHARE = 0.9
"""Of the bearers, for a name to tell a gender."""

MIN_LETTERS = 3


def census(gender: str) -> Iterator[tuple[str, float]]:
    """Names with their share of all bearers, percent; ``gender`` is ``female`` or ``male``."""
    for line in files(names).joinpath(f"dist.{gender}.first").read_text().splitlines():
        name, share, *_ = line.split()
        yield fold(name), float(share)


def lists(gender: str) -> Counter[str]:
    """In how many languages' lists each name stands."""
    found: Counter[str] = Counter()
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        found.update({fold(name) for name in getattr(provider, f"first_names_{gender}", ())})
    return found


def main() -> None:
    """Weigh the sources and write the table."""
    weights = {}
    for gender in ("female", "male"):
        # A language's list counts like a name of one bearer in ten thousand.
        weights[gender] = Counter({name: 0.01 * count for name, count in lists(gender).items()})
        weights[gender].update(dict(census(gender)))
    lines = []
    for own, other in (("female", "male"), ("male", "female")):
        lines.append(
            " ".join(
                sorted(
                    name
                    for name, weight in weights[own].items()
                    if len(name) >= MIN_LETTERS
                    and name.isascii()
                    and name.isalpha()
                    and weight >= MIN_SHARE * (weight + weights[other][name])
                )
            )
        )
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
