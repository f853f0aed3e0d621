"""Whom a story begins with and names only later: "A Belgian cyclist died in Peru. Anna Weber, 34, ..."."""

from typing import NamedTuple

from service.enrich.actors.phrases.noun_phrases import phrase_in
from service.enrich.actors.reading.document import Reading

_LEAD = 2
"""Sentences in which somebody is introduced, and behind them those in which the name follows."""


class Introduced(NamedTuple):
    """Somebody without a name: the country, and the tokens in which the name is told (end exclusive)."""

    country: str
    start: int
    end: int


def introduced(reading: Reading) -> Introduced | None:
    """The only person of a country that the lead introduces; None where there is none, or several."""
    starts, tree = reading.starts, reading.tree
    stop = starts[_LEAD] if len(starts) > _LEAD else len(tree.texts)
    found = [told for index in range(stop - 1) if (told := _at(reading, index, stop)) is not None]
    if len(found) != 1:
        return None
    country, start = found[0]
    return Introduced(country, start, starts[2 * _LEAD] if len(starts) > 2 * _LEAD else len(tree.texts))


def _at(reading: Reading, index: int, stop: int) -> tuple[str, int] | None:
    """(country, token behind) of "a Belgian cyclist" that begins at a token, without a name beside it."""
    if reading.tree.lowers[index] not in ("a", "an"):
        return None
    phrase = phrase_in(reading, index, stop)
    if phrase is None or phrase.agent.plural:
        return None
    nations = {reading.nation_at[at] for at in range(phrase.first, phrase.noun) if at in reading.nation_at}
    beside = (reading.names[at] for at in range(phrase.noun_end, min(phrase.end + 2, len(reading.names))))
    if len(nations) != 1 or any(name is not None and name.type == "PERSON" for name in beside):
        return None
    nation = nations.pop()
    return (nation.country, phrase.end) if nation.kind == "demonym" else None
