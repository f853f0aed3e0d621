"""What belongs to a noun phrase that takes part in an event."""

from service.enrich.events.grammar.phrases import Phrases
from service.enrich.tree import Tree
from tests.enrich.trees import document


def phrases(text: str, *names: tuple[str, str]) -> list[str]:
    doc = document(text, *names)
    tree = Tree.of(doc)
    return [doc[p.start : p.end].text for p in Phrases(doc, tree).between(0, len(doc))]


def test_a_phrase_has_its_modifiers_and_its_complement_of_of() -> None:
    """But no other prepositional phrase."""
    text = (
        "the/DET/det/3 senior/ADJ/amod/3 members/NOUN/ROOT/0 of/ADP/case/5 parliament/NOUN/nmod/3 in/ADP/case/7 "
        "Lima/PROPN/nmod/3"
    )
    assert phrases(text)[0] == "the senior members of parliament"


def test_a_complement_of_of_belongs_to_the_noun_before_it() -> None:
    """Whatever noun behind it the tree gives it to."""
    text = (
        "expelled/VERB/ROOT/0 inspectors/NOUN/obj/1 of/ADP/case/4 UNESCO/PROPN/nmod/6 from/ADP/case/6 sites/NOUN/obl/1"
    )
    assert phrases(text)[0] == "inspectors of UNESCO"


def test_an_adjective_before_a_noun_heads_no_phrase() -> None:
    """Only one that stands for people does: "the wounded"."""
    text = "Oslo/PROPN/nsubj/6 and/CCONJ/cc/4 the/DET/det/4 evil/ADJ/conj/1 Lima/PROPN/conj/1 praised/VERB/ROOT/0"
    assert "the evil" not in phrases(text)
    assert phrases("the/DET/det/2 wounded/ADJ/nsubj/3 fled/VERB/ROOT/0") == ["the wounded"]


def test_a_name_before_a_noun_belongs_to_it_whole() -> None:
    """Also where the tree gives the name to a noun further back."""
    text = (
        "sites/NOUN/ROOT/0 in/ADP/case/7 Port/PROPN/compound/1 -/PUNCT/punct/5 de/PROPN/flat/3 Mar/PROPN/flat/3 "
        "city/NOUN/nmod/1"
    )
    assert phrases(text, ("Port - de Mar", "LOC"))[-1] == "Port - de Mar city"


def test_a_phrase_ends_before_a_relative_clause() -> None:
    """What is said of somebody is no part of the name."""
    text = "five/NUM/nummod/2 gunmen/NOUN/ROOT/0 who/PRON/nsubj/4 fled/VERB/acl:relcl/2"
    assert phrases(text)[0] == "five gunmen"


def test_coordinated_parties_are_phrases_of_their_own() -> None:
    """One entry each."""
    text = "Oslo/PROPN/nsubj/4 and/CCONJ/cc/3 Lima/PROPN/conj/1 talked/VERB/ROOT/0"
    assert phrases(text) == ["Oslo", "Lima"]


def test_how_old_somebody_is_is_nobody() -> None:
    """Even where the tree takes the number for another object."""
    text = "freed/VERB/ROOT/0 Weber/PROPN/obj/1 ,/PUNCT/punct/4 51/NUM/conj/2 ,/PUNCT/punct/4 today/NOUN/obl/1"
    assert "51" not in phrases(text, ("Weber", "PERSON"))


def test_a_possessive_sign_is_left_out() -> None:
    """The owner alone is the party."""
    text = "Oslo/PROPN/nmod:poss/3 's/PART/case/1 attack/NOUN/ROOT/0"
    assert phrases(text)[0] == "Oslo"


def test_a_name_is_one_phrase() -> None:
    """Whatever the tree says inside it."""
    text = "President/PROPN/compound/3 Ana/PROPN/compound/3 Ruiz/PROPN/nsubj/4 spoke/VERB/ROOT/0"
    assert phrases(text, ("Ana Ruiz", "PERSON"))[0] == "President Ana Ruiz"


def test_a_day_beside_a_noun_is_no_part_of_it() -> None:
    """English puts the day of the act behind who did it."""
    text = "lawmakers/NOUN/nsubj/3 Tuesday/PROPN/nmod:unmarked/1 voted/VERB/ROOT/0"
    assert phrases(text, ("Tuesday", "DATE"))[0] == "lawmakers"


def test_a_pronoun_that_stresses_is_no_part() -> None:
    """The name alone is the party."""
    text = "Putin/PROPN/nsubj/3 himself/PRON/nmod:unmarked/1 spoke/VERB/ROOT/0"
    assert phrases(text)[0] == "Putin"


def test_a_modifier_belongs_to_the_noun_behind_it() -> None:
    """Whatever noun the tree gives it to."""
    text = (
        "the/DET/det/3 French/ADJ/amod/3 minister/NOUN/nsubj/8 and/CCONJ/cc/7 his/PRON/nmod:poss/7 German/ADJ/amod/3 "
        "counterpart/NOUN/conj/3 met/VERB/ROOT/0"
    )
    assert "his German counterpart" in phrases(text)


def test_a_phrase_has_no_preposition_before_it() -> None:
    """Though the tree hangs it on a title."""
    text = "against/ADP/case/2 leader/NOUN/nmod:desc/3 Ruiz/PROPN/ROOT/0"
    assert "leader Ruiz" in phrases(text, ("Ruiz", "PERSON"))
    assert phrases("at/ADP/case/2 least/ADJ/nummod/3 five/NUM/nummod/4 men/NOUN/ROOT/0")[-1] == "at least five men"


def test_what_somebody_is_accused_of_is_no_complement() -> None:
    """A verb in "-ing" tells of an act."""
    text = "Lima/PROPN/ROOT/0 of/ADP/mark/3 shelling/VERB/nmod/1 villages/NOUN/obj/3"
    assert phrases(text, ("Lima", "LOC"))[0] == "Lima"


def test_a_clause_before_a_noun_is_no_modifier() -> None:
    """Though a misread tree hangs it on one."""
    text = (
        "mothers/NOUN/nsubj/3 have/AUX/aux/3 sued/VERB/ROOT/0 the/DET/det/7 city/NOUN/nmod:poss/7 's/PART/case/5 "
        "council/NOUN/obj/3"
    )
    doc = document(
        text.replace("mothers/NOUN/nsubj/3", "mothers/NOUN/nsubj/5").replace("have/AUX/aux/3", "have/AUX/aux/5")
    )
    doc[1].tag_ = "VBP"
    tree = Tree.of(doc)
    [council] = [p for p in Phrases(doc, tree).between(0, len(doc)) if doc[p.head].text == "council"]
    assert doc[council.start : council.end].text == "the city's council"


def test_the_public_that_is_told_something_heads_a_phrase() -> None:
    """An adjective may stand for people whom a verb has for its indirect object, too."""
    text = "Oslo/PROPN/nsubj/2 told/VERB/ROOT/0 the/DET/det/4 public/ADJ/iobj/2 everything/PRON/obj/2"
    assert "the public" in phrases(text)


def test_what_a_shot_did_is_no_word_of_whom_it_hit() -> None:
    """ "Shot dead two guards", whatever the tree gives "dead" to."""
    text = "Gunmen/NOUN/nsubj/2 {}/VERB/ROOT/0 dead/ADJ/amod/5 two/NUM/nummod/5 guards/NOUN/obj/2"
    assert phrases(text.format("shoot"))[-1] == "two guards"
    assert phrases(text.format("found"))[-1] == "dead two guards"
