"""How far names can be trusted to be places."""

import pytest

from service.enrich.places import safe
from service.enrich.places.gazetteer import shared
from service.enrich.places.safe import Trust, Trusts


def test_a_name_is_judged_the_same_beside_others_and_alone() -> None:
    keys = ["iranian", "paris", "spring", "zzyzx qqq", "=US", ""]
    together = Trusts(shared()).of(keys)
    assert [Trusts(shared()).of([key])[key].trust for key in keys] == [together[key].trust for key in keys]


def test_names_are_forgotten_when_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe, "KEPT", 1)
    trusts = Trusts(shared())
    trusts.of(["iranian", "paris"])
    assert trusts.of(["spring"]).keys() == {"spring"}


def test_words_without_trust_lead_to_no_place() -> None:
    judged = Trusts(shared()).of(["spring"])["spring"]
    assert judged.trust is Trust.NONE
    assert not len(judged.rows)
