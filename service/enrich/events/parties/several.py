"""Those for whom "they", "both" or "the two leaders" stands, where they are told side by side or meeting each other."""

from service.enrich.events.grammar.light_verbs import LIGHT
from service.enrich.events.grammar.markers import is_joined, preposition
from service.enrich.events.grammar.subjects import Subjects, nobody
from service.enrich.events.parties.joint_nations import JointNations
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import CLAUSES, NOMINAL_SUBJECTS, NOUNS_AND_PRONOUNS, PREPOSITIONAL, VERBS
from service.enrich.words import word_set

_PRONOUNS = frozenset(("they", "them", "both"))

_TWO = word_set(
    """
    leader side country nation state party president minister government official counterpart diplomat company bank
    army force man team ally neighbour neighbor capital group delegation organisation organization
    """
)
"""Nouns of which "the two" takes up two who were told before."""

_DETERMINERS = frozenset(("the", "these"))

_MEETING = word_set(
    """
    meet welcome receive host greet call phone talk negotiate confer speak discuss meeting talks negotiation summit
    dialogue discussion conversation consultation
    """
)
"""Words for what somebody has with somebody."""

_WITH_BETWEEN = frozenset(("obj", "obl", "nsubj", "nsubj:pass"))
"""Relations of nouns for what is between two: "talks between Peru and Chile ended", "amid a row between"."""

_PHRASES = PREPOSITIONAL | {"obl:agent"}

_DURING = frozenset(("in", "at", "during", "after", "following"))
"""Prepositions of the meeting at which somebody says something."""

_MAX_BEFORE = 100
"""Words before a phrase in which "between" is looked for: two sentences have no more."""

_MAX_ABOVE = 4
"""Verbs above the clause of a pronoun that are read."""

_SENTENCES_OF_NOUNS = 3
"""Sentences back to whom "the two leaders" takes up; "they" takes up who stands in the last one."""

_DEEPEST = 3
"""How often what is taken up may itself take up others."""


