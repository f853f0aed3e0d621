"""What is said without quotation marks: clauses under words of saying and thinking."""

import pytest

from tests.enrich.quotes.found import HOLM, REUSS, quotes

INDIRECT = """
Ada/PROPN/nsubj/3 Holm/PROPN/flat/1 said/VERB/root/0 that/SCONJ/mark/7 the/DET/det/6 road/NOUN/nsubj/7 closed/VERB/ccomp/3 ./PUNCT/punct/3
"""


def test_a_clause_under_a_word_of_saying_is_indirect_speech() -> None:
    """With its "that", without the full stop."""
    assert quotes(INDIRECT, HOLM) == [("indirect", "that the road closed", "said", "Ada Holm", "Ada Holm")]


def test_a_second_cue_shares_the_subject() -> None:
    """'Reuss said ... and explained why ...' are two quotations of Reuss."""
    text = (
        "Reuss/PROPN/nsubj/2 said/VERB/root/0 roads/NOUN/nsubj/4 closed/VERB/ccomp/2 and/CCONJ/cc/6 "
        "explained/VERB/conj/2 why/ADV/advmod/9 schools/NOUN/nsubj/9 closed/VERB/ccomp/6 ./PUNCT/punct/2"
    )
    assert [(content, source) for _, content, _, source, _ in quotes(text, REUSS)] == [
        ("roads closed", "Reuss"),
        ("why schools closed", "Reuss"),
    ]


def test_two_words_of_saying_share_their_clauses() -> None:
    """Each has the clause behind it, even where the tree gives both clauses to the first."""
    text = (
        "Reuss/PROPN/nsubj/2 said/VERB/root/0 the/DET/det/4 road/NOUN/nsubj/5 closed/VERB/ccomp/2 ,/PUNCT/punct/10 "
        "and/CCONJ/cc/8 said/VERB/conj/2 it/PRON/nsubj/10 rained/VERB/ccomp/2 ./PUNCT/punct/2"
    )
    assert [(content, source) for _, content, _, source, _ in quotes(text, REUSS)] == [
        ("the road closed", "Reuss"),
        ("it rained", "Reuss"),
    ]


def test_a_participle_goes_on_with_what_the_speaker_says() -> None:
    """What follows "stating that" is another quotation of the speaker, and not of who is spoken of."""
    text = (
        "Reuss/PROPN/nsubj/2 said/VERB/root/0 that/SCONJ/mark/5 trains/NOUN/nsubj/5 stopped/VERB/ccomp/2 "
        "also/ADV/advmod/7 stating/VERB/advcl/5 that/SCONJ/mark/10 roads/NOUN/nsubj/10 closed/VERB/ccomp/7 "
        "./PUNCT/punct/2"
    )
    assert [(content, source) for _, content, _, source, _ in quotes(text, REUSS)] == [
        ("that trains stopped", "Reuss"),
        ("that roads closed", "Reuss"),
    ]


def test_who_adds_is_who_has_spoken() -> None:
    """Also without a "that"."""
    text = (
        "Reuss/PROPN/nsubj/2 said/VERB/root/0 trains/NOUN/nsubj/4 stopped/VERB/ccomp/2 ,/PUNCT/punct/6 "
        "adding/VERB/advcl/4 roads/NOUN/nsubj/8 closed/VERB/ccomp/6 ./PUNCT/punct/2"
    )
    assert [(content, source) for _, content, _, source, _ in quotes(text, REUSS)] == [
        ("trains stopped", "Reuss"),
        ("roads closed", "Reuss"),
    ]


def test_of_whom_the_writer_has_it_is_no_part_of_what_is_said() -> None:
    """ "Reuss said roads closed, according to Holm": both tell of the roads, and Reuss nothing of Holm."""
    text = (
        "Reuss/PROPN/nsubj/2 said/VERB/root/0 roads/NOUN/nsubj/4 closed/VERB/ccomp/2 ,/PUNCT/punct/8 "
        "according/VERB/case/8 to/ADP/fixed/6 Holm/PROPN/obl/4 ./PUNCT/punct/2"
    )
    assert ("indirect", "roads closed", "said", "Reuss", "Reuss") in quotes(text, REUSS)


def test_a_participle_that_hangs_on_a_sentence_says_nothing_of_it() -> None:
    """ "Reuss left, promising help": the help is promised, and not that she left."""
    text = (
        "Reuss/PROPN/nsubj/2 left/VERB/root/0 ,/PUNCT/punct/4 saying/VERB/parataxis/2 little/ADJ/obj/4 ./PUNCT/punct/2"
    )
    assert quotes(text, REUSS) == []


def test_a_participle_has_the_subject_of_its_verb() -> None:
    """ "Iran responded by saying that ...": Iran says it."""
    text = (
        "Iran/PROPN/nsubj/2 responded/VERB/root/0 by/SCONJ/mark/4 saying/VERB/advcl/2 that/SCONJ/mark/7 "
        "roads/NOUN/nsubj/7 closed/VERB/ccomp/4 ./PUNCT/punct/2"
    )
    assert quotes(text, ("Iran", "LOC")) == [("indirect", "that roads closed", "saying", "Iran", "Iran")]


def test_what_somebody_promises_to_do_is_said() -> None:
    """Although it is no clause with a subject of its own."""
    text = (
        "Reuss/PROPN/nsubj/2 promised/VERB/root/0 to/PART/mark/4 leave/VERB/xcomp/2 soon/ADV/advmod/4 ./PUNCT/punct/2"
    )
    assert quotes(text, REUSS) == [("indirect", "to leave soon", "promised", "Reuss", "Reuss")]


