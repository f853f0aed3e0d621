"""Which organisation, country or group "it" and "they" mean; where they may mean what nobody tells of, none.

Most of what they stand for is no entity: a river, a plan, the dogs. So a candidate must be a subject or an owner, and
no other noun of the pronoun's number may be a subject nearer to it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from service.enrich.aliases.descriptions.nouns import COUNTRIES, GROUPS, ORGANISATIONS, PERSONS
from service.enrich.aliases.entity import Entity
from service.enrich.aliases.pronouns.binding import SUBJECTS, bound_to
from service.enrich.aliases.pronouns.salience import Salience, Seen
from service.enrich.quotes.attributions.cues import TO_SOMEBODY, cue_class
from service.enrich.tree import Tree
from service.enrich.words import word_set

_OWNER = "nmod:poss"
_SUBJECTS_AND_OWNERS = SUBJECTS | {_OWNER}

_SINGULAR, _PLURAL = frozenset(("NN", "NNP")), frozenset(("NNS", "NNPS"))
"""Tags of nouns by number."""

_BODIES = GROUPS - {"people"}
"""Groups that are one thing, which "it" may be; "officials" are none."""

_BE = _BODIES | ORGANISATIONS | COUNTRIES | word_set("ally member producer provider maker power place partner rival")
"""Nouns that tell what a body or a country is: "it is a member"."""

_GROUP = 20.0
"""Weight that speaks for a group, not an organisation or people, as "they"."""


class Things:
    """Whom "it" and "they" mean in one document.

    Args:
        told: entities by the tokens that head their names and descriptions.
        quoted: for each token the index of the run between quotation marks it stands in, -1 for none.
    """

    def __init__(self, tree: Tree, told: Mapping[int, Entity], quoted: Sequence[int], salience: Salience) -> None:
        self._tree, self._told, self._quoted, self._salience = tree, told, quoted, salience

    def thing(self, index: int) -> Entity | None:
        """The organisation, body or country that "it" means."""
        tree = self._tree
        known = tree.relations[index] in _SUBJECTS_AND_OWNERS or tree.lowers[index] == "itself"
        if not known or self._is_nobody(index):
            return None
        may_be = [
            seen
            for seen in self._owners_and_subjects(index, self._last_rival(index, _SINGULAR))
            if _is_actor(seen.entity) and not (seen.entity.type == "GROUP" and tree.tags[seen.token] in _PLURAL)
        ]
        return self._salience.best(index, None, may_be)

    def several(self, index: int) -> Entity | None:
        """The group, people or organisation that "they" means."""
        tree, rival, bound = self._tree, self._last_rival(index, _PLURAL), bound_to(self._tree, index)
        may_be = [
            seen
            for seen in self._salience.recent(index)
            if seen.token > rival
            and seen.token not in bound
            # "The Polish team left its bags with them" tells of no Poles.
            and (seen.entity.type == "GROUP" or (seen.entity.type == "NORP" and tree.tags[seen.token] != "JJ"))
        ]
        if tree.relations[index] in _SUBJECTS_AND_OWNERS or tree.lowers[index] == "themselves":
            may_be += [seen for seen in self._owners_and_subjects(index, rival) if seen.entity.type == "ORG"]
        return self._salience.best(index, None, may_be, group=_GROUP)

    def _owners_and_subjects(self, index: int, rival: int) -> Iterator[Seen]:
        """Subjects before a pronoun, and owners in its sentence, that stand in the same quotation or in none."""
        tree, quoted, bound = self._tree, self._quoted, bound_to(self._tree, index)
        for seen in self._salience.recent(index):
            relation, token = tree.relations[seen.token], seen.token
            if relation not in SUBJECTS and (relation != _OWNER or seen.sentence != tree.sentence[index]):
                continue
            if token > rival and token not in bound and quoted[token] == quoted[index]:
                yield seen

    def _last_rival(self, index: int, number: frozenset[str]) -> int:
        """The last subject before a pronoun, in its sentence or the one before, that nobody told of; -1 for none."""
        rivals = self._rivals[number]
        place = bisect_left(rivals, index) - 1
        sentence = self._tree.sentence
        return rivals[place] if place >= 0 and sentence[rivals[place]] >= sentence[index] - 1 else -1

    @cached_property
    def _rivals(self) -> dict[frozenset[str], list[int]]:
        """By number, the subjects that nobody told of; people are none of "it"."""
        tree, told = self._tree, self._told
        subjects = [token for token, own in enumerate(tree.relations) if own in SUBJECTS and token not in told]
        things = [token for token in subjects if tree.tags[token] in _SINGULAR and tree.lemmas[token] not in PERSONS]
        return {_SINGULAR: things, _PLURAL: [token for token in subjects if tree.tags[token] in _PLURAL]}

    def _is_nobody(self, index: int) -> bool:
        """Whether "it" opens a sentence, or is told to be no body: "it was the chief who ...", "it is a plan"."""
        return self._tree.relations[index] in SUBJECTS and (
            self._is_cleft(index) or self._is_held(index) or self._is_told_to_be_else(index) or self._takes_place(index)
        )

    def _is_cleft(self, index: int) -> bool:
        """Whether "it" only opens a sentence: "it was the chief who ..."."""
        tree, head = self._tree, self._tree.heads[index]
        own = {tree.relations[child] for child in tree.children[head]}
        return "cop" in own and any(
            tree.relations[child] == "acl:relcl" and tree.lowers[token] in ("who", "that")
            for child in tree.children[head]
            for token in range(tree.first[child], child)
        )

    def _is_held(self, index: int) -> bool:
        """Whether "it" stands for a clause that many hold or say: "it is expected that they meet"."""
        tree, verb = self._tree, self._tree.heads[index]
        if tree.relations[index] != "nsubj:pass" or tree.lemmas[verb] in TO_SOMEBODY:
            return False
        return cue_class(tree.lemmas[verb]) is not None and any(
            tree.relations[child] == "ccomp" and child > verb for child in tree.children[verb]
        )

    def _is_told_to_be_else(self, index: int) -> bool:
        """Whether "it" is told to be something that no body or country is: "it was a mistake"."""
        tree, head = self._tree, self._tree.heads[index]
        return (
            tree.parts[head] == "NOUN"
            and tree.lemmas[head] not in _BE
            and any(tree.relations[child] == "cop" for child in tree.children[head])
        )

    def _takes_place(self, index: int) -> bool:
        """Whether "it" happens, as events do."""
        tree, verb = self._tree, self._tree.heads[index]
        if tree.lemmas[verb] == "take":
            return any(
                tree.relations[child] == "obj" and tree.lowers[child] == "place" for child in tree.children[verb]
            )
        return tree.lemmas[verb] in _HAPPEN


_HAPPEN = frozenset(("happen", "occur", "rain", "snow"))


def _is_actor(entity: Entity) -> bool:
    is_body = entity.type == "GROUP" and not _BODIES.isdisjoint(entity.roles)
    return is_body or entity.type == "ORG" or entity.is_country
