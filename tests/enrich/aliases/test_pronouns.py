"""Whom a pronoun means."""

from service.enrich.aliases.component import find_clusters
from tests.enrich.trees import document


def meant(text: str, pronoun: str, *names: tuple[str, str]) -> str | None:
    """Name of the cluster that a pronoun (its last place) is a mention of."""
    doc = find_clusters(document(text, *names))
    place = doc.text.rindex(f" {pronoun}") + 1 if f" {pronoun}" in doc.text else doc.text.rindex(pronoun)
    for cluster in doc._.clusters:
        if any((mention.start, mention.kind) == (place, "pronoun") for mention in cluster.mentions):
            return cluster.name
    return None


MET = "{one}/PROPN/nsubj/2 met/VERB/root/0 {two}/PROPN/obj/2 ./PUNCT/punct/2\n"


def test_a_pronoun_means_the_subject_of_the_sentence_before() -> None:
    """Of two persons in the sentence before, the subject is meant."""
    text = MET.format(one="Alden", two="Brack") + "He/PRON/nsubj/2 said/VERB/root/0 so/ADV/advmod/2 ./PUNCT/punct/2"
    assert meant(text, "He", ("Alden", "PERSON"), ("Brack", "PERSON")) == "Alden"


def test_gender_decides_first() -> None:
    """'She' is Mrs Brack, object or not."""
    text = (
        "Alden/PROPN/nsubj/2 met/VERB/root/0 Mrs/PROPN/compound/4 Brack/PROPN/obj/2 ./PUNCT/punct/2\n"
        "She/PRON/nsubj/2 slept/VERB/root/0 ./PUNCT/punct/2"
    )
    assert meant(text, "She", ("Alden", "PERSON"), ("Mrs Brack", "PERSON")) == "Brack"


def test_an_object_is_not_its_own_subject() -> None:
    """In 'Brack thanked him', him is somebody else."""
    text = MET.format(one="Alden", two="Carr") + (
        "Brack/PROPN/nsubj/2 thanked/VERB/root/0 him/PRON/obj/2 ./PUNCT/punct/2"
    )
    names = (("Alden", "PERSON"), ("Brack", "PERSON"), ("Carr", "PERSON"))
    assert meant(text, "him", *names) == "Alden"


def test_who_spoke_last_says_the_next() -> None:
    """After somebody's quotation, 'he said' is the same person, not one named in it."""
    text = """
    "/PUNCT/punct/3 Brack/PROPN/nsubj/3 slept/VERB/ccomp/7 ,/PUNCT/punct/3 "/PUNCT/punct/3 Alden/PROPN/nsubj/7 said/VERB/root/0 ./PUNCT/punct/7

    "/PUNCT/punct/3 Brack/PROPN/nsubj/3 slept/VERB/ccomp/7 ,/PUNCT/punct/3 "/PUNCT/punct/3 he/PRON/nsubj/7 said/VERB/root/0 ./PUNCT/punct/7
    """
    assert meant(text, "he", ("Alden", "PERSON"), ("Brack", "PERSON")) == "Alden"


def test_a_possessive_in_front_means_the_subject_behind() -> None:
    """'In her speech, Waters said' is about Waters."""
    text = (
        "Brack/PROPN/nsubj/2 slept/VERB/root/0 ./PUNCT/punct/2\n"
        "In/ADP/case/3 her/PRON/nmod:poss/3 speech/NOUN/obl/6 ,/PUNCT/punct/3 Waters/PROPN/nsubj/6 said/VERB/root/0 "
        "so/ADV/advmod/6 ./PUNCT/punct/6"
    )
    assert meant(text, "her", ("Brack", "PERSON"), ("Waters", "PERSON")) == "Waters"


def test_a_subject_is_nobody_named_below_its_verb() -> None:
    """In 'He wrote to Alden', he is somebody else; in 'When he left, Alden spoke', he may be Alden."""
    below = "He/PRON/nsubj/2 wrote/VERB/root/0 to/ADP/case/4 Alden/PROPN/obl/2 ./PUNCT/punct/2"
    beside = (
        "When/SCONJ/mark/3 he/PRON/nsubj/3 left/VERB/advcl/6 ,/PUNCT/punct/3 Alden/PROPN/nsubj/6 spoke/VERB/root/0 "
        "./PUNCT/punct/6"
    )
    assert meant(below, "He", ("Alden", "PERSON")) is None
    assert meant(beside, "he", ("Alden", "PERSON")) == "Alden"


def test_its_may_mean_a_country() -> None:
    """'Its' is the country that is the subject."""
    text = "Norway/PROPN/nsubj/2 announced/VERB/root/0 its/PRON/nmod:poss/4 budget/NOUN/obj/2 ./PUNCT/punct/2"
    assert meant(text, "its", ("Norway", "LOC")) == "Norway"


def test_nobody_is_meant_where_nobody_was_named() -> None:
    """A pronoun without a candidate is no mention."""
    assert meant("He/PRON/nsubj/2 slept/VERB/root/0 ./PUNCT/punct/2", "He") is None


