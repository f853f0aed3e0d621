"""What is quoted, from whom, by sentences written for this purpose."""

import pytest

from service.enrich.aliases.component import find_clusters
from service.enrich.context import ArticleContext
from service.enrich.quotes.component import find_quotes
from service.enrich.quotes.fields import quote_fields
from tests.enrich.trees import document

HOLM, REUSS = ("Ada Holm", "PERSON"), ("Reuss", "PERSON")

Found = tuple[str, str, str | None, str | None, str | None]
"""Kind, content (pieces joined by " + "), cue, source, name of the speaker."""


def quotes(text: str, *names: tuple[str, str], title: int | None = None) -> list[Found]:
    """The quotations of a text of trees; ``title`` is the length of its headline."""
    doc = document(text, *names)
    if title:
        doc._.context = ArticleContext(title=(0, title))
    find_quotes(find_clusters(doc))
    found = []
    for quote in quote_fields(doc):
        content = " + ".join(doc.text[piece["start"] : piece["end"]] for piece in quote["content"])
        cue, source = quote["cue"], quote["source"]
        found.append(
            (
                quote["kind"],
                content,
                cue and cue["text"],
                source and source["text"],
                quote["speaker"] and quote["speaker"]["name"],
            )
        )
    return found


INDIRECT = """
Ada/PROPN/nsubj/3 Holm/PROPN/flat/1 said/VERB/root/0 that/SCONJ/mark/7 the/DET/det/6 road/NOUN/nsubj/7 closed/VERB/ccomp/3 ./PUNCT/punct/3
"""


def test_a_clause_under_a_word_of_saying() -> None:
    """Indirect speech is the clause, with its "that", without the full stop."""
    assert quotes(INDIRECT, HOLM) == [("indirect", "that the road closed", "said", "Ada Holm", "Ada Holm")]


DIRECT = """
"/PUNCT/punct/4 The/DET/det/3 road/NOUN/nsubj/4 closed/VERB/ccomp/{cue} ,/PUNCT/punct/4 "/PUNCT/punct/4 {clause} ./PUNCT/punct/{cue}
"""


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


def test_a_quotation_that_goes_on_without_a_cue() -> None:
    """A quotation that stands by itself behind another one has the same speaker."""
    text = (
        DIRECT.format(clause="Reuss/PROPN/nsubj/8 said/VERB/root/0", cue=8)
        + '"/PUNCT/punct/3 Schools/NOUN/nsubj/3 closed/VERB/root/0 ./PUNCT/punct/3 "/PUNCT/punct/3'
    )
    assert quotes(text, REUSS)[1] == ("direct", '"Schools closed."', None, None, "Reuss")


def test_mixed_speech() -> None:
    """A clause with some of its words between marks is mixed."""
    text = (
        'Reuss/PROPN/nsubj/2 said/VERB/root/0 the/DET/det/4 road/NOUN/nsubj/8 was/AUX/cop/8 "/PUNCT/punct/8 '
        'utterly/ADV/advmod/8 closed/ADJ/ccomp/2 "/PUNCT/punct/8 ./PUNCT/punct/2'
    )
    assert quotes(text, REUSS) == [("mixed", 'the road was "utterly closed"', "said", "Reuss", "Reuss")]


def test_words_set_off_are_no_quotation() -> None:
    """Marks round a word or title without a word of saying quote nobody."""
    text = (
        'Reuss/PROPN/nsubj/2 visited/VERB/root/0 the/DET/det/6 "/PUNCT/punct/6 blue/ADJ/amod/6 house/NOUN/obj/2 '
        '"/PUNCT/punct/6 ./PUNCT/punct/2'
    )
    assert quotes(text, REUSS) == []


@pytest.mark.parametrize(
    "text",
    [
        "According/VERB/case/3 to/ADP/fixed/1 Reuss/PROPN/obl/7 ,/PUNCT/punct/3 the/DET/det/6 road/NOUN/nsubj/7 "
        "closed/VERB/root/0 ./PUNCT/punct/7",
        "The/DET/det/2 road/NOUN/nsubj/3 closed/VERB/root/0 ,/PUNCT/punct/7 according/VERB/case/7 to/ADP/fixed/5 "
        "Reuss/PROPN/obl/3 ./PUNCT/punct/3",
    ],
)
def test_according_to(text: str) -> None:
    """The whole clause is attributed, whichever side the phrase stands on."""
    ((kind, content, cue, source, speaker),) = quotes(text, REUSS)
    assert (kind, content.lower(), source, speaker) == ("indirect", "the road closed", "Reuss", "Reuss")
    assert cue is not None
    assert cue.lower() == "according to"


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


