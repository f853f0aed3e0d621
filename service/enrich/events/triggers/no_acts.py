"""Words that name an act in other sentences: questions, wishes, refusals to speak to reporters, papers released or
signed."""

from service.enrich.events.codes.plover import YIELDING
from service.enrich.events.grammar.court_orders import orders_to_hold
from service.enrich.events.grammar.markers import COUNTING, preposition
from service.enrich.events.triggers.accidents import is_accident
from service.enrich.events.triggers.asked_for import is_asked_for
from service.enrich.events.triggers.callouts import is_callout
from service.enrich.events.triggers.deeds import is_undone
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import AUXILIARIES, CLAUSES_OF_VERBS, LOGICAL_OBJECTS, NOMINAL_SUBJECTS
from service.enrich.words import word_set

_ASKING = word_set("ask inquire enquire question wonder")
_QUESTION = word_set("whether if what who whom whose which why how when where")

_WISHING = word_set("want wish hope")
"""What somebody would like is no demand on anybody, see the labelling guide."""

_DECLINING = word_set("decline refuse")
_SPEAKING = word_set(
    "comment elaborate say answer respond speak disclose specify identify discuss reveal describe detail"
)
"""What a press officer declines to do; to discuss something with others is more."""

_CLAIMING = frozenset(("claim", "accept", "take"))
_CLAIMED = frozenset(("responsibility", "credit", "victory"))
"""What somebody who claims it says of themselves: they accuse nobody."""

_TOLD = word_set(
    """
    name identity detail statement report video footage photo photograph picture image document list figure data result
    transcript recording tape letter finding information
    """
)
"""What is made known, and not freed, when it is released."""

_LAWS = word_set("order proclamation bill law legislation decree act directive")
"""What somebody who signs it enacts: it may tell an act itself, and supports nobody."""

_CASES = word_set("charge count claim case lawsuit suit complaint appeal petition motion allegation accusation")
"""What is dismissed without anybody being so."""

_UTTERED = word_set("condolence congratulation thank thanks sympathy gratitude apology")
"""What somebody who offers it does by that, and does not promise."""

_PRICES = word_set(
    """
    fee price commission portion percentage rate toll tax interest premium amount fare dollar euro pound cent $ € £
    """
)
"""What firms charge without accusing anybody."""

_FILMING = frozenset(("capture", "catch", "shoot"))
_FILMS = word_set("video camera film tape cctv footage photo photograph image picture")
"""What an act is shown on or taken as, with a camera: "captured on video"."""

_RETALIATING = word_set(
    "meet answer respond retaliate pay regret face suffer punish attack strike target destroy repel shoot arrest expel"
)
"""What somebody who threatens says of others: that they will pay for it."""

_CONSEQUENCES = word_set(
    """
    consequence response retaliation reprisal revenge repercussion action measure step sanction strike attack war
    """
)
"""What somebody who threatens warns about: their own doing."""

_MEASURES = frozenset(("SANCTION", "COERCE", "PROTEST"))
"""Types of what is lifted and called off."""

_ASKED = frozenset((*CLAUSES_OF_VERBS, "acl", "obj"))
"""Relations of an indirect question: "asked whether", "the question whether"."""


def is_no_act(tree: Tree, token: int, event_type: str) -> bool:
    """Whether the word at a token tells of no act of this type, by what stands below it.

    Such are "reporters asked whether", "the party wants", "the ministry declined to comment", "police released names",
    "two were killed after a truck hit their car", "rebels claimed responsibility", "pleaded no contest", which denies
    nothing, "agreed that prices are too high", and what the verb above puts an end to: "called off a strike".
    """
    lemma = tree.lemmas[token]
    if lemma in _FILMING and any(tree.lemmas[child] in _FILMS for child in tree.children[token]):
        return True
    if is_callout(tree, token, event_type) or is_asked_for(tree, token, event_type):
        return True
    if event_type == "AGREE":
        uttered = lemma == "offer" and _undergone(tree, token, _UTTERED)
        return uttered or (lemma == "agree" and _is_of_one_opinion(tree, token))
    if event_type == "REQUEST":
        asks = lemma in _ASKING and _has_question(tree, token)
        if lemma == "order" and orders_to_hold(tree, token):
            return True  # the holding is the act
        return lemma in _WISHING or asks or (lemma == "insist" and _states(tree, token))
    if event_type == "ACCUSE":
        if lemma == "charge" and _undergone(tree, token, _PRICES):
            return True
        return _is_tried(tree, token) or (
            lemma in _CLAIMING
            and any(tree.relations[child] == "obj" and tree.lemmas[child] in _CLAIMED for child in tree.children[token])
        )
    if event_type == "THREATEN":
        return lemma == "warn" and (_tells_of_others(tree, token) or _is_about_others(tree, token))
    if event_type == "REJECT":
        return _is_silent(tree, token) or (
            lemma == "plead" and any(tree.lemmas[child] == "contest" for child in tree.children[token])
        )
    if event_type == "ASSAULT":
        return is_accident(tree, token)
    if event_type == "SUPPORT":
        return lemma == "sign" and _undergone(tree, token, _LAWS)
    if event_type in YIELDING and lemma == "release":
        return _undergone(tree, token, _TOLD)
    if event_type == "SANCTION" and (
        (lemma == "dismiss" and _undergone(tree, token, _CASES)) or (lemma == "discharge" and _is_cleared(tree, token))
    ):
        return True
    return event_type in _MEASURES and is_undone(tree, token)


