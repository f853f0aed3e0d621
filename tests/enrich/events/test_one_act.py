"""Words that name one act together."""

import pytest

from tests.enrich.events.labelled import code
from tests.enrich.trees import document

WARRANT = (
    "Judges/NOUN/nsubj/2 issued/VERB/ROOT/0 warrant/NOUN/obj/2 {marker}/ADP/case/6 his/PRON/nmod:poss/6 "
    "arrest/NOUN/obl/2"
)


@pytest.mark.parametrize(("marker", "told"), [("for", 1), ("after", 2)])
def test_an_arrest_that_a_warrant_is_for_is_no_act_beside_it(marker: str, told: int) -> None:
    """One that went before is."""
    doc = document(WARRANT.format(marker=marker))
    assert len(code(doc, {"warrant": "COERCE", "arrest": "COERCE"})) == told


@pytest.mark.parametrize(("between", "told"), [(5, 1), (6, 2)])
def test_words_further_apart_name_two_acts(between: int, told: int) -> None:
    """Trees misread what is told far behind a verb."""
    doc = document("Judges/NOUN/nsubj/2 began/VERB/ROOT/0" + " new/ADJ/dep/2" * between + " arrests/NOUN/obj/2")
    assert len(code(doc, {"began": "COERCE", "arrests": "COERCE"})) == told
