"""When two mentions are one happening: the act, the parties, and what is said."""

from dataclasses import replace

import pytest

from service.enrich.events.event import EventDate, Modality, Party
from service.enrich.events.story.acts import of_one_root
from service.enrich.events.story.contradictions import compatible
from service.enrich.events.story.likeness import Likeness, like, sides
from service.enrich.events.story.sameness import same_happening
from service.enrich.tree import Tree
from tests.enrich.events.mentions import REBELS, told
from tests.enrich.trees import document

NOBODY: dict[str, object] = {"actors": (), "recipients": ()}


def words(text: str) -> Tree:
    """A tree in which every word hangs on the first."""
    first, *rest = text.split()
    return Tree.of(document(" ".join([f"{first}/VERB/ROOT/0", *(f"{word}/NOUN/dep/1" for word in rest)])))


@pytest.mark.parametrize(
    ("first", "second"),
    [("meet", "meeting"), ("deny", "denial"), ("invade", "invasion"), ("accuse", "accusation"), ("kill", "murder")],
)
def test_a_noun_and_its_verb_are_one_word(first: str, second: str) -> None:
    """And so are words for killing, for nobody is killed twice."""
    assert of_one_root(first, second)


@pytest.mark.parametrize(("first", "second"), [("support", "supply"), ("meet", "met"), ("arrest", "arrive")])
def test_words_that_begin_alike_are_not_one(first: str, second: str) -> None:
    """Four letters are the root only of words that hardly go on."""
    assert not of_one_root(first, second)


def test_a_deed_that_is_told_again_without_parties_is_the_same() -> None:
    """ "They met", "the meeting"; another deed without parties may be anybody's."""
    tree = words("meet meeting phone")
    met = told(0, trigger=0, type="CONSULT", recipients=())
    assert same_happening(met, told(1, trigger=1, type="CONSULT", **NOBODY), tree)
    assert not same_happening(met, told(1, trigger=2, type="CONSULT", **NOBODY), tree)


def test_other_words_of_one_mode_are_the_same_deed() -> None:
    """ "Arrested" and "in custody"; "raided" is another deed to the same."""
    tree = words("arrest custody raid")
    arrested = told(0, trigger=0, type="COERCE", modes=("arrest",))
    assert same_happening(arrested, told(1, trigger=1, type="COERCE", modes=("arrest",), **NOBODY), tree)
    assert not same_happening(arrested, told(1, trigger=2, type="COERCE"), tree)


def test_what_is_called_for_tells_two_calls_apart() -> None:
    """The same who call for another thing; with nothing told of it, "the call" is that one."""
    tree = Tree.of(
        document(
            "Rebels/NOUN/nsubj/2 called/VERB/ROOT/0 for/ADP/case/4 talks/NOUN/obl/2\n"
            "Rebels/NOUN/nsubj/2 called/VERB/ROOT/0 for/ADP/case/4 tariffs/NOUN/obl/2\n"
            "Rebels/NOUN/nsubj/2 called/VERB/ROOT/0"
        )
    )
    talks, tariffs, alone = (
        told(
            number,
            trigger=head + 1,
            type="REQUEST",
            actors=(Party((tree.offsets[head], tree.ends[head]), "name", head, "e1", "Rebels"),),
            recipients=(),
        )
        for number, head in enumerate((0, 4, 8))
    )
    assert not same_happening(talks, tariffs, tree)
    assert same_happening(talks, alone, tree)


def test_a_charge_is_the_same_by_what_it_is_of() -> None:
    """Whoever brings it and however the accused is called: "a man", then his name."""
    tree = Tree.of(
        document(
            "Man/NOUN/nsubj:pass/2 charged/VERB/ROOT/0 with/ADP/case/4 arson/NOUN/obl/2\n"
            "Ruiz/PROPN/nsubj:pass/2 charged/VERB/ROOT/0 with/ADP/case/4 arson/NOUN/obl/2\n"
            "Ruiz/PROPN/nsubj:pass/2 charged/VERB/ROOT/0 with/ADP/case/4 theft/NOUN/obl/2"
        )
    )
    man, ruiz = Party((0, 3), "nominal", 0), Party((23, 27), "name", 4, "e9", "Ruiz")
    arson = told(0, trigger=1, type="ACCUSE", actors=(), recipients=(man,))
    assert same_happening(arson, told(1, trigger=5, type="ACCUSE", actors=(), recipients=(ruiz,)), tree)
    assert not same_happening(arson, told(2, trigger=9, type="ACCUSE", actors=(), recipients=(ruiz,)), tree)


def test_a_shot_and_the_death_of_it_are_one() -> None:
    """In one sentence, to the same; "beaten and robbed" are two deeds."""
    tree = words("shoot kill rob")
    shot = told(0, trigger=0)
    assert same_happening(shot, told(0, trigger=1), tree)
    assert not same_happening(shot, told(0, trigger=2), tree)


def test_a_noun_that_takes_up_violence_is_the_same() -> None:
    """ "Guards were killed", "the attack on the guards"; without its article an attack may be another one."""
    tree = Tree.of(
        document(
            "guards/NOUN/nsubj:pass/2 killed/VERB/ROOT/0\nThe/DET/det/2 attack/NOUN/ROOT/0 guards/NOUN/nmod/2\n"
            "attack/NOUN/ROOT/0 guards/NOUN/nmod/1"
        )
    )
    killed, known, another = (
        told(number, trigger=trigger, actors=(), recipients=(Party((head, head + 1), "nominal", head),))
        for number, (trigger, head) in enumerate(((1, 0), (3, 4), (5, 6)))
    )
    assert same_happening(killed, known, tree)
    assert not same_happening(killed, another, tree)


