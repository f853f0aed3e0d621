"""Whether a time is past or yet to come: the tense of its clause."""

from datetime import date

import pytest
from spacy.tokens import Doc

from service.enrich.context import ArticleContext
from service.enrich.times import Times
from tests.enrich.times.reading import NLP, WEDNESDAY, values
from tests.enrich.trees import document


def test_the_tense_of_the_clause_is_read_from_its_tree() -> None:
    """What is to be done on a day is yet to come, whatever came before in the text."""
    doc = Doc(
        NLP.vocab,
        words="The vote is to be held on Friday . It was called on Friday .".split(),
        heads=[1, 5, 5, 5, 5, 5, 7, 5, 5, 11, 11, 11, 13, 11, 11],
        deps=("det nsubj:pass aux mark aux:pass ROOT case obl punct nsubj:pass aux:pass ROOT case obl punct").split(),
        pos="DET NOUN AUX PART AUX VERB ADP PROPN PUNCT PRON AUX VERB ADP PROPN PUNCT".split(),
        tags="DT NN VBZ TO VB VBN IN NNP . PRP VBD VBN IN NNP .".split(),
    )
    doc._.context = ArticleContext(published=WEDNESDAY)
    assert [timex.value for timex in Times()(doc)._.times] == ["2022-07-15", "2022-07-08"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It/PRON/nsubj/2 begins/VERB/root/0 on/ADP/case/4 Friday/PROPN/obl/2", "2022-07-15"),
        ("It/PRON/nsubj/2 takes/VERB/root/0 effect/NOUN/obj/2 on/ADP/case/5 Friday/PROPN/obl/2", "2022-07-15"),
        ("It/PRON/nsubj/2 takes/VERB/root/0 tea/NOUN/obj/2 on/ADP/case/5 Friday/PROPN/obl/2", "2022-07-08"),
        ("He/PRON/nsubj/2 postponed/VERB/root/0 it/PRON/obj/2 until/ADP/case/5 Friday/PROPN/obl/2", "2022-07-15"),
        ("He/PRON/nsubj/2 postponed/VERB/root/0 it/PRON/obj/2 on/ADP/case/5 Friday/PROPN/obl/2", "2022-07-08"),
        ("It/PRON/nsubj/3 is/AUX/cop/3 due/ADJ/root/0 on/ADP/case/5 Friday/PROPN/obl/3", "2022-07-15"),
    ],
)
def test_what_begins_is_due_or_put_off_until_a_day_is_yet_to_come(text: str, value: str) -> None:
    """The simple present of such verbs tells a plan; the same day behind others is past."""
    doc = document(text)
    doc._.context = ArticleContext(published=WEDNESDAY)
    assert [timex.value for timex in Times()(doc)._.times] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Candidates/NOUN/root/0 for/ADP/case/5 the/DET/det/5 Nov./PROPN/compound/5 vote/NOUN/nmod/1", "2022-11"),
        ("Parties/NOUN/root/0 ahead/ADV/advmod/5 of/ADP/case/5 Nov./PROPN/compound/5 vote/NOUN/nmod/1", "2022-11"),
        ("Charges/NOUN/root/0 for/ADP/case/5 the/DET/det/5 Nov./PROPN/compound/5 riot/NOUN/nmod/1", "2021-11"),
        ("It/PRON/nsubj/3 would/AUX/aux/3 end/VERB/root/0 in/ADP/case/5 November/PROPN/obl/3", "2022-11"),
    ],
)
def test_a_vote_that_people_stand_for_and_what_would_be_are_yet_to_come(text: str, value: str) -> None:
    """What there are charges for has been."""
    doc = document(text)
    doc._.context = ArticleContext(published=WEDNESDAY)
    assert [timex.value for timex in Times()(doc)._.times] == [value]