def _is_silent(tree: Tree, token: int) -> bool:
    """Whether somebody only does not speak to reporters: "declined to comment", not "to discuss peace with Peru"."""
    return tree.lemmas[token] in _DECLINING and any(
        tree.relations[child] == "xcomp"
        and tree.lemmas[child] in _SPEAKING
        and all(preposition(tree, each) != "with" for each in tree.children[child])
        for child in tree.children[token]
    )


def _undergone(tree: Tree, token: int, things: frozenset[str]) -> bool:
    """Whether one of these things (lemmas) undergoes what a verb tells."""
    return any(
        tree.relations[child] in LOGICAL_OBJECTS and tree.lemmas[child] in things for child in tree.children[token]
    )


def _is_cleared(tree: Tree, token: int) -> bool:
    """Whether a court finds nothing against somebody: "discharged him on nine of the counts", not "from his post"."""
    told = [child for child in tree.children[token] if tree.relations[child] == "obl"]
    told += [each for child in told for each in tree.children[child] if tree.relations[each] == "nmod"]
    return any(tree.lemmas[word] in _CHARGES for word in told)


def _states(tree: Tree, token: int) -> bool:
    """Whether a clause tells what is so and not what shall be: "insisted that they had left", not "that they go"."""
    if tree.lowers[token + 1 : token + 2] == ["on"]:
        return False  # "insisted on the need that"
    return any(
        tree.tags[word] in ("VBD", "VBZ")
        for clause in tree.children[token]
        if tree.relations[clause] == "ccomp"
        for word in (
            clause,
            *(each for each in tree.children[clause] if tree.relations[each].startswith(AUXILIARIES)),
        )
    )


def _is_of_one_opinion(tree: Tree, token: int) -> bool:
    """Whether somebody agrees about what is so, and promises nothing: not "agreed that troops would leave"."""
    clauses = [child for child in tree.children[token] if tree.relations[child] == "ccomp"]
    return any(
        tree.tags[word] in ("VBZ", "VBP", "VBD")
        for clause in clauses
        for word in (clause, *(each for each in tree.children[clause] if tree.relations[each].startswith(AUXILIARIES)))
    )


def _is_tried(tree: Tree, token: int) -> bool:
    """Whether a charge is told as what a court has judged or dropped: "acquitted of all charges"."""
    if tree.parts[token] != "NOUN" or tree.lemmas[token] not in _CHARGES:
        return False
    whole = tree.heads[token] if tree.relations[token] == "nmod" and tree.lemmas[tree.heads[token]] in _PARTS else token
    told = (tree.heads[whole], *(child for child in tree.children[token] if tree.relations[child] == "acl:relcl"))
    return any(tree.lemmas[word] in _JUDGING for word in told if word != token)


_CHARGES = frozenset(("charge", "count", "allegation", "accusation"))
_PARTS = COUNTING | {"one", "some", "all", "most", "string"}
_JUDGING = word_set("convict acquit sentence jail imprison dismiss drop plead clear guilty answer fight")


def _tells_of_others(tree: Tree, token: int) -> bool:
    """Whether somebody warns of what others will undergo: "warned that prices would rise", not "any raid be met"."""
    clauses = [child for child in tree.children[token] if tree.relations[child] == "ccomp"]
    return any(
        tree.relations[child] in NOMINAL_SUBJECTS and tree.parts[child] == "NOUN" and not _is_owned(tree, child)
        for clause in clauses
        if tree.lemmas[clause] not in _RETALIATING
        for child in tree.children[clause]
    )


def _is_about_others(tree: Tree, token: int) -> bool:
    """Whether somebody warns about what others do: "warned residents about scams", not "about consequences"."""
    below = (token, *(child for child in tree.children[token] if tree.relations[child] in ("obj", "iobj")))
    return any(
        preposition(tree, child) == "about" and tree.parts[child] == "NOUN" and tree.lemmas[child] not in _CONSEQUENCES
        for word in below
        for child in tree.children[word]
    )


def _is_owned(tree: Tree, noun: int) -> bool:
    return any(tree.relations[child] == "nmod:poss" for child in tree.children[noun])


def _has_question(tree: Tree, token: int) -> bool:
    for child in tree.children[token]:
        if tree.relations[child] in _ASKED and child > token and tree.lowers[tree.first[child]] in _QUESTION:
            return True
        if tree.relations[child] == "obl" and any(tree.lowers[each] == "about" for each in tree.children[child]):
            return True
    return False
