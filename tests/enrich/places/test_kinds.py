"""How a place is named; the parses are written by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from service.enrich.places import Places
from service.enrich.places.gazetteer.gazetteer import Gazetteer

PARSES = {
    "Moscow denied the report": ([1, 1, 3, 1], ["nsubj", "ROOT", "det", "obj"], ["PROPN", "VERB", "DET", "NOUN"]),
    "Moscow welcomes tourists": ([1, 1, 1], ["nsubj", "ROOT", "obj"], ["PROPN", "VERB", "NOUN"]),
    "US officials agreed": ([1, 2, 2], ["compound", "nsubj", "ROOT"], ["PROPN", "NOUN", "VERB"]),
    "Iranian officials agreed": ([1, 2, 2], ["amod", "nsubj", "ROOT"], ["ADJ", "NOUN", "VERB"]),
    "They met in Moscow": ([1, 1, 3, 1], ["nsubj", "ROOT", "case", "obl"], ["PRON", "VERB", "ADP", "PROPN"]),
    "Talks between Moscow and others failed": (
        [5, 2, 0, 4, 2, 5],
        ["nsubj", "case", "nmod", "cc", "conj", "ROOT"],
        ["NOUN", "ADP", "PROPN", "CCONJ", "NOUN", "VERB"],
    ),
    "Roads between Moscow and others failed": (
        [5, 2, 0, 4, 2, 5],
        ["nsubj", "case", "nmod", "cc", "conj", "ROOT"],
        ["NOUN", "ADP", "PROPN", "CCONJ", "NOUN", "VERB"],
    ),
    "Talks with Moscow failed": ([3, 2, 0, 3], ["nsubj", "case", "nmod", "ROOT"], ["NOUN", "ADP", "PROPN", "VERB"]),
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Moscow denied the report", "metonymic"),
        ("Moscow welcomes tourists", "literal"),
        ("US officials agreed", "modifier"),
        ("Iranian officials agreed", "demonym"),
        ("They met in Moscow", "literal"),
        ("Talks with Moscow failed", "metonymic"),
        ("Talks between Moscow and others failed", "metonymic"),
        ("Roads between Moscow and others failed", "literal"),
    ],
)
def test_the_kind_of_a_place_follows_from_its_part_in_the_clause(gazetteer: Gazetteer, text: str, kind: str) -> None:
    """A capital that does what governments do stands for its government; names before nouns modify them."""
    heads, relations, tags = PARSES[text]
    words = text.split()
    lemmas = [
        {"denied": "deny", "welcomes": "welcome", "Talks": "talk", "Roads": "road"}.get(word, word) for word in words
    ]
    doc = Doc(spacy.blank("en").vocab, words=words, heads=heads, deps=relations, pos=tags, lemmas=lemmas)
    (place,) = Places(gazetteer)(doc)._.places
    assert place.kind == kind


def test_a_seat_of_government_is_metonymic_without_a_parse(gazetteer: Gazetteer) -> None:
    """The Kremlin hardly ever is the building."""
    doc = Doc(spacy.blank("en").vocab, words=["The", "Kremlin", "declined", "to", "comment"])
    (place,) = Places(gazetteer)(doc)._.places
    assert (place.text, place.kind, place.country) == ("Kremlin", "metonymic", "RUS")
