"""Two offices of one person are one party."""

import pytest

from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document

MET = (
    "Oslo/PROPN/nsubj/2 met/VERB/ROOT/0 {first}/NOUN/compound/4 president/NOUN/obj/2 and/CCONJ/cc/8 "
    "{second}/ADJ/amod/7 minister/NOUN/nmod:desc/8 Ruiz/PROPN/conj/4"
)
NAMES = ("Oslo", "LOC"), ("Ruiz", "PERSON"), ("Peruvian", "NORP"), ("Chilean", "NORP")


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("vice", "foreign", ["foreign minister Ruiz"]),
        ("vice", "Peruvian", ["Peruvian minister Ruiz"]),
        ("Chilean", "Peruvian", ["Chilean president", "Peruvian minister Ruiz"]),
    ],
)
def test_the_first_of_two_offices_is_nobody_else(first: str, second: str, told: list[str]) -> None:
    """But offices of two nations have two holders."""
    doc = document(MET.format(first=first, second=second), *NAMES)
    roles = [("met", "actor", "Oslo"), ("met", "recipient", "president"), ("met", "recipient", "Ruiz")]
    [event] = code(doc, {"met": "CONSULT"}, roles)
    assert texts(doc, event)[1] == told


def test_an_article_tells_of_somebody_else() -> None:
    """ "The president and foreign minister Ruiz" may be two."""
    doc = document(MET.format(first="the", second="foreign").replace("the/NOUN/compound", "the/DET/det"), *NAMES)
    roles = [("met", "actor", "Oslo"), ("met", "recipient", "president"), ("met", "recipient", "Ruiz")]
    [event] = code(doc, {"met": "CONSULT"}, roles)
    assert texts(doc, event)[1] == ["the president", "foreign minister Ruiz"]


def test_a_description_before_a_persons_name_is_nobody_beside() -> None:
    """ "His wife Ana Ruiz" is one party, also where a tree joins both with another."""
    doc = document(
        "Police/NOUN/nsubj/2 arrested/VERB/ROOT/0 Ortiz/PROPN/obj/2 and/CCONJ/cc/6 his/PRON/nmod:poss/6 "
        "wife/NOUN/conj/3 Ruiz/PROPN/conj/3",
        ("Ortiz", "PERSON"), ("Ruiz", "PERSON"),
    )  # fmt: skip
    doc[5].tag_ = "NN"
    roles = [("arrested", "actor", "Police")]
    roles += [("arrested", "recipient", who) for who in ("Ortiz", "wife", "Ruiz")]
    [event] = code(doc, {"arrested": "COERCE"}, roles)
    assert texts(doc, event)[1] == ["Ortiz", "his wife Ruiz"]
