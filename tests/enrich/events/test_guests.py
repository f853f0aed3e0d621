"""Who acts beside receiving a guest."""

from service.enrich.events.grammar.phrases import Phrase, Scored
from service.enrich.events.parties.guests import without_guests
from service.enrich.tree import Tree
from tests.enrich.trees import document

TEXT = (
    "Oslo/PROPN/nsubj/2 {}/VERB/ROOT/0 envoys/NOUN/obj/2 and/CCONJ/cc/5 praised/VERB/conj/2 "
    "{}/NOUN/obj/5 ./PUNCT/punct/2"
)
OSLO, ENVOYS = (Phrase(token, token, token, token + 1) for token in (0, 2))


def acting(verb: str, *actors: Scored, trigger: int = 4) -> list[int]:
    tree = Tree.of(document(TEXT.format(verb, "Lima")))
    return [phrase.head for phrase, _ in without_guests(tree, [OSLO, ENVOYS], trigger, list(actors))]


def test_a_host_does_what_the_verb_beside_receiving_tells() -> None:
    """The guest is the actor of the visit alone, also where a noun names the act."""
    assert acting("receive", (ENVOYS, 0.9)) == [OSLO.head]
    assert acting("receive", (OSLO, 0.8), (ENVOYS, 0.9)) == [OSLO.head]
    assert acting("receive", (ENVOYS, 0.9), trigger=5) == [OSLO.head]


def test_who_is_met_may_act_beside_it() -> None:
    """Only hosts are told with another as the actor."""
    assert acting("meet", (ENVOYS, 0.9)) == [ENVOYS.head]
    assert acting("receive", (ENVOYS, 0.9), trigger=1) == [ENVOYS.head]
