"""Who says it: the source in the text, and the speaker it stands for."""

import pytest

from service.enrich.aliases.component import find_clusters
from service.enrich.quotes.component import find_quotes
from tests.enrich.quotes.found import DIRECT, HOLM, REUSS, quotes
from tests.enrich.trees import document


@pytest.mark.parametrize(
    "text",
    [
        "According/VERB/case/3 to/ADP/fixed/1 Reuss/PROPN/obl/7 ,/PUNCT/punct/3 the/DET/det/6 road/NOUN/nsubj/7 "
        "closed/VERB/root/0 ./PUNCT/punct/7",
        "The/DET/det/2 road/NOUN/nsubj/3 closed/VERB/root/0 ,/PUNCT/punct/7 according/VERB/case/7 to/ADP/fixed/5 "
        "Reuss/PROPN/obl/3 ./PUNCT/punct/3",
    ],
)
def test_according_to_attributes_the_whole_clause(text: str) -> None:
    """On whichever side of it the phrase stands."""
    ((kind, content, cue, source, speaker),) = quotes(text, REUSS)
    assert (kind, content.lower(), source, speaker) == ("indirect", "the road closed", "Reuss", "Reuss")
    assert cue is not None
    assert cue.lower() == "according to"


def test_according_to_ends_where_somebody_else_speaks() -> None:
    """Although the phrase hangs on the second clause."""
    text = (
        "According/VERB/case/3 to/ADP/fixed/1 Reuss/PROPN/obl/9 ,/PUNCT/punct/3 it/PRON/nsubj/6 works/VERB/root/0 "
        "but/CCONJ/cc/9 she/PRON/nsubj/9 said/VERB/conj/6 that/SCONJ/mark/12 it/PRON/nsubj/12 leaks/VERB/ccomp/9 "
        "./PUNCT/punct/6"
    )
    assert [(content, source) for _, content, _, source, _ in quotes(text, REUSS)] == [
        ("it works", "Reuss"),
        ("that it leaks", "she"),
    ]


def test_the_source_before_a_comma_is_one_though_the_tree_passes_it_over() -> None:
    """ "According to data, during the spring, ...": the data says it."""
    text = """
    According/VERB/case/3 to/ADP/fixed/1 data/NOUN/dep/7 ,/PUNCT/punct/7 during/ADP/case/7 the/DET/det/7 spring/NOUN/obl/10 ,/PUNCT/punct/7 prices/NOUN/nsubj/10 rose/VERB/root/0 ./PUNCT/punct/10
    """
    assert [found[1:4] for found in quotes(text)] == [("during the spring, prices rose", "According to", "data")]


def test_the_subject_behind_an_aside_is_none_of_the_source() -> None:
    """ "According to Holm - a spokesman - a ship sank": trees join the ship to the spokesman."""
    text = """
    According/VERB/case/3 to/ADP/fixed/1 Holm/PROPN/nsubj/10 –/PUNCT/punct/6 a/DET/det/6 spokesman/NOUN/appos/3 –/PUNCT/punct/9 a/DET/det/9 ship/NOUN/appos/6 sank/VERB/root/0 ./PUNCT/punct/10
    """
    assert [found[1:4] for found in quotes(text)] == [("a ship sank", "According to", "Holm – a spokesman")]


def test_it_is_claimed_tells_no_more_than_according_to() -> None:
    """The clause behind it is what is attributed."""
    text = """
    According/VERB/case/3 to/ADP/fixed/1 Holm/PROPN/obl/7 ,/PUNCT/punct/3 it/PRON/expl/7 is/AUX/aux:pass/7 claimed/VERB/root/0 that/SCONJ/mark/10 ships/NOUN/nsubj/10 sank/VERB/ccomp/7 ./PUNCT/punct/7
    """
    assert [found[1:4] for found in quotes(text)] == [("that ships sank", "According to", "Holm")]


def test_what_is_done_according_to_something_of_ones_own_is_not_told_by_it() -> None:
    """ "He ruled according to his ideals" attributes nothing."""
    text = """
    He/PRON/nsubj/2 ruled/VERB/root/0 the/DET/det/4 town/NOUN/obj/2 according/VERB/case/8 to/ADP/fixed/5 his/PRON/nmod:poss/8 ideals/NOUN/obl/2 ./PUNCT/punct/2
    """
    assert quotes(text) == []


