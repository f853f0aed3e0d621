"""Who takes part in a trigger's event: scores of the heads and what the tree says, joined by a fitted model."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from service.enrich.events.codes.plover import EVENT_TYPES
from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.markers import COUNTING, is_told_instead
from service.enrich.events.grammar.phrases import Phrase, Phrases, Scored
from service.enrich.events.parties.argument_features import features, sure_of_side
from service.enrich.events.parties.asides import is_aside
from service.enrich.events.parties.by_the_tree import (
    MIN_BY_TREE,
    MIN_SURE,
    as_the_tree_says,
    recipients_by_the_tree,
    told_by_the_tree,
    with_culprits,
    with_struck,
)
from service.enrich.events.parties.coordination import coordinated
from service.enrich.events.parties.guests import without_guests
from service.enrich.events.parties.introduced import introduced
from service.enrich.events.parties.offices import with_descriptions, without_first_offices
from service.enrich.events.parties.owners import NAMED
from service.enrich.events.parties.party_nouns import INSTRUMENTS
from service.enrich.events.parties.reserve import reserve
from service.enrich.events.parties.role_chances import RoleChances
from service.enrich.events.reading.calibration import Calibration, Side
from service.enrich.events.reading.classes import ROLES
from service.enrich.events.triggers.trigger import Trigger
from service.enrich.function_words import RELATIVE_PRONOUNS
from service.enrich.tree import Tree

_ACTOR, _RECIPIENT, _LOCATION, _DATE = range(len(ROLES))
_RELATIVE = RELATIVE_PRONOUNS | {"what", "there", "where", "when"}


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of one event, in text order.

    Attributes:
        reciprocal: whether several actors, where nobody else is told, act on each other.
        reserve: where nobody is a recipient, what undergoes it by the tree, though the scores leave it open.
        left_out: how likely the likeliest phrase on neither side is an actor, and how likely a recipient.
    """

    actors: list[Scored]
    recipients: list[Scored]
    reciprocal: bool
    location: Scored | None
    date: Scored | None
    reserve: Scored | None = None
    left_out: tuple[float, float] = (0.0, 0.0)


def choose(
    tree: Tree, phrases: Phrases, candidates: Sequence[Phrase], frame: Frame, found: Trigger, roles: RoleChances,
    calibration: Calibration,
) -> Arguments:  # fmt: skip
    """The arguments of a trigger.

    Args:
        candidates: the phrases of its sentence.
        frame: what the tree says; who is not in it takes no part in the event of a constructed trigger.
        found: the trigger.
        roles: what the heads say of the words of its sentence.
    """
    trigger, constructed = found.token, found.constructed
    needs_recipient = EVENT_TYPES[found.type].needs_recipient
    parties = [p for p in candidates if p.head != trigger and p.key != trigger and _can_take_part(tree, phrases, p)]
    rows = features(tree, phrases, parties, frame, trigger, roles)
    sides = (
        _scored(parties, rows[number], side, MIN_BY_TREE if constructed else side.threshold)
        for number, side in ((_ACTOR, calibration.actor), (_RECIPIENT, calibration.recipient))
    )
    actors, recipients = with_struck(tree, parties, frame, *with_culprits(parties, frame, *_apart(*sides)))
    if constructed:
        actors, recipients = _known_to(frame, actors), _known_to(frame, recipients)
    actors = without_guests(tree, parties, trigger, actors)
    taken = {each[0].head for each in (*actors, *recipients)}
    if not actors:
        actors = told_by_the_tree(parties, rows[_ACTOR], calibration.actor, frame.agents, taken)
        actors = [each for each in actors if each[1] >= MIN_SURE or _is_named(phrases, each[0])]
    if not recipients:
        recipients = recipients_by_the_tree(
            tree, phrases, parties, rows[_RECIPIENT], calibration.recipient, frame, taken, needed=needs_recipient
        )
    sure = {phrase.head for phrase, row in zip(parties, rows[_ACTOR], strict=True) if sure_of_side(row)}
    if sure.isdisjoint(phrase.head for phrase, _ in (*actors, *recipients)):
        actors, recipients = as_the_tree_says(frame, actors, recipients)
    as_actors, as_recipients = calibration.actor.chances(rows[_ACTOR]), calibration.recipient.chances(rows[_RECIPIENT])
    scored = list(zip(parties, as_actors.tolist(), as_recipients.tolist(), strict=True))
    actors, recipients = coordinated(tree, phrases, scored, trigger, actors, recipients)
    left_out = _left_out(scored, (*actors, *recipients))
    actors, recipients = (
        without_first_offices(tree, phrases, with_descriptions(tree, phrases, side)) for side in (actors, recipients)
    )
    return Arguments(
        introduced(tree, phrases, actors),
        introduced(tree, phrases, recipients),
        frame.reciprocal,
        roles.likeliest(_LOCATION, calibration.location, candidates, trigger),
        roles.likeliest(_DATE, calibration.date, candidates, trigger),
        None if recipients else reserve(scored, frame, actors),
        left_out,
    )


