"""Who does a trigger's act and to whom, as the tree tells it.

Universal Dependencies relations: subjects and objects, passives with "by", prepositions, infinitives and participles
that share a subject, and nouns ("X's attack on Y", "talks between X and Y", "carried out an attack").
"""

from dataclasses import dataclass, field

from service.enrich.tree import Tree
from service.enrich.words import word_set

TARGETS = word_set("against on upon with to at toward towards from over for into onto")
"""Prepositions of those to whom or with whom something is done."""

_OBJECT_CONTROL = word_set(
    """
    accuse charge suspect blame convict arrest sentence detain jail criticize criticise condemn praise thank stop
    prevent urge ask persuade order force tell invite urge encourage warn allow advise instruct require call press
    push compel command request implore beg bar ban forbid enable help permit
    """
)
"""Verbs whose object is the subject of the infinitive or gerund below them."""

_LIGHT = word_set(
    """
    carry conduct launch make hold stage have give issue mount begin start open take do lead impose place put lodge file
    sign reach pay wage commit perpetrate continue announce offer send pose deliver resume attend join end host receive
    face express voice seek extend convene undertake resume renew
    """
)
"""Verbs that say little more than that their object happens, or who takes part in it."""

_UNDERGOES = frozenset(("face", "receive"))
"""Light verbs whose subject is at the receiving end."""

_PATIENT_POSSESSED = word_set(
    """
    arrest detention imprisonment expulsion deportation suspension conviction sentence dismissal assassination murder
    killing abduction kidnapping release execution death prosecution trial removal ouster impeachment indictment custody
    extradition
    """
)
"""Nouns whose possessor undergoes the act."""

_DEMANDING = word_set(
    """
    demand insist ask urge request order require propose recommend call press want appeal plead suggest
    """
)
"""Verbs whose clause tells who shall do something: its subject is who is asked."""

_COMMITTING = word_set(
    """
    agree offer promise pledge plan vow propose commit prepare intend decide refuse threaten seek consent undertake
    willing ready set expect decline promise resolve aim hope want continue try attempt move begin start
    """
)
"""Words with an infinitive that tells to whom the promise, refusal or threat is made."""

HOSTING = frozenset(("receive", "host"))
"""Verbs whose subject is visited: PLOVER counts the visitor as the actor, also when "received"."""

_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))


@dataclass
class Frame:
    """Heads of phrases by what the tree says of them.

    Attributes:
        agents: who does it.
        patients: to whom, most telling first: objects.
        targets: heads behind a preposition of TARGETS.
        passive: whether the trigger is in the passive.
        reciprocal: whether the agents act on each other ("talks between X and Y").
    """

    agents: list[int] = field(default_factory=list)
    patients: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    passive: bool = False
    reciprocal: bool = False