@pytest.mark.parametrize(
    ("text", "tags", "value"),
    [
        ("It/PRON/nsubj/3 is/AUX/cop/3 up/ADV/root/0 in/ADP/case/5 October/PROPN/obl/3", {1: "VBZ"}, "2022-10"),
        ("It/PRON/nsubj/2 rose/VERB/root/0 in/ADP/case/4 October/PROPN/obl/2", {}, "2021-10"),
        ("Friday/PROPN/nmod:poss/3 's/PART/case/1 vote/NOUN/nsubj/4 ended/VERB/root/0", {}, "2022-07-08"),
        ("It/PRON/nsubj/2 is/AUX/root/0 so/ADV/advmod/2 since/ADP/case/5 October/PROPN/obl/2", {1: "VBZ"}, "2021-10"),
        ("The/DET/det/2 day/NOUN/nsubj/4 is/AUX/cop/4 Friday/PROPN/root/0", {2: "VBZ"}, "2022-07-15"),
        ("Host/VERB/root/0 the/DET/det/3 Owls/PROPN/obj/1 on/ADP/case/5 Friday/PROPN/obl/1", {0: "VB"}, "2022-07-15"),
        ("They/PRON/nsubj/2 look/VERB/root/0 ahead/ADV/advmod/2 to/ADP/case/5 May/PROPN/obl/2", {1: "VBP"}, "2023-05"),
        ("It/PRON/nsubj/3 was/AUX/aux/3 going/VERB/root/0 in/ADP/case/5 May/PROPN/obl/3", {1: "VBD"}, "2022-05"),
        ("Cars/NOUN/nsubj/2 wait/VERB/root/0 until/ADP/case/4 October/PROPN/obl/2", {1: "VBP"}, "2022-10"),
        (
            "He/PRON/nsubj/2 said/VERB/root/0 on/ADP/case/4 Sunday/PROPN/obl/7 it/PRON/nsubj/7 would/AUX/aux/7 "
            "close/VERB/ccomp/2",
            {6: "VB"},
            "2022-07-10",
        ),
        (
            "It/PRON/nsubj/4 is/AUX/aux/4 due/ADJ/mark/4 start/VERB/root/0 in/ADP/case/6 October/PROPN/obl/4",
            {1: "VBZ", 3: "VB"},
            "2022-10",
        ),
    ],
)
def test_the_present_a_request_and_who_looks_ahead_tell_what_is_to_come(
    text: str, tags: dict[int, str], value: str
) -> None:
    """A verb of the past right before a time tells it, whatever the tree makes of the time."""
    doc = document(text)
    for token, tag in tags.items():
        doc[token].tag_ = tag
    doc._.context = ArticleContext(published=WEDNESDAY)
    assert [timex.value for timex in Times()(doc)._.times] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It/PRON/nsubj/3 may/AUX/aux/3 resume/VERB/root/0 on/ADP/case/5 Friday/PROPN/obl/3", "2022-07-15"),
        ("It/PRON/nsubj/3 could/AUX/aux/3 resume/VERB/root/0 on/ADP/case/5 Friday/PROPN/obl/3", "2022-07-15"),
        (
            "He/PRON/nsubj/4 could/AUX/aux/4 not/PART/advmod/4 come/VERB/root/0 on/ADP/case/6 Friday/PROPN/obl/4",
            "2022-07-08",
        ),
        (
            "It/PRON/nsubj/4 should/AUX/aux/4 have/AUX/aux/4 resumed/VERB/root/0 on/ADP/case/6 Friday/PROPN/obl/4",
            "2022-07-08",
        ),
        (
            "It/PRON/nsubj/3 may/AUX/aux/3 follow/VERB/root/0 the/DET/det/5 blast/NOUN/obj/3 on/ADP/case/7 "
            "Friday/PROPN/nmod/5",
            "2022-07-08",
        ),
    ],
)
def test_what_may_or_must_be_is_yet_to_come(text: str, value: str) -> None:
    """Not what could not be, what should have been, nor the day of something else in such a clause."""
    doc = document(text)
    for token in doc:
        if token.pos_ in ("AUX", "VERB"):
            token.tag_ = {"resumed": "VBN", "have": "VB"}.get(token.text, "MD" if token.pos_ == "AUX" else "VB")
    doc._.context = ArticleContext(published=WEDNESDAY)
    assert [timex.value for timex in Times()(doc)._.times] == [value]


def test_the_next_year_of_what_has_been_is_that_behind_the_year_told_last() -> None:
    doc = document(
        "In/ADP/case/2 2010/NUM/obl/4 he/PRON/nsubj/4 left/VERB/root/0\n"
        "The/DET/det/3 next/ADJ/amod/3 year/NOUN/obl/5 he/PRON/nsubj/5 returned/VERB/root/0"
    )
    doc[3].tag_ = doc[8].tag_ = "VBD"
    doc._.context = ArticleContext(published=WEDNESDAY)
    assert [timex.value for timex in Times()(doc)._.times] == ["2010", "2011"]


def test_the_next_days_of_what_has_been_are_not_those_to_come() -> None:
    doc = document(
        "He/PRON/nsubj/2 hid/VERB/root/0 over/ADP/case/7 the/DET/det/7 next/ADJ/amod/7 five/NUM/nummod/7 "
        "days/NOUN/obl/2"
    )
    doc[1].tag_ = "VBD"
    doc._.context = ArticleContext(published=WEDNESDAY)
    assert [(timex.value, timex.begin) for timex in Times()(doc)._.times] == [("P5D", None)]


def test_a_date_that_has_just_passed_is_not_of_next_year() -> None:
    """Where the clause looks ahead from it; one that passed long ago is."""
    assert values("The talks will run from June 20.", date(2022, 7, 13))[0][1] == "2022-06-20"
    assert values("The talks will open on March 5.", date(2022, 12, 13))[0][1] == "2023-03-05"


def test_the_day_of_what_happened_lies_behind_whatever_is_to_be_done_about_it() -> None:
    """Nobody announces a raid; a meeting of Monday may be yet to come."""
    words = "Judges will look into Monday 's {} ."
    for deed, value in (("raid", "2022-07-11"), ("meeting", "2022-07-18")):
        doc = Doc(
            NLP.vocab,
            words=words.format(deed).split(),
            heads=[2, 2, 2, 6, 6, 4, 2, 2],
            deps="nsubj aux ROOT case nmod:poss case obl punct".split(),
            pos="NOUN AUX VERB ADP PROPN PART NOUN PUNCT".split(),
            tags="NNS MD VB IN NNP POS NN .".split(),
            lemmas=words.format(deed).lower().split(),
        )
        doc._.context = ArticleContext(published=WEDNESDAY)
        assert [timex.value for timex in Times()(doc)._.times] == [value]


def test_this_day_lies_behind_where_its_clause_looks_back() -> None:
    """ "This Monday" comes, unless something happened then."""
    for verb, tag, value in (("leaves", "VBZ", "2022-07-18"), ("left", "VBD", "2022-07-11")):
        doc = Doc(
            NLP.vocab,
            words=f"This Monday the ship {verb} .".split(),
            heads=[1, 4, 3, 4, 4, 4],
            deps="det obl:tmod det nsubj ROOT punct".split(),
            pos="DET PROPN DET NOUN VERB PUNCT".split(),
            tags=["DT", "NNP", "DT", "NN", tag, "."],
            lemmas="this monday the ship leave .".split(),
        )
        doc._.context = ArticleContext(published=WEDNESDAY)
        assert [timex.value for timex in Times()(doc)._.times] == [value]
