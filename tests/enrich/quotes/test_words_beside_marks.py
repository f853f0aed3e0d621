"""Which words beside quotation marks attribute what stands between them."""

import pytest

from service.enrich.aliases.component import find_clusters
from service.enrich.quotes.component import find_quotes
from tests.enrich.quotes.found import DIRECT, HOLM, REUSS, quotes
from tests.enrich.trees import document


def test_any_verb_attributes_when_it_and_its_subject_are_all_that_stands_behind_a_quotation() -> None:
    """'"The road closed," Reuss quips.' needs no list of verbs."""
    clause = "Reuss/PROPN/nsubj/8 quips/VERB/root/0"
    assert quotes(DIRECT.format(clause=clause, cue=8), REUSS) == [
        ("direct", '"The road closed,"', "quips", "Reuss", "Reuss")
    ]


def test_a_clause_joined_behind_a_quotation_attributes_it_to_nobody() -> None:
    """'"The road closed," and Reuss said so': the words of saying are another clause's."""
    text = (
        '"/PUNCT/punct/4 The/DET/det/3 road/NOUN/nsubj/4 closed/VERB/root/0 ,/PUNCT/punct/4 "/PUNCT/punct/4 '
        "and/CCONJ/cc/9 Reuss/PROPN/nsubj/9 said/VERB/conj/4 so/ADV/advmod/9 ./PUNCT/punct/4"
    )
    assert quotes(text, REUSS) == []


def test_another_verb_leads_to_the_quotation() -> None:
    """Of 'Stating it in a letter, Reuss called it "..."' the words between are no part of the quotation."""
    text = (
        "Stating/VERB/advcl/8 it/PRON/obj/1 in/ADP/case/5 a/DET/det/5 letter/NOUN/obl/1 ,/PUNCT/punct/1 "
        "Reuss/PROPN/nsubj/8 met/VERB/root/0 Holm/PROPN/obj/8 under/ADP/case/15 a/DET/det/15 sign/NOUN/nmod/15 "
        '"/PUNCT/punct/15 No/DET/det/15 road/NOUN/obl/8 leads/VERB/acl/15 out/ADV/advmod/16 of/ADP/case/19 '
        'here/ADV/obl/16 "/PUNCT/punct/15 ./PUNCT/punct/8'
    )
    assert quotes(text, REUSS) == []


def test_what_is_done_with_a_quotation_says_nothing() -> None:
    """'A card read "...," which was shown in May': the card speaks, and nobody shows."""
    text = """
    A/DET/det/2 card/NOUN/nsubj/3 reads/VERB/root/0 ,/PUNCT/punct/3 "/PUNCT/punct/7 Roads/NOUN/nsubj/7 close/VERB/ccomp/3 ,/PUNCT/punct/7 "/PUNCT/punct/7 which/PRON/nsubj:pass/12 was/AUX/aux:pass/12 reported/VERB/acl:relcl/2 ./PUNCT/punct/3
    """
    assert "which" not in [found[3] for found in quotes(text)]


def test_what_is_said_behind_that_is_not_the_quotation_before() -> None:
    """'Stressing that it was "late," Reuss said that ...': two words of saying, each with its own."""
    text = """
    Stating/VERB/advcl/11 that/SCONJ/mark/6 it/PRON/nsubj/6 was/AUX/cop/6 "/PUNCT/punct/6 late/ADJ/ccomp/1 ,/PUNCT/punct/6 "/PUNCT/punct/6 Ada/PROPN/nsubj/11 Holm/PROPN/flat/9 said/VERB/root/0 that/SCONJ/mark/14 roads/NOUN/nsubj/14 closed/VERB/ccomp/11 ./PUNCT/punct/11
    """
    assert [(content, cue) for _, content, cue, *_ in quotes(text, HOLM)] == [
        ('that it was "late,"', "Stating"),
        ("that roads closed", "said"),
    ]


def test_any_verb_before_a_name_attributes_when_both_are_all_that_stands_behind_a_quotation() -> None:
    """'"The road closed," muttered Reuss.' needs no list of verbs either."""
    clause = "quips/VERB/root/0 Reuss/PROPN/obj/7"
    assert quotes(DIRECT.format(clause=clause, cue=7), REUSS) == [
        ("direct", '"The road closed,"', "quips", "Reuss", "Reuss")
    ]


@pytest.mark.parametrize(
    "saying",
    [
        "Reuss/PROPN/nsubj/9 will/AUX/aux/9 say/VERB/root/0",
        "Reuss/PROPN/nsubj/9 is/AUX/aux/9 expected/VERB/root/0 to/PART/mark/11 say/VERB/xcomp/9",
    ],
)
def test_what_somebody_is_going_to_say_is_said(saying: str) -> None:
    """'"The road closed," Reuss will say': papers print speeches before they are held."""
    doc = document(DIRECT.format(clause=saying, cue=9), REUSS)
    doc[[token.text for token in doc].index("say")].tag_ = "VB"
    (quote,) = find_quotes(find_clusters(doc))._.quotes
    assert (quote.lemma, quote.speaker.name) == ("say", "Reuss")


def test_a_quotation_that_ends_inside_another_has_its_word_of_saying_behind_both_marks() -> None:
    """'"They said ‘it closed,’" Reuss recalled'."""
    text = """
    “/PUNCT/punct/3 They/PRON/nsubj/3 said/VERB/dep/0 ‘/PUNCT/punct/5 roads/NOUN/dep/3 closed/VERB/dep/3 ,/PUNCT/punct/3 ’/PUNCT/punct/3 ”/PUNCT/punct/3 Reuss/PROPN/dep/3 told/VERB/dep/3 Holm/PROPN/dep/3 ./PUNCT/punct/3
    """
    assert [(content, source) for _, content, _, source, _ in quotes(text, REUSS)] == [
        ("“They said ‘roads closed,’”", "Reuss")
    ]