class Several:
    """Finds them in one document.

    Args:
        tree: of the document.
        nations: that one phrase joins: "the leaders of Peru and Chile" are two.
    """

    def __init__(self, tree: Tree, nations: JointNations) -> None:
        self._tree, self._nations = tree, nations
        self._subjects = Subjects(tree, nobody)
        self._found: dict[tuple[int, int], list[int]] = {}

    def of(self, head: int, depth: int = 0) -> list[int]:
        """Heads of those for whom a phrase stands, by its head; none where it is no such phrase, or nobody is found.

        One head stands for two nations that its phrase joins.
        """
        # Where every clause begins with "they", each is asked for again by all that stand behind it.
        if (head, depth) not in self._found:
            self._found[head, depth] = self._find(head, depth)
        return self._found[head, depth]

    def _find(self, head: int, depth: int) -> list[int]:
        tree = self._tree
        back = 1 if tree.lowers[head] in _PRONOUNS else _SENTENCES_OF_NOUNS if self._is_two(head) else 0
        if not back or depth > _DEEPEST:
            return []
        verbs = self._above(head)
        first = tree.sentence[head]
        for number in range(first - 1, first - 1 - back, -1):
            verbs += self._verbs_of(number, head)
        own = self._own(head)
        for verb in verbs:
            found = self._side_by_side(verb, head, depth) if verb not in own else []
            if found:
                return found
        return self._between(head) if tree.lowers[head] not in _PRONOUNS else []

    def _between(self, head: int) -> list[int]:
        """The last two of whom something between them is told before, wherever that hangs: "amid a row between"."""
        tree = self._tree
        for token in range(head - 1, max(-1, head - _MAX_BEFORE), -1):
            if tree.sentence[token] < tree.sentence[head] - 1:
                break
            if tree.lowers[token] == "between" and tree.relations[token] == "case":
                first = tree.heads[token]
                found = [first, *(c for c in tree.children[first] if is_joined(tree, c))]
                named = all(tree.parts[each] in NOUNS_AND_PRONOUNS for each in found)
                if len(found) == 2 and max(found) < head and named:
                    return found
        return []

    def is_one(self, head: int) -> bool:
        """Whether a phrase may stand for several who were told before."""
        return self._tree.lowers[head] in _PRONOUNS or self._is_two(head)

    def _is_two(self, head: int) -> bool:
        tree = self._tree
        if tree.lowers[head] == "two":  # "the two also agreed"
            return any(tree.lowers[child] in _DETERMINERS for child in tree.children[head])
        if tree.lemmas[head] not in _TWO or tree.tags[head] != "NNS":
            return False
        said = {tree.lowers[child] for child in tree.children[head] if child < head and tree.relations[child] != "case"}
        return "both" in said or ("two" in said and bool(said & _DETERMINERS) and len(said) == 2)

    def _own(self, head: int) -> list[int]:
        """The verb of a phrase, and those that share its subject: who undergoes an act does not do it, too."""
        tree, own = self._tree, [self._verb(head)]
        while tree.relations[head] not in NOMINAL_SUBJECTS and tree.relations[own[-1]] == "conj":
            own.append(tree.heads[own[-1]])
        return own

    def _verb(self, head: int) -> int:
        """The verb of the clause that a phrase stands in: "failed" of "failed to end a rift between the two sides"."""
        tree = self._tree
        word = tree.heads[head]
        while tree.heads[word] != word and tree.parts[word] not in VERBS:
            word = tree.heads[word]
        return word

    def _above(self, head: int) -> list[int]:
        """The verbs above a phrase's clause, nearest first."""
        tree = self._tree
        verb, found = self._verb(head), list[int]()
        for _ in range(_MAX_ABOVE):
            above = tree.heads[verb]
            if above == verb or not tree.relations[verb].startswith(CLAUSES):
                break
            if tree.parts[above] in VERBS and above < head:
                found.append(above)
            verb = above
        return found

    def _verbs_of(self, sentence: int, before: int) -> list[int]:
        """The root of a sentence and the clauses right below it; trees take "held" of "held talks" for an auxiliary."""
        tree = self._tree
        token = before
        while token > 0 and tree.sentence[token - 1] >= sentence:
            token -= 1
        roots = [
            each
            for each in range(token, before)
            if tree.sentence[each] == sentence and tree.heads[each] == each and tree.parts[each] != "SPACE"
        ]
        return [
            each
            for root in roots
            for each in (root, *(child for child in tree.children[root] if self._is_clause(child)))
        ]

    def _is_clause(self, word: int) -> bool:
        tree = self._tree
        misread = tree.parts[word] in VERBS and self._subjects.own(word) is not None
        return misread or tree.relations[word].startswith(CLAUSES)

    def _side_by_side(self, verb: int, head: int, depth: int) -> list[int]:
        """Several who are the subject of a verb together, or who meet by it, or the two between whom its object is."""
        tree = self._tree
        subject = self._subjects.own(verb)
        if subject is not None and subject != head:
            subject = self._subjects.antecedent(subject, verb)
            taken_up = self.of(subject, depth + 1)
            behind = self._nations.complement(subject)
            joined = [c for c in tree.children[subject] if is_joined(tree, c) and c not in behind]
            told = taken_up or [subject, *joined]
            if len(told) > 1 or self._is_of_two(told[0]):
                return told if all(tree.parts[each] in NOUNS_AND_PRONOUNS for each in told) else []
        objects = [child for child in tree.children[verb] if tree.relations[child] in _WITH_BETWEEN]
        for word in (verb, *objects):
            between = self._behind(word, "between")
            if between is not None:
                return [between, *(c for c in tree.children[between] if is_joined(tree, c))]
        if subject is None or tree.parts[subject] not in NOUNS_AND_PRONOUNS:
            return []
        met = self._met(verb)
        return [subject, met] if met is not None and met != head and tree.parts[met] in NOUNS_AND_PRONOUNS else []

    def _is_of_two(self, noun: int) -> bool:
        """Whether two nations are joined before a noun or behind it."""
        nations = self._nations.before(self._tree.first[noun], noun) or self._nations.behind(noun)
        return len(nations) == 2 and self._tree.tags[noun] in ("NNS", "NNPS")

    def _met(self, verb: int) -> int | None:
        """Whom the subject of a verb meets: "met Putin", "was received by Putin", "said so in talks with Putin"."""
        tree = self._tree
        if tree.lemmas[verb] in _MEETING:
            told = next((child for child in tree.children[verb] if tree.relations[child] == "obj"), None)
            if told is None:  # trees call a name behind the verb its subject, too
                told = next((c for c in tree.children[verb] if c > verb and tree.relations[c] == "nsubj"), None)
            found = (told, self._right_behind(verb), self._behind(verb, "with"), self._behind(verb, "by"))
            return next((met for met in found if met is not None), None)
        meetings = [child for child in tree.children[verb] if self._is_meeting(child)]
        for word in (*meetings, *([verb] if meetings and tree.lemmas[verb] in LIGHT else [])):
            met = self._behind(word, "with")
            if met is not None:
                return met
        return None

    def _is_meeting(self, word: int) -> bool:
        """Whether a word below a verb tells that its subject meets somebody: "held talks", "said so in talks".

        Trees take "in a meeting with" for a clause, too.
        """
        tree = self._tree
        if tree.lemmas[word] not in _MEETING and tree.lowers[word] not in _MEETING:
            return False
        if tree.relations[word] == "obj":
            return tree.lemmas[tree.heads[word]] in LIGHT
        return any(tree.lowers[each] in _DURING and each < word for each in tree.children[word])

    def _right_behind(self, verb: int) -> int | None:
        """A name behind a verb without a preposition, whatever the tree calls it: "met the envoy Ana Ruiz"."""
        tree = self._tree
        phrases = (child for child in tree.children[verb] if tree.relations[child] == "obl" and child > verb)
        return next((each for each in phrases if not preposition(tree, each) and tree.parts[each] == "PROPN"), None)

    def _behind(self, word: int, marker: str) -> int | None:
        """A phrase behind a word with a preposition, which trees hang on the word, too."""
        tree = self._tree
        phrases = (each for each in tree.children[word] if each > word and tree.relations[each] in _PHRASES)
        return next(
            (
                phrase
                for phrase in phrases
                if marker in (preposition(tree, phrase), tree.lowers[max(tree.first[phrase] - 1, 0)])
            ),
            None,
        )
