"""Documents with and without a tagger's names, through the component itself."""

from collections.abc import Callable, Sequence

import pytest
import spacy
from spacy.tokens import Doc, Span

from service.enrich.context import ArticleContext
from service.enrich.places import Places
from service.enrich.places.gazetteer.gazetteer import Gazetteer, shared

Read = Callable[..., Doc]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return shared()


@pytest.fixture(scope="session")
def read(gazetteer: Gazetteer) -> Read:
    """Run the component on a text, with names as (text, label), each where it stands first outside those before it."""
    nlp = spacy.blank("en")
    component = Places(gazetteer)

    def run(text: str, names: Sequence[tuple[str, str]] = (), context: ArticleContext | None = None) -> Doc:
        doc = nlp(text)
        spans: list[Span] = []
        for name, label in names:
            start = text.index(name)
            while any(start < span.end_char and start + len(name) > span.start_char for span in spans):
                start = text.index(name, start + 1)
            span = doc.char_span(start, start + len(name), label=label)
            assert span is not None, f"{name!r} is no run of tokens"
            spans.append(span)
        doc.set_ents(spans)
        if context:
            doc._.context = context
        return component(doc)

    return run
