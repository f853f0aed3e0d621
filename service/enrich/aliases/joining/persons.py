"""Names of one person: full names, surnames, initials, short forms and misspelt repeats."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from service.enrich.actors.persons.leaders import shared as leaders
from service.enrich.aliases.clusters import Gender
from service.enrich.aliases.joining.sets import DisjointSets
from service.enrich.aliases.joining.surnames import inner_surnames, is_surname_first
from service.enrich.aliases.names.names import GENERATIONS, Name
from service.enrich.aliases.names.spelling import spellings

_LONGEST = 6
"""Words of a name that are looked at: longer ones are no names of persons."""

_MIN_LETTERS = 5
"""Of a first name that may be spelt with another vowel."""

_VOWEL = re.compile("[aeiouy]")

_FIRST_NAMES = {
    short: full
    for full, shorts in {
        "abdullah": "abdallah abdulla",
        "ahmed": "ahmad ahmet",
        "alexander": "alex alec",
        "andrew": "andy drew",
        "anthony": "tony",
        "benjamin": "ben",
        "charles": "charlie chuck",
        "christopher": "chris",
        "daniel": "dan danny",
        "david": "dave",
        "deborah": "debbie deb",
        "donald": "don donnie",
        "edward": "ed eddie ted",
        "elizabeth": "liz beth betty",
        "gregory": "greg",
        "hussein": "hussain husain husayn hossein",
        "james": "jim jimmy jamie",
        "jeffrey": "jeff",
        "jennifer": "jen jenny",
        "john": "johnny jack",
        "joseph": "joe joey",
        "katherine": "kate kathy katie",
        "kenneth": "ken kenny",
        "lawrence": "larry",
        "margaret": "maggie meg peggy",
        "matthew": "matt",
        "michael": "mike mick",
        "mohammed": "mohamed mohammad mohamad muhammad muhammed md",
        "nicholas": "nick",
        "patricia": "pat patty",
        "peter": "pete",
        "richard": "rick dick rich",
        "robert": "bob bobby rob",
        "ronald": "ron ronnie",
        "samuel": "sam",
        "stephen": "steve",
        "steven": "steve",
        "susan": "sue",
        "thomas": "tom tommy",
        "timothy": "tim",
        "vladimir": "volodya",
        "yusuf": "yousef youssef yousuf yusef",
        "william": "bill billy will",
    }.items()
    for short in shorts.split()
}
"""Short forms of English first names, and other spellings of Arabic ones."""


def join_persons(
    sets: DisjointSets,
    keys: Sequence[int],
    names: Sequence[Name],
    governing: Collection[int] = (),
    relatives: Collection[int] = (),
) -> None:
    """Join the names of each person.

    Args:
        sets: of all names; joined in place.
        keys: indexes of the persons' names, in the order of first mention.
        names: by index.
        governing: indexes of names that stand behind the office of a head of state or government.
        relatives: indexes of names of whom it is told whose relatives they are.
    """
    full = [key for key in keys if 2 <= len(names[key].words) <= _LONGEST]
    single = [key for key in keys if len(names[key].words) == 1]
    if len(full) > 1:
        _join_full_names(sets, full, names)
    if full and single:
        others = [key for key in single if not _rules(key, governing, full, names)]
        _join_single_names(sets, full, others, names, governing, relatives)


def _rules(key: int, governing: Collection[int], full: Iterable[int], names: Sequence[Name]) -> bool:
    """Whether a surname is that of a known head of government, and whoever bears it here is somebody else.

    "President Obama" is not the Michelle Obama whom a story tells of in full.
    """
    if key not in governing:
        return False
    [surname] = names[key].words
    bearers = [names[other].bare for other in full if names[other].words[-1] == surname]
    return bool(bearers) and all(leaders().is_another_of(names[key].bare, bearer) for bearer in bearers)


def _join_full_names(sets: DisjointSets, full: Sequence[int], names: Sequence[Name]) -> None:
    by_form: dict[tuple[str, ...], int] = {}
    by_part: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    by_initial: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    sharing = _sharing_a_word(full, names)
    for key in full:
        words = names[key].words
        for form in _forms(words) if key in sharing else ():
            other = by_form.setdefault(form, key)
            if other != key and _may_be_one(names[other].gender, names[key].gender):
                sets.join(other, key)
        by_initial[words[0][0], words[-1]].add(key)
        for length in range(2, len(words)):
            if words[-1] not in GENERATIONS:  # "Anna Weber" is no part of "Anna Weber Jr."
                by_part[words[:length]].add(key)
            by_part[words[-length:]].add(key)
    for key in full:
        # "López Obrador" of "Andrés Manuel López Obrador", when nobody else bears it.
        words = names[key].words
        if words in by_part and len(bearers := {sets.root(other) for other in by_part[words]}) == 1:
            sets.join(key, bearers.pop())
        if len(words[0]) == 1:
            # "J. Marlow", when there is one Marlow whose name begins so.
            bearers = {sets.root(other) for other in by_initial[words[0], words[-1]]} - {sets.root(key)}
            if len(bearers) == 1:
                sets.join(key, bearers.pop())


def _sharing_a_word(full: Sequence[int], names: Sequence[Name]) -> set[int]:
    """Full names whose first or last name another has: no others have a form in common."""
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for key in full:
        first, last = names[key].words[0], _without_article(names[key].words[-1])
        for word in {first, _FIRST_NAMES.get(first, first), last}:
            bearers[word].append(key)
    return {key for keys in bearers.values() if len(keys) > 1 for key in keys}


def _forms(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Keys of which two full names share one when they may be one person's."""
    first, last = words[0], _without_article(words[-1])
    forms: set[tuple[str, ...]] = {(first, spelt) for spelt in spellings(last)}
    if len(first) >= _MIN_LETTERS:
        # Kristin and Kristen, but not Martin and Marvin.
        forms.add((_VOWEL.sub("*", first), last))
    forms.add((_FIRST_NAMES.get(first, first), last))
    return forms


