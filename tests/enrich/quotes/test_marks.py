"""What is said between quotation marks."""

import pytest

from tests.enrich.quotes.found import DIRECT, HOLM, REUSS, quotes


@pytest.mark.parametrize(
    ("clause", "cue"),
    [("Reuss/PROPN/nsubj/8 said/VERB/root/0", 8), ("said/VERB/root/0 Reuss/PROPN/nsubj/7", 7)],
)
def test_direct_speech_in_both_orders(clause: str, cue: int) -> None:
    """'"...," Reuss said' and '"...," said Reuss': the content is the run with its marks."""
    found = quotes(DIRECT.format(clause=clause, cue=cue), REUSS)
    assert found == [("direct", '"The road closed,"', "said", "Reuss", "Reuss")]


def test_a_wrong_tree_does_not_harm_direct_speech() -> None:
    """The marks and the words beside them decide, even if the tree hangs everything on one word."""
    flat = (
        '"/PUNCT/dep/0 The/DET/dep/1 road/NOUN/dep/1 closed/VERB/dep/1 ,/PUNCT/dep/1 "/PUNCT/dep/1 '
        "Reuss/PROPN/dep/1 said/VERB/dep/1 ./PUNCT/dep/1"
    )
    assert quotes(flat, REUSS) == [("direct", '"The road closed,"', "said", "Reuss", "Reuss")]


def test_words_of_saying_in_the_middle() -> None:
    """'"The road," Reuss said, "closed."' is one quotation in two pieces."""
    text = (
        '"/PUNCT/punct/3 The/DET/det/3 road/NOUN/nsubj/10 ,/PUNCT/punct/3 "/PUNCT/punct/3 Reuss/PROPN/nsubj/7 '
        'said/VERB/parataxis/10 ,/PUNCT/punct/7 "/PUNCT/punct/10 closed/VERB/root/0 today/ADV/advmod/10 '
        './PUNCT/punct/10 "/PUNCT/punct/10'
    )
    assert quotes(text, REUSS) == [("direct", '"The road," + "closed today."', "said", "Reuss", "Reuss")]


def test_a_quotation_of_several_sentences() -> None:
    """What stands between two marks is one quotation, wherever the tree ends a sentence."""
    text = """
    "/PUNCT/punct/3 Roads/NOUN/nsubj/3 closed/VERB/root/0 ./PUNCT/punct/3
    Schools/NOUN/nsubj/2 closed/VERB/ccomp/6 ,/PUNCT/punct/2 "/PUNCT/punct/2 Reuss/PROPN/nsubj/6 said/VERB/root/0 ./PUNCT/punct/6
    """
    assert quotes(text, REUSS) == [("direct", '"Roads closed. Schools closed,"', "said", "Reuss", "Reuss")]


@pytest.mark.parametrize("mark", [":", ","])
def test_a_quotation_is_a_paragraph_behind_the_one_that_leads_to_it(mark: str) -> None:
    """ "Reuss added:", and a new paragraph with what she added; another speaker before it said none of it."""
    text = f"""
    Holm/PROPN/nsubj/2 said/VERB/root/0 roads/NOUN/nsubj/4 closed/VERB/ccomp/2 ./PUNCT/punct/2
    Reuss/PROPN/nsubj/2 added/VERB/root/0 {mark}/PUNCT/punct/2

    "/PUNCT/punct/3 Schools/NOUN/nsubj/3 closed/VERB/root/0 ./PUNCT/punct/3 "/PUNCT/punct/3
    """
    assert quotes(text, REUSS, ("Holm", "PERSON"))[1] == ("direct", '"Schools closed."', "added", "Reuss", "Reuss")


def test_a_quotation_that_goes_on_without_a_cue() -> None:
    """A quotation that stands by itself behind another one has the same speaker."""
    text = (
        DIRECT.format(clause="Reuss/PROPN/nsubj/8 said/VERB/root/0", cue=8)
        + '"/PUNCT/punct/3 Schools/NOUN/nsubj/3 closed/VERB/root/0 ./PUNCT/punct/3 "/PUNCT/punct/3'
    )
    assert quotes(text, REUSS)[1] == ("direct", '"Schools closed."', None, None, "Reuss")


