"""Who says it, and what, where the tree hangs the subject or the clause on something else."""

import pytest

from tests.enrich.quotes.found import HOLM, REUSS, quotes


def test_a_share_of_people_speaks_although_the_tree_makes_it_a_measure() -> None:
    """ "Forty percent of voters said ...": the phrase before the word of saying is its subject."""
    text = """
    Forty/NUM/nummod/2 percent/NOUN/obl:unmarked/5 of/ADP/case/4 voters/NOUN/nmod/2 said/VERB/root/0 it/PRON/nsubj/7 rained/VERB/ccomp/5 ./PUNCT/punct/5
    """
    assert [found[1:4] for found in quotes(text)] == [("it rained", "said", "Forty percent of voters")]


def test_the_subject_may_hang_on_what_is_said() -> None:
    """The clause behind the word of saying is said, its stray subject before it is who says it."""
    text = """
    Managers/NOUN/nsubj/7 working/VERB/acl/1 abroad/ADV/advmod/2 said/VERB/root/0 the/DET/det/6 road/NOUN/obl:unmarked/7 closed/VERB/ccomp/4 ./PUNCT/punct/4
    """
    assert [found[1:4] for found in quotes(text)] == [("the road closed", "said", "Managers")]


def test_a_subject_with_an_aside_ends_before_a_comma() -> None:
    """ "A teacher, who feared for her job, said": the teacher speaks."""
    text = """
    A/DET/det/2 teacher/NOUN/ccomp/10 ,/PUNCT/punct/5 who/PRON/nsubj/5 feared/VERB/acl:relcl/2 for/ADP/case/8 her/PRON/nmod:poss/8 job/NOUN/obl/5 ,/PUNCT/punct/2 said/VERB/root/0 it/PRON/nsubj/12 leaked/VERB/ccomp/10 ./PUNCT/punct/10
    """
    assert [found[1:3] for found in quotes(text)] == [("it leaked", "said")]
    assert quotes(text)[0][3].startswith("A teacher")


def test_who_speaks_behind_a_comma_is_whoever_stands_behind_the_word_of_saying() -> None:
    """ "The plan was to leave, said Reuss": not the plan."""
    text = """
    The/DET/det/2 plan/NOUN/nsubj/7 was/AUX/cop/5 to/PART/mark/5 leave/VERB/csubj/2 ,/PUNCT/punct/7 said/VERB/root/0 Reuss/PROPN/nsubj/7 ./PUNCT/punct/7
    """
    assert [found[1:4] for found in quotes(text, REUSS)] == [("The plan was to leave", "said", "Reuss")]


def test_what_tells_of_the_speaker_is_not_said() -> None:
    """ "..., said Reuss who earlier accused Holm": the tree takes the accusation for what is said."""
    text = """
    Roads/NOUN/nsubj/2 closed/VERB/ccomp/4 ,/PUNCT/punct/2 said/VERB/root/0 Reuss/PROPN/nsubj/7 who/PRON/nsubj/7 accused/VERB/ccomp/4 Holm/PROPN/obj/7 ./PUNCT/punct/4
    """
    assert quotes(text, REUSS, ("Holm", "PERSON"))[0][1:] == ("Roads closed", "said", "Reuss", "Reuss")


def test_as_somebody_puts_it() -> None:
    """'As Reuss puts it, "..."' is a quotation of Reuss."""
    text = """
    As/ADP/case/2 Reuss/PROPN/obl/3 puts/VERB/root/0 it/PRON/obj/3 ,/PUNCT/punct/7 "/PUNCT/punct/7 Roads/NOUN/nsubj/8 close/VERB/ccomp/3 ./PUNCT/punct/3 "/PUNCT/punct/3
    """
    assert [found[1:4] for found in quotes(text, REUSS)] == [('"Roads close."', "puts", "Reuss")]


