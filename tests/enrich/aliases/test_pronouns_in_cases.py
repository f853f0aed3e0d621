"""Whom pronouns and descriptions mean in stories of crime and courts."""

from service.enrich.aliases.component import find_clusters
from tests.enrich.aliases.test_pronouns import meant
from tests.enrich.aliases.test_pronouns_by_grammar import NAMES, slept
from tests.enrich.trees import document


def described(text: str, phrase: str, *names: tuple[str, str]) -> str | None:
    """Name of the cluster that a description (its last place) is a mention of."""
    doc = find_clusters(document(text, *names))
    place = doc.text.rindex(phrase)
    found = [cluster for cluster in doc._.clusters if any(mention.start == place for mention in cluster.mentions)]
    return found[0].name if found else None


def test_an_official_tells_of_another() -> None:
    """'Spokesman Alden said he died': whoever was told of, not Alden."""
    text = slept("Brack", "Brack") + (
        "Spokesman/NOUN/compound/2 Alden/PROPN/nsubj/3 said/VERB/root/0 he/PRON/nsubj/5 fled/VERB/ccomp/3 "
        "./PUNCT/punct/3"
    )
    assert meant(text, "he", *NAMES) == "Brack"


def test_an_official_tells_what_he_thinks_himself() -> None:
    """'Spokesman Alden said he would resign' is of Alden."""
    text = slept("Brack", "Brack") + (
        "Spokesman/NOUN/compound/2 Alden/PROPN/nsubj/3 said/VERB/root/0 he/PRON/nsubj/6 would/AUX/aux/6 "
        "resign/VERB/ccomp/3 ./PUNCT/punct/3"
    )
    assert meant(text, "he", *NAMES) == "Alden"


def test_an_official_has_clients_himself() -> None:
    """'Lawyer Alden said his client fled' is of Alden's client."""
    text = slept("Brack", "Brack") + (
        "Lawyer/NOUN/compound/2 Alden/PROPN/nsubj/3 said/VERB/root/0 his/PRON/nmod:poss/5 client/NOUN/nsubj/6 "
        "fled/VERB/ccomp/3 ./PUNCT/punct/3"
    )
    assert meant(text, "his", *NAMES) == "Alden"


def test_others_tell_of_themselves() -> None:
    """'Alden said he fled' is of Alden, who is no official."""
    text = slept("Brack", "Brack") + (
        "Alden/PROPN/nsubj/2 said/VERB/root/0 he/PRON/nsubj/4 fled/VERB/ccomp/2 ./PUNCT/punct/2"
    )
    assert meant(text, "he", *NAMES) == "Alden"


def test_in_a_quotation_he_is_not_its_speaker() -> None:
    """'"He fled," Alden said' is of another, though the speaker is told behind it."""
    text = slept("Brack", "Alden") + (
        '"/PUNCT/punct/3 He/PRON/nsubj/3 fled/VERB/ccomp/7 ,/PUNCT/punct/3 "/PUNCT/punct/3 Alden/PROPN/nsubj/7 '
        "said/VERB/root/0 ./PUNCT/punct/7"
    )
    assert meant(text, "He", *NAMES) == "Brack"


def test_who_was_told_of_by_pronouns_alone_gives_way_to_a_name() -> None:
    """After a sentence of Brack, 'he' is rather Brack than Alden, whom nothing but pronouns tell to be a man."""
    pronoun = "He/PRON/nsubj/2 slept/VERB/root/0 ./PUNCT/punct/2\n"
    text = slept("Alden") + 2 * pronoun + "It/PRON/nsubj/2 rained/VERB/root/0 ./PUNCT/punct/2\n" + slept("Brack")
    assert meant(text + pronoun, "He", *NAMES) == "Brack"


def test_she_is_rather_a_named_person_than_an_officer() -> None:
    """Of nobody's gender anything is told; the officer is only described."""
    text = slept("Alden") + (
        "An/DET/det/2 agent/NOUN/nsubj/3 left/VERB/root/0 ./PUNCT/punct/3\n"
        "She/PRON/nsubj/2 slept/VERB/root/0 ./PUNCT/punct/2"
    )
    assert meant(slept("Alden") + text, "She", *NAMES) == "Alden"


ARRESTED = "Police/NOUN/nsubj/2 arrested/VERB/root/0 {}/PROPN/obj/2 ./PUNCT/punct/2\n"
SUSPECT = "The/DET/det/2 suspect/NOUN/nsubj/3 slept/VERB/root/0 ./PUNCT/punct/3"


def test_the_suspect_is_who_was_arrested() -> None:
    """Not who was told of since."""
    assert described(ARRESTED.format("Brack") + slept("Alden") + SUSPECT, "The suspect", *NAMES) == "Brack"


def test_the_suspect_of_two_is_neither() -> None:
    """Where two were arrested, nothing tells which one is meant."""
    text = ARRESTED.format("Brack") + ARRESTED.format("Alden") + SUSPECT
    assert described(text, "The suspect", *NAMES) is None


def test_who_is_identified_is_who_was_described() -> None:
    """'A suspect left. The suspect was identified as Brack': from the beginning one person."""
    text = (
        "A/DET/det/2 suspect/NOUN/nsubj/3 left/VERB/root/0 ./PUNCT/punct/3\n"
        "The/DET/det/2 suspect/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 identify/VERB/root/0 as/ADP/case/6 "
        "Brack/PROPN/obl/4 ./PUNCT/punct/4"
    )
    assert described(text, "A suspect", *NAMES) == "Brack"
    assert described(text, "The suspect", *NAMES) == "Brack"


def test_nobody_goes_by_a_pronoun() -> None:
    """'In his speech, the officer slept': the officer, though the pronoun stands first."""
    text = (
        "In/ADP/case/3 his/PRON/nmod:poss/3 speech/NOUN/obl/7 ,/PUNCT/punct/3 the/DET/det/6 officer/NOUN/nsubj/7 "
        "slept/VERB/root/0 ./PUNCT/punct/7"
    )
    assert meant(text, "his") == "the officer"