def test_who_thinks_without_a_name_does_not_go_on_aloud() -> None:
    """What follows a thought in quotation marks is the last speaker's, unless the thinker is named."""
    text = """
    Reuss/PROPN/nsubj/2 said/VERB/root/0 it/PRON/nsubj/4 rained/VERB/ccomp/2 ./PUNCT/punct/2
    {thinker} believes/VERB/root/0 it/PRON/nsubj/4 snowed/VERB/ccomp/2 ./PUNCT/punct/2
    "/PUNCT/punct/3 It/PRON/nsubj/3 was/VERB/root/0 very/ADV/advmod/5 cold/ADJ/xcomp/3 there/ADV/advmod/3 ./PUNCT/punct/3 "/PUNCT/punct/3
    """
    unnamed = quotes(text.format(thinker="Everyone/NOUN/nsubj/2"), REUSS, HOLM)
    named = quotes(text.format(thinker="Holm/PROPN/nsubj/2"), REUSS, ("Holm", "PERSON"))
    assert (unnamed[-1][4], named[-1][4]) == ("Reuss", "Holm")


def test_a_clause_with_some_of_its_words_between_marks_is_mixed_speech() -> None:
    """'Reuss said the road was "utterly closed"'."""
    text = (
        'Reuss/PROPN/nsubj/2 said/VERB/root/0 the/DET/det/4 road/NOUN/nsubj/8 was/AUX/cop/8 "/PUNCT/punct/8 '
        'utterly/ADV/advmod/8 closed/ADJ/ccomp/2 "/PUNCT/punct/8 ./PUNCT/punct/2'
    )
    assert quotes(text, REUSS) == [("mixed", 'the road was "utterly closed"', "said", "Reuss", "Reuss")]


def test_a_quotation_begins_with_the_words_of_its_clause_before_the_marks() -> None:
    """'The owners "did not know," Reuss said': the subject belongs to what is said."""
    text = """
    The/DET/det/2 owners/NOUN/nsubj/6 "/PUNCT/punct/6 did/AUX/aux/6 not/PART/advmod/6 know/VERB/ccomp/10 ,/PUNCT/punct/6 "/PUNCT/punct/6 Reuss/PROPN/nsubj/10 said/VERB/root/0 ./PUNCT/punct/10
    """
    assert [found[:2] for found in quotes(text, REUSS)] == [("mixed", 'The owners "did not know,"')]


def test_what_happens_while_one_speaks_is_not_said() -> None:
    """'"It burned" there, Reuss said, before leaving': the writer tells of the leaving."""
    text = """
    "/PUNCT/punct/3 It/PRON/nsubj/3 burned/VERB/ccomp/8 "/PUNCT/punct/3 there/ADV/advmod/3 ,/PUNCT/punct/3 Reuss/PROPN/nsubj/8 said/VERB/root/0 ,/PUNCT/punct/11 before/SCONJ/mark/11 leaving/VERB/advcl/3 town/NOUN/obj/11 ./PUNCT/punct/8
    """
    assert [found[:2] for found in quotes(text, REUSS)] == [("mixed", '"It burned" there')]


def test_what_is_thought_inside_a_quotation_is_part_of_it() -> None:
    """'"I think ...," Reuss said' is one quotation."""
    text = (
        '"/PUNCT/punct/3 I/PRON/nsubj/3 believe/VERB/ccomp/9 roads/NOUN/nsubj/5 closed/VERB/ccomp/3 ,/PUNCT/punct/3 '
        '"/PUNCT/punct/3 Reuss/PROPN/nsubj/9 said/VERB/root/0 ./PUNCT/punct/9'
    )
    assert [content for _, content, *_ in quotes(text, REUSS)] == ['"I believe roads closed,"']


def test_a_quotation_behind_its_own_word_of_saying_is_cut_off() -> None:
    """'Reuss denied that ..., writing "..."' are two quotations of Reuss."""
    text = (
        "Reuss/PROPN/nsubj/2 denied/VERB/root/0 that/SCONJ/mark/5 it/PRON/nsubj/5 leaks/VERB/ccomp/2 ,/PUNCT/punct/7 "
        'stating/VERB/advcl/5 ,/PUNCT/punct/7 "/PUNCT/punct/10 Nothing/PRON/nsubj/11 leaks/VERB/ccomp/7 '
        'here/ADV/advmod/11 at/ADP/case/14 all/PRON/obl/11 ./PUNCT/punct/11 "/PUNCT/punct/11'
    )
    assert [content for _, content, *_ in quotes(text, REUSS)] == ["that it leaks", '"Nothing leaks here at all."']


