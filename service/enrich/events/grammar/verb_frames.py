"""The frame of a verb: subjects and objects, passives with "by", prepositions, and clauses below the verb."""

from service.enrich.events.grammar.blame import blamed, doer_of
from service.enrich.events.grammar.constructions import NEGOTIATING
from service.enrich.events.grammar.court_orders import ordering_court
from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.markers import TARGETS, is_infinitive, preposition
from service.enrich.events.grammar.side_by_side import tell_one_deed
from service.enrich.events.grammar.subjects import OBJECT_CONTROL, Subjects
from service.enrich.events.grammar.voice import is_passive, lacks_its_object, told_behind_a_quote
from service.enrich.function_words import RELATIVE_SUBJECTS
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import PAST_FORMS
from service.enrich.words import word_set

DEMANDING = word_set(
    """
    demand insist ask urge request order require propose recommend call press want appeal plead suggest
    """
)
"""Verbs whose clause tells who shall do something: its subject is who is asked."""

_COMMITTING = word_set(
    """
    agree offer promise pledge plan vow propose commit prepare intend decide refuse threaten seek consent undertake
    willing ready set expect decline resolve aim hope want continue try attempt move begin start
    """
)
"""Words with an infinitive that tells to whom the promise, refusal or threat is made."""

_ALLEGING = word_set("allege claim complain argue contend assert state say lament")
"""Verbs whose clause tells who is accused: its subject, or who does it where it is in the passive."""

_SPEAKING = frozenset(("i", "we", "it", "this", "that", "there"))
"""What stands for who speaks, or for nobody."""

_UNDERGOING = word_set("victim target casualty survivor innocent")
"""What the subject of such a clause is where it is not at fault: "alleging that he was a victim of profiling"."""

RAIDS = word_set("attack raid strike ambush assault bombing shelling shooting offensive airstrike operation")
"""Nouns for violence by which a passive tells who did it: "killed in a raid by rebels"."""

_FIGHTS = word_set("shootout gunfight firefight gunbattle battle clash encounter confrontation fighting skirmish")
"""Nouns for violence with another side: who is killed there is killed by it."""

_DEEPEST = 2
"""Infinitives below an infinitive: "agreed to try to begin to help"."""


