"""The organisation that a role belongs to: "the foreign ministry" of "the foreign ministry's spokesman"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from service.enrich.actors.phrases.function_words import DETERMINERS
from service.enrich.actors.phrases.modifiers import RANKING
from service.enrich.actors.phrases.noun_phrases import Phrase
from service.enrich.actors.reading.body_names import Body
from service.enrich.actors.reading.document import POSSESSIVE, Reading, words_before
from service.enrich.actors.reading.lexicon import Lexicon
from service.enrich.actors.roles.role import Role
from service.enrich.words import word_set

_STATE = word_set(
    """
    minister ambassador governor mayor king queen prince princess emperor premier chancellor president secretary mec mmc
    """
)
"""Heads of states, of their parts and ministries: what follows them with "of" is no body."""

_HOMES = word_set("village town city community district neighbourhood neighborhood")
"""Where people live: "Anna Weber of Orlan village" belongs to no body."""

LINKS = frozenset(("of", "for", "at", "in", "to", "with", "on", "from", ",")) | POSSESSIVE
"""What parts a phrase from the one that it belongs to."""

_BEFORE_BODY = DETERMINERS | LINKS


@dataclass(frozen=True, slots=True)
class Organisation:
    """Tokens (end exclusive) that name a body; the body of the lexicon where it is there; PLOVER sector."""

    start: int
    end: int
    body: Body | None = None
    sector: str | None = None


def organisation(reading: Reading, role: Role) -> Organisation | None:
    """The body a role belongs to."""
    found = _beside_role(reading, role)
    return None if found is not None and found.body is None and _is_none(reading, found, role.phrase) else found


def _is_none(reading: Reading, found: Organisation, phrase: Phrase | None) -> bool:
    """Whether what was taken for a body is an office, "the President of Peru", or where a resident lives."""
    if phrase is not None and phrase.agent.sector == "CVL" and reading.tree.lowers[found.end - 1] in _HOMES:
        return True
    if reading.may_end_agent.find(True, found.start, found.end) < 0:
        return False  # as mostly
    ends = (at for at in range(found.start, found.end) if at == found.end - 1 or reading.tree.lowers[at + 1] == "of")
    agent = next(filter(None, (reading.agent_ending(at, found.start) for at in ends)), None)
    return agent is not None and agent[0] == found.start and not agent[1].plural and agent[1].sector == "GOV"


def _beside_role(reading: Reading, role: Role) -> Organisation | None:
    phrase = role.phrase
    if phrase is None:
        found = _in_complement(reading, role.first, role.end, state=True)
        capital = found is not None and any(text[:1].isupper() for text in reading.tree.texts[found.start : found.end])
        return found if capital and found is not None and reading.tree.lowers[found.end - 1] not in _HOMES else None
    state = reading.tree.lowers[phrase.noun_end - 1] in _STATE
    named = next(_named(reading, phrase.noun_end, role.end), None)
    # The name may end within the noun: "Farmers' Party leader", where "party leader" is the noun.
    for each in _named(reading, min(role.first, phrase.first), phrase.noun_end - 1):
        # "OECD director for the Skills Board": the body that is known is the employer.
        better = named is None or (named.body is None and each.body is not None)
        if better and not (state and each.sector is None):
            named = each
    return named or _in_complement(reading, phrase.noun_end, role.end, state=state) or _in_modifiers(reading, phrase)


def _in_modifiers(reading: Reading, phrase: Phrase) -> Organisation | None:
    """ "foreign ministry" of "foreign ministry spokesman", "Odhikar" of "Odhikar's lawyer"."""
    for index in range(phrase.noun - 1, phrase.first - 1, -1):
        found = reading.body_ending(index, phrase.first)
        if found is not None and "-" not in reading.tree.texts[index - 1 : index + 2]:  # "centre-right" tells of none
            start = _without_nation(reading, phrase.first, found[0])
            ranking = (at + 1 for at in range(start, found[0]) if _is_of_person(reading, at))
            start = max(ranking, default=start)
            return Organisation(start, index + 1, None, found[1]) if index + 1 - start > 1 else None
    index = phrase.first + 1
    if index < phrase.noun and reading.tree.lowers[index] in POSSESSIVE and _is_unknown_name(reading, phrase.first):
        return Organisation(phrase.first, index)
    return None


def _is_of_person(reading: Reading, index: int) -> bool:
    """Whether a modifier is of a person and not of a body: "former", and "-old" of an age."""
    lowers = reading.tree.lowers
    return lowers[index] in RANKING or (lowers[index] == "old" and lowers[index - 1] == "-")


def _in_complement(reading: Reading, start: int, end: int, state: bool) -> Organisation | None:
    """ "national security council" of "for the national security council".

    Args:
        state: whether the noun is for offices of a state: neither "state" nor any name with capitals is a body then.
    """
    named = next(_named(reading, start, end), None)
    if named is not None:
        return named
    tree = reading.tree
    for index in range(start, end):
        found = reading.body_ending(index, start)
        follows = index + 1 < end and reading.body_ending(index + 1, start) is not None
        if found is not None and not follows and not (state and found[1] == "GOV"):
            first = found[0]
            while first > start and tree.lowers[first - 1] not in _BEFORE_BODY:
                first -= 1
            first = _without_nation(reading, first, found[0])
            last = index + 1
            if tree.texts[index][:1].isupper() and last < end and tree.lowers[last] in ("of", "for"):
                last = _name_end(reading, last, end)
            if last - first > 1:
                return Organisation(first, last, None, found[1])
    if not state:
        for index in range(start, end):
            if tree.lowers[index] in ("of", "for", "at", "with"):
                first = index + 1
                while first < end and tree.lowers[first] in DETERMINERS:
                    first += 1
                if first < end and _is_unknown_name(reading, first):
                    last = _name_end(reading, first, end)
                    return Organisation(first, last, None, name_sector(reading, first, last))
    return None


def _named(reading: Reading, start: int, end: int) -> Iterator[Organisation]:
    """Bodies of the lexicon and organisations by name within tokens."""
    index = start
    while index < end:
        hit = reading.bodies.get(index)
        name = reading.names[index]
        if index > start and reading.tree.texts[index - 1] == "(":
            # A name in brackets is short for the one before them.
            index = max(index + 1, hit[0] if hit is not None else 0)
        elif (
            name is not None and name.type in ("ORG", "FAC") and name.end > index and (hit is None or hit[0] < name.end)
        ):
            if hit is not None and reading.agent_ending(name.end - 1, hit[0]) is not None:
                yield Organisation(index, hit[0], hit[1], hit[1].sector)
                index = name.end
                continue
            body = hit[1] if hit is not None else None
            sector = name_sector(reading, index, name.end) if body is None else body.sector
            sector = sector or reading.sectors.get(index)
            if name.type == "ORG" or sector is not None:
                yield Organisation(index, name.end, body, sector)
            index = name.end
        elif hit is not None and hit[0] <= end:
            yield Organisation(index, hit[0], hit[1], hit[1].sector)
            index = hit[0]
        else:
            index += 1


def name_sector(reading: Reading, start: int, end: int) -> str | None:
    """The sector of a body by the words of its name: of its last word, else of the first that tells."""
    return _sector_of(reading.lexicon, tuple(reading.tree.lowers[start:end]))


@lru_cache(maxsize=16_384)  # articles say the same few names, again and again
def _sector_of(lexicon: Lexicon, words: tuple[str, ...]) -> str | None:
    for index in (len(words) - 1, *range(len(words) - 1)):
        if not lexicon.may_end_body(words[index]):
            continue
        if words[max(0, index - 1) : index + 1] == ("artificial", "intelligence"):
            continue  # no body of spies
        body = lexicon.body(words_before(words, index, 0)[0])
        if body is not None and body[1] is not None and (body[1] != "CVL" or index == len(words) - 1):
            return body[1]  # "public" tells nothing of a Public Works Agency
    return None


def _without_nation(reading: Reading, start: int, stop: int) -> int:
    """Token behind the possessor a body's phrase begins with: "Iran's foreign ministry" is "foreign ministry"."""
    for index in range(stop, start, -1):
        if reading.tree.lowers[index] in POSSESSIVE and index < stop:
            return index + 1
    nation = reading.nation_at.get(start)
    if nation is not None and nation.end <= stop and nation.kind == "demonym":
        return nation.end
    return start


def _is_unknown_name(reading: Reading, index: int) -> bool:
    name = reading.names[index]
    capital = reading.tree.texts[index][:1].isupper()
    return capital and (name is None or name.type in ("ORG", "MISC", "FAC")) and index not in reading.nation_at


def _name_end(reading: Reading, index: int, end: int) -> int:
    """Token behind a name with capitals: "Bureau of Mines and Geology"."""
    tree = reading.tree
    last = index
    while index < end and (
        tree.texts[index][:1].isupper() or tree.lowers[index] in ("of", "for", "and", "&", "the", "-")
    ):
        if tree.texts[index][:1].isupper():
            last = index + 1
        index += 1
    return last