class Frames:
    """Reads frames from the tree of a document."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def of(self, trigger: int) -> Frame:
        """The frame of a trigger."""
        frame = Frame()
        if self._tree.parts[trigger] in ("VERB", "AUX") or self._subject(trigger) is not None:
            self._verb(trigger, frame)
        else:
            self._noun(trigger, frame)
        for side in (frame.agents, frame.patients, frame.targets):
            side[:] = self._with_conjuncts(side, trigger)
        if self._mutual(trigger, frame):
            frame.reciprocal = True
        if self._tree.lemmas[trigger] in HOSTING:
            frame.agents, frame.patients = frame.patients, frame.agents
        return frame

    # Verbs

    def _verb(self, verb: int, frame: Frame) -> None:
        tree = self._tree
        frame.passive = self.is_passive(verb)
        subject = self.subject_of(verb)
        if subject is not None:
            (frame.patients if frame.passive else frame.agents).append(subject)
        for child in tree.children[verb]:
            relation = tree.relations[child]
            if relation == "obj":
                frame.patients.append(child)
            elif relation == "iobj":
                frame.patients.insert(0, child)
            elif relation == "obl:agent" or (relation == "obl" and frame.passive and self._preposition(child) == "by"):
                frame.agents.append(child)
            elif relation == "obl" and self._preposition(child) in TARGETS:
                frame.targets.append(child)
            elif relation == "xcomp" and tree.parts[child] in ("NOUN", "ADJ"):
                self._targets_below(child, frame)
            elif relation in ("xcomp", "ccomp", "advcl"):
                self._complement_clause(verb, child, frame)
        for thing in list(frame.patients):
            self._targets_below(thing, frame)
        gap = self._relative_gap(verb)
        if gap is not None and not frame.patients and gap not in frame.agents:
            frame.patients.append(gap)

    def _complement_clause(self, verb: int, clause: int, frame: Frame) -> None:
        """Whom the clause below a verb is about: "demanded that Iran stop", "agreed to help Mali"."""
        tree = self._tree
        own = self._subject(clause)
        if tree.lemmas[verb] in _DEMANDING and own is not None and tree.relations[clause] != "advcl":
            frame.patients.append(self._antecedent(own, clause))
        elif tree.lemmas[verb] in _COMMITTING and own is None and tree.parts[clause] == "VERB":
            self._undergoing(clause, frame)

    def _undergoing(self, verb: int, frame: Frame, depth: int = 0) -> None:
        """Objects of an infinitive, and those behind a preposition of TARGETS, as targets of the verb above it."""
        tree = self._tree
        for child in tree.children[verb]:
            relation = tree.relations[child]
            if relation in ("obj", "iobj"):
                frame.targets.append(child)
                self._targets_below(child, frame)
            elif relation == "obl" and self._preposition(child) in TARGETS:
                frame.targets.append(child)
            elif relation == "xcomp" and tree.parts[child] == "VERB" and depth < 2:
                self._undergoing(child, frame, depth + 1)

    def subject_of(self, verb: int, depth: int = 0) -> int | None:
        """The subject of a verb: its own, else the one that it shares with the verb or noun above it."""
        tree = self._tree
        passive = self.is_passive(verb)
        own = self._subject(verb)
        if own is not None:
            return self._antecedent(own, verb)
        if depth > 4 or tree.heads[verb] == verb:
            return None
        head, relation = tree.heads[verb], tree.relations[verb]
        if relation.startswith("acl"):
            return self._owner_of_infinitive(head) if self._has_to(verb) and not passive else head
        if relation == "conj":
            if self.is_passive(head) == passive or tree.parts[head] in ("VERB", "AUX", "ADJ"):
                return self.subject_of(head, depth + 1)
            return None
        if relation in ("xcomp", "advcl", "ccomp", "parataxis") and tree.parts[head] in ("VERB", "AUX", "ADJ", "NOUN"):
            if relation in ("ccomp", "parataxis") and not self._has_to(verb):
                return None
            controlled = self._controlled(head)
            if controlled is not None and (relation == "xcomp" or self._marker(verb) in ("of", "for", "from", "to")):
                return controlled
            return self.subject_of(head, depth + 1)
        return None

    def is_passive(self, verb: int) -> bool:
        """Whether a verb is in the passive: by its auxiliary or subject, or as a participle behind its noun."""
        tree = self._tree
        relations = [tree.relations[child] for child in tree.children[verb]]
        if "aux:pass" in relations or "nsubj:pass" in relations or "obl:agent" in relations:
            return True
        if tree.tags[verb] != "VBN" or any(relation.startswith("aux") for relation in relations):
            return False
        if tree.relations[verb] == "conj":
            return self.is_passive(tree.heads[verb]) and "nsubj" not in relations
        return (
            tree.relations[verb] in ("acl", "advcl", "amod", "ROOT")
            and "obj" not in relations
            and "nsubj" not in relations
        )

    def _subject(self, verb: int) -> int | None:
        tree = self._tree
        for child in tree.children[verb]:
            if tree.relations[child] in ("nsubj", "nsubj:pass", "nsubj:outer"):
                return child
        return None

    def _antecedent(self, subject: int, verb: int) -> int:
        """The noun that a relative pronoun stands for."""
        tree = self._tree
        if tree.lowers[subject] not in _RELATIVE:
            return subject
        clause = verb
        while tree.relations[clause] == "conj" and tree.heads[clause] != clause:
            clause = tree.heads[clause]
        return tree.heads[clause] if tree.relations[clause].startswith("acl") else subject

    def _relative_gap(self, verb: int) -> int | None:
        """The noun above a relative clause that has a subject of its own: "the man whom police arrested"."""
        tree = self._tree
        if tree.relations[verb] != "acl:relcl" or self.is_passive(verb):
            return None
        own = self._subject(verb)
        if own is None or tree.lowers[own] in ("who", "which", "that"):
            return None
        return tree.heads[verb]

    def _controlled(self, governor: int) -> int | None:
        """Who an infinitive or gerund below a verb is about, where that is the verb's object."""
        tree = self._tree
        if tree.lemmas[governor] not in _OBJECT_CONTROL:
            return None
        for child in tree.children[governor]:
            if tree.relations[child] in ("obj", "iobj", "nsubj:pass"):
                return self._antecedent(child, governor)
        if tree.lemmas[governor] == "call":
            for child in tree.children[governor]:
                if tree.relations[child] == "obl" and self._preposition(child) in ("on", "for", "upon"):
                    return child
        if tree.relations[governor].startswith("acl") and self.is_passive(governor):
            return tree.heads[governor]
        return None

    def _owner_of_infinitive(self, noun: int) -> int | None:
        """Whose act an infinitive below a noun is: "Russia's plan to acquire", "made an attempt to seize"."""
        frame = Frame()
        self._noun(noun, frame)
        return frame.agents[0] if frame.agents else None

    # Nouns

    def _noun(self, noun: int, frame: Frame, depth: int = 0) -> None:
        tree = self._tree
        undergoes = tree.lemmas[noun] in _PATIENT_POSSESSED
        for child in tree.children[noun]:
            relation = tree.relations[child]
            if relation == "nmod:poss":
                (frame.patients if undergoes else frame.agents).append(child)
            elif relation in ("compound", "amod") and self._is_name(child):
                frame.agents.append(child)
            elif relation in ("nmod", "obl", "nmod:agent", "obl:agent"):
                self._complement(child, frame)
        above, relation = tree.heads[noun], tree.relations[noun]
        if above == noun or depth > 2:
            return
        if relation == "conj" and not frame.agents:
            self._noun(above, frame, depth + 1)
        elif tree.parts[above] == "VERB" and relation in ("obj", "nsubj:pass", "obl", "nsubj"):
            self._light(noun, above, relation, frame)
        elif relation in ("nmod", "compound") and tree.lemmas[above] in _ROUNDS:
            self._noun(above, frame, depth + 1)

    def _light(self, noun: int, verb: int, relation: str, frame: Frame) -> None:
        """Add what the verb above a noun says of who takes part: "held talks with", "came under attack by"."""
        tree = self._tree
        light = tree.lemmas[verb] in _LIGHT or relation == "obl"
        if not light:
            return
        if relation == "obj" and not self.is_passive(verb) and not frame.agents:
            subject = self.subject_of(verb)
            if subject is not None:
                (frame.patients if tree.lemmas[verb] in _UNDERGOES else frame.agents).append(subject)
        elif relation == "nsubj:pass" and not frame.agents:
            frame.agents += [
                child
                for child in tree.children[verb]
                if tree.relations[child] in ("obl", "obl:agent") and self._preposition(child) == "by"
            ]
        elif relation == "obl" and not frame.agents and self._preposition(noun) in ("in", "during", "at", "for"):
            subject = self.subject_of(verb)
            if subject is not None and not self.is_passive(verb):
                frame.agents.append(subject)
        for child in tree.children[verb]:
            if child != noun and tree.relations[child] == "iobj":
                frame.patients.append(child)
            elif child != noun and tree.relations[child] == "obl" and self._preposition(child) in TARGETS:
                frame.targets.append(child)

    def _complement(self, child: int, frame: Frame) -> None:
        preposition = self._preposition(child)
        if preposition == "by":
            frame.agents.append(child)
        elif preposition in ("between", "among", "amongst"):
            frame.agents.append(child)
            frame.reciprocal = True
        elif preposition == "of":
            frame.patients.append(child)
        elif preposition in TARGETS:
            frame.targets.append(child)

    def _targets_below(self, noun: int, frame: Frame) -> None:
        tree = self._tree
        for child in tree.children[noun]:
            if tree.relations[child] == "nmod" and self._preposition(child) in TARGETS:
                frame.targets.append(child)

    # Small things

    def _with_conjuncts(self, heads: list[int], trigger: int) -> list[int]:
        tree = self._tree
        found: list[int] = []
        for head in heads:
            for each in (head, *(c for c in tree.children[head] if tree.relations[c] == "conj")):
                if each not in found and each != trigger:
                    found.append(each)
        return found

    def _mutual(self, trigger: int, frame: Frame) -> bool:
        """Two subjects of meeting, fighting or agreeing: "X and Y met", "resumed talks", "agreed to withdraw"."""
        tree = self._tree
        if len(frame.agents) < 2 or frame.passive:
            return False
        if tree.lemmas[trigger] in _MUTUAL:
            return True
        objects = [child for child in tree.children[trigger] if tree.relations[child] == "obj"]
        return tree.lemmas[trigger] in _LIGHT and any(tree.lemmas[thing] in _MUTUAL for thing in objects)

    def _preposition(self, word: int) -> str:
        tree = self._tree
        for child in tree.children[word]:
            if tree.relations[child] == "case" and tree.parts[child] != "PART":
                return tree.lowers[child]
        return ""

    def _marker(self, verb: int) -> str:
        tree = self._tree
        for child in tree.children[verb]:
            if tree.relations[child] == "mark":
                return tree.lowers[child]
        return ""

    def _has_to(self, verb: int) -> bool:
        return self._marker(verb) == "to"

    def _is_name(self, token: int) -> bool:
        tree = self._tree
        return tree.parts[token] == "PROPN" or (tree.parts[token] == "ADJ" and tree.texts[token][:1].isupper())


_MUTUAL = word_set(
    """
    meet talk negotiate clash fight agree discuss sign cooperate consult battle trade exchange spar skirmish confer
    meeting talks negotiation clash agreement deal summit dialogue fighting talk treaty pact accord truce ceasefire
    consultation conversation discussion exercise maneuver manoeuvre game drill battle fight consensus
    """
)

_ROUNDS = word_set("round series wave spate string day number act campaign")
"""Nouns that only count the act named below them."""
