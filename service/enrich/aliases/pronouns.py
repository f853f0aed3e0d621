"""Whom a pronoun means: the most salient candidate before it.

Weights follow Lappin and Leass (1994): recency of the sentence first, then the grammatical role, with
gender where it is known, how often somebody is named, and who spoke last.
"""

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from service.enrich.aliases.clusters import Gender, Mention
from service.enrich.aliases.countries import is_country
from service.enrich.aliases.entity import Entity
from service.enrich.quotes.cues import SPEECH
from service.enrich.tree import Tree

_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
_THING = frozenset(("it", "its", "itself"))
_SEVERAL = frozenset(("they", "them", "their", "theirs", "themselves"))
_PRONOUNS = _THING | _SEVERAL | _GENDERS.keys()
_READ = _PRONOUNS | {"who"}
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj"))
_SUBJECTS_AND_OBJECTS = _SUBJECTS | {"obj", "iobj"}

_WINDOW = 48
"""Mentions that are remembered."""

_NEAR_QUOTE = 6
"""Tokens between the speaker of a quotation and its marks."""

# Weights, chosen on development data: what speaks for a candidate and against it.
SENTENCE = -22.0  # each sentence back
ROLE_SUBJECT = 34.0
ROLE_OBJECT = 14.0
TOLD = 30.0  # its gender is told, and the pronoun's
LIKELY = 16.0  # its first name has the pronoun's gender mostly
UNLIKELY = -45.0  # mostly the other one
SPOKE = 28.0  # it spoke last, and the pronoun is the subject of a word of saying
FREQUENT = 5.0  # each mention, up to six
PARALLEL = 4.0  # both are subjects
IN_QUOTE = -35.0  # it is inside a quotation and the pronoun is not
SELF = -60.0  # the pronoun is inside a quotation of its own
SAYS = 25.0  # the pronoun is the subject of what it says
OWNERS = 18.0  # both own something in one sentence
TOLD_OF = -80.0  # it is named in what the pronoun, the subject of a word of saying, says
UNNAMED = -15.0  # it is only described


class _Seen(NamedTuple):
    """A mention before the pronoun; ``token`` is the one that has its place in the sentence."""

    entity: Entity
    token: int


def _place_in_sentence(tree: Tree, index: int) -> int:
    """The token whose relation a mention has: that of "spokesman" for a name behind it."""
    while tree.relations[index] in _PARTS and tree.parts[tree.heads[index]] in ("NOUN", "PROPN"):
        index = tree.heads[index]
    return index


_PARTS = frozenset(("flat", "compound", "nmod:desc", "appos"))