def test_a_speaker_is_nobody_whom_the_words_name() -> None:
    """'He said, "Brack was late"' is not said by Brack, though all before is about him."""
    text = (
        "Alden/PROPN/nsubj/2 slept/VERB/root/0 ./PUNCT/punct/2\n"
        "Brack/PROPN/nsubj/2 slept/VERB/root/0 ./PUNCT/punct/2\n"
        "Brack/PROPN/nsubj/2 slept/VERB/root/0 ./PUNCT/punct/2\n"
        'He/PRON/nsubj/2 said/VERB/root/0 ,/PUNCT/punct/2 "/PUNCT/punct/6 Brack/PROPN/nsubj/6 slept/VERB/ccomp/2 '
        './PUNCT/punct/6 "/PUNCT/punct/6'
    )
    assert meant(text, "He", ("Alden", "PERSON"), ("Brack", "PERSON")) == "Alden"


def test_a_likely_woman_is_not_he_where_a_man_is_told_of() -> None:
    """Although she is the nearest by far: rather the one named most."""
    text = (
        "Brack/PROPN/nsubj/2 slept/VERB/root/0 ./PUNCT/punct/2\n" * 3
        + "It/PRON/nsubj/2 rained/VERB/root/0 ./PUNCT/punct/2\n" * 5
        + "Mary/PROPN/nsubj/3 Holm/PROPN/flat/1 slept/VERB/root/0 ./PUNCT/punct/3\n"
        + "He/PRON/nsubj/2 slept/VERB/root/0 ./PUNCT/punct/2"
    )
    assert meant(text, "He", ("Brack", "PERSON"), ("Mary Holm", "PERSON")) == "Brack"


def test_who_gives_a_name_to_a_thing_is_no_subject() -> None:
    """ "The Reuss regime met": he is who was told of, not Reuss."""
    text = """
    Adam/PROPN/nsubj/3 Holm/PROPN/flat/1 left/VERB/root/0 ./PUNCT/punct/3
    The/DET/det/3 Reuss/PROPN/compound/3 regime/NOUN/nsubj/4 met/VERB/root/0 ./PUNCT/punct/4
    He/PRON/nsubj/2 slept/VERB/root/0 ./PUNCT/punct/2
    """
    assert meant(text, "He", ("Adam Holm", "PERSON"), ("Reuss", "PERSON")) == "Adam Holm"


def test_it_that_only_opens_a_sentence_is_nothing() -> None:
    """ "It was the chief who left" means no organisation."""
    text = """
    Nordfisk/PROPN/nsubj/2 closed/VERB/root/0 ./PUNCT/punct/2
    It/PRON/nsubj/4 was/AUX/cop/4 the/DET/det/4 chief/NOUN/root/0 who/PRON/nsubj/6 left/VERB/acl:relcl/4 ./PUNCT/punct/4
    """
    assert meant(text, "It", ("Nordfisk", "ORG")) is None


def test_it_is_nobody_of_whom_there_are_several() -> None:
    """ "The officials left. It rained on its roof": neither is the officials, but a committee may be "it"."""
    text = (
        "The/DET/det/2 {noun}/NOUN/nsubj/3 met/VERB/root/0 ./PUNCT/punct/3\n"
        "It/PRON/nsubj/2 left/VERB/root/0 ./PUNCT/punct/2"
    )
    assert meant(text.format(noun="officials"), "It") is None
    assert meant(text.format(noun="committee"), "It") == "The committee"


def test_it_that_is_said_by_many_is_nothing() -> None:
    """ "It is expected that roads close" tells of no company; "it was told that roads close" does."""
    text = (
        "Nordfisk/PROPN/nsubj/2 met/VERB/root/0 ./PUNCT/punct/2\n"
        "It/PRON/nsubj:pass/3 was/AUX/aux:pass/3 {verb}/VERB/root/0 that/SCONJ/mark/6 roads/NOUN/nsubj/6 "
        "closed/VERB/ccomp/3 ./PUNCT/punct/3"
    )
    assert meant(text.format(verb="claimed"), "It", ("Nordfisk", "ORG")) is None
    assert meant(text.format(verb="told"), "It", ("Nordfisk", "ORG")) == "Nordfisk"


def test_brackets_behind_a_pronoun_tell_whom_it_means() -> None:
    """ "They (Nordfisk)" are who stands there; a year in brackets tells nothing."""
    text = (
        "Orlan/PROPN/nsubj/2 met/VERB/root/0 ./PUNCT/punct/2\n"
        "They/PRON/nsubj/5 (/PUNCT/punct/3 {gloss}/PROPN/appos/1 )/PUNCT/punct/3 left/VERB/root/0 ./PUNCT/punct/5"
    )
    names = (("Orlan", "ORG"), ("Nordfisk", "ORG"))
    assert meant(text.format(gloss="Nordfisk"), "They", *names) == "Nordfisk"
    assert meant(text.format(gloss="2019"), "They", *names) == "Orlan"


