"""What is news of the day that it is told."""

import pytest

from service.enrich.events.circumstances.main_clause import is_aside, is_news
from service.enrich.tree import Tree
from tests.enrich.trees import document

BLAMES = "Clinton/PROPN/nsubj/2 blames/VERB/ROOT/0 Comey/PROPN/obj/2"
PERFECT = "Clinton/PROPN/nsubj/3 has/AUX/aux/3 blamed/VERB/ROOT/0 Comey/PROPN/obj/3"
SAID = "Police/NOUN/nsubj/2 said/VERB/ROOT/0 rebels/NOUN/nsubj/4 are/AUX/aux/5 attacking/VERB/ccomp/2 camps/NOUN/obj/5"
LEFT = "He/PRON/nsubj/2 left/VERB/ROOT/0 ,/PUNCT/punct/4 blaming/VERB/advcl/2 Comey/PROPN/obj/4"
LEAVES = "He/PRON/nsubj/2 leaves/VERB/ROOT/0 ,/PUNCT/punct/4 blaming/VERB/advcl/2 Comey/PROPN/obj/4"
AFTER = "He/PRON/nsubj/2 leaves/VERB/ROOT/0 after/SCONJ/mark/4 blaming/VERB/advcl/2 Comey/PROPN/obj/4"
RELATIVE = "He/PRON/nsubj/2 mourns/VERB/ROOT/0 those/PRON/obj/2 who/PRON/nsubj/5 died/VERB/acl:relcl/3"
COLON = "Tram/NOUN/compound/2 crash/NOUN/ROOT/0 :/PUNCT/punct/2 Driver/NOUN/nsubj:pass/5 arrested/VERB/appos/2"
PHRASE = "Tram/NOUN/compound/2 driver/NOUN/ROOT/0 arrested/VERB/acl/2"
ACCUSED = "Driver/NOUN/nsubj/3 accused/VERB/acl/1 found/VERB/ROOT/0"


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (BLAMES, "blames", True),
        (SAID, "attacking", True),
        (LEAVES, "blaming", True),
        (LEFT, "blaming", False),
        (AFTER, "blaming", False),
        (RELATIVE, "died", False),
    ],
)
def test_news_is_of_today_in_the_main_clause_and_not_in_the_past(text: str, trigger: str, expected: bool) -> None:
    """A reported clause has a time of its own; one beside the main clause has the time of that."""
    assert _is_news(text, trigger) is expected


def test_the_perfect_is_of_today() -> None:
    """ "Has blamed" is news, "had blamed" is not."""
    doc = document(PERFECT)
    doc[2].tag_ = "VBN"
    assert is_news(Tree.of(doc), 2, in_headline=False)
    doc[1].tag_ = "VBD"
    assert not is_news(Tree.of(doc), 2, in_headline=False)


def test_participles_of_a_headline_are_news() -> None:
    """Headlines leave out what would tell a participle from the past, and put news behind a colon."""
    assert _is_news(COLON, "arrested", in_headline=True)
    assert not _is_news(COLON, "arrested")
    assert _is_news(PHRASE, "arrested", in_headline=True)
    assert not _is_news(PHRASE, "arrested")
    assert not _is_news(ACCUSED, "accused", in_headline=True)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (LEFT, "blaming", False),
        (AFTER, "blaming", True),
        (AFTER.replace("after", "while"), "blaming", False),
        (RELATIVE, "died", True),
        (RELATIVE, "mourns", False),
        (SAID, "attacking", False),
    ],
)
def test_what_relative_clauses_and_conjunctions_of_time_bring_along_is_told_aside(
    text: str, trigger: str, expected: bool
) -> None:
    """What is reported, and what goes on meanwhile, is not."""
    doc = document(text)
    assert is_aside(Tree.of(doc), [token.text for token in doc].index(trigger)) is expected


def _is_news(text: str, trigger: str, *, in_headline: bool = False) -> bool:
    doc = document(text)
    word = [token.text for token in doc].index(trigger)
    return is_news(Tree.of(doc), word, in_headline=in_headline)