@pytest.mark.parametrize(
    "saying",
    [
        "the/DET/det/8 agency/NOUN/nsubj/9 reported/VERB/conj/2",
        "said/VERB/conj/2 the/DET/det/9 agency/NOUN/obj/7",
    ],
)
def test_a_sentence_that_ends_with_who_says_it_is_said(saying: str) -> None:
    """Whatever the tree makes of the last clause."""
    text = (
        "The/DET/det/2 road/NOUN/nsubj/3 closed/VERB/root/0 on/ADP/case/5 Monday/PROPN/obl/3 ,/PUNCT/punct/3 "
        f"{saying} ./PUNCT/punct/3"
    )
    assert [(content, source) for _, content, _, source, _ in quotes(text)] == [
        ("The road closed on Monday", "the agency")
    ]


def test_what_happens_before_one_speaks_is_not_said() -> None:
    """ "When the road closed, the agency reported": nothing is told of what it reported."""
    text = """
    When/SCONJ/mark/4 the/DET/det/3 road/NOUN/nsubj/4 closed/VERB/advcl/8 ,/PUNCT/punct/4 the/DET/det/7 agency/NOUN/nsubj/8 reported/VERB/root/0 ./PUNCT/punct/8
    """
    assert quotes(text) == []


def test_what_is_written_by_somebody_is_no_word_of_hers() -> None:
    """ "He held a book, written by Holm": a passive that tells of the book."""
    text = """
    He/PRON/nsubj/2 held/VERB/root/0 a/DET/det/5 new/ADJ/amod/5 book/NOUN/obj/2 ,/PUNCT/punct/5 written/VERB/conj/2 by/ADP/case/9 Holm/PROPN/obl:agent/7 ./PUNCT/punct/2
    """
    assert quotes(text, ("Holm", "PERSON")) == []


def test_what_stands_before_that_is_how_it_is_said() -> None:
    """ "Said in a calm tone that ...": the tree hangs the clause on the tone."""
    text = """
    Reuss/PROPN/nsubj/2 said/VERB/root/0 in/ADP/case/6 a/DET/det/6 calm/ADJ/amod/6 tone/NOUN/obl/2 that/SCONJ/mark/9 roads/NOUN/nsubj/9 closed/VERB/acl:relcl/6 ./PUNCT/punct/2
    """
    assert [found[1] for found in quotes(text, REUSS)] == ["that roads closed"]


@pytest.mark.parametrize("where", ["in/ADP/case/8 May/PROPN/obl/3", "quietly/ADV/advmod/3"])
def test_where_and_how_one_says_it_is_no_part_of_it(where: str) -> None:
    """ "..., Reuss said in May": no mark parts it from the words of saying."""
    text = f"""
    The/DET/det/2 road/NOUN/nsubj/3 closed/VERB/ccomp/6 ,/PUNCT/punct/3 Reuss/PROPN/nsubj/6 said/VERB/root/0 {where} ./PUNCT/punct/6
    """
    assert [found[1] for found in quotes(text, REUSS)] == ["The road closed"]


def test_who_adds_behind_a_quotation_is_its_speaker() -> None:
    """Though the tree gives the word of saying a subject inside the quotation, and the clause of the participle."""
    text = """
    "/PUNCT/punct/3 Roads/NOUN/nsubj/6 closed/VERB/ccomp/6 ,/PUNCT/punct/3 "/PUNCT/punct/3 said/VERB/root/0 Reuss/PROPN/nsubj/6 ,/PUNCT/punct/9 adding/VERB/advcl/6 that/SCONJ/mark/12 trains/NOUN/nsubj/12 stopped/VERB/ccomp/6 ./PUNCT/punct/6
    """
    assert [(content, speaker) for _, content, *_, speaker in quotes(text, REUSS)] == [
        ('"Roads closed,"', "Reuss"),
        ("that trains stopped", "Reuss"),
    ]


def test_who_is_made_to_say_something_says_it() -> None:
    """ "The leak led Holm to say ...": not the leak, though the tree takes both for subjects."""
    text = """
    The/DET/det/2 leak/NOUN/nsubj/3 led/VERB/root/0 Holm/PROPN/nsubj/3 to/PART/mark/6 say/VERB/xcomp/3 it/PRON/nsubj/8 rained/VERB/ccomp/6 ./PUNCT/punct/3
    """
    assert [found[1:4:2] for found in quotes(text, ("Holm", "PERSON"))] == [("it rained", "Holm")]