def test_a_mark_at_the_end_does_not_join_what_two_words_of_saying_say() -> None:
    """The last marks may hang on the first clause: what the second word says is not the first one's."""
    text = (
        "Reuss/PROPN/nsubj/2 said/VERB/root/0 trains/NOUN/nsubj/4 stopped/VERB/ccomp/2 ,/PUNCT/punct/7 "
        "but/CCONJ/cc/7 said/VERB/conj/2 that/SCONJ/mark/10 roads/NOUN/nsubj/10 closed/VERB/ccomp/7 "
        "./PUNCT/punct/4"
    )
    assert [content for _, content, *_ in quotes(text, REUSS)] == ["trains stopped", "that roads closed"]


def test_and_that_goes_on_with_what_is_said() -> None:
    """Whatever verb the tree hangs the second clause on."""
    text = (
        "Trains/NOUN/nsubj/2 stopped/VERB/root/0 but/CCONJ/cc/5 Reuss/PROPN/nsubj/5 said/VERB/conj/2 "
        "that/SCONJ/mark/8 roads/NOUN/nsubj/8 closed/VERB/ccomp/5 and/CCONJ/cc/12 that/SCONJ/mark/12 "
        "schools/NOUN/nsubj/12 opened/VERB/conj/2 ./PUNCT/punct/2"
    )
    assert [content for _, content, *_ in quotes(text, REUSS)] == ["that roads closed and that schools opened"]


def test_what_others_report_is_left_out() -> None:
    """'Officials said it works, with the paper reporting ...': two sources, two quotations."""
    text = (
        "Officials/NOUN/nsubj/2 said/VERB/root/0 it/PRON/nsubj/4 works/VERB/ccomp/2 ,/PUNCT/punct/9 with/SCONJ/mark/9 "
        "the/DET/det/8 paper/NOUN/nsubj/9 reported/VERB/advcl/4 nobody/PRON/nsubj/11 fell/VERB/ccomp/9 ./PUNCT/punct/2"
    )
    assert [(content, source) for _, content, _, source, _ in quotes(text)] == [
        ("it works", "Officials"),
        ("nobody fell", "the paper"),
    ]


def test_whom_it_is_told_is_no_part_of_it() -> None:
    """Nor where the tree takes the name for a part of the clause."""
    text = (
        "Officials/NOUN/nsubj/2 told/VERB/root/0 Sky/PROPN/compound/4 News/PROPN/nsubj/7 every/DET/det/6 "
        "road/NOUN/nsubj/7 closed/VERB/ccomp/2 ./PUNCT/punct/2"
    )
    assert [content for _, content, *_ in quotes(text)] == ["every road closed"]


THOUGHT = """
Reuss/PROPN/nsubj/{verb} {will}believes/VERB/root/0 that/SCONJ/mark/{last} roads/NOUN/nsubj/{last} closed/VERB/ccomp/{verb} ./PUNCT/punct/{verb}
"""


def test_what_nobody_has_thought_yet_is_not_attributed() -> None:
    """ "Reuss will believe that ..." tells no thought of his."""
    assert quotes(THOUGHT.format(will="will/AUX/aux/3 ", verb=3, last=6), REUSS) == []
    assert len(quotes(THOUGHT.format(will="", verb=2, last=5), REUSS)) == 1


def test_no_matter_how_somebody_thinks_it_is_no_thought_of_anybody() -> None:
    """A measure is none."""
    text = """
    No/DET/det/2 matter/NOUN/obl/12 how/ADV/advmod/4 tame/ADJ/acl/2 an/DET/det/6 owner/NOUN/nsubj/7 thinks/VERB/acl/2 the/DET/det/9 dog/NOUN/nsubj/10 is/AUX/ccomp/7 it/PRON/nsubj/12 bites/VERB/root/0 ./PUNCT/punct/12
    """
    assert quotes(text) == []


def test_as_mentioned_earlier_names_nobody() -> None:
    """The subject of the main clause has mentioned nothing."""
    text = """
    As/SCONJ/mark/2 mentioned/VERB/advcl/6 ,/PUNCT/punct/2 the/DET/det/5 road/NOUN/nsubj/6 closed/VERB/root/0 ./PUNCT/punct/6
    """
    assert quotes(text) == []


def test_what_is_told_begins_with_that() -> None:
    """Not with the name of whom it is told, which the tree may lose."""
    text = """
    Reuss/PROPN/nsubj/2 told/VERB/root/0 Nordfisk/PROPN/iobj/2 Radio/PROPN/nsubj/2 that/SCONJ/mark/8 the/DET/det/7 road/NOUN/nsubj/8 closed/VERB/ccomp/2 ./PUNCT/punct/2
    """
    assert [content for _, content, *_ in quotes(text, REUSS)] == ["that the road closed"]


@pytest.mark.parametrize(
    ("number", "end"), [("(/PUNCT/punct/7 3/NUM/nummod/4 )/PUNCT/punct/7", 9), ("3/NUM/nummod/4", 7)]
)
def test_the_full_stop_of_a_number_ends_no_quotation(number: str, end: int) -> None:
    """As in "Law No. (3)" and "Law No. 3"."""
    text = f"""
    Reuss/PROPN/nsubj/2 said/VERB/root/0 Law/NOUN/nsubj/{end} No/NOUN/nmod/3 ./PUNCT/punct/4 {number} changed/VERB/ccomp/2 ./PUNCT/punct/2
    """
    (content,) = [content for _, content, *_ in quotes(text, REUSS)]
    assert content.endswith("changed")


def test_words_of_saying_alone_are_nothing_said() -> None:
    """ "He added" of "he added that, according to Reuss, ..."."""
    text = """
    He/PRON/nsubj/2 added/VERB/root/0 according/VERB/case/5 to/ADP/fixed/3 Reuss/PROPN/obl/2 ./PUNCT/punct/2
    """
    assert quotes(text, REUSS) == []