def test_what_leads_to_a_quotation_with_its_own_word_of_saying_is_not_said() -> None:
    """'Schools vary: "The road closed," Reuss said' begins behind the colon."""
    text = """
    Schools/NOUN/nsubj/2 vary/VERB/root/0 :/PUNCT/punct/2 "/PUNCT/punct/7 The/DET/det/6 road/NOUN/nsubj/7 closed/VERB/ccomp/11 ,/PUNCT/punct/7 "/PUNCT/punct/7 Reuss/PROPN/nsubj/11 said/VERB/parataxis/2 ./PUNCT/punct/2
    """
    assert [found[1] for found in quotes(text, REUSS)] == ['"The road closed,"']


def test_who_has_done_something_else_besides_is_who_says_it() -> None:
    """'Says Reuss, who has read it, "..."': the reading is told of Reuss."""
    text = """
    Says/VERB/root/0 Reuss/PROPN/nsubj/1 ,/PUNCT/punct/5 who/PRON/nsubj/5 read/VERB/acl:relcl/2 it/PRON/obj/5 ,/PUNCT/punct/5 "/PUNCT/punct/11 The/DET/det/10 road/NOUN/nsubj/11 closed/VERB/ccomp/1 ./PUNCT/punct/1 "/PUNCT/punct/1
    """
    assert [found[1:4] for found in quotes(text, REUSS)] == [('"The road closed."', "Says", "Reuss")]


def test_who_is_quoted_as_saying_something_says_it() -> None:
    """'"The road closed," Reuss was quoted as saying.'"""
    clause = "Reuss/PROPN/nsubj:pass/9 was/AUX/aux:pass/9 quoted/VERB/root/0 as/SCONJ/mark/11 saying/VERB/advcl/9"
    assert quotes(DIRECT.format(clause=clause, cue=9), REUSS) == [
        ("direct", '"The road closed,"', "saying", "Reuss", "Reuss")
    ]


def test_what_tells_of_the_speaker_is_no_word_of_saying() -> None:
    """'"The road closed," Reuss, who had left and said so, explained': he explained it."""
    clause = (
        "Reuss/PROPN/nsubj/16 ,/PUNCT/punct/11 who/PRON/nsubj/11 had/AUX/aux/11 left/VERB/acl:relcl/7 and/CCONJ/cc/13 "
        "said/VERB/conj/11 so/ADV/advmod/13 ,/PUNCT/punct/11 explained/VERB/root/0"
    )
    assert [found[2] for found in quotes(DIRECT.format(clause=clause, cue=16), REUSS)] == ["explained"]


def test_another_sentence_behind_a_quotation_says_nothing_of_it() -> None:
    """'"The road closed." Reuss left.': any verb will do only behind a comma."""
    said = DIRECT.format(clause="", cue=4).replace(",/PUNCT/punct/4", "./PUNCT/punct/4").rsplit("./PUNCT", 1)[0]
    text = f"{said.replace('ccomp/4', 'root/0')}\nReuss/PROPN/nsubj/2 left/VERB/root/0 ./PUNCT/punct/2"
    assert quotes(text, REUSS) == []


def test_whom_a_remark_behind_a_quotation_means_does_not_say_it() -> None:
    """'praised "the road," referring to Reuss and announced ...': who praised announced."""
    clause = (
        "referring/VERB/advcl/4 to/ADP/case/9 Reuss/PROPN/obl/7 and/CCONJ/cc/11 announced/VERB/conj/4 it/PRON/obj/11"
    )
    assert quotes(DIRECT.format(clause=clause, cue=4).replace("ccomp/4", "root/0"), REUSS) == []


def test_words_set_off_stand_between_a_word_of_saying_and_its_quotation() -> None:
    """'Reuss described the "great" road as "..."' has the whole of it."""
    text = """
    Reuss/PROPN/nsubj/2 denied/VERB/root/0 the/DET/det/7 "/PUNCT/punct/5 great/ADJ/amod/7 "/PUNCT/punct/5 road/NOUN/obj/2 was/AUX/cop/12 "/PUNCT/punct/12 a/DET/det/12 huge/ADJ/amod/12 loss/NOUN/dep/2 for/ADP/case/16 all/DET/det/16 the/DET/det/16 towns/NOUN/nmod/12 ./PUNCT/punct/12 "/PUNCT/punct/12
    """
    assert [content for _, content, *_ in quotes(text, REUSS)] == [
        'the "great" road was "a huge loss for all the towns."'
    ]


def test_what_stands_behind_while_is_another_matter() -> None:
    """'Reuss reported a loss, while the road was "closed for no reason at all."': Reuss did not say so."""
    text = """
    Reuss/PROPN/nsubj/2 reported/VERB/root/0 a/DET/det/4 loss/NOUN/obj/2 ,/PUNCT/punct/10 while/SCONJ/mark/10 roads/NOUN/nsubj/10 were/AUX/cop/10 "/PUNCT/punct/10 closed/ADJ/advcl/2 for/ADP/case/13 no/DET/det/13 reason/NOUN/obl/10 at/ADP/case/15 all/PRON/nmod/13 ./PUNCT/punct/10 "/PUNCT/punct/10
    """
    assert quotes(text, REUSS) == []
