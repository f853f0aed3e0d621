"""The country told right beside a person's name, without an office: "the Belgian Anna Weber", "Anna Weber (GER)"."""

from service.enrich.actors.persons.sports_codes import country_of_code
from service.enrich.actors.phrases.function_words import NOMINAL
from service.enrich.actors.reading.document import POSSESSIVE, Reading
from service.enrich.word_classes import WordClass

_MAX_NOUNS = 4
"""Nouns before a name that a country may stand before."""

_BEING = frozenset(("has", "had", "is", "was", "became", "become", "becomes", "also"))

_QUALIFYING = frozenset(("-", "year", "years", "old", "first", "only"))
"""Words between an article and a people, beside adjectives and numbers."""


def countries_beside(reading: Reading, start: int, end: int, places: dict[int, str]) -> list[str]:
    """The countries told beside a name: first what touches it, before and behind, then codes and nouns it explains.

    Args:
        places: country of the place at a token.
    """
    touching = (_before(reading, start), _behind(reading, end))
    told = [reading.nation_at[index].country for index in touching if index in reading.nation_at]
    if (code := _code(reading, end)) is not None:
        told.append(code)
    if (code := _before_nouns(reading, start, end, places)) is not None:
        told.append(code)
    if reading.has(_LIVING, end, end + _NEAR) and (code := _where_living(reading, end, places)) is not None:
        told.append(code)
    if end - start > 2 and (code := _in_name(reading, start, end, places)) is not None:
        told.append(code)
    return told


def _where_living(reading: Reading, end: int, places: dict[int, str]) -> str | None:
    """The country where somebody lives, works or was born: "Anna Weber, who now works in Lyon"."""
    lowers, index, high = reading.tree.lowers, end, reading.sentence_end(end - 1)
    index += index < high and lowers[index] == ","
    index += index < high and lowers[index] == "who"
    while index < high and lowers[index] in _ADVERBS:
        index += 1
    if index >= high or lowers[index] not in _LIVING_WORDS:
        return None
    for at in range(index + 1, min(high, index + _LONGEST_LIVING)):
        if reading.tree.texts[at] in _ENDING or reading.tree.parts[at] in ("VERB", "PRON"):
            return None
        if (at in places or at in reading.nation_at) and lowers[at - 1] in ("in", "at", "near", "from", "outside"):
            return reading.nation_at[at].country if at in reading.nation_at else places[at]
    return None


_ADVERBS = frozenset(("now", "also", "still", "currently", "was", "is", "has", "lived", "and"))
_LIVING_WORDS = frozenset(
    ("lives", "lived", "resides", "works", "teaches", "studies", "born", "raised", "hails", "hailed")
)
_LIVING = WordClass.of(_LIVING_WORDS)

_NEAR = 6
"""Tokens behind a name in which such a verb may stand."""

_LONGEST_LIVING = 9
"""Tokens behind such a verb in which the place is told."""

_ENDING = frozenset((",", ";", ".", ":", "(", "”", '"'))


def _in_name(reading: Reading, start: int, end: int, places: dict[int, str]) -> str | None:
    """The country of the place that a name has behind "of": "Teresa of Lima"."""
    if "of" not in reading.tree.lowers[start:end]:
        return None
    behind = (at for at in range(start + 2, end) if reading.tree.lowers[at - 1] == "of")
    return next((places[at] for at in behind if at in places), None)


def _before(reading: Reading, start: int) -> int:
    """The token before "Germany's Anna Weber", "the Belgian, Anna Weber"; -1 for none.

    No name of a country: "He flew to Japan. Weber stayed", "the envoy to Japan Anna Weber".
    """
    before = start - 1
    if before > 1 and reading.tree.texts[before] == ",":
        nation = reading.nation_at.get(before - 1)
        lone = nation is not None and nation.kind == "demonym" and reading.tree.lowers[nation.start - 1] == "the"
        before -= lone
    if before > 0 and reading.tree.lowers[before] in POSSESSIVE:
        return before - 1
    return before if before in reading.nation_at and reading.nation_at[before].kind == "demonym" else -1


def _behind(reading: Reading, end: int) -> int:
    """The token of the people or country behind a name; -1 for none.

    "Anna Weber (Belgium, ...)", "Anna Weber, a 34-year-old Belgian,", "Anna Weber has become the first Belgian".
    """
    tree, index, high = reading.tree, end, reading.sentence_end(end - 1)
    if tree.texts[end : end + 1] == ["("]:
        return end + 1
    apposed = tree.texts[end : end + 1] == [","]
    if apposed:
        index += 1
    while not apposed and index < high and tree.lowers[index] in _BEING:
        index += 1
    if index == end or index >= high or tree.lowers[index] not in (("a", "an") if apposed else ("a", "an", "the")):
        return -1
    index += 1
    while index < high and index not in reading.nation_at and _qualifies(reading, index):
        index += 1
    return index if _is_people(reading, index) else -1


def _qualifies(reading: Reading, index: int) -> bool:
    tree = reading.tree
    return reading.dates[index] or tree.parts[index] in ("ADJ", "NUM") or tree.lowers[index] in _QUALIFYING


def _is_people(reading: Reading, index: int) -> bool:
    """Whether a token means people of a country, and qualifies no noun."""
    tree, nation = reading.tree, reading.nation_at.get(index)
    if nation is None or nation.kind != "demonym":
        return False
    lone = nation.end == len(tree.texts) or tree.parts[nation.end] not in NOMINAL
    return lone and tree.texts[nation.end : nation.end + 1] != ["-"]


def _code(reading: Reading, end: int) -> str | None:
    """The country of a code in brackets behind a name."""
    texts = reading.tree.texts[end : end + 3]
    return country_of_code(texts[1]) if texts[:1] == ["("] and texts[2:] == [")"] else None


def _before_nouns(reading: Reading, start: int, end: int, places: dict[int, str]) -> str | None:
    """The country before nouns that a name explains: "Peru sensation Anna Weber", whatever a sensation is."""
    tree, last = reading.tree, start - 1
    index = last
    while index > max(0, last - _MAX_NOUNS) and index not in reading.nation_at and _is_plain(reading, index):
        index -= 1
    if index == last:
        return None
    explained = last >= 0 and (
        tree.heads[last] in range(start, end)
        or any(tree.heads[each] == last for each in range(start, end))
        or tree.lowers[tree.heads[start]] == "one"  # "one of the most famous Chinese calligraphers Bai Juyi"
    )
    if not explained:
        return None
    nation, name = reading.nation_at.get(index), reading.names[index]
    if nation is None and name is not None and name.type == "ORG":
        return None  # a club's players are from anywhere
    return nation.country if nation is not None else places.get(index)


def _is_plain(reading: Reading, index: int) -> bool:
    return reading.names[index] is None and reading.tree.parts[index] in ("NOUN", "ADJ")