def test_one_and_several_are_apart() -> None:
    """ "A guard" and "ten guards", whatever else agrees; a mention that tells neither agrees with both."""
    tree = words("attack guard guard")
    one, ten = Party((0, 1), "nominal", 1), Party((2, 3), "nominal", 2, count=(10, 10))
    assert like([one], [ten], tree) == Likeness.APART
    assert not compatible(told(0, recipients=(one,)), told(1, recipients=(ten,)), tree)
    assert compatible(told(0, recipients=()), told(1, recipients=(ten,)), tree)


def test_a_meeting_is_the_same_from_either_side() -> None:
    """ "The rebels received Ruiz", "Ruiz met the rebels", "both met"; with a third one it is another."""
    tree = words("meet rebel Ruiz Vega")
    ruiz, vega = Party((2, 3), "name", 2, "e2", "Ruiz"), Party((3, 4), "name", 3, "e3", "Vega")
    received = told(0, type="CONSULT", recipients=(ruiz,))
    both = told(1, type="CONSULT", actors=(REBELS, ruiz), recipients=(), reciprocal=True)
    assert sides(received, told(1, type="CONSULT", actors=(ruiz,), recipients=(REBELS,)), tree) == (
        Likeness.SAME,
        Likeness.SAME,
    )
    assert same_happening(received, both, tree)
    assert not same_happening(told(0, type="CONSULT", recipients=(vega,)), both, tree)


def test_a_plan_and_its_deed_are_one() -> None:
    """Types differ, word and party do not; no deed goes on with what is called for or charged."""
    tree = words("visit visit drive")
    planned = told(0, trigger=0, type="AGREE")
    assert same_happening(planned, told(1, trigger=1, type="CONSULT"), tree)
    assert not same_happening(planned, told(1, trigger=2, type="CONSULT"), tree)
    assert not same_happening(told(0, type="REQUEST"), told(1, type="ACCUSE"), tree)


def test_asked_agreed_and_done_between_two_countries_are_one_dealing() -> None:
    """Whoever of both acts; with a third country it is another one."""
    tree = words("ask agree Peru Chile Cuba")
    peru, chile, cuba = (Party((n, n + 1), "name", n, country=code) for n, code in ((2, "PER"), (3, "CHL"), (4, "CUB")))
    asked = told(0, trigger=0, type="REQUEST", actors=(peru,), recipients=(chile,))
    agreed, other = (
        told(1, trigger=1, type="AGREE", actors=(chile,), recipients=(partner,)) for partner in (peru, cuba)
    )
    assert same_happening(asked, agreed, tree)
    assert compatible(asked, agreed, tree)
    assert not same_happening(asked, other, tree)


def test_a_conviction_and_its_sentence_are_one() -> None:
    """ "Was convicted of murder and sentenced to life"; another man's sentence is another."""
    tree = words("convict sentence man other")
    man, other = (Party((head, head + 1), "nominal", head, kind="person") for head in (2, 3))
    fields: dict[str, object] = {"type": "SANCTION", "modes": ("convict",), "actors": ()}
    convicted = told(0, trigger=0, recipients=(man,), **fields)
    assert same_happening(convicted, told(0, trigger=1, recipients=(man,), **fields), tree)
    assert not same_happening(convicted, told(0, trigger=1, recipients=(other,), **fields), tree)


@pytest.mark.parametrize(("second", "one"), [("in 2010", False), ("yesterday", True)])
def test_news_and_background_on_days_told_in_other_words_are_two(second: str, one: bool) -> None:
    """ "Was sentenced yesterday; in 2010 he was sentenced", where nobody knows which day yesterday was."""
    tree = words(f"sentence yesterday {second}")
    begin = tree.offsets[2]
    days = EventDate("relative", "on", span=(9, 18)), EventDate("explicit", "on", span=(begin, begin + len(second)))
    fields: dict[str, object] = {"type": "SANCTION", "recipients": (REBELS,), "actors": ()}
    news = told(0, date=days[0], **fields)
    background = told(1, date=days[1], modality=Modality("positive", "asserted", "past", ("historical",)), **fields)
    assert compatible(news, background, tree) == one


def test_dealings_of_two_countries_far_apart_are_several() -> None:
    """Unless they tell the same matter."""
    tree = Tree.of(
        document(
            "Peru/PROPN/nsubj/2 asked/VERB/ROOT/0 for/ADP/case/4 rice/NOUN/obl/2\n"
            "Chile/PROPN/nsubj/2 sent/VERB/ROOT/0 rice/NOUN/obj/2\n"
            "Chile/PROPN/nsubj/2 sent/VERB/ROOT/0 tents/NOUN/obj/2"
        )
    )
    peru, chile = (
        Party((tree.offsets[n], tree.ends[n]), "name", n, country=code) for n, code in ((0, "PER"), (4, "CHL"))
    )
    asked = told(0, trigger=1, type="REQUEST", actors=(peru,), recipients=(chile,))
    sent = told(9, trigger=5, type="AID", actors=(chile,), recipients=(peru,))
    assert same_happening(asked, sent, tree)
    assert not same_happening(asked, replace(sent, trigger=8), tree)
