"""How salient what was mentioned is where a pronoun stands.

Weights follow Lappin and Leass (1994): recency of the sentence first, then the grammatical role, with
gender where it is known, how often somebody is named, and who spoke last.
"""

from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from itertools import takewhile
from math import inf
from typing import NamedTuple

from service.enrich.aliases.clusters import Gender
from service.enrich.aliases.descriptions.nouns import PERSONS
from service.enrich.aliases.entity import Entity
from service.enrich.aliases.pronouns.binding import SUBJECTS
from service.enrich.quotes.attributions.cues import SPEECH
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import ACTIVE_SUBJECTS, NOUNS

_OBJECTS = frozenset(("obj", "iobj", "obl:agent"))
"""Relations of objects, and of whoever acts in a passive clause."""

_WINDOW = 48
"""Mentions that are remembered."""

# Weights, chosen on development data: what speaks for a candidate and against it.
SENTENCE = -22.0  # each sentence back
ROLE_SUBJECT = 34.0
ROLE_OBJECT = 14.0
WHOSE = 34.0  # the clause tells of it: "Reuss, whose house was searched before his arrest"
TOLD = 30.0  # its gender is told, and the pronoun's
PRESUMED = 18.0  # a pronoun before was taken to mean it
LIKELY = 28.0  # its first name has the pronoun's gender mostly
UNLIKELY = -45.0  # mostly the other one
UNKNOWN = -14.0  # it is only described, nothing tells its gender, and the pronoun is "she"
SPOKE = 28.0  # it spoke last, and the pronoun is the subject of a word of saying
FREQUENT = 5.0  # each mention, up to the number below
PARALLEL = 4.0  # both are subjects
IN_QUOTE = -35.0  # it is inside a quotation and the pronoun is not
SELF = -60.0  # the pronoun is inside a quotation of its own
SAYS = 25.0  # the pronoun is the subject of what it says
OWNERS = 18.0  # both own something in one sentence
TELLS = -60.0  # it tells of a case what the pronoun stands in
TOLD_OF = -80.0  # it is named in what the pronoun, the subject of a word of saying, says
UNNAMED = -15.0  # it is only described

_MOST_TIMES = 6
"""Mentions that count for how frequent somebody is."""

_MOST_OUTSIDE = ROLE_SUBJECT + FREQUENT * _MOST_TIMES + TOLD + SPOKE + PARALLEL
"""The most that may speak for a mention in another sentence, beside what speaks against it for that."""


class Seen(NamedTuple):
    """A mention before the pronoun.

    Attributes:
        token: the one that has its place in the sentence.
        sentence: number of the sentence.
        weight: what speaks for it wherever the pronoun stands.
    """

    entity: Entity
    token: int
    sentence: int
    weight: float


_make: Callable[[tuple[Entity, int, int, float]], Seen] = partial(tuple.__new__, Seen)
"""As ``Seen``, whose own constructor is a function of Python: it is called for every mention."""


