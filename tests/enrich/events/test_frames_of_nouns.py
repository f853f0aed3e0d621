"""Who does what a noun names: those behind "of", where nobody else is told, and not whom they leave."""

import pytest

from tests.enrich.events.framed import parties


@pytest.mark.parametrize("relation", ["nmod", "obj"])
def test_who_leaves_stands_behind_of(relation: str) -> None:
    """And not who is left, also where the tagger takes "withdrawal" for a gerund."""
    text = (
        f"The/DET/det/2 withdrawal/NOUN/ROOT/0 of/ADP/case/4 troops/NOUN/{relation}/2 from/ADP/case/6 Oslo/PROPN/obl/2"
    )
    assert parties(text, "withdrawal") == (["troops"], ["Oslo"])


def test_who_is_said_to_withdraw_something_does_it() -> None:
    """Then those behind "of" undergo it: "Peru's withdrawal of troops"."""
    text = "Peru/PROPN/nmod:poss/3 's/PART/case/1 withdrawal/NOUN/ROOT/0 of/ADP/case/5 troops/NOUN/nmod/3"
    assert parties(text, "withdrawal") == (["Peru"], ["troops"])
