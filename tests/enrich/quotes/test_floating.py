"""Whose words a quotation without a word of saying is: the last speaker's, or of whom the sentence between tells."""

import pytest

from tests.enrich.quotes.found import DIRECT, HOLM, REUSS, quotes

FLOATING = '"/PUNCT/punct/3 It/PRON/nsubj/3 leaks/VERB/root/0 ./PUNCT/punct/3 "/PUNCT/punct/3'

BETWEEN = (
    DIRECT.format(clause="Reuss/PROPN/nsubj/8 said/VERB/root/0", cue=8)
    + """
    {subject} is/AUX/cop/{last} not/PART/advmod/{last} impressed/ADJ/root/0 {mark}/PUNCT/punct/{last}
    """
    + FLOATING
)


@pytest.mark.parametrize(
    ("subject", "last", "mark", "speaker"),
    [
        ("Ada/PROPN/nsubj/5 Holm/PROPN/flat/1", 5, ".", "Ada Holm"),
        ("Everybody/PRON/nsubj/4", 4, ".", "Reuss"),
        ("Nordfisk/PROPN/nsubj/4", 4, ".", "Reuss"),
        ("Ada/PROPN/nsubj/5 Holm/PROPN/flat/1", 5, "?", "Reuss"),
    ],
)
def test_a_person_of_whom_the_sentence_before_tells_speaks(subject: str, last: int, mark: str, speaker: str) -> None:
    """'Holm is not impressed. "It leaks."' is hers; who else is told of, or asked about, does not take the word."""
    found = quotes(BETWEEN.format(subject=subject, last=last, mark=mark), REUSS, HOLM, ("Nordfisk", "ORG"))
    assert (found[-1][1], found[-1][4]) == ('"It leaks."', speaker)


def test_who_says_what_something_shows_goes_on() -> None:
    """ "Reuss said data shows ...", and a quotation: the data does not go on speaking."""
    text = f"""
    Reuss/PROPN/nsubj/2 said/VERB/root/0 that/SCONJ/mark/5 data/NOUN/nsubj/5 reveal/VERB/ccomp/2 that/SCONJ/mark/8 roads/NOUN/nsubj/8 closed/VERB/ccomp/5 ./PUNCT/punct/2
    {FLOATING}
    """
    assert [(source, speaker) for *_, source, speaker in quotes(text, REUSS)] == [
        ("Reuss", "Reuss"),
        ("data", "data"),
        (None, "Reuss"),
    ]


def test_another_document_is_not_the_one_told_of_before() -> None:
    """ "The letter from Nordfisk said ...", "another letter said ...": nobody tells whose that is."""
    text = """
    A/DET/det/2 letter/NOUN/nsubj/5 from/ADP/case/4 Nordfisk/PROPN/nmod/2 said/VERB/root/0 roads/NOUN/nsubj/7 closed/VERB/ccomp/5 ./PUNCT/punct/5
    Another/DET/det/2 letter/NOUN/nsubj/3 said/VERB/root/0 schools/NOUN/nsubj/5 closed/VERB/ccomp/3 ./PUNCT/punct/3
    """
    assert [found[4] for found in quotes(text, ("Nordfisk", "ORG"))] == ["Nordfisk", "Another letter"]


def test_a_long_paragraph_between_marks_needs_no_full_stop_to_go_on() -> None:
    """A short one may be a heading."""
    words = " ".join(f"word{number}/NOUN/dep/2" for number in range(16))
    said = DIRECT.format(clause="Reuss/PROPN/nsubj/8 said/VERB/root/0", cue=8)
    for paragraph, count in ((words, 2), ("Our/PRON/dep/2 road/NOUN/dep/2 goes/VERB/dep/2 on/ADV/dep/2", 1)):
        text = f'{said}\n\n"/PUNCT/punct/2 {paragraph} "/PUNCT/punct/2'
        assert len(quotes(text, REUSS)) == count