class Salience:
    """What was mentioned so far in one document.

    Args:
        quoted: for each token the index of the run between quotation marks it stands in, -1 for none.

    Attributes:
        seen: the last mentions.
        most: the person named most so far.
    """

    def __init__(self, tree: Tree, quoted: Sequence[int]) -> None:
        self._tree, self._quoted = tree, quoted
        self.seen: deque[Seen] = deque(maxlen=_WINDOW)
        self.most: Entity | None = None
        self._speaker: Entity | None = None

    def note(self, entity: Entity, token: int) -> None:
        """Take in that a token means an entity, and nothing else."""
        tree, weight = self._tree, 0.0 if entity.named else UNNAMED
        if (relation := tree.relations[token]) in SUBJECTS:
            weight += ROLE_SUBJECT
        elif relation in _OBJECTS:
            weight += ROLE_OBJECT
        elif tree.tags[token] == "WP$":
            weight += WHOSE
        self.seen.append(_make((entity, token, tree.sentence[token], weight)))

    def remember(self, index: int, entity: Entity) -> None:
        """Take in the mention that a token heads."""
        person, place = entity.type == "PERSON", self.place(index, entity)
        self.note(entity, place)
        entity.times += 1
        if entity.times <= _MOST_TIMES:
            entity.prominence += FREQUENT
        if person and entity.named and (self.most is None or entity.times > self.most.times):
            self.most = entity
        if self._quoted[index] < 0 and self.is_speaking(place):
            entity.speaks = True
            self._speaker = entity

    def place(self, index: int, entity: Entity) -> int:
        """The token that stands in the sentence for a mention that another heads."""
        if self._tree.relations[index] not in _PARTS:
            return index
        return _place_in_sentence(self._tree, index, entity.type == "PERSON")

    def at(self, token: int) -> Entity | None:
        """Whom a token before was found to mean, of the last mentions."""
        return next((seen.entity for seen in reversed(self.seen) if seen.token == token), None)

    def is_speaking(self, index: int) -> bool:
        """Whether a token is the subject of a word of saying."""
        tree = self._tree
        return tree.relations[index] in ACTIVE_SUBJECTS and tree.lemmas[tree.heads[index]] in SPEECH

    def recent(self, index: int) -> Iterator[Seen]:
        """Mentions in the sentence of a token and in the one before, the last first."""
        before = self._tree.sentence[index] - 1
        return takewhile(lambda seen: seen.sentence >= before, reversed(self.seen))

    def best(
        self,
        index: int,
        gender: Gender | None,
        some: Iterable[Seen],
        told_of: Container[int] = (),
        group: float = 0.0,
        quoting: Entity | None = None,
        teller: Entity | None = None,
    ) -> Entity | None:
        """What a pronoun means: of some mentions that for which most speaks, of equal ones the last.

        Args:
            index: of the pronoun.
            gender: of the pronoun; None where it tells none.
            some: mentions before it, the last first.
            told_of: ids of the entities named in what the pronoun, the subject of a word of saying, says.
            group: what speaks for groups.
            quoting: whose words in quotation marks the pronoun stands in.
            teller: the official who tells of others what the pronoun stands in.
        """
        tree, quoted = self._tree, self._quoted
        relations, heads, sentence = tree.relations, tree.heads, tree.sentence[index]
        own, clause = relations[index], heads[index]
        is_subject, owns, is_quoted = own in SUBJECTS, own == "nmod:poss", quoted[index] >= 0
        saying = heads[clause] if is_subject and relations[clause] == "ccomp" else None
        speaker = self._speaker if not is_quoted and self.is_speaking(index) else None
        best, highest, last = None, -inf, -1
        for entity, token, own_sentence, weight in some:
            here = own_sentence == sentence
            back = SENTENCE * (sentence - own_sentence)
            if not here and _MOST_OUTSIDE + group + back < highest:
                break  # nothing can speak for what is farther back still
            score = weight + back + entity.prominence
            if is_subject and relations[token] in SUBJECTS:
                score += PARALLEL
                if here and heads[token] == saying and entity is not teller:
                    score += SAYS
            elif owns and here and relations[token] == own:
                score += OWNERS
            if gender is not None:
                score += _for_gender(entity, gender)
            if not is_quoted and quoted[token] >= 0:
                score += IN_QUOTE
            elif is_quoted and here and quoted[token] < 0 and self.is_speaking(token):
                score += SELF
            if entity is speaker:
                score += SPOKE
            if entity is quoting:
                score += SELF
            elif entity is teller:
                score += TELLS
            if told_of and id(entity) in told_of:
                score += TOLD_OF
            if entity.type == "GROUP":
                score += group
            if score > highest or (score == highest and token >= last):
                best, highest, last = entity, score, token
        return best


def _for_gender(entity: Entity, gender: Gender) -> float:
    """What its gender says for an entity as the meaning of a pronoun that tells one."""
    if entity.gender == gender:
        return PRESUMED if entity.presumed and entity.likely_gender is None else TOLD
    if entity.likely_gender is None:
        return UNKNOWN if gender == "f" and not entity.named else 0.0
    return LIKELY if entity.likely_gender == gender else UNLIKELY


def _place_in_sentence(tree: Tree, index: int, person: bool) -> int:
    """The token whose relation a mention has: that of "spokesman" for a name behind it."""
    while tree.relations[index] in _PARTS and tree.parts[tree.heads[index]] in NOUNS:
        head = tree.heads[index]
        if tree.relations[index] in _MODIFYING and (_is_thing(tree, head) if person else tree.parts[head] in NOUNS):
            break  # "the Ortega regime" is not Ortega, and "the Nordfisk fleet" not Nordfisk
        index = head
    return index


_PARTS = frozenset(("flat", "compound", "nmod:desc", "appos"))
_MODIFYING = frozenset(("compound", "nmod:desc"))


def _is_thing(tree: Tree, noun: int) -> bool:
    return tree.parts[noun] == "NOUN" and tree.lemmas[noun] not in PERSONS
