"""Whom grammar keeps a pronoun from meaning, however salient he is, and whom alone it leaves."""

from tests.enrich.aliases.test_pronouns import meant

SLEPT = "{}/PROPN/nsubj/2 slept/VERB/root/0 ./PUNCT/punct/2\n"
NAMES = (("Alden", "PERSON"), ("Brack", "PERSON"))


def slept(*names: str) -> str:
    """A sentence for each name."""
    return "".join(SLEPT.format(name) for name in names)


def test_an_object_is_no_earlier_mention_of_its_subject() -> None:
    """After many words on Brack, 'Brack thanked him' still thanks somebody else."""
    text = slept("Alden", "Brack", "Brack") + "Brack/PROPN/nsubj/2 thanked/VERB/root/0 him/PRON/obj/2 ./PUNCT/punct/2"
    assert meant(text, "him", *NAMES) == "Alden"


def test_an_object_is_not_the_subject_that_is_left_out() -> None:
    """In 'Alden blamed Brack, accusing him', Alden accuses."""
    text = (
        "Alden/PROPN/nsubj/2 blamed/VERB/root/0 Brack/PROPN/obj/2 ,/PUNCT/punct/5 accusing/VERB/advcl/2 "
        "him/PRON/obj/5 ./PUNCT/punct/2"
    )
    assert meant(text, "him", *NAMES) == "Brack"


def test_what_came_of_an_event_is_done_by_nobody() -> None:
    """In 'Alden fell, leaving him lame', him is Alden."""
    text = slept("Brack") + (
        "Alden/PROPN/nsubj/2 fell/VERB/root/0 ,/PUNCT/punct/4 leaving/VERB/advcl/2 him/PRON/obj/4 lame/ADJ/xcomp/4 "
        "./PUNCT/punct/2"
    )
    assert meant(text, "him", *NAMES) == "Alden"


def test_a_subject_is_nobody_named_beside_it() -> None:
    """'He paid Alden' is not of Alden, though he was the last who was told of."""
    text = slept("Brack", "Alden") + "He/PRON/nsubj/2 paid/VERB/root/0 Alden/PROPN/obj/2 ./PUNCT/punct/2"
    assert meant(text, "He", *NAMES) == "Brack"


def test_a_subject_may_be_named_deep_below() -> None:
    """'He fled after police found Alden' says nothing against Alden."""
    text = slept("Brack", "Alden") + (
        "He/PRON/nsubj/2 fled/VERB/root/0 after/SCONJ/mark/5 police/NOUN/nsubj/5 found/VERB/advcl/2 "
        "Alden/PROPN/obj/5 ./PUNCT/punct/2"
    )
    assert meant(text, "He", *NAMES) == "Alden"


def test_nobody_is_the_subject_of_the_clause_that_describes_him() -> None:
    """In 'Alden met an officer he knew', Alden knew the officer."""
    text = (
        "Alden/PROPN/nsubj/2 met/VERB/root/0 an/DET/det/4 officer/NOUN/obj/2 he/PRON/nsubj/6 knew/VERB/acl:relcl/4 "
        "./PUNCT/punct/2"
    )
    assert meant(text, "he", *NAMES) == "Alden"


def test_a_reflexive_pronoun_stresses_the_noun_before_it() -> None:
    """'Brack himself' is Brack, also as an object."""
    text = "Alden/PROPN/nsubj/2 met/VERB/root/0 Brack/PROPN/obj/2 himself/PRON/nmod/3 ./PUNCT/punct/2\n"
    assert meant(text, "himself", *NAMES) == "Brack"


def test_a_reflexive_object_is_the_subject() -> None:
    """In 'Brack hurt himself', nobody else is hurt."""
    text = slept("Alden", "Alden", "Alden") + (
        "Brack/PROPN/nsubj/2 hurt/VERB/root/0 himself/PRON/obj/2 ./PUNCT/punct/2"
    )
    assert meant(text, "himself", *NAMES) == "Brack"


def test_a_clause_with_whose_tells_of_its_noun() -> None:
    """In 'Alden praised Brack, whose house burnt before his trial', Brack was tried."""
    text = (
        "Alden/PROPN/nsubj/2 praised/VERB/root/0 Brack/PROPN/obj/2 ,/PUNCT/punct/7 whose/PRON/nmod:poss/6 "
        "house/NOUN/nsubj/7 burnt/VERB/acl:relcl/3 before/ADP/case/10 his/PRON/nmod:poss/10 trial/NOUN/obl/7 "
        "./PUNCT/punct/2"
    )
    assert meant(text, "his", *NAMES) == "Brack"


def test_years_are_of_whom_they_are_told() -> None:
    """'A pilot in his 70s' is no other than the pilot."""
    text = slept("Alden", "Alden") + (
        "A/DET/det/2 pilot/NOUN/nsubj/6 in/ADP/case/5 his/PRON/nmod:poss/5 70s/NOUN/nmod/2 left/VERB/root/0 "
        "./PUNCT/punct/6"
    )
    assert meant(text, "his", *NAMES) == "A pilot in his 70s"


def test_who_is_told_of_may_undergo_what_the_teller_does() -> None:
    """In 'Alden ruled that Brack lied and convicted him', Brack is convicted, though the tree hangs it on his lie."""
    text = slept("Brack", "Brack", "Brack") + (
        "Alden/PROPN/nsubj/2 ruled/VERB/root/0 that/SCONJ/mark/5 Brack/PROPN/nsubj/5 lied/VERB/ccomp/2 "
        "and/CCONJ/cc/7 convicted/VERB/conj/5 him/PRON/obj/7 ./PUNCT/punct/2"
    )
    assert meant(text, "him", *NAMES) == "Brack"