def test_words_set_off_are_no_quotation() -> None:
    """Marks round a word or title without a word of saying quote nobody."""
    text = (
        'Reuss/PROPN/nsubj/2 visited/VERB/root/0 the/DET/det/6 "/PUNCT/punct/6 blue/ADJ/amod/6 house/NOUN/obj/2 '
        '"/PUNCT/punct/6 ./PUNCT/punct/2'
    )
    assert quotes(text, REUSS) == []


def test_words_set_off_do_not_part_a_quotation_from_its_word_of_saying() -> None:
    """'Reuss left, stating a "report": "..."' is one quotation of Reuss."""
    text = (
        'Reuss/PROPN/nsubj/2 left/VERB/root/0 stating/VERB/advcl/2 a/DET/det/6 "/PUNCT/punct/6 '
        'report/NOUN/obj/3 "/PUNCT/punct/6 :/PUNCT/punct/11 "/PUNCT/punct/11 Nothing/PRON/nsubj/11 '
        'leaks/VERB/parataxis/3 here/ADV/advmod/11 at/ADP/case/14 all/PRON/obl/11 ./PUNCT/punct/11 "/PUNCT/punct/11'
    )
    assert quotes(text, REUSS) == [("direct", '"Nothing leaks here at all."', "stating", "Reuss", "Reuss")]


def test_the_title_of_something_is_not_said() -> None:
    """What stands behind "entitled" is no quotation, whoever reveals something."""
    text = """
    The/DET/det/2 survey/NOUN/nsubj/10 entitled/VERB/acl/2 "/PUNCT/punct/5 Needs/NOUN/obj/3 of/ADP/case/7 firms/NOUN/nmod/5 today/NOUN/obl/5 "/PUNCT/punct/5 said/VERB/root/0 that/SCONJ/mark/12 sales/NOUN/ccomp/10 ./PUNCT/punct/10
    """
    assert [found[1] for found in quotes(text)] == ["that sales"]


EXAMPLES = """
Reuss/PROPN/nsubj/2 cited/VERB/root/0 questions/NOUN/obj/2 {including}:/PUNCT/punct/{verb} "/PUNCT/punct/{verb} {question}/PUNCT/punct/{verb} "/PUNCT/punct/{verb}
"""


def test_examples_are_not_said() -> None:
    """What stands behind "including:" is named, not said, by the subject."""
    words = "Who/PRON/nsubj/{0} left/VERB/parataxis/2 the/DET/det/{1} old/ADJ/amod/{1} road/NOUN/obj/{0} today/ADV/advmod/{0} ?"
    listed = EXAMPLES.format(including="including/VERB/acl/3 ", verb=8, question=words.format(8, 11))
    said = EXAMPLES.format(including="", verb=7, question=words.format(7, 10))
    assert quotes(listed, REUSS) == []
    assert [content for _, content, *_ in quotes(said, REUSS)] == ['"Who left the old road today?"']


@pytest.mark.parametrize(("name", "said"), [("Old Roads .", 0), ("what a road .", 1)])
def test_the_name_of_something_is_not_said_far_from_a_word_of_saying(name: str, said: int) -> None:
    """'Reuss reported in groups, one of them for the game "Old Roads."' says no name."""
    first, second, *third, stop = name.split()
    words = " ".join(f"{word}/NOUN/dep/9" for word in (first, second, *third))
    text = (
        "Reuss/PROPN/nsubj/2 reported/VERB/root/0 in/ADP/case/4 groups/NOUN/obl/2 ,/PUNCT/punct/4 one/NUM/appos/4 "
        f'for/ADP/case/9 the/DET/det/9 game/NOUN/nmod/6 "/PUNCT/punct/9 {words} {stop}/PUNCT/punct/9 "/PUNCT/punct/9'
    )
    assert len(quotes(text, REUSS)) == said
