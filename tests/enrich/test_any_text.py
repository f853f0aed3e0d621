"""Aliases and quotations take any text and any tree, and say nothing that the text does not hold."""

from itertools import islice, pairwise, product

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from service.enrich.aliases.component import find_clusters
from service.enrich.aliases.fields import entity_fields
from service.enrich.quotes.component import find_quotes
from service.enrich.quotes.fields import quote_fields
from tests.enrich.trees import document

NLP = spacy.blank("en")


def one_of(text: str) -> st.SearchStrategy[str]:
    """One of the words that spaces part."""
    return st.sampled_from([word for word in text.split(" ") if word])


WORDS = one_of(
    "said says told according to he she it its they I we who that the a agency spokesman Kirby John WHO World Health "
    "Moscow Russia denied \" “ ” ‘ ' « » ( ) [ ] , . : ; ? ! - — promised report statement\n\n \n"
)
RELATIONS = one_of(
    "nsubj obj ccomp xcomp parataxis conj advcl acl acl:relcl appos flat compound nmod nmod:poss obl case mark punct "
    "nsubj:pass obl:agent cop aux"
)
PARTS = one_of("NOUN PROPN PRON VERB AUX ADP DET PUNCT SCONJ ADJ")
LABELS = one_of("PERSON ORG LOC FAC NORP DATE MISC")


@st.composite
def documents(draw: st.DrawFn) -> Doc:
    """Documents of any words with any tree and any names."""
    words = draw(st.lists(WORDS, min_size=1, max_size=60))
    count = len(words)
    # A head before each token makes a tree; the direction is mirrored half of the time.
    heads = [0, *(draw(st.integers(0, index - 1)) for index in range(1, count))]
    if draw(st.booleans()):
        heads = [count - 1 - head for head in reversed(heads)]
    columns = {
        "deps": ["ROOT" if heads[index] == index else draw(RELATIONS) for index in range(count)],
        "pos": draw(st.lists(PARTS, min_size=count, max_size=count)),
        "tags": ["VBD"] * count,
        "lemmas": [{"said": "say", "told": "tell", "promised": "promise"}.get(word, word.lower()) for word in words],
        "spaces": draw(st.lists(st.booleans(), min_size=count, max_size=count)),
    }
    doc = Doc(NLP.vocab, words=words, heads=heads, **columns)
    names, at = [], 0
    while at < count and draw(st.booleans()):
        start = draw(st.integers(at, count - 1))
        end = draw(st.integers(start + 1, min(count, start + 4)))
        names.append(Span(doc, start, end, label=draw(LABELS)))
        at = end
    doc.ents = names
    return doc


def check(doc: Doc) -> None:
    """Every span is in the text and is what it says; ids are told once; the same again gives the same."""
    find_quotes(find_clusters(doc))
    first = entity_fields(doc.text, doc._.clusters), quote_fields(doc)
    entities, quotes = first
    ids = [entity["id"] for entity in entities]
    assert len(set(ids)) == len(ids)
    for entity in entities:
        spans = [(mention["start"], mention["end"]) for mention in entity["mentions"]]
        assert spans == sorted(set(spans))
        assert all(0 <= start < end <= len(doc.text) for start, end in spans)
        assert all(doc.text[mention["start"] : mention["end"]] == mention["text"] for mention in entity["mentions"])
    for quote in quotes:
        pieces = [(piece["start"], piece["end"]) for piece in quote["content"]]
        assert pieces
        assert pieces == sorted(pieces)
        assert all(0 <= start < end <= len(doc.text) for start, end in pieces)
        assert all(one[1] <= other[0] for one, other in pairwise(pieces))
        for span in (quote["cue"], quote["source"]):
            assert span is None or doc.text[span["start"] : span["end"]] == span["text"] != ""
        speaker = quote["speaker"]
        assert speaker is None or speaker["entity_id"] is None or speaker["entity_id"] in ids
    find_quotes(find_clusters(doc))
    assert (entity_fields(doc.text, doc._.clusters), quote_fields(doc)) == first


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_no_tree_raises_or_gives_a_span_that_is_none(doc: Doc) -> None:
    """No tree, however wrong, raises or gives a span that is none."""
    check(doc)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_without_a_tree_raises_or_gives_a_span_that_is_none(text: str) -> None:
    """Nor does any text that nothing has parsed."""
    check(NLP(text))


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "'", "(", '"((" said ', "“‘“‘ Kirby said ”’ ", "According to ", "he said "],
    ids=["straight", "curly", "single", "bracket", "mixed", "nested", "according", "pronoun"],
)
def test_thousands_of_marks_or_words_of_saying_in_a_row_are_read(piece: str) -> None:
    """Thousands of marks or words of saying in a row are read."""
    check(NLP(piece * 3000))


def test_a_quotation_may_begin_inside_the_last_word() -> None:
    """Behind whom somebody wrote to, where the first word of what is written would stand."""
    doc = document("Holm/PROPN/nsubj/2 wrote/VERB/root/0 her/PRON/obj/2 at“once/NOUN/obj/2")
    check(doc)


def test_thousands_of_bearers_of_one_surname_are_told_apart() -> None:
    """Thousands of bearers of one surname are told apart in one go; the surname alone goes with the first of them."""
    firsts = [
        "".join(letter * 2 for letter in letters) for letters in islice(product("bcdfghjklmnprst", repeat=4), 5000)
    ]
    words = [word for first in firsts for word in (first.title(), "Kirby", "met", "Kirby", ".")]
    doc = Doc(NLP.vocab, words=words)
    doc.ents = [
        Span(doc, start, end, label="PERSON")
        for number in range(0, len(words), 5)
        for start, end in ((number, number + 2), (number + 3, number + 4))
    ]
    assert len(find_clusters(doc)._.clusters) == 5000