def test_with_somebody_saying_is_said_by_somebody() -> None:
    """ "It drew concern with teachers saying ...": the teachers, not the concern."""
    text = """
    It/PRON/nsubj/2 drew/VERB/root/0 concern/NOUN/obj/2 with/ADP/case/5 teachers/NOUN/nmod/3 saying/VERB/acl/3 that/SCONJ/mark/9 it/PRON/nsubj/9 leaks/VERB/ccomp/6 ./PUNCT/punct/2
    """
    assert [found[3] for found in quotes(text)] == ["teachers"]


def test_a_noun_with_of_and_a_gerund_says_nothing() -> None:
    """ "The habit of saying that ...": a habit does not speak."""
    text = """
    Reuss/PROPN/nsubj/2 left/VERB/root/0 the/DET/det/4 habit/NOUN/obj/2 of/SCONJ/mark/6 saying/VERB/acl/4 that/SCONJ/mark/9 it/PRON/nsubj/9 leaks/VERB/ccomp/6 ./PUNCT/punct/2
    """
    assert quotes(text, REUSS) == []


@pytest.mark.parametrize(("subject", "said"), [("Reuss/PROPN", 1), ("You/PRON", 0), ("Who/PRON", 0)])
def test_what_anybody_says_is_said_by_nobody(subject: str, said: int) -> None:
    """ "Who says it rains?", "You say it rains": neither the reader nor a question speaks."""
    text = f"{subject}/nsubj/2 says/VERB/root/0 it/PRON/nsubj/4 rains/VERB/ccomp/2 ./PUNCT/punct/2"
    assert len(quotes(text, REUSS)) == said


def test_what_a_second_verb_has_for_an_object_is_all_it_tells() -> None:
    """ "Prices rose, as firms reported losses": they reported losses, and not that prices rose."""
    text = """
    Prices/NOUN/nsubj/2 rose/VERB/root/0 ,/PUNCT/punct/6 as/SCONJ/mark/6 firms/NOUN/nsubj/6 reported/VERB/advcl/2 {losses}./PUNCT/punct/2
    """
    assert quotes(text.format(losses="losses/NOUN/obj/6 ")) == []
    assert len(quotes(text.format(losses=""))) == 1


def test_according_to_tells_of_the_sentence_and_not_of_its_participle_alone() -> None:
    """ "It grew, according to Holm, adding to ...": she tells that it grew."""
    text = """
    Debt/NOUN/nsubj/2 grew/VERB/root/0 ,/PUNCT/punct/6 according/VERB/case/6 to/ADP/fixed/4 Holm/PROPN/obl/8 ,/PUNCT/punct/8 adding/VERB/advcl/2 to/ADP/case/10 fears/NOUN/obl/8 ./PUNCT/punct/2
    """
    ((_, content, *_),) = quotes(text, ("Holm", "PERSON"))
    assert content.startswith("Debt grew")


def test_a_report_is_not_of_whom_its_clause_tells() -> None:
    """ "The report by Nordfisk, which told of Holm, said ...": it is Nordfisk's."""
    text = """
    The/DET/det/2 report/NOUN/nsubj/10 by/ADP/case/4 Nordfisk/PROPN/nmod/2 ,/PUNCT/punct/7 which/DET/nsubj/7 told/VERB/acl:relcl/2 of/ADP/case/9 Holm/PROPN/obl/7 said/VERB/root/0 it/PRON/nsubj/12 rained/VERB/ccomp/10 ./PUNCT/punct/10
    """
    assert [found[4] for found in quotes(text, ("Nordfisk", "ORG"), ("Holm", "PERSON"))] == ["Nordfisk"]


def test_words_of_saying_that_need_quotation_marks_attribute_nothing_without_them() -> None:
    """ "Reuss called it what it was" quotes nobody."""
    text = """
    Reuss/PROPN/nsubj/2 called/VERB/root/0 it/PRON/obj/2 what/PRON/ccomp/2 it/PRON/nsubj/4 was/AUX/cop/4 ./PUNCT/punct/2
    """
    assert quotes(text, REUSS, HOLM) == []