def test_a_form_of_address_means_nobody_told_before() -> None:
    """ "His Majesty" is not whom the sentence before tells of."""
    text = (
        "Alden/PROPN/nsubj/2 met/VERB/root/0 ./PUNCT/punct/2\n"
        "His/PRON/nmod:poss/2 {noun}/PROPN/nsubj/3 left/VERB/root/0 ./PUNCT/punct/3"
    )
    assert meant(text.format(noun="Majesty"), "His", ("Alden", "PERSON")) is None
    assert meant(text.format(noun="Office"), "His", ("Alden", "PERSON")) == "Alden"


def test_another_subject_that_is_nobody_told_of_is_rather_it_or_they() -> None:
    """ "Nordfisk left. The river froze. It rose": the river rose, and not the company; so for "the dogs" and "they"."""
    text = (
        "Nordfisk/PROPN/nsubj/2 left/VERB/root/0 ./PUNCT/punct/2\n"
        "The/DET/det/2 {noun}/NOUN/nsubj/3 came/VERB/advcl/6 and/CCONJ/cc/6 {pronoun}/PRON/nsubj/6 rose/VERB/root/0 "
        "./PUNCT/punct/6"
    )
    assert meant(text.format(noun="river", pronoun="it"), "it", ("Nordfisk", "ORG")) is None
    assert meant(text.format(noun="dogs", pronoun="they"), "they", ("Nordfisk", "ORG")) is None
    assert meant(text.format(noun="dogs", pronoun="it"), "it", ("Nordfisk", "ORG")) == "Nordfisk"


def test_it_is_no_body_where_it_is_something_done() -> None:
    """ "Nordfisk used it": what is used is rarely a body, and what owns or does something often."""
    text = (
        "Nordfisk/PROPN/nsubj/2 left/VERB/root/0 ./PUNCT/punct/2\n"
        "Holm/PROPN/nsubj/2 used/VERB/root/0 {it}/PRON/{relation}/{head} ships/NOUN/{other}/2 ./PUNCT/punct/2"
    )
    names = (("Nordfisk", "ORG"), ("Holm", "PERSON"))
    assert meant(text.format(it="it", relation="obj", head=2, other="obl"), "it", *names) is None
    assert meant(text.format(it="its", relation="nmod:poss", head=4, other="obj"), "its", *names) == "Nordfisk"


def test_it_that_opens_a_quotation_is_nobody_told_outside() -> None:
    """ "Nordfisk left. 'It rose,' Holm said" tells of something that the speaker has in mind."""
    text = (
        "Nordfisk/PROPN/nsubj/2 left/VERB/root/0 ./PUNCT/punct/2\n"
        "{mark} It/PRON/nsubj/3 rose/VERB/ccomp/6 ,/PUNCT/punct/3 {mark} Holm/PROPN/nsubj/7 said/VERB/root/0 ./PUNCT/punct/7"
    )
    names = (("Nordfisk", "ORG"), ("Holm", "PERSON"))
    assert meant(text.format(mark='"/PUNCT/punct/3'), "It", *names) is None
    assert meant(text.format(mark="-/PUNCT/punct/3"), "It", *names) == "Nordfisk"


def test_it_that_is_a_thing_or_takes_place_is_no_body() -> None:
    """ "It was a mistake" and "It took place on Monday" tell of no company; "it was a member" does."""
    text = (
        "Nordfisk/PROPN/nsubj/2 left/VERB/root/0 ./PUNCT/punct/2\n"
        "It/PRON/nsubj/4 was/AUX/cop/4 a/DET/det/4 {noun}/NOUN/root/0 ./PUNCT/punct/4"
    )
    assert meant(text.format(noun="mistake"), "It", ("Nordfisk", "ORG")) is None
    assert meant(text.format(noun="member"), "It", ("Nordfisk", "ORG")) == "Nordfisk"
    held = (
        "Nordfisk/PROPN/nsubj/2 left/VERB/root/0 ./PUNCT/punct/2\n"
        "It/PRON/nsubj/2 took/VERB/root/0 {noun}/NOUN/obj/2 ./PUNCT/punct/2"
    )
    assert meant(held.format(noun="place"), "It", ("Nordfisk", "ORG")) is None
    assert meant(held.format(noun="part"), "It", ("Nordfisk", "ORG")) == "Nordfisk"


def test_what_a_name_modifies_is_not_the_name() -> None:
    """ "The Nordfisk fleet left. Its crews slept": the fleet's crews; "Nordfisk left. Its crews slept" tells whose."""
    text = "{subject} left/VERB/root/0 ./PUNCT/punct/{verb}\nIts/PRON/nmod:poss/2 crews/NOUN/nsubj/3 slept/VERB/root/0"
    fleet = "Nordfisk/PROPN/compound/2 fleet/NOUN/nsubj/3"
    assert meant(text.format(subject=fleet, verb=3), "Its", ("Nordfisk", "ORG")) is None
    assert meant(text.format(subject="Nordfisk/PROPN/nsubj/2", verb=2), "Its", ("Nordfisk", "ORG")) == "Nordfisk"
