"""What an event's record tells, given what the heads say of the words."""

from service.enrich.events.fields import event_fields
from service.schemas import faults
from tests.enrich.events.labelled import code
from tests.enrich.trees import document

ATTACK = (
    "Villages/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 shelled/VERB/ROOT/0 by/ADP/case/5 troops/NOUN/obl:agent/3 "
    "./PUNCT/punct/3"
)
SIDES = [("shelled", "actor", "troops"), ("shelled", "recipient", "Villages")]
ARREST = (
    "Police/NOUN/nsubj/2 arrested/VERB/ROOT/0 at/ADP/case/4 least/ADJ/nummod/5 five/NUM/nummod/6 miners/NOUN/obj/2 "
    "./PUNCT/punct/2"
)


def test_record_has_the_shape_of_the_schema() -> None:
    """Every field is there, in its form."""
    doc = document(ATTACK)
    doc._.events = code(doc, {"shelled": "ASSAULT"}, SIDES)
    [event] = event_fields(doc)
    message = {"schema": "newswire.event/1", "story": {"id": "a"}, "event": event, "versions": {}}
    assert not list(faults(message, "event.v1"))


def test_offsets_prove_what_is_told() -> None:
    """Each phrase stands where the record says."""
    doc = document(ATTACK)
    doc._.events = code(doc, {"shelled": "ASSAULT"}, SIDES)
    [event] = event_fields(doc)
    for part in (event["trigger"], *event["actors"], *event["recipients"]):
        assert doc.text[part["start"] : part["end"]] == part["text"]


def test_actor_left_out_is_implicit() -> None:
    """The schema wants an actor; the record says that none is told."""
    doc = document("Miners/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 arrested/VERB/ROOT/0 ./PUNCT/punct/3")
    [event] = code(doc, {"arrested": "COERCE"}, [("arrested", "recipient", "Miners")])
    [actor] = event.actors
    assert (actor.mention_type, actor.country, actor.kind) == ("implicit", None, "unspecified")
    assert event.confidence.actors is None


def test_people_are_counted() -> None:
    """As what became of them."""
    doc = document(ARREST)
    [event] = code(doc, {"arrested": "COERCE"}, [("arrested", "actor", "Police"), ("arrested", "recipient", "miners")])
    assert event.magnitude is not None
    [(name, amount)] = event.magnitude.counts
    assert (name, amount[:2]) == ("arrested", (5, None))
    assert (event.modes, event.cameo) == (("arrest",), ("173", True))


def test_identifiers_depend_on_the_text_alone() -> None:
    """A copy of a text has the same; another sentence has others."""
    first, second = (code(document(ATTACK), {"shelled": "ASSAULT"}, SIDES)[0] for _ in range(2))
    [other] = code(
        document(ATTACK.replace("Villages", "Towns")), {"shelled": "ASSAULT"}, [("shelled", "actor", "troops")]
    )
    assert first.id == second.id != other.id


def test_the_same_act_told_again_has_one_story_event() -> None:
    """Same type, same parties; the other way round it is another happening."""
    doc = document(
        "Oslo/PROPN/nsubj/2 praised/VERB/ROOT/0 Lima/PROPN/obj/2 ./PUNCT/punct/2\n"
        "Oslo/PROPN/nsubj/2 commended/VERB/ROOT/0 Lima/PROPN/obj/2 ./PUNCT/punct/2\n"
        "Lima/PROPN/nsubj/2 thanked/VERB/ROOT/0 Oslo/PROPN/obj/2 ./PUNCT/punct/2",
        ("Oslo", "LOC"), ("Lima", "LOC"),
    )  # fmt: skip
    sides = {"praised": ("Oslo", "Lima"), "commended": ("Oslo", "Lima"), "thanked": ("Lima", "Oslo")}
    roles = [(verb, *role) for verb, names in sides.items() for role in zip(("actor", "recipient"), names, strict=True)]
    first, second, third = code(doc, dict.fromkeys(sides, "SUPPORT"), roles)
    assert first.group == second.group != third.group


def test_documents_without_tree_or_vectors_have_no_events() -> None:
    """Nothing is raised."""
    doc = document("Oslo/PROPN/ROOT/0")
    assert code(doc, {}) == ()
    assert event_fields(doc) == []


def test_states_have_their_item_and_people_have_none() -> None:
    """Also a state that is told by its adjective."""
    doc = document("Soldiers/NOUN/nsubj/2 attacked/VERB/ROOT/0 Peru/PROPN/obj/2", ("Peru", "LOC"))
    [event] = code(doc, {"attacked": "ASSAULT"}, [("attacked", "actor", "Soldiers"), ("attacked", "recipient", "Peru")])
    assert ([p.wikidata_id for p in event.actors], [p.wikidata_id for p in event.recipients]) == ([None], ["Q419"])
