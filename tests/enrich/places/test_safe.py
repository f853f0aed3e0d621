"""How far names can be trusted to be places."""

import pytest

from service.enrich.places.gazetteer import safe
from service.enrich.places.gazetteer.gazetteer import shared
from service.enrich.places.gazetteer.safe import Trust, Trusts


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


def test_a_phrase_is_judged_as_a_name_and_as_an_abbreviation() -> None:
    """The same when it is asked about again; most phrases are nothing either way."""
    trusts = Trusts(shared())
    phrases = [("France", "France"), ("US", "US"), ("Ask Him", "Him")]
    for _ in range(2):
        france, states, nothing = trusts.of_phrases(phrases)
        assert france is not None and france[0].trust == Trust.SURE and france[1].trust == Trust.NONE
        assert states is not None and states[1].trust == Trust.SURE
        assert nothing is None
    trusts.of_phrases([("Him", "Him"), ("Oslo", "Oslo")])
    assert trusts.nothing == {"Him"}
