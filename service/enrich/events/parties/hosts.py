"""The country where a visit, forces or help lead, where nobody else undergoes the act: it is more than the place.

By the labelling guide who is visited is the recipient; of forces it tells nothing, and dyads want the country.
"""

from collections.abc import Callable

from spacy.tokens import Doc

from service.enrich.events.event import Party
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.events.parties.arguments import Arguments
from service.enrich.events.parties.sent_help import SENDING

_VISITING = frozenset(("visit", "arrive", "travel", "trip", "tour", "fly", "land"))
"""Lemmas of triggers for a visit."""

_OF_VISITS = frozenset(("CONSULT", "AGREE"))
"""Types of triggers for a visit, made or to come."""


def host(
    doc: Doc, event_type: str, lemma: str, arguments: Arguments, actors: tuple[Party, ...],
    party: Callable[[Phrase, float], Party],
) -> tuple[Party, ...]:  # fmt: skip
    """The country that is visited, or the place in another country where forces or helpers go; nobody for other acts.

    Args:
        event_type, lemma: of the trigger.
        actors: who they are.
        party: tells who a phrase stands for.
    """
    if arguments.location is None:
        return ()
    if event_type in _OF_VISITS and lemma in _VISITING:
        place = party(*arguments.location)
        return (place,) if place.kind == "country" else ()
    sent = event_type == "MOBILIZE" or (event_type == "AID" and lemma in SENDING)
    if sent and doc[arguments.location[0].head].ent_type_ == "LOC":
        place = party(*arguments.location)
        own = {actor.country for actor in actors}
        return (place,) if place.country is not None and own and not own & {place.country, None} else ()
    return ()