def _left_out(scored: Sequence[tuple[Phrase, float, float]], chosen: Sequence[Scored]) -> tuple[float, float]:
    """How likely the likeliest phrase apart from the chosen ones is an actor, and how likely a recipient."""
    apart = [
        chances
        for phrase, *chances in scored
        if all(phrase.end <= other.start or other.end <= phrase.start for other, _ in chosen)
    ]
    return max((actor for actor, _ in apart), default=0.0), max((recipient for _, recipient in apart), default=0.0)


def _can_take_part(tree: Tree, phrases: Phrases, phrase: Phrase) -> bool:
    """Whether a phrase may be a party: no relative pronoun, dateline, or weapon, attack or paper without a name.

    Nor who only is told instead: "Peru, not Chile".
    """
    is_relative = tree.lowers[phrase.head] in _RELATIVE and not phrases.label(phrase.head)  # the WHO has a name
    if is_relative or is_aside(tree, phrase) or is_told_instead(tree, phrase.head):
        return False
    things = [phrase.head]
    if tree.lemmas[phrase.head] in COUNTING:
        things += [child for child in tree.children[phrase.head] if tree.relations[child] == "nmod"]
    return not any(tree.lemmas[thing] in INSTRUMENTS for thing in things) or _is_named(phrases, phrase)


def _is_named(phrases: Phrases, phrase: Phrase) -> bool:
    """Whether a phrase holds a name that may be a party's."""
    return any(phrases.label(token) in NAMED for token in range(phrase.start, phrase.end))


def _scored(parties: Sequence[Phrase], rows: npt.NDArray[np.float64], side: Side, least: float) -> list[Scored]:
    """The phrases of at least some probability."""
    chances = side.chances(rows)
    return [(parties[row], float(chances[row])) for row in np.flatnonzero(chances >= least).tolist()]


def _known_to(frame: Frame, side: list[Scored]) -> list[Scored]:
    """The parties of whom the tree says something; the others are another clause's."""
    told = {*frame.agents, *frame.patients, *frame.targets}
    return [each for each in side if not told.isdisjoint((each[0].head, each[0].key))]


def _apart(actors: list[Scored], recipients: list[Scored]) -> tuple[list[Scored], list[Scored]]:
    """Give phrases wanted on both sides to the likelier; drop what stands inside another phrase of its side."""
    by_head = {phrase.head: chance for phrase, chance in recipients}
    kept = [each for each in actors if each[1] >= by_head.get(each[0].head, 0.0)]
    taken = {each[0].head for each in kept}
    others = [each for each in recipients if each[0].head not in taken]
    return _outermost(kept), _outermost(others)


def _outermost(chosen: list[Scored]) -> list[Scored]:
    """The phrases that stand in no other; of two readings of the same words the likelier."""
    best: dict[tuple[int, int], Scored] = {}
    for each in chosen:
        span = (each[0].start, each[0].end)
        if span not in best or best[span][1] < each[1]:
            best[span] = each
    return [
        each
        for (start, end), each in best.items()
        if not any((start, end) != other and other[0] <= start and end <= other[1] for other in best)
    ]
