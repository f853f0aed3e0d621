"""Whom a pronoun means: the most salient candidate before it that grammar allows, else a name behind it."""

from collections.abc import Mapping, Sequence

from service.enrich.aliases.clusters import Gender, Mention
from service.enrich.aliases.entity import Entity
from service.enrich.aliases.pronouns.binding import SUBJECTS, bound_to
from service.enrich.aliases.pronouns.cataphora import ahead, fronted
from service.enrich.aliases.pronouns.salience import Salience
from service.enrich.aliases.pronouns.things import Things
from service.enrich.tree import Tree
from service.enrich.word_classes import WordClass
from service.enrich.words import word_set

_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
_THING = frozenset(("it", "its", "itself"))
_SEVERAL = frozenset(("they", "them", "their", "theirs", "themselves"))
_PRONOUNS = _THING | _SEVERAL | _GENDERS.keys()
_READ = WordClass.of(_PRONOUNS | {"who"})

_NEAR_QUOTE = 6
"""Tokens between the speaker of a quotation and its marks."""

_STYLES = word_set(
    """
    Majesty Highness Excellency Holiness Eminence Beatitude Lordship Ladyship Grace Honour Honor Worship Royal Imperial
    Serene
    """
)
"""Words behind "His" and "Her" in a form of address, which means nobody told before."""

_BRACKETS = {"(": ")", "[": "]"}
_LONGEST_GLOSS = 8
"""Tokens in brackets behind a pronoun."""


class Pronouns:
    """Adds the pronouns of one document to its entities.

    Args:
        entity_at: of names and descriptions, by the tokens that head their mentions.
        quoted: for each token the index of the run between quotation marks it stands in, -1 for none.
    """

    def __init__(self, tree: Tree, entity_at: Mapping[int, Entity], quoted: Sequence[int]) -> None:
        self._tree, self._at, self._quoted = tree, entity_at, quoted
        self._salience = Salience(tree, quoted)
        self._things = Things(tree, entity_at, quoted, self._salience)

    def add(self) -> None:
        """Read the document from its beginning to its end."""
        tree = self._tree
        for index in sorted({*self._at, *_READ.at(tree.words)}):
            entity = self._at.get(index)
            if entity is None:
                if (word := tree.lowers[index]) not in _PRONOUNS:
                    self._relative(index)
                elif (entity := self._meant(index, word)) is not None:
                    entity.mentions.append(Mention(tree.offsets[index], tree.ends[index], "pronoun", index))
            if entity is not None:
                self._salience.remember(index, entity)

    def _relative(self, index: int) -> None:
        """ "Kirby, who said ...": "who" stands for the noun its clause belongs to."""
        tree = self._tree
        if tree.tags[index] != "WP" or tree.relations[index] not in SUBJECTS:
            return
        clause = tree.heads[index]
        entity = self._at.get(tree.heads[clause]) if tree.relations[clause] == "acl:relcl" else None
        if entity is not None:
            self._salience.note(entity, index)

    def _meant(self, index: int, word: str) -> Entity | None:
        texts, gender = self._tree.texts, _GENDERS.get(word)
        following = texts[index + 1] if index + 1 < len(texts) else ""
        if following in _BRACKETS and (told := self._glossed(index, word)) is not None:
            return told
        if following in _STYLES:
            return None
        if gender is not None:
            return self._person(index, gender)
        if word in _THING:
            return self._things.thing(index)
        return self._things.several(index) if word in _SEVERAL else None

    def _glossed(self, index: int, word: str) -> Entity | None:
        """Who stands in brackets behind a pronoun: "they (the Greens) voted", "he [Reuss] knew"."""
        texts = self._tree.texts
        closing = _BRACKETS[texts[index + 1]]
        inside = texts[index + 2 : index + 2 + _LONGEST_GLOSS]
        if closing not in inside:
            return None
        found = [
            entity
            for token in range(index + 2, index + 2 + inside.index(closing))
            if (entity := self._at.get(token)) is not None
        ]
        if len(found) != 1 or (found[0].type == "PERSON") != (word in _GENDERS):
            return None
        return found[0]

    def _person(self, index: int, gender: Gender) -> Entity | None:
        if (entity := fronted(self._tree, self._at, index, gender)) is not None:
            return entity
        told_of, bound = self._told_of(index), bound_to(self._tree, index)
        may_be = (
            seen
            for seen in reversed(self._salience.seen)
            if seen[0].type == "PERSON" and (seen[0].gender or gender) == gender and seen[1] not in bound
        )
        entity = self._salience.best(index, gender, may_be, told_of) or ahead(self._tree, self._at, index, gender)
        if entity is None or (entity.gender is None and entity.likely_gender not in (None, gender)):
            entity = self._otherwise(gender) or entity
        if entity is not None and entity.gender is None:
            entity.gender = gender
        return entity

    def _told_of(self, index: int) -> set[int]:
        """Who is named in the quotation whose speaker a pronoun is: 'He said, "Reuss was late"' is not Reuss."""
        tree = self._tree
        if self._quoted[index] >= 0 or not self._salience.is_speaking(index):
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

    def _otherwise(self, gender: Gender) -> Entity | None:
        """The person named most so far, however far back."""
        most = self._salience.most
        return most if most is not None and (most.gender or most.likely_gender or gender) == gender else None
