"""Who tells what a pronoun stands in: the speaker of a quotation, and officials who tell of a case."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from service.enrich.aliases.descriptions.phrases import DEPUTY
from service.enrich.aliases.entity import Entity
from service.enrich.aliases.pronouns.binding import SUBJECTS, own_subject
from service.enrich.aliases.pronouns.salience import Salience
from service.enrich.quotes.attributions.cues import SPEECH
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import CONTENT_CLAUSES
from service.enrich.words import word_set

_NEAR = 12
"""Tokens between the marks of a quotation and the subject of the word of saying beside it."""

_MAX_ABOVE = 12
"""Words above a pronoun in which what is said is looked for."""

_OFFICIALS = word_set(
    """
    spokesman spokeswoman spokesperson officer policeman policewoman inspector superintendent commissioner sergeant
    detective sheriff constable investigator prosecutor lawyer attorney solicitor counsel judge magistrate justice
    coroner official commander
    """
)
"""Those who tell of others: of who was arrested, hurt or judged."""

_OWN_MATTER = word_set(
    """
    believe hope think expect want wish hear see know receive learn understand doubt feel fear regret confident aware
    sure convinced satisfied happy pleased proud sad sorry shocked surprised ready unable able agree welcome
    speak ask tell inform inspect visit order instruct direct urge call say
    """
)
"""Words of which somebody who tells of a case is the subject himself: "the judge said he was satisfied"."""

_OWN_PEOPLE = word_set("client team officer office department man unit colleague ministry agency force court bureau")
"""Whom those who tell of a case have: "the lawyer said his client slept"."""


class Tellers:
    """Finds them in one document.

    Args:
        told: entities by the tokens that head their names and descriptions.
        quoted: for each token the index of the run between quotation marks it stands in, -1 for none.
    """

    def __init__(self, tree: Tree, told: Mapping[int, Entity], quoted: Sequence[int], salience: Salience) -> None:
        self._tree, self._told, self._quoted, self._salience = tree, told, quoted, salience

    def quoting(self, index: int) -> Entity | None:
        """Whose words in quotation marks a pronoun stands in; he means somebody else by it."""
        run = self._quoted[index]
        if run < 0:
            return None
        first = self._first_words[run]
        if self._tree.sentence[first] == self._tree.sentence[index] and not self._tree.texts[first][:1].isupper():
            return None  # "she said that 'he left her'" is told as the article tells it
        return self._speakers.get(run)

    def of_case(self, index: int) -> Entity | None:
        """The official who tells without quotation marks what a pronoun stands in, and hardly means himself."""
        tree = self._tree
        if self._quoted[index] >= 0:
            return None
        word = index
        for _ in range(_MAX_ABOVE):
            above = tree.heads[word]
            if above == word:
                return None
            if tree.relations[word] in CONTENT_CLAUSES and tree.lemmas[above] in SPEECH:
                subject = own_subject(tree, above)
                if subject is None or self._is_own_matter(index, word):
                    return None
                entity = self._by_place.get(subject)
                return entity if entity is not None and self._tells_of_others(entity) else None
            word = above
        return None

    def _tells_of_others(self, entity: Entity) -> bool:
        """Whether somebody is an official, and not whom the text is about."""
        roles = (role.removeprefix(DEPUTY) for role in entity.roles)
        return not _OFFICIALS.isdisjoint(roles) and entity is not self._salience.most

    def _is_own_matter(self, index: int, clause: int) -> bool:
        """Whether a pronoun stands in what somebody says of himself: his plans, thoughts and people."""
        tree = self._tree
        if tree.relations[index] == "nmod:poss":
            return tree.lemmas[tree.heads[index]] in _OWN_PEOPLE
        if tree.heads[index] != clause or tree.relations[index] not in SUBJECTS:
            return False
        return tree.lemmas[clause] in _OWN_MATTER or any(
            tree.lowers[child] in _PLANNED for child in tree.children[clause] if tree.relations[child] == "aux"
        )

    @cached_property
    def _first_words(self) -> dict[int, int]:
        """By quotation its first token that is no mark."""
        parts, found = self._tree.parts, dict[int, int]()
        for token, run in enumerate(self._quoted):
            if run >= 0 and parts[token] not in ("PUNCT", "SPACE"):
                found.setdefault(run, token)
        return found

    @cached_property
    def _by_place(self) -> dict[int, Entity]:
        """Entities by the tokens that stand for them in their sentences."""
        return {self._salience.place(token, entity): entity for token, entity in self._told.items()}

    @cached_property
    def _speakers(self) -> dict[int, Entity]:
        """By quotation who is told beside it, in its sentence, to speak."""
        tree, quoted, found = self._tree, self._quoted, dict[int, Entity]()
        for place, entity in self._by_place.items():
            if entity.type != "PERSON" or quoted[place] >= 0 or not self._salience.is_speaking(place):
                continue
            for step in (-1, 1):
                token = place + step
                while 0 <= token < len(quoted) and abs(token - place) <= _NEAR and quoted[token] < 0:
                    token += step
                near = 0 <= token < len(quoted) and tree.sentence[token] == tree.sentence[place]
                if near and quoted[token] >= 0:
                    found.setdefault(quoted[token], entity)
        return found


_PLANNED = frozenset(("will", "would", "shall", "should", "could", "can", "'ll"))