def test_whom_it_is_told_is_no_part_of_it() -> None:
    """Nor where the tree takes the name for a part of the clause."""
    text = (
        "Officials/NOUN/nsubj/2 told/VERB/root/0 Sky/PROPN/compound/4 News/PROPN/nsubj/7 every/DET/det/6 "
        "road/NOUN/nsubj/7 closed/VERB/ccomp/2 ./PUNCT/punct/2"
    )
    assert [content for _, content, *_ in quotes(text)] == ["every road closed"]


def test_a_quotation_behind_its_own_word_of_saying_is_cut_off() -> None:
    """'Reuss denied that ..., writing "..."' are two quotations of Reuss."""
    text = (
        "Reuss/PROPN/nsubj/2 denied/VERB/root/0 that/SCONJ/mark/5 it/PRON/nsubj/5 leaks/VERB/ccomp/2 ,/PUNCT/punct/7 "
        'stating/VERB/advcl/5 ,/PUNCT/punct/7 "/PUNCT/punct/10 Nothing/PRON/nsubj/11 leaks/VERB/ccomp/7 '
        'here/ADV/advmod/11 at/ADP/case/14 all/PRON/obl/11 ./PUNCT/punct/11 "/PUNCT/punct/11'
    )
    assert [content for _, content, *_ in quotes(text, REUSS)] == ["that it leaks", '"Nothing leaks here at all."']


def test_words_set_off_do_not_part_a_quotation_from_its_word_of_saying() -> None:
    """'Reuss left, stating a "report": "..."' is one quotation of Reuss."""
    text = (
        'Reuss/PROPN/nsubj/2 left/VERB/root/0 stating/VERB/advcl/2 a/DET/det/6 "/PUNCT/punct/6 '
        'report/NOUN/obj/3 "/PUNCT/punct/6 :/PUNCT/punct/11 "/PUNCT/punct/11 Nothing/PRON/nsubj/11 '
        'leaks/VERB/parataxis/3 here/ADV/advmod/11 at/ADP/case/14 all/PRON/obl/11 ./PUNCT/punct/11 "/PUNCT/punct/11'
    )
    assert quotes(text, REUSS) == [("direct", '"Nothing leaks here at all."', "stating", "Reuss", "Reuss")]


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


def test_another_verb_leads_to_the_quotation() -> None:
    """Of 'Stating it in a letter, Reuss called it "..."' the words between are no part of the quotation."""
    text = (
        "Stating/VERB/advcl/8 it/PRON/obj/1 in/ADP/case/5 a/DET/det/5 letter/NOUN/obl/1 ,/PUNCT/punct/1 "
        "Reuss/PROPN/nsubj/8 met/VERB/root/0 Holm/PROPN/obj/8 under/ADP/case/15 a/DET/det/15 sign/NOUN/nmod/15 "
        '"/PUNCT/punct/15 No/DET/det/15 road/NOUN/obl/8 leads/VERB/acl/15 out/ADV/advmod/16 of/ADP/case/19 '
        'here/ADV/obl/16 "/PUNCT/punct/15 ./PUNCT/punct/8'
    )
    assert quotes(text, REUSS) == []


THOUGHT = """
Reuss/PROPN/nsubj/{verb} {will}believes/VERB/root/0 that/SCONJ/mark/{last} roads/NOUN/nsubj/{last} closed/VERB/ccomp/{verb} ./PUNCT/punct/{verb}
"""


def test_what_nobody_has_thought_yet_is_not_attributed() -> None:
    """ "Reuss will believe that ..." tells no thought of his."""
    assert quotes(THOUGHT.format(will="will/AUX/aux/3 ", verb=3, last=6), REUSS) == []
    assert len(quotes(THOUGHT.format(will="", verb=2, last=5), REUSS)) == 1


def test_by_saying() -> None:
    """A participle has the subject of its verb."""
    text = (
        "Iran/PROPN/nsubj/2 responded/VERB/root/0 by/SCONJ/mark/4 saying/VERB/advcl/2 that/SCONJ/mark/7 "
        "roads/NOUN/nsubj/7 closed/VERB/ccomp/4 ./PUNCT/punct/2"
    )
    assert quotes(text, ("Iran", "LOC")) == [("indirect", "that roads closed", "saying", "Iran", "Iran")]


