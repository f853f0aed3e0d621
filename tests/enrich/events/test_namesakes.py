"""Whom a protest is called after."""

import pytest

from tests.enrich.events.labelled import code, texts
from tests.enrich.trees import document


@pytest.mark.parametrize(
    ("before", "name", "label", "told"),
    [
        ("the/DET/det/3", "Ruiz", "PERSON", []),
        ("the/DET/det/3", "Kurdish", "NORP", ["Kurdish"]),
        ("at/ADP/case/3", "Ruiz", "PERSON", ["Ruiz"]),
    ],
)
def test_whom_a_protest_is_about_does_not_protest(before: str, name: str, label: str, told: list[str]) -> None:
    """A people does; and a person whose name has no article before it may."""
    doc = document(f"{before} {name}/PROPN/compound/3 protest/NOUN/ROOT/0", (name, label))
    [event] = code(doc, {"protest": "PROTEST"}, [("protest", "actor", name)])
    assert texts(doc, event)[0] == told
