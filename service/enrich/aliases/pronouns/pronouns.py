"""Whom a pronoun means: the most salient candidate before it that grammar allows, else a name behind it."""

import re
from collections.abc import Container, Mapping, Sequence

from service.enrich.aliases.clusters import Gender, Mention
from service.enrich.aliases.entity import Entity
from service.enrich.aliases.pronouns.binding import SUBJECTS, bound_to, named_beside, reflexive
from service.enrich.aliases.pronouns.cataphora import ahead, fronted
from service.enrich.aliases.pronouns.salience import Salience
from service.enrich.aliases.pronouns.tellers import Tellers
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
_READ = WordClass.of(_PRONOUNS | {"who", "whose"})

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
_DECADE = re.compile(r"[2-9]0s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties|teens")
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
        self._tellers = Tellers(tree, entity_at, quoted, self._salience)
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
        """ "Kirby, who said ...", "Kirby, whose ...": both stand for the noun their clause belongs to."""
        tree = self._tree
        owns = tree.tags[index] == "WP$"
        if not owns and (tree.tags[index] != "WP" or tree.relations[index] not in SUBJECTS):
            return
        clause = tree.heads[index]
        if owns and tree.relations[clause] != "acl:relcl":
            clause = tree.heads[clause]  # "whose house was searched" hangs on "house"
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
        if (entity := self._by_grammar(index, gender)) is not None:
            return entity
        told_of, bound = self._told_of(index), bound_to(self._tree, index)
        barred = self._barred(index, bound)
        may_be = (
            seen
            for seen in reversed(self._salience.seen)
            if seen[0].is_person(gender) and seen[1] not in bound and id(seen[0]) not in barred
        )
        quoting, teller = self._tellers.quoting(index), self._tellers.of_case(index)
        entity = self._salience.best(index, gender, may_be, told_of, quoting=quoting, teller=teller)
        entity = entity or ahead(self._tree, self._at, index, gender)
        if entity is None or (entity.gender is None and entity.likely_gender not in (None, gender)):
            entity = self._otherwise(gender) or entity
        if entity is not None and entity.gender is None:
            entity.gender, entity.presumed = gender, True
        return entity

    def _by_grammar(self, index: int, gender: Gender) -> Entity | None:
        """Who alone may be meant, however salient others are."""
        if self._tree.lowers[index].endswith("self") and (entity := self._stressed(index, gender)) is not None:
            return entity
        return fronted(self._tree, self._at, index, gender) or self._of_age(index, gender)

    def _of_age(self, index: int, gender: Gender) -> Entity | None:
        """Who "a man in his 70s" is: whoever the years are told of."""
        tree = self._tree
        years = tree.heads[index]
        known = years == index + 1 and tree.relations[years] == "nmod" and _DECADE.fullmatch(tree.lowers[years])
        entity = self._at.get(tree.heads[years]) if known else None
        return entity if entity is not None and entity.is_person(gender) else None

    def _stressed(self, index: int, gender: Gender) -> Entity | None:
        """The person whom a reflexive pronoun means by grammar."""
        token = reflexive(self._tree, index)
        entity = self._salience.at(token) if token is not None else None
        return entity if entity is not None and entity.is_person(gender) else None

    def _barred(self, index: int, bound: Container[int]) -> set[int]:
        """Whom grammar keeps a pronoun from meaning, wherever else they are named."""
        tree, barred = self._tree, set[int]()
        if index == 0 or tree.parts[index - 1] != "ADP":  # "Reuss left a diary behind him"
            barred.update(id(seen.entity) for seen in self._salience.seen if seen.token in bound)
        for token in named_beside(tree, index):
            if (entity := self._at.get(token)) is not None and entity.named and tree.parts[token] == "PROPN":
                barred.add(id(entity))
        return barred

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
