"""Documents with names but without trees: the rules read words first."""

import spacy
from spacy.tokens import Doc

import service.enrich.actors.component
import service.enrich.context
from service.enrich.actors.describe import Describer
from service.enrich.actors.description import Actor, ActorDescription

_NLP = spacy.blank("en")
_NLP.add_pipe("sentencizer")


def read(text: str, **names: str) -> Doc:
    """A document whose names are given by label: ``PERSON="Anna Weber, Omar Diallo"``."""
    doc = _NLP(text)
    for token in doc:
        token.pos_ = _part(token.text)
    spans = []
    for label, listed in names.items():
        for name in listed.split("; "):
            start = text.find(name)
            while start >= 0:
                span = doc.char_span(start, start + len(name), label)
                if span is not None:
                    spans.append(span)
                start = text.find(name, start + 1)
    doc.ents = spacy.util.filter_spans(spans)
    return doc


_PARTS = {
    "VERB": "resigned left met won said says wept spoke flew stars told denied walked named appointed stepped chairs",
    "AUX": "is was did has",
    "DET": "the a an",
    "ADP": "of for at in to from by as past",
    "PRON": "she he her who it",
    "CCONJ": "and or",
    "PART": "'s not",
    "ADV": "down so on",
}
_PART_OF = {word: part for part, words in _PARTS.items() for word in words.split()}


def _part(word: str) -> str:
    """A word's part of speech in these specifications: what is not listed is a noun."""
    if not word[:1].isalnum() and word != "'s":
        return "PUNCT"
    return _PART_OF.get(word.lower()) or ("NUM" if word.isdigit() else "PROPN" if word[0].isupper() else "NOUN")


def actor(text: str, name: str, **others: str) -> Actor:
    """The actor of a person's name in a text."""
    persons = others.pop("PERSON", "")
    doc = service.enrich.actors.component.find_actors(
        read(text, PERSON="; ".join(filter(None, (name, persons))), **others)
    )
    index = next(i for i, span in enumerate(dict.fromkeys(span.text for span in doc.ents)) if span == name)
    return doc._.actors[index]


def describe(text: str, **names: str) -> ActorDescription:
    """What a whole text, a phrase, says."""
    doc = read(text, **names)
    return Describer(doc).describe(doc[:])
