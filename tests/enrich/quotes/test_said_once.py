"""What several words of saying, and several runs, make of one quotation."""

import pytest

from service.enrich.quotes.assembled import Assembled, one_of
from service.enrich.quotes.attributions.attribution import Attribution
from service.enrich.quotes.attributions.sources import Source
from service.enrich.quotes.quotations import Span
from service.enrich.tree import Tree
from tests.enrich.quotes.found import HOLM, REUSS, quotes
from tests.enrich.trees import document

SAID = '"/PUNCT/punct/3 Roads/NOUN/nsubj/3 closed/VERB/ccomp/6 "/PUNCT/punct/3 {}/{}/nsubj/6 said/VERB/root/0'


def test_what_is_said_twice_of_the_same_words_is_one_quotation() -> None:
    """'Holm ended by saying: "..."': two words of saying, one quotation."""
    text = """
    Ada/PROPN/nsubj/3 Holm/PROPN/flat/1 concluded/VERB/root/0 by/SCONJ/mark/5 saying/VERB/advcl/3 :/PUNCT/punct/3 "/PUNCT/punct/9 Roads/NOUN/nsubj/9 closed/VERB/ccomp/3 ./PUNCT/punct/9 "/PUNCT/punct/9
    """
    assert [(content, cue) for _, content, cue, *_ in quotes(text, HOLM)] == [('"Roads closed."', "saying")]


def test_the_longer_of_two_stays_where_a_pronoun_takes_up_the_speaker() -> None:
    """'Holm said that when it rained, "...," he said': all behind the first word of saying is one quotation."""
    text = """
    Ada/PROPN/nsubj/3 Holm/PROPN/flat/1 said/VERB/root/0 that/SCONJ/mark/11 when/ADV/advmod/7 it/PRON/nsubj/7 rained/VERB/advcl/11 ,/PUNCT/punct/7 "/PUNCT/punct/11 roads/NOUN/nsubj/11 closed/VERB/ccomp/3 ,/PUNCT/punct/3 "/PUNCT/punct/11 she/PRON/nsubj/15 said/VERB/dep/3 ./PUNCT/punct/3
    """
    assert [(content, source) for _, content, _, source, _ in quotes(text, HOLM)] == [
        ('that when it rained, "roads closed,"', "Ada Holm")
    ]


def test_runs_joined_by_and_are_one_quotation() -> None:
    """'Holm denied "..." and "..."' is all hers."""
    text = """
    Ada/PROPN/nsubj/3 Holm/PROPN/flat/1 denied/VERB/root/0 "/PUNCT/punct/5 closing/VERB/xcomp/3 roads/NOUN/obj/5 with/ADP/case/9 great/ADJ/amod/9 noise/NOUN/obl/5 "/PUNCT/punct/5 and/CCONJ/cc/13 "/PUNCT/punct/13 telling/VERB/conj/5 lies/NOUN/obj/13 "/PUNCT/punct/13 ./PUNCT/punct/3
    """
    assert [content for _, content, *_ in quotes(text, HOLM)] == ['"closing roads with great noise" and "telling lies"']


def test_what_the_writer_tells_before_the_speaker_is_not_said() -> None:
    """'While it rained, Holm said ...', 'Asked about it, Holm said ...': what stands behind is said."""
    for before, parts in (("While", "SCONJ/mark/3"), ("Asked", "VERB/advcl/9")):
        text = f"""
        {before}/{parts} it/PRON/nsubj/3 rained/VERB/advcl/9 ,/PUNCT/punct/3 Ada/PROPN/nsubj/7 Holm/PROPN/flat/5 said/VERB/root/0 roads/NOUN/nsubj/9 closed/VERB/ccomp/7 ./PUNCT/punct/7
        """
        assert [content for _, content, *_ in quotes(text, HOLM)] == ["roads closed"]


def test_where_somebody_says_it_is_not_said() -> None:
    """ "Holm said on air that ...": the tree hangs the phrase on what is said, which begins with its "that"."""
    text = """
    Ada/PROPN/nsubj/3 Holm/PROPN/flat/1 said/VERB/root/0 on/ADP/case/5 air/NOUN/obl/8 that/SCONJ/mark/8 roads/NOUN/nsubj/8 closed/VERB/ccomp/3 ./PUNCT/punct/3
    """
    assert [content for _, content, *_ in quotes(text, HOLM)] == ["that roads closed"]


def test_what_is_done_according_to_the_law_is_told_by_nobody() -> None:
    """It tells how, where no comma parts it; "According to the law, ..." tells what the law says."""
    clause = "They/PRON/nsubj/2 left/VERB/root/0"
    law = "according/VERB/case/{law} to/ADP/fixed/{according} the/DET/det/{law} law/NOUN/obl/{verb}"
    how = f"{clause} {law.format(law=6, according=3, verb=2)} ./PUNCT/punct/2"
    told = (
        f"{law.format(law=4, according=1, verb=7)} ,/PUNCT/punct/4 they/PRON/nsubj/7 left/VERB/root/0 ./PUNCT/punct/7"
    )
    assert ([content for _, content, *_ in quotes(how, REUSS)], [found[1] for found in quotes(told, REUSS)]) == (
        [],
        ["they left"],
    )


def told(tree: Tree, content: Span, cue: int) -> Assembled:
    """A quotation by the source before its word of saying."""
    attribution = Attribution((), (cue, cue), "say", Source(cue - 1, cue - 1, cue - 1), "beside")
    return Assembled(attribution, (content,), "direct")


@pytest.mark.parametrize(("who", "part", "longer_stays"), [("he", "PRON", True), ("Reuss", "PROPN", False)])
def test_a_name_is_not_given_up_for_a_longer_quotation(who: str, part: str, *, longer_stays: bool) -> None:
    """Of two with the same words; where a pronoun is all that tells who speaks the longer one is both."""
    tree = Tree.of(document(SAID.format(who, part)))
    end = tree.ends[3]
    old, new = told(tree, (7, end), 5), told(tree, (0, end), 5)
    assert one_of(tree, new, old) is (new if longer_stays else None)


def test_what_somebody_says_that_another_one_said_stays_a_quotation() -> None:
    """Its words are all in the other one's, and so is its word of saying."""
    tree = Tree.of(document(SAID.format("Reuss", "PROPN")))
    inner, outer = told(tree, (0, tree.ends[3]), 5), told(tree, (0, len(tree.text)), 5)
    assert one_of(tree, inner, outer) is None
    beside = told(tree, (0, tree.ends[4]), 5)
    assert one_of(tree, inner, beside) is beside
