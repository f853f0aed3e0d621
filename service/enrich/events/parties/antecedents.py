"""What stands for whom where the document's clusters do not tell: "it", "they", "the ministry", "the group"."""

from collections.abc import Mapping

from service.enrich.events.grammar.subjects import Subjects, nobody
from service.enrich.function_words import DEFINITE
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import CLAUSES, NOUNS
from service.enrich.words import word_set

_SINGULAR, _PLURAL = frozenset(("it", "its", "itself")), frozenset(("they", "them", "their", "themselves"))

_BODIES = word_set(
    """
    group movement organisation organization militia party faction company firm bloc union agency alliance body
    coalition network institution
    """
)
"""Nouns behind "the" for a body that was named before."""

_FURTHEST = 250
"""Tokens back to a noun of the same name."""

_COUNTING = frozenset(("nummod",))
"""Relations of numbers before a noun."""

_SENTENCES = 2
"""Sentences back to a body's name."""

_MAX_ABOVE = 4
"""Verbs above a pronoun's that are asked for their subject."""


class Antecedents:
    """Finds them in one document.

    Args:
        named: the type of the name that a token belongs to, by the document's clusters.
    """

    def __init__(self, tree: Tree, named: Mapping[int, str]) -> None:
        self._tree, self._named = tree, named
        self._subjects = Subjects(tree, nobody)

    def of(self, head: int) -> int | None:
        """The token that heads what a phrase stands for, by the phrase's head; None where nothing does."""
        tree = self._tree
        if tree.parts[head] == "PRON":
            return self._of_pronoun(head)
        return self._of_noun(head) if tree.parts[head] in NOUNS else None

    def of_counted(self, head: int) -> int | None:
        """The same of nouns in the plural with "both" or a number, "the two ministers"."""
        plural = self._tree.tags[head] in ("NNS", "NNPS")
        return self._of_noun(head, _COUNTING) if plural and self._tree.parts[head] in NOUNS else None

    def they(self, head: int) -> int | None:
        """Several who are the subject of the verb above the clause of a "they", rather than a body before."""
        tree = self._tree
        token = self._of_pronoun(head) if tree.lowers[head] in ("they", "them") else None
        if token is None or tree.sentence[token] != tree.sentence[head]:
            return None
        return token if tree.tags[token] == "NNS" else None

    def _of_pronoun(self, pronoun: int) -> int | None:
        """The subject of the verb above a pronoun's clause, else of the sentence before."""
        tree = self._tree
        lower = tree.lowers[pronoun]
        if lower not in _SINGULAR | _PLURAL:
            return None
        verb, own = tree.heads[pronoun], self._subjects.own(tree.heads[pronoun])
        for _ in range(_MAX_ABOVE):
            above = tree.heads[verb]
            if above == verb or not tree.relations[verb].startswith(CLAUSES):
                break
            subject = self._subjects.own(above)
            if subject is not None and subject not in (own, pronoun) and self._agrees(subject, lower):
                return subject
            verb = above
        first = tree.sentence[pronoun]
        root = next((t for t in range(pronoun, -1, -1) if tree.sentence[t] == first - 1 and tree.heads[t] == t), None)
        subject = self._subjects.own(root) if root is not None else None
        return subject if subject is not None and self._agrees(subject, lower) else None

    def _agrees(self, subject: int, pronoun: str) -> bool:
        """Whether a pronoun may stand for a noun: "it" for a body or country, "they" for several or for such."""
        tree = self._tree
        kind = self._named.get(subject, "")
        if tree.parts[subject] not in NOUNS or kind == "PERSON":
            return False
        plural = tree.tags[subject] in ("NNS", "NNPS") and kind not in ("LOC", "ORG")
        return not plural if pronoun in _SINGULAR else plural or bool(kind)

    def _of_noun(self, head: int, ignored: frozenset[str] = frozenset()) -> int | None:
        """The same noun with more words before, or the name of a body, that a noun with only "the" takes up.

        Args:
            ignored: relations of other words that it may have.
        """
        tree = self._tree
        leaves_open = ignored | {"case", "punct"}
        said = [child for child in tree.children[head] if tree.relations[child] not in leaves_open]
        if not said or any(tree.lowers[child] not in DEFINITE for child in said):
            return None
        lemma = tree.lemmas[head]
        for token in range(head - 1, max(-1, head - _FURTHEST), -1):
            if tree.lemmas[token] == lemma and tree.parts[token] in NOUNS and tree.first[token] < token:
                modified = any(
                    tree.relations[child] in ("amod", "compound", "nmod:poss", "nmod") for child in tree.children[token]
                )
                if modified:
                    return token
            near = tree.sentence[token] >= tree.sentence[head] - _SENTENCES
            if lemma in _BODIES and near and self._named.get(token) == "ORG":
                return token
        return None
