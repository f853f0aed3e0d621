"""Parties told side by side, or as examples."""

import pytest

from service.enrich.events.grammar.phrases import Phrases, Scored
from service.enrich.events.parties.coordination import coordinated
from service.enrich.tree import Tree
from tests.enrich.trees import document

RULED_OUT, UNKNOWN, POSSIBLE = 0.01, 0.02, 0.1
"""Probabilities of those who are not chosen."""


def sides(
    text: str, actors: dict[str, float], recipients: dict[str, float], *names: tuple[str, str], others: float = UNKNOWN
) -> tuple[list[str], list[str]]:
    """Who is on both sides of a sentence's root, when the heads chose those whose phrases these words head.

    Args:
        others: probability of all who were not chosen.
    """
    doc = document(text, *names)
    tree, found = Tree.of(doc), Phrases(doc, Tree.of(doc))
    parties = found.between(0, len(doc))

    def chosen(side: dict[str, float]) -> list[Scored]:
        return [(party, side[tree.texts[party.head]]) for party in parties if tree.texts[party.head] in side]

    scored = [(party, others, others) for party in parties]
    told = coordinated(tree, found, scored, tree.relations.index("ROOT"), chosen(actors), chosen(recipients))
    return tuple([doc[party.start : party.end].text for party, _ in side] for side in told)


BOTH = "Peru/PROPN/nsubj/4 and/CCONJ/cc/3 Chile/PROPN/conj/1 met/VERB/ROOT/0"
STRIKE = "miners/NOUN/nsubj/4 and/CCONJ/cc/3 farmers/NOUN/conj/1 struck/VERB/ROOT/0"
EXAMPLES = (
    "met/VERB/ROOT/0 states/NOUN/obj/1 including/ADP/case/4 {first}/PROPN/nmod/2 and/CCONJ/cc/6 Chile/PROPN/conj/4"
)


def test_who_is_told_side_by_side_is_of_one_side() -> None:
    """All members of a coordination."""
    assert sides(BOTH, {"Peru": 0.9}, {}) == (["Peru", "Chile"], [])


def test_the_first_of_a_coordination_is_of_it() -> None:
    """Who is named, always; who is described, where the heads do not rule it out: trees join things, too."""
    assert sides(BOTH, {"Chile": 0.9}, {}, ("Peru", "LOC"))[0] == ["Peru", "Chile"]
    assert sides(STRIKE, {"farmers": 0.9}, {}, others=POSSIBLE)[0] == ["miners", "farmers"]
    assert sides(STRIKE, {"farmers": 0.9}, {}, others=UNKNOWN)[0] == ["farmers"]


def test_a_coordination_that_both_sides_share_is_of_the_surer_one() -> None:
    """Nobody acts on who is told in one breath with him."""
    assert sides(BOTH, {"Chile": 0.6}, {"Peru": 0.9}) == ([], ["Peru", "Chile"])


def test_no_coordination_reaches_across_its_trigger() -> None:
    """A tree that says so has joined two clauses: "Peru struck and Chile ..."."""
    text = "Peru/PROPN/nsubj/2 struck/VERB/ROOT/0 and/CCONJ/cc/4 Chile/PROPN/conj/1"
    assert sides(text, {"Peru": 0.9}, {}) == (["Peru"], [])


def test_a_place_before_a_coordination_is_none_of_it() -> None:
    """Whatever the tree joins it with."""
    text = "In/ADP/case/2 Peru/PROPN/obl/5 miners/NOUN/conj/2 farmers/NOUN/conj/2 struck/VERB/ROOT/0"
    assert sides(text, {"miners": 0.9}, {}, ("Peru", "LOC"), others=POSSIBLE)[0] == ["miners", "farmers"]


def test_a_list_goes_on_over_a_member_that_the_tree_takes_for_an_aside() -> None:
    """ "Peru, miners, and Chile"."""
    text = (
        "blamed/VERB/ROOT/0 Peru/PROPN/obj/1 ,/PUNCT/punct/4 miners/NOUN/nmod/2 ,/PUNCT/punct/7 and/CCONJ/cc/7 "
        "Chile/PROPN/conj/2"
    )
    assert sides(text, {}, {"Peru": 0.9})[1] == ["Peru", "miners", "Chile"]


def test_a_person_in_a_list_of_persons_is_no_aside() -> None:
    """Nobody is explained by another's name."""
    text = (
        "Ruiz/PROPN/nsubj/8 ,/PUNCT/punct/3 Ortiz/PROPN/appos/1 ,/PUNCT/punct/6 and/CCONJ/cc/6 Peru/PROPN/conj/1 "
        "both/ADV/advmod/8 struck/VERB/ROOT/0"
    )
    names = (("Ruiz", "PERSON"), ("Ortiz", "PERSON"), ("Peru", "LOC"))
    assert sides(text, {"Ruiz": 0.9}, {}, *names)[0] == ["Ruiz", "Ortiz", "Peru"]


