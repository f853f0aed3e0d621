"""Names of one document agree: what is said of a name at one place counts at all others."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from service.enrich.aliases.names.titles import TITLES
from service.enrich.encoder.labels import NAME_LABELS
from service.enrich.encoder.names import Name
from service.enrich.words import word_set

ORG = NAME_LABELS.index("ORG")
PERSON = NAME_LABELS.index("PERSON")
VOTERS = frozenset(NAME_LABELS.index(label) for label in NAME_LABELS if label not in ("DATE", "MONEY"))
"""Labels of things that have names; ``May`` the month has nothing to say to ``May`` the minister."""

CONFIDENT = 0.9
"""Probability of the winning label above which other places of the name are names, too."""

MIN_PART_LETTERS = 3  # letters of a family name; shorter parts are initials and particles
MIN_NAME_LETTERS = 4  # letters of a name that is looked for; shorter ones are words as well

BODIES = word_set(
    """
    airline bank broadcaster carmaker charity company conglomerate firm giant group lender ngo newspaper organisation
    organization party retailer startup unit
    """
)
"""Nouns for organisations right before their names."""

_QUOTES = frozenset("\"'“‘")

BARE_TITLES = (TITLES | {"envoy", "md"}) - {"chief", "don", "duke", "prince"}
"""Words that name nobody by themselves; the words left out are first names and nicknames, too."""

Key = tuple[str, ...]


def agree(names: Sequence[Name], words: Sequence[str]) -> list[Name]:
    """The names of a document after its places have voted.

    - The same words get the label with the most probability over all their places.
    - A single word that is part of a person's full name is that person, unless it begins a longer name of a place or
      an organisation, or is a first name that alone is surely something else: of Israel Katz news says "Katz".
    - A single word that the text once calls a company or the like is no person: "energy company Orlan".
    - Words that are a confident name at one place are one wherever they stand free or are parts of it alone.
    - A title alone ("Envoy", "the King") names no person, unless one's full name ends with it.

    Args:
        names: in order, not overlapping.
        words: of the document.
    """
    names = _without_bare_titles(names, words)
    ballots: dict[Key, np.ndarray] = {}
    for name in names:
        if name.label in VOTERS:
            key = _key(words, name)
            ballots[key] = ballots.get(key, np.zeros(len(NAME_LABELS))) + name.chances
    winners = {key: max(VOTERS, key=lambda label: (ballot[label], -label)) for key, ballot in ballots.items()}
    for name in names:
        key = _key(words, name)
        if winners.get(key) == PERSON and _is_told_to_be_a_body(name, words):
            winners[key] = ORG
    parts = _parts_of_persons(winners) - _first_names_of_others(winners, ballots)
    agreed = []
    for name in names:
        if name.label in VOTERS:
            key = _key(words, name)
            label = PERSON if len(key) == 1 and key[0] in parts else winners[key]
            name = Name(name.start, name.end, label, name.chances)
        agreed.append(name)
    repeats = list(_repeats(agreed, words))
    covered = {index for name in repeats for index in range(name.start, name.end)}
    apart = [name for name in agreed if name.start not in covered]
    return sorted([*apart, *repeats], key=lambda name: name.start)


def _is_told_to_be_a_body(name: Name, words: Sequence[str]) -> bool:
    """Whether the word before a single one tells that it is an organisation: "energy company Orlan"."""
    before = name.start - (2 if name.start > 1 and words[name.start - 1] in _QUOTES else 1)
    return name.end - name.start == 1 and before >= 0 and words[before] in BODIES


def _without_bare_titles(names: Sequence[Name], words: Sequence[str]) -> Sequence[Name]:
    bare = {
        name.start
        for name in names
        if name.label == PERSON
        and name.end == name.start + 1
        and words[name.start].lower().removesuffix(".") in BARE_TITLES
    }
    if not bare:
        return names
    families = {words[name.end - 1] for name in names if name.label == PERSON and name.end > name.start + 1}
    return [name for name in names if name.start not in bare or words[name.start] in families]


def _key(words: Sequence[str], name: Name) -> Key:
    return tuple(words[name.start : name.end])


def _parts_of_persons(winners: dict[Key, int]) -> set[str]:
    """Words of full names of persons that begin no name of another kind."""
    others = {key[0] for key, label in winners.items() if label != PERSON and len(key) > 1}
    parts = {word for key, label in winners.items() if label == PERSON and len(key) > 1 for word in key}
    return {word for word in parts - others if len(word) >= MIN_PART_LETTERS and word[0].isupper()}


def _first_names_of_others(winners: dict[Key, int], ballots: dict[Key, np.ndarray]) -> set[str]:
    """First names of persons that alone are no person's name, by most of their places."""
    persons = [key for key, label in winners.items() if label == PERSON and len(key) > 1]
    first, later = {key[0] for key in persons}, {word for key in persons for word in key[1:]}
    return {
        word
        for word in first - later
        if (label := winners.get((word,), PERSON)) != PERSON
        and ballots[(word,)][label] >= CONFIDENT * ballots[(word,)].sum()
    }


def _repeats(names: Sequence[Name], words: Sequence[str]) -> Iterator[Name]:
    """Places where a confident name stands that no name covers, or only shorter ones; the longest names first."""
    known: dict[Key, Name] = {}
    for name in names:
        key = _key(words, name)
        sure = name.label in VOTERS and name.chances[name.label] >= CONFIDENT
        if sure and key[0][:1].isupper() and sum(map(len, key)) >= MIN_NAME_LETTERS:
            known.setdefault(key, name)
    # The length of the name that each word belongs to, 0 for none, and where one begins and ends.
    length = [0] * len(words)
    begins, ends = {name.start for name in names}, {name.end for name in names}
    for name in names:
        length[name.start : name.end] = [name.end - name.start] * (name.end - name.start)
    places: dict[str, list[int]] = defaultdict(list)
    first = {key[0] for key in known}
    for index, word in enumerate(words):
        if word in first:
            places[word].append(index)
    for key in sorted(known, key=lambda key: (-len(key), key)):
        for start in places[key[0]]:
            end = start + len(key)
            if tuple(words[start:end]) != key or max(length[start:end]) >= len(key):
                continue
            if (not length[start] or start in begins) and (not length[end - 1] or end in ends):
                length[start:end] = [len(key)] * len(key)
                yield Name(start, end, known[key].label, known[key].chances)
