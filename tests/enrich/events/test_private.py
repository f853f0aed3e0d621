"""Meetings in private life."""

from service.enrich.events.event import Party
from service.enrich.events.parties.private import is_private

SOMEBODY = Party((0, 4), "name", 0, entity_id="e1", name="Ruiz", kind="person")
MINISTER = Party((9, 14), "name", 2, entity_id="e2", name="Ortiz", kind="person", sector="GOV")
STRANGER = Party((9, 11), "pronoun", 2, kind="person")
APPLICANT = Party((9, 18), "nominal", 2, kind="person")
CROWD = Party((9, 17), "nominal", 2, kind="group", sector="CVL")


def test_persons_of_whom_nothing_is_told_meet_in_private() -> None:
    """As a couple does; a visit by one of them, too."""
    assert is_private("CONSULT", [SOMEBODY, SOMEBODY])
    assert is_private("CONSULT", [SOMEBODY])


def test_whoever_meets_an_official_or_a_crowd_meets_in_public() -> None:
    """And "he", or an applicant, may be anybody."""
    assert not any(is_private("CONSULT", [SOMEBODY, other]) for other in (MINISTER, CROWD, STRANGER, APPLICANT))


def test_only_meetings_are_private() -> None:
    """Violence is told whoever suffers it."""
    assert not is_private("ASSAULT", [SOMEBODY, SOMEBODY])