def test_a_list_of_names_is_told_beside_the_noun_that_it_explains() -> None:
    """One name that only explains a noun is not."""
    one = "Ministers/NOUN/nsubj/4 ,/PUNCT/punct/3 Ruiz/PROPN/appos/1 met/VERB/ROOT/0"
    two = "Ministers/NOUN/nsubj/6 ,/PUNCT/punct/3 Ruiz/PROPN/appos/1 and/CCONJ/cc/5 Ortiz/PROPN/conj/3 met/VERB/ROOT/0"
    assert sides(one, {"Ministers": 0.9, "Ruiz": 0.9}, {})[0] == ["Ministers"]
    assert sides(two, {"Ministers": 0.9, "Ruiz": 0.9}, {})[0] == ["Ministers", "Ruiz", "Ortiz"]


def test_the_comma_of_a_headline_joins_two_names() -> None:
    """ "Peru, Chile sign pact"."""
    text = "Peru/PROPN/nsubj/4 ,/PUNCT/punct/3 Chile/PROPN/appos/1 sign/VERB/ROOT/0 pact/NOUN/obj/4"
    names = (("Peru", "LOC"), ("Chile", "LOC"))
    assert sides(text, {"Peru": 0.9, "Chile": 0.9}, {}, *names)[0] == ["Peru", "Chile"]


def test_examples_by_name_are_parties_of_their_own() -> None:
    """With all that is told beside them."""
    names = (("Peru", "LOC"), ("Chile", "LOC"))
    assert sides(EXAMPLES.format(first="Peru"), {}, {"states": 0.9}, *names)[1] == ["states", "Peru", "Chile"]


def test_examples_without_a_name_are_none() -> None:
    """They are among those who are told already."""
    assert sides(EXAMPLES.format(first="neighbours"), {}, {"states": 0.9})[1] == ["states"]


def test_who_is_described_behind_a_party_is_one_unless_the_heads_rule_it_out() -> None:
    """Trees go on with a list over the comma at its end."""
    assert sides(STRIKE, {"miners": 0.9}, {}, others=UNKNOWN)[0] == ["miners", "farmers"]
    assert sides(STRIKE, {"miners": 0.9}, {}, others=RULED_OUT)[0] == ["miners"]


def test_a_pronoun_before_a_name_is_of_its_coordination() -> None:
    """ "He and Ruiz agreed": the heads need not say so."""
    text = "he/PRON/nsubj/4 and/CCONJ/cc/3 Ruiz/PROPN/conj/1 agreed/VERB/ROOT/0"
    assert sides(text, {"Ruiz": 0.9}, {}, others=RULED_OUT)[0] == ["he", "Ruiz"]


def test_who_is_told_along_with_a_party_is_one() -> None:
    """Trees take them for an aside; who is told with another word is none."""
    text = (
        "Ruiz/PROPN/nsubj/7 ,/PUNCT/punct/5 {along}/ADP/case/5 with/ADP/case/5 Ortiz/PROPN/appos/1 ,/PUNCT/punct/1 "
        "spoke/VERB/ROOT/0"
    )
    names = ("Ruiz", "PERSON"), ("Ortiz", "PERSON")
    assert sides(text.format(along="along"), {"Ruiz": 0.9}, {}, *names)[0] == ["Ruiz", "Ortiz"]
    assert sides(text.format(along="unlike"), {"Ruiz": 0.9}, {}, *names)[0] == ["Ruiz"]


def test_a_clause_about_one_of_two_is_not_about_the_other() -> None:
    """ "Ruiz, who resigned, and Ortiz, who was shot": of either a clause of its own tells."""
    own = (
        "Ruiz/PROPN/ROOT/0 who/PRON/nsubj/3 resigned/VERB/{}/1 and/CCONJ/cc/5 Ortiz/PROPN/conj/1 who/PRON/nsubj/7 "
        "shot/VERB/acl:relcl/5"
    )
    assert _of_clause(own.format("acl:relcl")) == ["Ortiz"]
    assert _of_clause(own.format("dep")) == ["Ruiz", "Ortiz"]


def _of_clause(text: str) -> list[str]:
    """Who undergoes the last word, where the heads chose Ortiz."""
    doc = document(text, ("Ruiz", "PERSON"), ("Ortiz", "PERSON"))
    tree, found = Tree.of(doc), Phrases(doc, Tree.of(doc))
    parties = [party for party in found.between(0, len(doc)) if tree.texts[party.head] in ("Ruiz", "Ortiz")]
    chosen: list[Scored] = [(party, 0.9) for party in parties if tree.texts[party.head] == "Ortiz"]
    scored = [(party, UNKNOWN, UNKNOWN) for party in parties]
    return [tree.texts[party.head] for party, _ in coordinated(tree, found, scored, len(doc) - 1, [], chosen)[1]]


@pytest.mark.parametrize("instead", ["not/ADV/advmod/4", "rather/ADV/cc/4"])
def test_who_is_told_instead_takes_no_part(instead: str) -> None:
    """ "Peru, not Chile, met them"."""
    text = f"Peru/PROPN/nsubj/5 ,/PUNCT/punct/4 {instead} Chile/PROPN/conj/1 met/VERB/ROOT/0"
    assert sides(text, {"Peru": 0.9}, {}, ("Peru", "LOC"), ("Chile", "LOC"))[0] == ["Peru"]