def test_a_promise() -> None:
    """What somebody promises to do is said."""
    text = (
        "Reuss/PROPN/nsubj/2 promised/VERB/root/0 to/PART/mark/4 leave/VERB/xcomp/2 soon/ADV/advmod/4 ./PUNCT/punct/2"
    )
    assert quotes(text, REUSS) == [("indirect", "to leave soon", "promised", "Reuss", "Reuss")]


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


def test_what_is_thought_inside_a_quotation_is_part_of_it() -> None:
    """'"I think ...," Reuss said' is one quotation."""
    text = (
        '"/PUNCT/punct/3 I/PRON/nsubj/3 believe/VERB/ccomp/9 roads/NOUN/nsubj/5 closed/VERB/ccomp/3 ,/PUNCT/punct/3 '
        '"/PUNCT/punct/3 Reuss/PROPN/nsubj/9 said/VERB/root/0 ./PUNCT/punct/9'
    )
    assert [content for _, content, *_ in quotes(text, REUSS)] == ['"I believe roads closed,"']


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


def test_the_source_before_a_comma_is_one_though_the_tree_passes_it_over() -> None:
    """ "According to data, during the spring, ...": the data says it."""
    text = """
    According/VERB/case/3 to/ADP/fixed/1 data/NOUN/dep/7 ,/PUNCT/punct/7 during/ADP/case/7 the/DET/det/7 spring/NOUN/obl/10 ,/PUNCT/punct/7 prices/NOUN/nsubj/10 rose/VERB/root/0 ./PUNCT/punct/10
    """
    assert [found[1:4] for found in quotes(text)] == [("during the spring, prices rose", "According to", "data")]


def test_what_is_done_according_to_something_of_ones_own_is_not_told_by_it() -> None:
    """ "He ruled according to his ideals" attributes nothing."""
    text = """
    He/PRON/nsubj/2 ruled/VERB/root/0 the/DET/det/4 town/NOUN/obj/2 according/VERB/case/8 to/ADP/fixed/5 his/PRON/nmod:poss/8 ideals/NOUN/obl/2 ./PUNCT/punct/2
    """
    assert quotes(text) == []


def test_as_mentioned_earlier_names_nobody() -> None:
    """The subject of the main clause has mentioned nothing."""
    text = """
    As/SCONJ/mark/2 mentioned/VERB/advcl/6 ,/PUNCT/punct/2 the/DET/det/5 road/NOUN/nsubj/6 closed/VERB/root/0 ./PUNCT/punct/6
    """
    assert quotes(text) == []


def test_no_matter_how_somebody_thinks_it_is_no_thought_of_anybody() -> None:
    """A measure is none."""
    text = """
    No/DET/det/2 matter/NOUN/obl/12 how/ADV/advmod/4 tame/ADJ/acl/2 an/DET/det/6 owner/NOUN/nsubj/7 thinks/VERB/acl/2 the/DET/det/9 dog/NOUN/nsubj/10 is/AUX/ccomp/7 it/PRON/nsubj/12 bites/VERB/root/0 ./PUNCT/punct/12
    """
    assert quotes(text) == []


def test_the_title_of_something_is_not_said() -> None:
    """What stands behind "entitled" is no quotation, whoever reveals something."""
    text = """
    The/DET/det/2 survey/NOUN/nsubj/10 entitled/VERB/acl/2 "/PUNCT/punct/5 Needs/NOUN/obj/3 of/ADP/case/7 firms/NOUN/nmod/5 today/NOUN/obl/5 "/PUNCT/punct/5 said/VERB/root/0 that/SCONJ/mark/12 sales/NOUN/ccomp/10 ./PUNCT/punct/10
    """
    assert [found[1] for found in quotes(text)] == ["that sales"]


def test_any_verb_attributes_when_it_and_its_subject_are_all_that_stands_behind_a_quotation() -> None:
    """'"The road closed," Reuss quips.' needs no list of verbs."""
    clause = "Reuss/PROPN/nsubj/8 quips/VERB/root/0"
    assert quotes(DIRECT.format(clause=clause, cue=8), REUSS) == [
        ("direct", '"The road closed,"', "quips", "Reuss", "Reuss")
    ]


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