class Pronouns:
    """Adds the pronouns of one document to its entities.

    Args:
        entities: of names and descriptions.
        quoted: for each token the index of the run between quotation marks it stands in, -1 for none.
    """

    def __init__(self, tree: Tree, entities: Sequence[Entity], quoted: Sequence[int]) -> None:
        self._tree, self._quoted = tree, quoted
        self._at = {mention.head: entity for entity in entities for mention in entity.mentions}
        self._entities = entities
        self._seen: deque[_Seen] = deque(maxlen=_WINDOW)
        self._counts: dict[int, int] = {}
        self._speaker: Entity | None = None
        self._most: Entity | None = None

    def add(self) -> None:
        """Read the document from its beginning to its end."""
        tree = self._tree
        pronouns = [index for index, word in enumerate(tree.lowers) if word in _READ]
        for index in sorted({*self._at, *pronouns}):
            word = tree.lowers[index]
            entity = self._at.get(index)
            if entity is None and word in _PRONOUNS:
                entity = self._meant(index, word)
                if entity is not None:
                    entity.mentions.append(Mention(tree.offsets[index], tree.end(index), "pronoun", index))
            elif entity is None and tree.tags[index] == "WP" and word == "who" and tree.relations[index] in _SUBJECTS:
                self._relative(index)
            if entity is not None:
                self._remember(index, entity)

    def _relative(self, index: int) -> None:
        """ "Kirby, who said ...": the pronoun stands for the noun its clause belongs to."""
        tree = self._tree
        clause = tree.heads[index]
        entity = self._at.get(tree.heads[clause]) if tree.relations[clause] == "acl:relcl" else None
        if entity is not None:
            self._seen.append(_Seen(entity, index))

    def _remember(self, index: int, entity: Entity) -> None:
        tree = self._tree
        place = _place_in_sentence(tree, index)
        self._seen.append(_Seen(entity, place))
        count = self._counts[id(entity)] = self._counts.get(id(entity), 0) + 1
        if entity.type == "PERSON" and entity.named and (self._most is None or count > self._counts[id(self._most)]):
            self._most = entity
        if self._quoted[index] < 0 and self._is_speaking(place):
            entity.speaks = True
            self._speaker = entity

    def _is_speaking(self, index: int) -> bool:
        tree = self._tree
        return tree.relations[index] in ("nsubj", "nsubj:outer") and tree.lemmas[tree.heads[index]] in SPEECH

    def _meant(self, index: int, word: str) -> Entity | None:
        gender = _GENDERS.get(word)
        if gender is not None:
            return self._person(index, gender)
        if word in _THING:
            return self._thing(index)
        return self._several(index) if word in _SEVERAL else None

    def _person(self, index: int, gender: Gender) -> Entity | None:
        if (entity := self._fronted(index, gender)) is not None:
            return entity
        told_of = self._told_of(index)
        scores: dict[int, tuple[float, int, Entity]] = {}
        for seen in self._seen:
            entity = seen.entity
            if entity.type != "PERSON" or (entity.gender or gender) != gender or self._is_bound(seen.token, index):
                continue
            score = self._score(seen, index, gender) + (TOLD_OF if id(entity) in told_of else 0)
            if id(entity) not in scores or score > scores[id(entity)][0]:
                scores[id(entity)] = (score, seen.token, entity)
        best = max(scores.values(), key=lambda each: each[:2], default=None)
        entity = best[2] if best else self._ahead(index, gender)
        if entity is None or (entity.gender is None and entity.likely_gender not in (None, gender)):
            entity = self._otherwise(gender) or entity
        if entity is not None and entity.gender is None:
            entity.gender = gender
        return entity

    def _told_of(self, index: int) -> set[int]:
        """Who is named in the quotation whose speaker a pronoun is: 'He said, "Reuss was late"' is not Reuss."""
        tree = self._tree
        if self._quoted[index] >= 0 or not self._is_speaking(index):
            return set()
        found: set[int] = set()
        for step in (-1, 1):
            token, run = index + step, -1
            while 0 <= token < len(tree.texts) and (run < 0 or self._quoted[token] == run):
                run = self._quoted[token]
                if run < 0 and abs(token - index) > _NEAR_QUOTE:
                    break
                if run >= 0 and (entity := self._at.get(token)) is not None and entity.named:
                    found.add(id(entity))
                token += step
        return found

    def _score(self, seen: _Seen, index: int, gender: Gender | None) -> float:
        tree, entity, token = self._tree, seen.entity, seen.token
        score = SENTENCE * (tree.sentence[index] - tree.sentence[token])
        relation = tree.relations[token]
        if relation in _SUBJECTS:
            score += ROLE_SUBJECT
            if tree.relations[index] in _SUBJECTS:
                score += PARALLEL
        elif relation in ("obj", "iobj", "obl:agent"):
            score += ROLE_OBJECT
        if not entity.named:
            score += UNNAMED
        if tree.sentence[index] == tree.sentence[token]:
            if relation == "nmod:poss" and tree.relations[index] == "nmod:poss":
                score += OWNERS
            clause = tree.heads[index]
            if (
                tree.relations[index] in _SUBJECTS
                and tree.relations[clause] == "ccomp"
                and (tree.heads[token] == tree.heads[clause] and relation in _SUBJECTS)
            ):
                score += SAYS
        if gender is not None:
            if entity.gender == gender:
                score += TOLD
            elif entity.likely_gender is not None:
                score += LIKELY if entity.likely_gender == gender else UNLIKELY
        score += FREQUENT * min(self._counts.get(id(entity), 0), 6)
        if self._quoted[index] < 0:
            if self._quoted[token] >= 0:
                score += IN_QUOTE
            if entity is self._speaker and self._is_speaking(index):
                score += SPOKE
        elif self._quoted[token] < 0 and self._is_speaking(token) and tree.sentence[index] == tree.sentence[token]:
            score += SELF
        return score

    def _is_bound(self, token: int, index: int) -> bool:
        """Whether grammar keeps two words of one clause from meaning the same (Chomsky's principle B)."""
        tree = self._tree
        if tree.tags[index] == "PRP$" or tree.relations[index] == "nmod:poss" or tree.lowers[index].endswith("self"):
            return tree.heads[index] == token
        head = tree.heads[index]
        if tree.relations[index] in _SUBJECTS:
            return False
        return tree.heads[token] == head and tree.relations[token] in _SUBJECTS_AND_OBJECTS

    def _fronted(self, index: int, gender: Gender) -> Entity | None:
        """ "In her speech, Waters said": the subject behind the phrase that the pronoun stands in."""
        tree = self._tree
        if tree.relations[index] != "nmod:poss":
            return None
        verb = tree.heads[index]
        for _ in range(4):
            if tree.relations[verb] in ("obl", "advcl"):
                break
            verb = tree.heads[verb]
        if tree.relations[verb] not in ("obl", "advcl"):
            return None
        main = tree.heads[verb]
        before = [
            child for child in tree.children[main] if child < verb and tree.relations[child] not in ("punct", "cc")
        ]
        subjects = [child for child in tree.children[main] if tree.relations[child] in _SUBJECTS and child > verb]
        entity = self._at.get(subjects[0]) if subjects and not before else None
        if entity is None or entity.type != "PERSON" or not entity.named:
            return None
        told = entity.gender or entity.likely_gender
        return entity if (told or gender) == gender else None

    def _ahead(self, index: int, gender: Gender) -> Entity | None:
        """ "In his speech, Obama said": a name behind the pronoun in its sentence."""
        tree = self._tree
        for token in range(index + 1, min(len(tree.texts), index + 30)):
            if tree.sentence[token] != tree.sentence[index]:
                break
            entity = self._at.get(token)
            if entity is not None and entity.type == "PERSON" and (entity.gender or gender) == gender:
                return entity
        return None

    def _otherwise(self, gender: Gender) -> Entity | None:
        """The person named most so far, however far back."""
        most = self._most
        return most if most is not None and (most.gender or most.likely_gender or gender) == gender else None

    def _thing(self, index: int) -> Entity | None:
        """An organisation or country: the subject or possessor nearest before, in this or the last sentence."""
        tree = self._tree
        if tree.relations[index] == "expl":
            return None
        best: tuple[float, int, Entity] | None = None
        for seen in self._seen:
            entity = seen.entity
            back = tree.sentence[index] - tree.sentence[seen.token]
            relation = tree.relations[seen.token]
            if back > 1 or (relation not in _SUBJECTS and not (relation == "nmod:poss" and back == 0)):
                continue
            if not _is_actor(entity) or self._is_bound(seen.token, index):
                continue
            rank = (self._score(seen, index, None), seen.token, entity)
            if best is None or rank[:2] > best[:2]:
                best = rank
        return best[2] if best else None

    def _several(self, index: int) -> Entity | None:
        """A group, a people or an organisation: the nearest subject in this or the last sentence."""
        tree = self._tree
        best: tuple[float, int, Entity] | None = None
        for seen in self._seen:
            entity = seen.entity
            if entity.type not in ("GROUP", "NORP", "ORG") or tree.sentence[index] - tree.sentence[seen.token] > 1:
                continue
            if self._is_bound(seen.token, index):
                continue
            score = self._score(seen, index, None) + (20 if entity.type == "GROUP" else 0)
            rank = (score, seen.token, entity)
            if best is None or rank[:2] > best[:2]:
                best = rank
        return best[2] if best else None


def _is_actor(entity: Entity) -> bool:
    if entity.type == "LOC":
        return any(is_country(each.metonym or each.name.words) for each in entity.named[:3])
    return entity.type == "ORG" or (entity.type == "GROUP" and len(entity.roles) > 0)