class VerbFrames:
    """Reads the frames of verbs from the tree of a document."""

    def __init__(self, tree: Tree, subjects: Subjects) -> None:
        self._tree, self._subjects = tree, subjects

    def read(self, verb: int, frame: Frame) -> None:
        """Add to a frame what stands around a verb."""
        tree = self._tree
        frame.passive = is_passive(tree, verb)
        speaker = told_behind_a_quote(tree, verb)
        frame.sure = lacks_its_object(tree, verb)
        if speaker is not None:
            frame.sure = True
            frame.culprits.append(speaker)
        subject = self._subjects.of(verb)
        if subject is not None:
            (frame.patients if frame.passive else frame.agents).append(subject)
            frame.culprits += self._doers(verb, subject)
        for child in tree.children[verb]:
            relation = tree.relations[child]
            if child == subject:
                continue
            if relation == "obj":
                frame.patients.append(child)
            elif relation == "iobj":
                frame.patients.insert(0, child)
            elif relation in ("obl", "obl:agent") and frame.passive and preposition(tree, child) == "by":
                frame.agents.append(child)
            elif relation == "obl" and preposition(tree, child) in TARGETS:
                frame.targets.append(child)
            elif relation == "xcomp" and tree.parts[child] in ("NOUN", "ADJ"):
                if tree.parts[child] == "NOUN":
                    frame.targets.append(child)
                self._targets_below(child, frame)
            elif speaker is not None and child < verb and tree.lemmas[verb] not in DEMANDING:
                frame.patients += [child] if relation.startswith("nsubj") else self._accused_in_quote(child)
            elif relation in ("xcomp", "ccomp", "advcl"):
                self._complement_clause(verb, child, frame)
        court = ordering_court(tree, verb)
        if court is not None:
            frame.culprits.append(court)
        accused = blamed(tree, verb) if tree.lemmas[verb] == "blame" else None
        if accused is not None:
            frame.patients, frame.targets = [accused], []  # and not the act
            frame.struck.append(accused)
        if frame.passive and not frame.agents:
            frame.agents += self._agents_below(verb) or self._other_side(verb) or self._shared_agents(verb)
            frame.targets = [each for each in frame.targets if each not in frame.agents]
        for thing in list(frame.patients):
            self._targets_below(thing, frame)
        if not frame.passive and not frame.patients:
            frame.patients += self._shared_object(verb)
        gap = self._relative_gap(verb)
        if gap is not None and not frame.patients and gap not in frame.agents:
            frame.patients.append(gap)

    def _doers(self, verb: int, subject: int) -> list[int]:
        """Whose the act is that does what a verb tells, or in which it is done: "killed in a raid blamed on them"."""
        tree = self._tree
        if blamed(tree, verb) is not None:
            return []
        acts = [subject]
        if is_passive(tree, verb):
            acts = [child for child in tree.children[verb] if tree.relations[child] == "obl"]
        return [doer for act in acts if tree.lemmas[act] in RAIDS and (doer := doer_of(tree, act)) not in (None, verb)]

    def _second(self, verb: int) -> int | None:
        """The other of two verbs side by side, whose object is that of both: "arrested and charged two men"."""
        tree = self._tree
        second = verb + 2
        if tree.lowers[verb + 1 : second] not in (["and"], ["or"]) or second >= len(tree.parts):
            return None
        joined = tree.heads[second] in (verb, tree.heads[verb]) and tree.relations[second] == "conj"
        return second if joined and tree.parts[second] == "VERB" else None

    def _shared_object(self, verb: int) -> list[int]:
        second = self._second(verb)
        if second is None:
            return []
        return [child for child in self._tree.children[second] if self._tree.relations[child] in ("obj", "iobj")][:1]

    def _shared_agents(self, verb: int) -> list[int]:
        """Who did a deed that another verb tells, too: "shot and hurt by rebels", not "impeached and replaced by"."""
        tree, second = self._tree, self._second(verb)
        if second is None or not tell_one_deed(tree, verb, second):
            return []
        return [child for child in tree.children[second] if preposition(tree, child) == "by"]

    def _agents_below(self, verb: int) -> list[int]:
        """Who does a passive's act and is told further down: "hit in an attack by rebels", "urged to act by Peru"."""
        tree = self._tree
        found = []
        for child in tree.children[verb]:
            raid = tree.relations[child] in ("obl", "obj", "nmod") and tree.lemmas[child] in RAIDS
            if raid or tree.relations[child] == "xcomp":
                below = (child, *(each for each in tree.children[child] if tree.relations[each] == "obj" and not raid))
                found += [each for word in below for each in tree.children[word] if preposition(tree, each) == "by"]
        return found

    def _other_side(self, verb: int) -> list[int]:
        """Whom those fought to whom a passive's act was done: "killed in a shootout with police"."""
        tree = self._tree
        fights = [child for child in tree.children[verb] if tree.lemmas[child] in _FIGHTS]
        below = (*tree.children[verb], *(each for fight in fights for each in tree.children[fight]))
        return [each for each in below if preposition(tree, each) == "with"] if fights else []

    def _complement_clause(self, verb: int, clause: int, frame: Frame) -> None:
        """Whom the clause below a verb is about: "demanded that Iran stop", "agreed to help Mali"."""
        tree = self._tree
        own = self._subjects.own(clause)
        if tree.lemmas[verb] in DEMANDING and own is not None and tree.relations[clause] != "advcl":
            frame.patients.append(self._subjects.antecedent(own, clause))
        elif tree.lemmas[verb] in _ALLEGING and own is not None and tree.relations[clause] == "ccomp":
            frame.patients += self._accused(own, clause)
        elif tree.lemmas[verb] in NEGOTIATING and tree.lemmas[clause] in OBJECT_CONTROL and is_infinitive(tree, clause):
            frame.targets += self._object_of(clause)
        elif tree.lemmas[verb] in _COMMITTING and own is None and tree.parts[clause] == "VERB":
            self._undergoing(clause, frame)

    def _accused(self, subject: int, clause: int) -> list[int]:
        """Who is at fault by a clause: "alleged that troops shelled them", "that they were shelled by troops"."""
        tree = self._tree
        if is_passive(tree, clause):
            return [child for child in tree.children[clause] if preposition(tree, child) == "by"]
        if tree.lemmas[clause] in _UNDERGOING:
            return []
        owners = [child for child in tree.children[subject] if tree.relations[child] == "nmod:poss"]
        return [self._subjects.antecedent(subject, clause), *owners]

    def _accused_in_quote(self, clause: int) -> list[int]:
        """Who is at fault by a quotation: of whom it tells, where that is not who speaks."""
        subject = self._subjects.own(clause)
        if subject is None or self._tree.lowers[subject] in _SPEAKING:
            return []
        return self._accused(subject, clause)

    def _object_of(self, purpose: int) -> list[int]:
        """Whom the purpose of a talk is about: "negotiated to keep Iran from"; trees hang it on the gerund, too."""
        tree = self._tree
        below = [each for each in tree.children[purpose] if tree.relations[each] in ("obj", "advcl", "xcomp", "ccomp")]
        objects = [each for each in below if tree.relations[each] == "obj"]
        for clause in below:
            objects += [each for each in tree.children[clause] if purpose < each < clause]
        return [each for each in objects if tree.parts[each] == "PROPN"][:1]

    def _undergoing(self, verb: int, frame: Frame, depth: int = 0) -> None:
        """Objects of an infinitive, and those behind a preposition of TARGETS, as targets of the verb above it."""
        tree = self._tree
        for child in tree.children[verb]:
            relation = tree.relations[child]
            if relation in ("obj", "iobj"):
                frame.targets.append(child)
                self._targets_below(child, frame)
            elif relation == "obl" and preposition(tree, child) in TARGETS:
                frame.targets.append(child)
            elif relation == "xcomp" and tree.parts[child] == "VERB" and depth < _DEEPEST:
                self._undergoing(child, frame, depth + 1)

    def _targets_below(self, noun: int, frame: Frame) -> None:
        """Those behind a noun with a preposition of TARGETS: "the ban on Peru", "the sanctions imposed on Peru"."""
        tree = self._tree
        for child in tree.children[noun]:
            if tree.relations[child] == "nmod" and preposition(tree, child) in TARGETS:
                frame.targets.append(child)
            elif tree.relations[child] == "acl" and tree.tags[child] in PAST_FORMS:
                frame.targets += [
                    each
                    for each in tree.children[child]
                    if tree.relations[each] == "obl" and preposition(tree, each) in TARGETS
                ]

    def _relative_gap(self, verb: int) -> int | None:
        """The noun above a relative clause that has a subject of its own: "the man whom police arrested"."""
        tree = self._tree
        if tree.relations[verb] != "acl:relcl" or is_passive(tree, verb):
            return None
        own = self._subjects.own(verb)
        if own is None or tree.lowers[own] in RELATIVE_SUBJECTS:
            return None
        return tree.heads[verb]