def test_a_phrase_of_time_is_no_part_of_who_says_it() -> None:
    """ "According to state television on Friday": the source is the television."""
    text = """
    He/PRON/nsubj/2 died/VERB/root/0 ,/PUNCT/punct/7 according/VERB/case/7 to/ADP/fixed/4 state/NOUN/compound/7 television/NOUN/obl/2 on/ADP/case/9 Friday/PROPN/nmod/7 ./PUNCT/punct/2
    """
    assert [found[3] for found in quotes(text)] == ["state television"]


def test_a_source_does_not_begin_with_and() -> None:
    """'"...," said author and teacher Reuss': who stands behind "and" is the teacher."""
    clause = "said/VERB/root/0 and/CCONJ/cc/9 teacher/NOUN/nsubj/7"
    assert [found[3] for found in quotes(DIRECT.format(clause=clause, cue=7))] == ["teacher"]


def test_a_statement_speaks_for_its_author() -> None:
    """The source is the statement, the speaker who made it; 'the statement' is later the same."""
    text = """
    A/DET/det/2 statement/NOUN/nsubj/5 from/ADP/case/4 Nordfisk/PROPN/nmod/2 said/VERB/root/0 roads/NOUN/nsubj/7 closed/VERB/ccomp/5 ./PUNCT/punct/5
    The/DET/det/2 statement/NOUN/nsubj/3 added/VERB/root/0 schools/NOUN/nsubj/5 closed/VERB/ccomp/3 ./PUNCT/punct/3
    """
    found = quotes(text, ("Nordfisk", "ORG"))
    assert [(source, speaker) for *_, source, speaker in found] == [
        ("A statement from Nordfisk", "Nordfisk"),
        ("The statement", "Nordfisk"),
    ]


def test_a_headline_with_its_source_behind_a_colon() -> None:
    """'Claim: WH' is a quotation of the White House, whose name the text tells."""
    text = """
    Russia/PROPN/nsubj/2 seeks/VERB/root/0 drones/NOUN/obj/2 :/PUNCT/punct/5 WH/PROPN/parataxis/2

    The/DET/det/3 White/PROPN/compound/3 House/PROPN/nsubj/4 slept/VERB/root/0 ./PUNCT/punct/4
    """
    found = quotes(text, ("Russia", "LOC"), ("White House", "ORG"), title=len("Russia seeks drones: WH"))
    assert found == [("indirect", "Russia seeks drones", ":", "WH", "White House")]


def test_a_headline_that_only_has_a_colon() -> None:
    """A place or topic in front of a colon is no source."""
    text = "Paris/PROPN/root/0 :/PUNCT/punct/1 Officials/NOUN/nsubj/4 met/VERB/parataxis/1 Reuss/PROPN/obj/4"
    assert quotes(text, ("Paris", "LOC"), REUSS, title=len("Paris: Officials met Reuss")) == []


def test_a_pronoun_is_resolved() -> None:
    """The source is 'he', the speaker Reuss."""
    text = """
    Reuss/PROPN/nsubj/2 slept/VERB/root/0 ./PUNCT/punct/2
    He/PRON/nsubj/2 said/VERB/root/0 roads/NOUN/nsubj/4 closed/VERB/ccomp/2 ./PUNCT/punct/2
    """
    assert quotes(text, REUSS) == [("indirect", "roads closed", "said", "He", "Reuss")]


def test_i_inside_a_quotation_is_its_speaker() -> None:
    """The speaker's cluster gets the 'I' of what is said."""
    text = (
        '"/PUNCT/punct/3 I/PRON/nsubj/3 slept/VERB/ccomp/7 ,/PUNCT/punct/3 "/PUNCT/punct/3 Reuss/PROPN/nsubj/7 '
        "said/VERB/root/0 ./PUNCT/punct/7"
    )
    doc = find_quotes(find_clusters(document(text, REUSS)))
    (reuss,) = doc._.clusters
    assert [(doc.text[mention.start : mention.end], mention.kind) for mention in reuss.mentions] == [
        ("I", "pronoun"),
        ("Reuss", "named"),
    ]


def test_the_name_behind_the_comma_is_the_source_though_the_tree_makes_it_a_subject() -> None:
    """ "According to the minister, Ada Holm, ships sank": Holm says it."""
    text = """
    According/VERB/case/4 to/ADP/fixed/1 the/DET/det/4 minister/NOUN/nmod/6 ,/PUNCT/punct/4 Ada/PROPN/nsubj/10 Holm/PROPN/flat/6 ,/PUNCT/punct/10 ships/NOUN/nsubj/10 sank/VERB/root/0 ./PUNCT/punct/10
    """
    found = quotes(text, HOLM)
    assert [each[1:] for each in found] == [("ships sank", "According to", "the minister, Ada Holm", "Ada Holm")]


