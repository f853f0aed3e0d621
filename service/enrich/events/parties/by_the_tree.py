"""Parties that the tree tells where the scores leave a side empty, or put both sides the wrong way round."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from service.enrich.events.grammar.frame import Frame
from service.enrich.events.grammar.phrases import Phrase, Phrases, Scored
from service.enrich.events.parties.owners import NAMED, owners_below
from service.enrich.events.parties.party_nouns import is_for_people
from service.enrich.events.reading.calibration import Side
from service.enrich.tree import Tree

MIN_BY_TREE = 0.03
"""Probability from which an agent in the tree is an actor, and a name, pronoun or indirect object that undergoes it a
recipient, where there is no other."""

MIN_SURE = 0.04
"""The same for an agent that holds no name, and for a place that undergoes it. Below, nothing but the tree speaks for
them: of 15 such agents in sentences left out of training 13 were no actor, "the strike destroyed a bridge"."""

MIN_OF_OWNERS = 0.1
"""The same for whose a thing is that undergoes it."""

MIN_OF_PEOPLE = 0.1
"""The same for people told by a noun, who undergo it."""

SURE_OF_PEOPLE = 0.7
"""How sure it is that these do: of six in 900 articles, read by eye, five did."""

MIN_OF_NEEDED = 0.2
"""The same for anybody, where the type says that there is somebody."""


def told_by_the_tree(
    parties: Sequence[Phrase],
    rows: npt.NDArray[np.float64],
    side: Side,
    heads: Sequence[int],
    taken: set[int],
    *,
    least: float = MIN_BY_TREE,
) -> list[Scored]:
    """The likeliest phrase that the tree puts on a side on which the heads found none."""
    wanted = [n for n, phrase in enumerate(parties) if phrase.head in heads and phrase.head not in taken]
    if not wanted:
        return []
    chances = side.chances(rows[wanted])
    best = int(chances.argmax())
    return [(parties[wanted[best]], float(chances[best]))] if chances[best] >= least else []


def recipients_by_the_tree(
    tree: Tree, phrases: Phrases, parties: Sequence[Phrase], rows: npt.NDArray[np.float64], side: Side, frame: Frame,
    taken: set[int], *, needed: bool,
) -> list[Scored]:  # fmt: skip
    """Who undergoes a trigger's act by the tree, else whose the things are that do, else anybody who is needed."""
    told = [head for head in (*frame.patients, *frame.targets) if phrases.label(head) in NAMED]
    told += [head for head in frame.patients if tree.relations[head] == "iobj" or tree.parts[head] == "PRON"]
    found = told_by_the_tree(parties, rows, side, told, taken)
    found = [each for each in found if each[1] >= MIN_SURE or phrases.label(each[0].head) != "LOC"]
    owners = owners_below(tree, phrases, (*frame.patients, *frame.targets))
    found = found or told_by_the_tree(parties, rows, side, owners, taken, least=MIN_OF_OWNERS)
    people = [head for head in frame.patients if tree.parts[head] == "NOUN" and is_for_people(tree, head)]
    told_people = told_by_the_tree(parties, rows, side, people, taken, least=MIN_OF_PEOPLE)
    found = found or [(phrase, max(chance, SURE_OF_PEOPLE)) for phrase, chance in told_people]
    everybody = [phrase.head for phrase in parties] if needed else []
    return found or told_by_the_tree(parties, rows, side, everybody, taken, least=MIN_OF_NEEDED)


def with_culprits(
    parties: Sequence[Phrase], frame: Frame, actors: list[Scored], recipients: list[Scored]
) -> tuple[list[Scored], list[Scored]]:
    """The sides, with those as actors of whom a word says that they did it; they undergo nothing."""
    if not frame.culprits:
        return actors, recipients
    told = [(phrase, SURE_OF_CULPRITS) for phrase in parties if phrase.head in frame.culprits]
    acting = [each for each in actors if each[0].head in frame.agents]
    return acting or told, [each for each in recipients if each[0].head not in frame.culprits]


def with_struck(
    tree: Tree, parties: Sequence[Phrase], frame: Frame, actors: list[Scored], recipients: list[Scored]
) -> tuple[list[Scored], list[Scored]]:
    """The sides, with those as recipients of whom a word says that it was done to them; they do nothing.

    Things are so only where nobody else is.
    """
    acting = [each for each in actors if each[0].head not in frame.struck]
    undergoing = {each[0].head for each in recipients}
    told = [
        (phrase, SURE_OF_CULPRITS)
        for phrase in parties
        if phrase.head in frame.struck
        and phrase.head not in undergoing
        and (not recipients or is_for_people(tree, phrase.head))
    ]
    return acting, recipients + told


SURE_OF_CULPRITS = 0.75
"""How sure it is that those did something of whom a word says so: wherever the tree reads the sentence rightly."""


def as_the_tree_says(frame: Frame, actors: list[Scored], recipients: list[Scored]) -> tuple[list[Scored], list[Scored]]:
    """The sides, with parties moved where the tree puts all of a side on the other and none contradicts it."""
    undergo = (*frame.patients, *frame.targets)

    def acts(each: Scored) -> bool:
        return each[0].head in frame.agents and each[0].head not in undergo

    def undergoes(each: Scored) -> bool:
        return each[0].head in undergo and each[0].head not in frame.agents

    if all(map(undergoes, actors)) and all(map(acts, recipients)):
        return recipients, actors
    return actors, recipients
