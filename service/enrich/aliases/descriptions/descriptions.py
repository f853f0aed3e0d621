"""Descriptions: roles that stand with a name, and later phrases such as "the spokesman" that take them up."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from itertools import islice

from service.enrich.aliases.clusters import Mention
from service.enrich.aliases.descriptions.cases import Cases, identified
from service.enrich.aliases.descriptions.nouns import COUNTRIES, GENERIC_ORGANISATIONS, GROUPS, ORGANISATIONS, PERSONS
from service.enrich.aliases.descriptions.phrases import (
    FORMER,
    end_of_complement,
    has_determiner,
    leads_something,
    phrase,
    role_meant,
    role_of,
    titled_name,
)
from service.enrich.aliases.descriptions.recent import Recent
from service.enrich.aliases.descriptions.same_words import SameWords
from service.enrich.aliases.entity import Entity
from service.enrich.aliases.names.titles import noun_gender
from service.enrich.function_words import DEFINITE
from service.enrich.tree import Tree
from service.enrich.word_classes import WordClass

_DESCRIBING = WordClass.of(PERSONS | ORGANISATIONS | GROUPS | COUNTRIES)
_OWN_MENTIONS = frozenset(("appos", "nsubj", "obj", "obl", "nmod", "ROOT", "nsubj:pass"))
"""Relations of nouns beside a name that are mentions of their own."""

_DEMONSTRATIVE = frozenset(("this", "that"))
_MOST_LIKELY = 50
"""Of those described by a role that are looked at for one described by the same words, the last first."""

_NO_BODIES = frozenset(("PERSON", "LOC", "NORP"))
"""Types of who is no company or agency: "Dover, Kent company Nordfisk" tells nothing of Kent."""

_NAME_MODIFIERS = frozenset(("compound", "nmod:desc", "flat", "appos", "amod"))


class Descriptions:
    """Adds the descriptions of one document to its entities.

    Args:
        entities: of the names; described ones are appended.
    """

    def __init__(self, tree: Tree, entities: list[Entity]) -> None:
        self._tree, self._entities = tree, entities
        self._at: dict[int, Entity] = {mention.head: entity for entity in entities for mention in entity.mentions}
        self._in_name: dict[int, Entity] = {}
        """The entity by each token inside its names."""
        self._person_from: dict[int, tuple[Entity, int]] = {}
        """By the first token of each person's name its bearer and the token behind it."""
        self._read_tokens()
        self._described: defaultdict[str, dict[Entity, None]] = defaultdict(dict)
        """By role the entities described by it, the last one at the end."""
        self._recent = Recent(tree)
        self._cases, self._same_words = Cases(tree), SameWords(tree, self._in_name)
        self._by_word: dict[str, Entity] = {}

    def add(self) -> Mapping[int, Entity]:
        """Read the document from its beginning to its end, and tell entities by the tokens that head mentions."""
        tree = self._tree
        at, in_name = self._at, self._in_name
        for index in sorted({*at, *_DESCRIBING.at(tree.lemma_words)}):
            if index in at:
                self._read_name(index, at[index])
            elif tree.parts[index] == "NOUN" and index not in in_name:
                self._read_noun(index)
        return at

    def _read_tokens(self) -> None:
        """Note which tokens are inside the names."""
        offsets, in_name = self._tree.offsets, self._in_name
        for entity in self._entities:
            person = entity.type == "PERSON"
            for start, end, _, _ in entity.mentions:
                first, behind = bisect_left(offsets, start), bisect_left(offsets, end)
                for token in range(first, behind):
                    in_name[token] = entity
                if person:
                    self._person_from[first] = entity, behind

    def _read_name(self, index: int, entity: Entity) -> None:
        """Take the roles that stand with a name: "spokesman Kanani", "Kirby, a spokesman for ..."."""
        tree = self._tree
        for child in tree.children[index]:
            if tree.relations[child] in _NAME_MODIFIERS and tree.lemmas[child] in PERSONS and child not in self._at:
                self._give_role(entity, child)
                for other in tree.children[child]:
                    # "Thompson, curator and director"
                    if tree.relations[other] == "conj" and tree.lemmas[other] in PERSONS and other not in self._at:
                        self._give_role(entity, other)
        head = tree.heads[index]
        if head != index and head not in self._at:
            relation = tree.relations[index]
            # Not "a Kirby spokesman": who speaks for him is another.
            titled = relation in ("flat", "compound") and tree.parts[head] == "NOUN" and head < index
            if relation == "appos" or titled:
                self._give_role(entity, head)
        if tree.relations[index] == "nsubj" and self._is_description(head):
            self._give_role(entity, head)
        self._recent.note(index, entity)
        self._cases.note(index, entity)
        for named in entity.named[:1]:
            for word in named.name.words:
                if word in ORGANISATIONS:
                    self._by_word[word] = entity
        for role in entity.roles:
            self._describe(role, entity)

    def _describe(self, role: str, entity: Entity) -> None:
        """Note that an entity is the last one described by a role."""
        described = self._described[role]
        described.pop(entity, None)
        described[entity] = None

    def _is_description(self, index: int) -> bool:
        """Whether a noun is said of a subject: "Kirby is a spokesman"."""
        tree = self._tree
        return tree.lemmas[index] in PERSONS and any(tree.relations[child] == "cop" for child in tree.children[index])

    def _give_role(self, entity: Entity, noun: int) -> None:
        tree = self._tree
        lemma = tree.lemmas[noun]
        if entity.type == "PERSON" and lemma in PERSONS:
            role = role_of(tree, noun)
            entity.roles.add(role)
            entity.gender = entity.gender or noun_gender(lemma)
            self._describe(role, entity)
            if tree.parts[noun] == "NOUN" and tree.relations[noun] in _OWN_MENTIONS:
                self._mention(entity, noun)
        elif entity.type not in _NO_BODIES and lemma in ORGANISATIONS and tree.relations[noun] == "appos":
            entity.roles.add(lemma)
            self._describe(lemma, entity)
            self._mention(entity, noun)

    def _read_noun(self, index: int) -> None:
        tree, lemma = self._tree, self._tree.lemmas[index]
        if tree.relations[index] in ("compound", "nmod:desc", "flat") or (
            lemma == "head" and not leads_something(tree, index)
        ):
            return
        person = lemma in PERSONS
        if person and (named := self._named_behind(index)) is not None:
            self._give_role(named, index)
            return
        entity = self._taken_up(index, lemma, person)
        if entity is None and not person and lemma not in GROUPS:
            return
        role = role_of(tree, index) if person else lemma
        if entity is None:
            entity = self._new(index, role, person)
        self._recent.note(index, entity)
        self._cases.note(index, entity)
        self._mention(entity, index)
        self._describe(role, entity)
        if person and (name := identified(tree, index)) is not None:
            self._identify(entity, self._at.get(name))

    def _named_behind(self, index: int) -> Entity | None:
        """The person whose name follows: "spokesman (or head of press (HP)) Adam Reuss", "an officer, Ada Holm"."""
        tree, texts = self._tree, self._tree.texts
        if tree.relations[index] == "appos" and tree.heads[index] > index:
            # "Lead engineer and co-founder Ada Holm" hangs all on Ada.
            entity = self._at.get(tree.heads[index])
            return entity if entity is not None and entity.type == "PERSON" else None
        if tree.tags[index] != "NNS" and (titled := titled_name(tree, index, self._person_from)) is not None:
            return self._person_from[titled][0]
        for child in tree.children[index]:
            # "Minister of Planning and Works Adam Reuss", "an officer (Traffic) of Dover Police, Adam Reuss,"
            name, end = self._person_from.get(child, (None, 0))
            apposed = name is not None and tree.relations[child] == "appos" and tree.tags[index] != "NNS"
            if apposed and (texts[child - 1] != "," or texts[end : end + 1] in ([","], ["."])):
                return name
        comma = end_of_complement(tree, index)
        if comma + 2 < len(texts) and (texts[comma], texts[comma + 2]) == ("(", ")"):
            return self._person_from.get(comma + 3, (None, 0))[0]
        if comma < len(texts) and texts[comma] == ",":
            entity, end = self._person_from.get(comma + 1, (None, 0))
            # "After a call to his mother, Reuss left" has no mark behind the name.
            return entity if end < len(texts) and texts[end] in (",", ".") else None
        return self._person_from.get(index + 1, (None, 0))[0]

    def _taken_up(self, index: int, lemma: str, person: bool) -> Entity | None:
        """The entity that a definite phrase means."""
        tree = self._tree
        if tree.tags[index] == "NNS" or not has_determiner(tree, index, DEFINITE):
            return None
        bare = all(
            tree.relations[child] in ("det", "punct", "case", "acl:relcl", "cc", "conj", "cop")
            for child in tree.children[index]
        )
        if person:
            return self._person(index, bare) or (self._cases.taken_up(lemma) if bare else None)
        if not bare:
            return None
        named = self._by_word.get(lemma)
        if named is not None:
            return named
        if lemma in COUNTRIES:
            return self._recent.country(index, has_determiner(tree, index, _DEMONSTRATIVE))
        described = next(reversed(self._described[lemma]), None)
        return self._recent.body(index, lemma, described) if lemma in GENERIC_ORGANISATIONS else described

    def _person(self, index: int, bare: bool) -> Entity | None:
        """The person that a definite phrase means: the last one so described, and by the same words."""
        tree = self._tree
        # "The man" is none of "two men".
        role = role_meant(tree, index, self._described if bare else {})
        described = (entity for entity in reversed(self._described[role]) if entity.type != "GROUP")
        modified = {tree.lowers[child] for child in tree.children[index] if tree.relations[child] == "amod"}
        if bare or (modified and modified <= FORMER and tree.last[index] == index):
            return next(described, None)
        first, last = phrase(tree, index)
        if last > index:
            return None
        before = [token for token in range(first, index) if tree.lowers[token] not in DEFINITE]
        return next((each for each in islice(described, _MOST_LIKELY) if self._same_words.has(before, each)), None)

    def _new(self, index: int, role: str, person: bool) -> Entity:
        """Somebody, or several, whom nothing told of before."""
        tree = self._tree
        if person and tree.tags[index] != "NNS":
            entity = Entity("PERSON", [], gender=noun_gender(tree.lemmas[index]), roles={role})
        else:
            entity = Entity("GROUP", [], roles={role})
        self._entities.append(entity)
        return entity

    def _identify(self, described: Entity, named: Entity | None) -> None:
        """Make one of who was only described and the person whose name the text gives him."""
        if named is None or named.type != described.type or described.named or named is described:
            return
        for mention in described.mentions:
            self._at[mention.head] = named
        named.absorb(described)
        for role in named.roles:
            self._described[role].pop(described, None)
            self._describe(role, named)
        self._cases.identify(described, named)
        self._entities.remove(described)

    def _mention(self, entity: Entity, noun: int) -> None:
        if noun in self._at:
            return
        # The noun alone: what belongs to it is looked for when the entity is told, and few are.
        entity.mentions.append(Mention(self._tree.offsets[noun], self._tree.ends[noun], "nominal", noun))
        self._at[noun] = entity