def test_what_is_done_according_to_needs_is_told_by_nobody() -> None:
    """A need, a size or a system says nothing."""
    text = """
    He/PRON/nsubj/2 paid/VERB/root/0 farmers/NOUN/obj/2 according/VERB/case/7 to/ADP/fixed/4 local/ADJ/amod/7 need/NOUN/obl/2 ./PUNCT/punct/2
    """
    assert quotes(text) == []


def test_who_adds_something_is_who_spoke_in_between() -> None:
    """ "It rained, Reuss said, adding that ...": the tree joins the participle to the rain."""
    text = """
    The/DET/det/2 road/NOUN/nsubj/3 closed/VERB/root/0 ,/PUNCT/punct/6 Reuss/PROPN/nsubj/6 said/VERB/parataxis/3 ,/PUNCT/punct/8 adding/VERB/advcl/3 that/SCONJ/mark/11 it/PRON/nsubj/11 rained/VERB/ccomp/8 ./PUNCT/punct/3
    """
    doc = document(text, REUSS)
    doc[7].tag_ = "VBG"
    quoted = find_quotes(find_clusters(doc))._.quotes
    assert [quote.speaker.name for quote in quoted if quote.lemma == "add"] == ["Reuss"]


def test_a_statement_is_not_of_who_is_named_somewhere_else() -> None:
    """Only of who is named beside it: who attended the talks did not write it; who made a survey did."""
    text = """
    At/ADP/case/2 talks/NOUN/obl/6 with/ADP/case/4 Reuss/PROPN/nmod/2 they/PRON/nsubj/6 met/VERB/root/0 ,/PUNCT/punct/6 according/VERB/case/11 to/ADP/fixed/8 a/DET/det/11 statement/NOUN/obl/6 {by}./PUNCT/punct/6
    """
    (found,) = quotes(text.format(by=""), REUSS)
    assert found[4] == "a statement"
    for verb, speaker in (("make", "Nordfisk"), ("see", "a statement")):
        by = f"{verb}/VERB/acl/11 by/ADP/case/14 Nordfisk/PROPN/obl/12 "
        doc = document(text.format(by=by), REUSS, ("Nordfisk", "ORG"))
        doc[11].tag_ = "VBN"
        (quote,) = find_quotes(find_clusters(doc))._.quotes
        assert quote.speaker.name == speaker


def test_who_took_a_picture_said_nothing() -> None:
    """ "Photo: Reuss" behind a caption is a credit."""
    text = (
        "Ships/NOUN/nsubj/2 left/VERB/root/0 port/NOUN/obj/2 ./PUNCT/punct/2 Photo/NOUN/root/0 :/PUNCT/punct/7 "
        "Reuss/PROPN/parataxis/5"
    )
    assert quotes(text, REUSS, title=len("Ships left port. Photo: Reuss")) == []


@pytest.mark.parametrize(("noun", "told"), [("norms", 0), ("experts", 1)])
def test_standards_say_nothing(noun: str, told: int) -> None:
    """Also behind a comma."""
    text = (
        f"The/DET/det/2 road/NOUN/nsubj/3 closed/VERB/root/0 ,/PUNCT/punct/7 according/VERB/case/7 to/ADP/fixed/5 "
        f"{noun}/NOUN/obl/3 ./PUNCT/punct/3"
    )
    doc_text = text.replace(f"{noun}/NOUN", f"{noun.removesuffix('s')}/NOUN")
    assert len(quotes(doc_text)) == told


def test_what_is_told_while_somebody_asks_for_something_is_not_his() -> None:
    """ "The road closed as Oslo asked firms to wait"; "as Reuss asked" is."""
    asked = (
        "The/DET/det/2 road/NOUN/nsubj/3 closed/VERB/root/0 as/SCONJ/mark/6 Reuss/PROPN/nsubj/6 ask/VERB/advcl/3 "
        "firms/NOUN/iobj/6 to/PART/mark/9 wait/VERB/xcomp/6 ./PUNCT/punct/3"
    )
    assert quotes(asked, REUSS) == []


@pytest.mark.parametrize(("noun", "found"), [("visit", 0), ("report", 1)])
def test_a_deed_that_shows_something_does_not_say_it(noun: str, found: int) -> None:
    """A document does."""
    text = (
        f"The/DET/det/2 {noun}/NOUN/nsubj/3 shows/VERB/root/0 that/SCONJ/mark/6 roads/NOUN/nsubj/6 closed/VERB/ccomp/3 "
        "./PUNCT/punct/3"
    )
    assert len(quotes(text)) == found
