"""The built-in model in its pipeline: annotations of spaCy, the same whatever the batch, on any text."""

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from service.enrich.encoder.component import NAME, Encoder
from service.enrich.pipeline import load

ARTICLE = (
    "Veldoria reopens harbour\n\n"
    "Angela Merkel met Kenyan president William Ruto in Nairobi on Monday, the Reuters agency reported. "
    'She said: "The talks were good." Nobody else was there.\n\n'
    "Merkel left for Berlin on 3 March."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def told(doc: Doc) -> list[tuple[object, ...]]:
    tokens = [(t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in doc]
    return [*tokens, *((span.start, span.end, span.label_) for span in doc.ents)]


def test_every_annotation_is_set(nlp: Language) -> None:
    """Every token has a tag, a part of speech, a lemma, a head and a relation."""
    doc = nlp(ARTICLE)
    assert all(t.tag_ and t.pos_ and t.lemma_ and t.dep_ for t in doc)
    for layer in ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB"):
        assert doc.has_annotation(layer), layer
    assert doc.tensor.shape == (len(doc), 384)


def test_names_are_found(nlp: Language) -> None:
    """With the labels of the English Worldwide Newswire corpus."""
    found = {(span.text, span.label_) for span in nlp(ARTICLE).ents}
    assert {("Angela Merkel", "PERSON"), ("Merkel", "PERSON"), ("Nairobi", "LOC"), ("Monday", "DATE")} <= found


def test_a_sentence_begins_where_a_paragraph_does(nlp: Language) -> None:
    """And each has one root, which every word reaches."""
    doc = nlp(ARTICLE)
    starts = [sentence.text.split()[0] for sentence in doc.sents]
    assert starts[:2] == ["Veldoria", "Angela"]
    assert "Merkel" in starts
    for sentence in doc.sents:
        assert [token for token in sentence if token.head == token] == [sentence.root]
        assert all(sentence.root in token.ancestors for token in sentence if token != sentence.root)


def test_known_sentence_starts_are_kept(nlp: Language) -> None:
    """Starts, and words said to be none."""
    words = ["He", "left", ".", "She", "stayed", ".", "It", "rained"]
    starts = [True, False, False, False, False, False, True, False]
    doc = Doc(nlp.vocab, words=words, sent_starts=starts)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    assert [bool(token.is_sent_start) for token in doc] == starts


def test_noun_chunks_are_base_phrases(nlp: Language) -> None:
    """With what belongs before the noun, without what a preposition adds."""
    doc = nlp("The old mayor of the city gave her three new ships to the people.")
    found = [chunk.text for chunk in doc.noun_chunks]
    assert found[0] == "The old mayor"
    assert "the city" in found
    assert "three new ships" in found


def test_a_batch_changes_nothing(nlp: Language) -> None:
    """One article at a time, or 64 of them."""
    paragraphs = ARTICLE.split("\n\n")
    texts = [" ".join(paragraphs[i % 3 :] + paragraphs[: i % 2]) + " More." * (i % 7) for i in range(64)]
    alone = [nlp(text) for text in texts]
    for size in (1, 64):
        for one, other in zip(alone, nlp.pipe(texts, batch_size=size), strict=True):
            assert told(one) == told(other)
            assert np.array_equal(one.tensor, other.tensor)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        " \n\n A",
        "x" * 10_000,
        "." * 10_000,
        "a\n\n" * 500,
        "قال الرئيس إن المحادثات كانت جيدة. ثم غادر.",
        "👩‍👩‍👧‍👦 🇰🇪 won 🥇!",
        "\u200d \u200b",
        "\ufffd\x00\x07",
        "漢字かな交じり文" * 100,
    ],
    ids=lambda text: ascii(text[:8]),
)
def test_any_text_is_read(nlp: Language, text: str) -> None:
    """Every token gets a sentence, and no text is refused."""
    doc = nlp(text)
    assert doc.text == text
    assert sum(len(sentence) for sentence in doc.sents) == len(doc)
    assert len(list(doc.noun_chunks)) <= len(doc)


def test_a_memory_zone_leaves_nothing_that_fails_later(nlp: Language) -> None:
    """Words kept from an earlier article are still words in the next."""
    for _ in range(2):
        with nlp.memory_zone():
            found = told(nlp("Qorvexia hailed the Zembli of Trantor."))
    with nlp.memory_zone():
        assert told(nlp("Qorvexia hailed the Zembli of Trantor.")) == found


def test_vectors_alone_are_those_of_all_scores(nlp: Language) -> None:
    """Who asks for nothing else gets the same, in the precision of ``doc.tensor``."""
    encoder = nlp.get_pipe(NAME)
    assert isinstance(encoder, Encoder)
    words = ["Ships", "waited", "off", "Veldoria", "."]
    window = encoder.pieces.words(list(map(hash, words)), words.__getitem__).window(0, len(words))
    alone = encoder.model.session.vectors(window)
    assert alone.dtype == np.float16
    assert np.array_equal(alone, encoder.model.session.run(window).vectors)
