"""The body that a role belongs to by a word for it."""

import pytest

from service.enrich.actors.component import find_actors
from service.enrich.aliases.clusters import Cluster, Mention
from tests.enrich.actors.documents import read
from tests.enrich.trees import document


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Orlan sells rum. Its president, Anna Weber, left.", "Its"),
        ("Orlan sells rum. The company's director, Anna Weber, left.", "company"),
        ("Orlan and its president, Anna Weber, left.", None),
        ("Orlan met. The party agreed. Then party leader Anna Weber left.", "party"),
    ],
)
def test_a_role_belongs_to_the_body_that_a_pronoun_or_noun_before_it_stands_for(text: str, word: str | None) -> None:
    """As the document's clusters have it, or where the body is named right before "and its"."""
    doc = read(text, PERSON="Anna Weber", ORG="Orlan")
    kind = "pronoun" if word == "Its" else "nominal"
    body = [Mention(0, 5, "named", 0)]
    body += [Mention(t.idx, t.idx + len(t), kind, t.i) for t in doc if t.text == word][:1]
    start = text.index("Anna")
    person = next(t.i for t in doc if t.text == "Weber")
    doc._.clusters = (
        Cluster("e1", "ORG", "Orlan", (), None, tuple(body)),
        Cluster("e2", "PERSON", "Anna Weber", (), None, (Mention(start, start + 10, "named", person),)),
    )
    assert find_actors(doc)._.actors[1].organisation == "Orlan"


def test_a_role_without_such_a_word_belongs_to_no_body() -> None:
    """However near one is named."""
    doc = find_actors(read("Orlan sells rum. President Anna Weber left.", PERSON="Anna Weber", ORG="Orlan"))
    assert doc._.actors[1].organisation is None


def test_of_two_bodies_that_are_called_so_it_is_the_one_told_of_last() -> None:
    """Whichever was named first."""
    text = "Orlan and Veltro met. The party won. The party left. The party slept. Then party leader Anna Weber spoke."
    doc = read(text, PERSON="Anna Weber", ORG="Orlan; Veltro")
    first, second, third = [Mention(t.idx, t.idx + 5, "nominal", t.i) for t in doc if t.text == "party"][:3]
    start = text.index("Anna")
    person = next(t.i for t in doc if t.text == "Weber")
    doc._.clusters = (
        Cluster("e1", "ORG", "Orlan", (), None, (Mention(0, 5, "named", 0), first, third)),
        Cluster("e2", "ORG", "Veltro", (), None, (Mention(10, 16, "named", 2), second)),
        Cluster("e3", "PERSON", "Anna Weber", (), None, (Mention(start, start + 10, "named", person),)),
    )
    assert find_actors(doc)._.actors[2].organisation == "Orlan"


def test_the_subject_of_the_sentence_goes_before_the_body_that_was_called_so_last() -> None:
    """ "Orlan grows, says company president Weber", however a rival was called before."""
    doc = document(
        "The/DET/det/2 company/NOUN/nsubj/3 slept/VERB/root/0\n"
        "Orlan/PROPN/nsubj/2 grew/VERB/root/0 said/VERB/parataxis/2 company/NOUN/compound/5 president/NOUN/nmod/6 "
        "Weber/PROPN/nsubj/3",
        ("Orlan", "ORG"),
        ("Weber", "PERSON"),
    )
    at = {token.text: token for token in doc}
    word, orlan, weber = doc[1], at["Orlan"], at["Weber"]
    doc._.clusters = (
        Cluster("e1", "ORG", "Veltro", (), None, (Mention(word.idx, word.idx + 7, "nominal", word.i),)),
        Cluster("e2", "ORG", "Orlan", (), None, (Mention(orlan.idx, orlan.idx + 5, "named", orlan.i),)),
        Cluster("e3", "PERSON", "Weber", (), None, (Mention(weber.idx, weber.idx + 5, "named", weber.i),)),
    )
    assert find_actors(doc)._.actors[2].organisation == "Orlan"
