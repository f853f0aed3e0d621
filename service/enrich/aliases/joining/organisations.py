"""Names of one organisation: acronyms, short forms before and behind, brackets."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

from service.enrich.aliases.joining.sets import DisjointSets
from service.enrich.aliases.names.countries import is_country, is_place
from service.enrich.aliases.names.names import SMALL_WORDS, Name
from service.enrich.words import word_set

_LONGEST = 14
"""Words of a name whose beginnings and ends are kept."""

_GENERIC = word_set(
    """
    company group corporation magazine newspaper organization organisation party agency association airlines
    airways bank motors holdings industries international foundation institute university college club team
    network television tv news media press entertainment pictures studios records publishing systems
    technologies technology solutions energy oil pharmaceuticals laboratories labs stores supermarkets
    restaurants restaurant hotels hotel movement front alliance coalition council committee commission church
    inc
    """
)
"""Words that may follow a short form without making it another organisation."""

_HEADS = _GENERIC | word_set(
    """
    ministry department office authority bureau board court police service services federation union league
    society fund centre center assembly parliament congress senate school hospital museum administration
    programme program
    """
)
"""Words that end a whole name: what follows them with "of", "for", "in" may be left out."""

_LINKS = frozenset(("of", "for", "in", "at", "on"))
"""Prepositions inside a name."""


_PURPOSES = frozenset(("for", "in", "at", "on"))
"""Words from which on an acronym may leave out all others."""

_LONG_ACRONYM = 4
"""Letters of an acronym that leaves out the last words of a name."""


def join_organisations(
    sets: DisjointSets,
    keys: Sequence[int],
    places: Sequence[int],
    names: Sequence[Name],
    brackets: Iterable[tuple[int, int]],
    beside: Container[tuple[int, int]] = (),
) -> None:
    """Join the names of each organisation, and acronyms of places with the places.

    Args:
        sets: of all names; joined in place.
        keys: indexes of the organisations' names, in the order of first mention.
        places: indexes of the places' names.
        names: by index.
        brackets: pairs of indexes: a name and what stands behind it in brackets.
        beside: pairs of indexes of places of which one lies in the other.
    """
    own, lying = frozenset(keys), frozenset(places)
    for long, short in brackets:
        named = own.issuperset((long, short)) and 2 <= len(names[long].words) > len(names[short].words)
        alike = own.issuperset((long, short)) or lying.issuperset((long, short))
        if named or is_short_form(names[short], names[long], alike):
            sets.join(long, short)
    _join_acronyms(sets, [*keys, *places], names, beside)
    _join_parts(sets, keys, names)


def is_short_form(short: Name, long: Name, alike: bool) -> bool:
    """Whether a name in brackets may be short for the name before it.

    Args:
        alike: whether both are organisations or both are places; "Dover (AP)" is a place and an agency.
    """
    if len(short.words) != 1 or len(long.words) < 2 or not short.words[0]:
        return False
    if short.is_acronym and (alike or short.words[0] in acronyms(long.words)):
        return True
    letters = iter("".join(long.words))
    return short.words[0][0] == long.words[0][0] and all(letter in letters for letter in short.words[0])


@lru_cache(maxsize=8192)
def acronyms(words: tuple[str, ...]) -> frozenset[str]:
    """Acronyms that a name of several words may have, in lower case."""
    parts = [part for word in words for part in word.split("-") if part]
    if not 2 <= len(parts) <= _LONGEST:
        return frozenset()
    every = "".join(part[0] for part in parts)
    great = "".join(part[0] for part in parts if part not in SMALL_WORDS)
    # "Halden Union of Fish Workers for Norway" goes by HUFW.
    till = next((place for place, part in enumerate(parts) if part in _PURPOSES), 0)
    before = "".join(part[0] for part in parts[:till] if part not in SMALL_WORDS)
    kept = (every, great, before) if len(before) >= _LONG_ACRONYM else (every, great)
    return frozenset(found for found in kept if len(found) >= 2)


def _join_acronyms(
    sets: DisjointSets, keys: Sequence[int], names: Sequence[Name], beside: Container[tuple[int, int]]
) -> None:
    short = [key for key in keys if len(names[key].words) == 1 and names[key].is_acronym]
    known: dict[str, int] = {}
    for key in keys if short else ():
        for acronym in acronyms(names[key].words):
            known.setdefault(acronym, key)
    for key in short:
        long = known.get(names[key].words[0])
        if long is not None and (long, key) not in beside:
            sets.join(long, key)


def _join_parts(sets: DisjointSets, keys: Sequence[int], names: Sequence[Name]) -> None:
    by_part: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    by_edge: defaultdict[str, list[int]] = defaultdict(list)
    named = {names[key].words for key in keys}
    for key in keys:
        words = names[key].words
        if not 2 <= len(words) <= _LONGEST:
            continue
        for length in range(1, len(words)):
            if (part := words[:length]) in named and _goes_without(words, length):
                by_part[part].add(key)
        for length in range(2, len(words)):
            if (part := words[-length:]) in named:
                by_part[part].add(key)
        by_edge[words[-1]].append(key)
        by_edge[words[0]].append(key)
    for key in keys:
        words = names[key].words
        longer = by_part.get(words)
        if longer is None and len(words) == 1:
            (word,) = words
            longer = {other for other in by_edge.get(word, ()) if _is_known_by(names[other].words, word)}
            longer = longer or {
                other for other in by_edge.get(word, ()) if other < key and _begins(names[other], names[key])
            }
        if longer and len(bearers := {sets.root(other) for other in longer}) == 1:
            sets.join(bearers.pop(), key)


def _goes_without(words: tuple[str, ...], length: int) -> bool:
    """Whether the first words of a name are a short form of it."""
    rest = words[length:]
    if _GENERIC.issuperset(rest):
        return words[length - 1] not in SMALL_WORDS
    if length < 2:
        return False
    if rest[0] in ("and", "&") or is_country(rest):
        return True  # "Noble Moving" of "Noble Moving and Storage", "Save the Sea" of "Save the Sea Norway"
    if rest[0] not in _LINKS:
        return False
    return words[length - 1] in _HEADS or (len(rest) > 1 and is_place(rest[1:]))


def _begins(long: Name, short: Name) -> bool:
    """Whether an organisation that was named in full may go by its first word: "Veltro" of "Veltro Software".

    "EU" is not the EU Commission, nor "BBC" BBC Sport: what follows an acronym is a part of the body.
    """
    (word,) = short.words
    return long.words[0] == word and word not in _HEADS and not is_place((word,)) and not short.is_acronym


def _is_known_by(words: tuple[str, ...], word: str) -> bool:
    """Whether a name of several words goes by one: "the Church" of Anything, "the Pirates" of Pittsburgh."""
    if len(words) < 2:
        return False
    if word == words[0]:
        return word in _HEADS and words[1] in _LINKS
    return word in _HEADS or is_place(words[:-1])