def _without_article(word: str) -> str:
    return word[3:] if word[:3] in ("al-", "el-") and len(word) > 4 else word


def _may_be_one(one: Gender | None, other: Gender | None) -> bool:
    return one is None or other is None or one == other


def _join_single_names(
    sets: DisjointSets,
    full: Sequence[int],
    single: Sequence[int],
    names: Sequence[Name],
    governing: Collection[int],
    relatives: Collection[int],
) -> None:
    by_last: defaultdict[str, set[int]] = defaultdict(set)
    by_other: defaultdict[str, set[int]] = defaultdict(set)
    surnames: list[tuple[str, int]] = []
    by_spelling: Mapping[str, set[int]] | None = None
    by_inner: defaultdict[str, set[int]] = defaultdict(set)
    genders: dict[int, Gender] = {}
    royal = {sets.root(key) for key in full if names[key].is_royal or not _SON_OF.isdisjoint(names[key].words)}
    for key in full:
        words, root = names[key].words, sets.root(key)
        if words[-2] not in _SON_OF:
            last = _without_article(words[-1])
            by_last[last].add(root)
            surnames.append((last, root))
        if is_surname_first(words):
            by_last[words[0]].add(root)
        for inner in inner_surnames(words):
            by_inner[inner].add(root)
        # Of names of four words the last but one may be a surname too ("Manuel López Obrador").
        for word in {words[0], words[-2] if len(words) > 3 else words[0]}:
            by_other[word].add(root)
        if (gender := names[key].gender) is not None:
            genders.setdefault(root, gender)
    for key in single:
        word, gender = _without_article(names[key].words[0]), names[key].gender
        introduced = {bearer for bearer in by_inner.get(word, ()) if bearer < key}
        candidates = by_last.get(word) or introduced or by_other.get(word)
        if candidates is None:
            if by_spelling is None:
                by_spelling = _by_spelling(surnames)
            candidates = set().union(*[by_spelling.get(spelt, ()) for spelt in spellings(word)])
        if names[key].is_royal:
            candidates = candidates & royal  # Prince Hussein is not Hussein Reuss
        if len(candidates) > 1 and gender is not None:
            candidates = {root for root in candidates if genders.get(root) == gender}
        elif len(candidates) > 1:
            candidates = _introduced(candidates, key)
            # The surname stays with whom the text is about, not with "her husband, Adam Holm".
            candidates = candidates - {sets.root(other) for other in relatives} or candidates
            if len(candidates) > 1:
                candidates &= {sets.root(other) for other in governing}
        if len(candidates) == 1:
            (root,) = candidates
            if _may_be_one(gender, genders.get(root)):
                sets.join(root, key)


_SON_OF = frozenset(("bin", "ibn", "bint", "binti"))
"""Before the name of a parent, by which nobody is called: King Salman is not Omar bin Salman."""


def _by_spelling(surnames: Iterable[tuple[str, int]]) -> Mapping[str, set[int]]:
    """The bearers of surnames by what misspelt repeats have in common with them."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for surname, bearer in surnames:
        for spelt in spellings(surname):
            found[spelt].add(bearer)
    return found


def _introduced(bearers: set[int], key: int) -> set[int]:
    """Whom a surname means that several bear: who was named in full before, else who is first (headlines do so).

    Relatives are told of further on, by their full names, while the surname stays with whom the text is about.
    """
    return {bearer for bearer in bearers if bearer < key} or {min(bearers)}