def test_whom_it_is_told_does_not_own_what_is_told() -> None:
    """ "Reuss told the panel that roads closed": the tree hangs the clause on the panel."""
    text = """
    Reuss/PROPN/nsubj/2 told/VERB/root/0 the/DET/det/4 panel/NOUN/iobj/2 {that}she/PRON/nsubj/{verb} left/VERB/acl:relcl/4 ./PUNCT/punct/2
    """
    for that, verb, content in (("that/SCONJ/mark/7 ", 7, "that she left"), ("", 6, "she left")):
        assert [found[1] for found in quotes(text.format(that=that, verb=verb), REUSS)] == [content]


def test_what_begins_with_that_is_said_to_the_end_where_the_tree_has_no_clause() -> None:
    """But not what somebody says further by a participle."""
    text = """
    Reuss/PROPN/nsubj/2 said/VERB/root/0 that/SCONJ/mark/5 roads/NOUN/nsubj/5 closed/VERB/advcl/2 ,/PUNCT/punct/7 adding/VERB/advcl/2 that/SCONJ/mark/10 trains/NOUN/nsubj/10 stopped/VERB/ccomp/7 ./PUNCT/punct/2
    """
    assert [found[1:4] for found in quotes(text, REUSS)] == [
        ("that roads closed", "said", "Reuss"),
        ("that trains stopped", "adding", "Reuss"),
    ]


def test_what_somebody_says_further_is_no_part_of_the_first_clause() -> None:
    """Although the tree hangs the participle on a verb inside it, and gives that verb's subject to it."""
    text = """
    Reuss/PROPN/nsubj/2 said/VERB/root/0 that/SCONJ/mark/5 roads/NOUN/nsubj/5 closed/VERB/ccomp/2 ,/PUNCT/punct/7 adding/VERB/advcl/5 that/SCONJ/mark/10 trains/NOUN/nsubj/10 stopped/VERB/ccomp/7 ./PUNCT/punct/2
    """
    assert [found[1:4] for found in quotes(text, REUSS)] == [
        ("that roads closed", "said", "Reuss"),
        ("that trains stopped", "adding", "Reuss"),
    ]


def test_some_are_people() -> None:
    """ "Some said her road was long": a determiner speaks for them."""
    text = """
    some/DET/det/4 said/VERB/root/0 her/PRON/nmod:poss/4 road/NOUN/nsubj/5 closed/VERB/ccomp/2 ./PUNCT/punct/2
    """
    assert [found[1:4] for found in quotes(text)] == [("her road closed", "said", "some")]


def test_a_participle_behind_what_somebody_expresses_is_hers() -> None:
    """ "Reuss expressed regret, saying ...": the tree hangs the participle on the regret."""
    text = """
    Reuss/PROPN/nsubj/2 expressed/VERB/root/0 regret/NOUN/obj/2 ,/PUNCT/punct/5 saying/VERB/advcl/3 roads/NOUN/nsubj/7 closed/VERB/ccomp/5 ./PUNCT/punct/2
    """
    assert [found[1:4] for found in quotes(text, REUSS)] == [("roads closed", "saying", "Reuss")]


def test_what_a_paper_reports_on_stands_behind() -> None:
    """ "It rained, the paper reported on a strike": the strike is reported; "reported on Monday" tells when."""
    sentence = "Roads/NOUN/nsubj/3 had/AUX/aux/3 closed/VERB/ccomp/8 again/ADV/advmod/3 ,/PUNCT/punct/3 the/DET/det/7 paper/NOUN/nsubj/8 reported/VERB/root/0 on/ADP/case/{last} {behind} ./PUNCT/punct/8"
    strike = sentence.format(last=11, behind="a/DET/det/11 strike/NOUN/obl/8").replace("ccomp/8", "dep/8")
    monday = sentence.format(last=10, behind="Monday/PROPN/obl/8").replace("ccomp/8", "dep/8")
    assert ([found[1] for found in quotes(strike)], [found[1] for found in quotes(monday)]) == (
        [],
        ["Roads had closed again"],
    )
