"""CAMEO codes, modes and contexts: as deep as the sentence tells, and no deeper."""

import pytest

from service.enrich.events.codes.lexicon import known_lemma
from service.enrich.events.codes.naming import Naming, name
from service.enrich.events.event import Party
from service.enrich.tree import Tree
from tests.enrich.trees import document


def named(
    text: str, trigger: str, event_type: str, *, actor: str = "", sector: str = "MIL", planned: bool = False,
    countries: tuple[str | None, str | None] = (None, None),
) -> Naming:  # fmt: skip
    tree = Tree.of(document(text))
    head = tree.texts.index(actor) if actor else 0
    by = Party((0, 1), "nominal", head, sector=sector, country=countries[0])
    to = (Party((0, 1), "nominal", len(tree.texts) - 1, country=countries[1]),) if countries[1] else ()
    return name(tree, tree.texts.index(trigger), event_type, (by,), to, planned=planned)


def code(text: str, trigger: str, event_type: str, **more: str | bool) -> str:
    return named(text, trigger, event_type, **more).cameo[0]  # type: ignore[arg-type]


ATTACK = "Rebels/NOUN/nsubj/2 attacked/VERB/ROOT/0 villages/NOUN/obj/2"
STRIKE = "Rebels/NOUN/nsubj/2 launched/VERB/ROOT/0 missile/NOUN/obj/2"


@pytest.mark.parametrize(("text", "trigger", "expected"), [(ATTACK, "attacked", "180"), (STRIKE, "launched", "194")])
def test_violence_of_rebels_is_unconventional_where_no_weapon_is_told(text: str, trigger: str, expected: str) -> None:
    """Rockets are root 19 in any hands."""
    assert code(text, trigger, "ASSAULT", sector="UAF") == expected


def test_a_release_to_come_is_the_intent_of_one() -> None:
    """Words before deeds."""
    text = "Israel/PROPN/nsubj/2 released/VERB/ROOT/0 prisoners/NOUN/obj/2"
    assert code(text, "released", "RETREAT") == "0841"
    assert code(text, "released", "RETREAT", planned=True) == "0353"


SAYS = "Oslo/PROPN/nsubj/2 {}/VERB/ROOT/0 to/PART/mark/4 {}/VERB/xcomp/2 {}/NOUN/obj/4"
MATTERS = {
    ("send", "weapons"): ("0332", "0232", "1032", "1222"),
    ("trade", "oil"): ("0311", "0211", "1011", "1211"),
    ("release", "hostages"): ("0353", "0253", "1053", "1243"),
    ("lift", "sanctions"): ("0354", "0254", "1054", "1244"),
    ("withdraw", "troops"): ("0356", "0256", "1056", "1246"),
    ("change", "policy"): ("0342", "0242", "1042", "1232"),
    ("negotiate", "calmly"): ("036", "026", "106", "125"),
    ("paint", "houses"): ("030", "020", "100", "120"),
}


@pytest.mark.parametrize("matter", MATTERS)
def test_what_is_promised_asked_for_and_refused_is_parted_in_one_way(matter: tuple[str, str]) -> None:
    """The codebook has the same matters for all of them."""
    speech = (("agreed", "AGREE"), ("ask", "REQUEST"), ("demand", "REQUEST"), ("refuse", "REJECT"))
    found = [code(SAYS.format(verb, *matter), verb, kind) for verb, kind in speech]
    assert tuple(found) == MATTERS[matter]


DEED = "Oslo/PROPN/nsubj/2 {}/VERB/ROOT/0 {}/NOUN/obj/2"


@pytest.mark.parametrize(
    ("verb", "thing", "event_type", "expected"),
    [
        ("lift", "embargo", "CONCEDE", "085"),
        ("lift", "curfew", "CONCEDE", "0813"),
        ("suspend", "aid", "SANCTION", "162"),
        ("suspend", "talks", "SANCTION", "164"),
        ("suspend", "player", "SANCTION", "160"),
        ("recall", "ambassador", "SANCTION", "161"),
        ("expel", "inspectors", "SANCTION", "1662"),
        ("demolish", "homes", "COERCE", "1712"),
        ("ban", "newspaper", "COERCE", "1721"),
        ("investigate", "corruption", "ACCUSE", "091"),
        ("threaten", "sanctions", "THREATEN", "1312"),
        ("issue", "ultimatum", "THREATEN", "139"),
        ("supply", "medicine", "AID", "073"),
    ],
)
def test_the_thing_makes_the_code_of_a_deed_closer(verb: str, thing: str, event_type: str, expected: str) -> None:
    """To suspend aid is not to suspend a player."""
    assert code(DEED.format(verb, thing), verb, event_type) == expected


def test_who_speaks_does_not_tell_of_what() -> None:
    """A freedom movement may ask for anything."""
    text = "Movement/NOUN/nsubj/4 for/ADP/case/3 freedom/NOUN/nmod/1 demand/VERB/ROOT/0 water/NOUN/obj/4"
    assert code(text, "demand", "REQUEST", actor="Movement") == "100"
    assert code(text, "demand", "REQUEST", actor="water") == "1043"


def test_what_went_along_is_not_what_is_asked_for() -> None:
    """Talks during which something else was demanded."""
    during = "Oslo/PROPN/nsubj/2 demand/VERB/ROOT/0 fish/NOUN/obj/2 during/ADP/case/5 talks/NOUN/obl/2"
    on_talks = during.replace("during", "for")
    assert (code(during, "demand", "REQUEST"), code(on_talks, "demand", "REQUEST")) == ("100", "106")


def test_to_refuse_a_charge_is_not_to_refuse_its_matter() -> None:
    """Who denies that aid was stolen has refused no aid."""
    text = "Oslo/PROPN/nsubj/2 denied/VERB/ROOT/0 allegations/NOUN/obj/2 about/ADP/case/5 aid/NOUN/nmod/3"
    assert code(text, "denied", "REJECT") == "120"


def test_who_admits_a_deed_has_not_yielded_its_matter() -> None:
    """Whatever it was."""
    text = "Men/NOUN/nsubj/2 {}/VERB/ROOT/0 to/PART/mark/4 release/VERB/xcomp/2 hostages/NOUN/obj/4"
    assert [code(text.format(verb), verb, "CONCEDE") for verb in ("admit", "agree")] == ["080", "0841"]


def test_a_march_called_for_is_not_called_off() -> None:
    """One word parts dissent from its end."""
    off = "Men/NOUN/nsubj/2 call/VERB/ROOT/0 off/ADP/compound:prt/2 march/NOUN/obj/2"
    on = "Men/NOUN/nsubj/2 call/VERB/ROOT/0 for/ADP/case/4 march/NOUN/obl/2"
    assert (code(off, "call", "CONCEDE"), code(on, "call", "REQUEST")) == ("082", "020")


def test_a_request_of_no_known_matter_has_no_mode() -> None:
    """A word that stands somewhere below does not tell one."""
    text = "Oslo/PROPN/nsubj/2 ask/VERB/ROOT/0 farmers/NOUN/obj/2 with/ADP/case/5 money/NOUN/nmod/3"
    assert named(text, "ask", "REQUEST").modes == ()


MARCH = "Crowds/NOUN/nsubj/2 march/VERB/ROOT/0 to/PART/mark/4 demand/VERB/advcl/2 {}/NOUN/obj/4"


@pytest.mark.parametrize(("aim", "expected"), [("autonomy", "1414"), ("reforms", "1412"), ("bread", "141")])
def test_a_protest_tells_behind_its_code_what_it_is_for(aim: str, expected: str) -> None:
    """Where the sentence tells it."""
    assert code(MARCH.format(aim), "march", "PROTEST") == expected


def test_a_mediator_is_told_from_who_accepts_one() -> None:
    """By whether mediating is what the actor does."""
    accepts = "Oslo/PROPN/nsubj/2 agreed/VERB/ROOT/0 to/ADP/case/4 mediation/NOUN/obl/2"
    mediates = "Oslo/PROPN/nsubj/2 agreed/VERB/ROOT/0 to/PART/mark/4 mediate/VERB/xcomp/2"
    assert [code(text, "agreed", "AGREE") for text in (accepts, mediates)] == ["038", "039"]


def test_an_attempt_on_a_life_is_no_killing() -> None:
    """CAMEO has a code for each."""
    tried = "Men/NOUN/nsubj/2 tried/VERB/ROOT/0 to/PART/mark/4 assassinate/VERB/xcomp/2 mayor/NOUN/obj/4"
    done = "Men/NOUN/nsubj/2 assassinate/VERB/ROOT/0 mayor/NOUN/obj/2"
    assert [code(text, "assassinate", "ASSAULT") for text in (tried, done)] == ["185", "186"]


def test_a_trigger_of_any_part_of_speech_is_named() -> None:
    """Taggers misread some."""
    text = "Men/NOUN/nsubj/2 assassinate/SYM/ROOT/0"
    assert code(text, "assassinate", "ASSAULT") == "186"


def test_who_shells_tells_the_weapon() -> None:
    """Helicopters are aerial weapons, whatever they fire."""
    text = "Helicopters/NOUN/nsubj/2 shelled/VERB/ROOT/0 town/NOUN/obj/2"
    assert code(text, "shelled", "ASSAULT") == "195"


def test_the_frame_tells_the_mode_of_words() -> None:
    """The matter is nearer than a word that only stands below."""
    text = SAYS.format("refuse", "release", "soldiers") + " despite/ADP/case/7 talks/NOUN/obl/2"
    assert named(text, "refuse", "REJECT").modes == ("yield",)


def test_a_hunger_strike_is_no_strike() -> None:
    """The closer code tells the mode, too."""
    text = "Men/NOUN/nsubj/2 began/VERB/ROOT/0 hunger/NOUN/compound/4 strike/NOUN/obj/2"
    found = named(text, "strike", "PROTEST")
    assert (found.cameo[0], found.modes) == ("142", ("hunger",))


def test_talk_between_states_is_diplomatic() -> None:
    """And talk inside of one is not."""
    text = "Oslo/PROPN/nsubj/2 discussed/VERB/ROOT/0 weather/NOUN/obj/2 with/ADP/case/5 Lima/PROPN/obl/2"
    abroad, at_home = (
        named(text, "discussed", "CONSULT", sector="GOV", countries=("NOR", other)).contexts for other in ("PER", "NOR")
    )
    assert (abroad, at_home) == (("diplomatic",), ())


def test_a_code_tells_its_context() -> None:
    """Where no word of it does."""
    text = "Oslo/PROPN/nsubj/2 agreed/VERB/ROOT/0 to/PART/mark/4 buy/VERB/xcomp/2 grain/NOUN/obj/4"
    assert named(text, "agreed", "AGREE", sector="GOV").contexts == ("economic",)


@pytest.mark.parametrize(("sector", "expected"), [("COP", ("investigate",)), ("OPP", ())])
def test_only_police_and_courts_question_somebody_to_find_out(sector: str, expected: tuple[str, ...]) -> None:
    """The opposition that questions a minister investigates nothing."""
    text = "They/PRON/nsubj/2 question/VERB/ROOT/0 Ruiz/PROPN/obj/2"
    assert named(text, "question", "ACCUSE", sector=sector).modes == expected
    detective = text.replace("They/PRON", "Detective/NOUN")
    assert named(detective, "question", "ACCUSE", actor="Detective", sector="").modes == ("investigate",)


def test_the_name_of_a_place_or_a_party_tells_no_context() -> None:
    """There is no bank in "West Bank", and a party's name makes nobody a democrat."""
    text = "They/PRON/nsubj/2 attacked/VERB/ROOT/0 West/PROPN/compound/4 Bank/PROPN/obj/2"
    tree = Tree.of(document(text.replace("Bank", "bank")))
    actor = Party((0, 1), "nominal", 0)
    assert "economic" in name(tree, 1, "ASSAULT", (actor,), ()).contexts
    assert "economic" not in name(tree, 1, "ASSAULT", (actor,), (), places={2, 3}).contexts
    for party, expected in (("Democrats", False), ("democrats", True)):
        told = named(f"They/PRON/nsubj/2 attacked/VERB/ROOT/0 {party}/NOUN/obj/2", "attacked", "ASSAULT").contexts
        assert ("pro_democracy" in told) == expected


def test_a_clause_with_a_subject_of_its_own_tells_no_mode() -> None:
    """ "They beat him and a bomb hurt others" tells no beating by explosives."""
    text = (
        "They/PRON/nsubj/2 attacked/VERB/ROOT/0 him/PRON/obj/2 and/CCONJ/cc/6 bomb/NOUN/nsubj/6 hurts/VERB/conj/2 "
        "others/NOUN/obj/6"
    )
    assert named(text, "attacked", "ASSAULT").modes == ()
    assert named(
        text.replace("conj/2", "advcl/2").replace("and/CCONJ/cc", "as/SCONJ/mark"), "attacked", "ASSAULT"
    ).modes


def test_a_charge_of_prosecutors_is_legal_action() -> None:
    """Anybody else only says so."""
    text = "Men/NOUN/nsubj/2 charge/VERB/ROOT/0 him/PRON/obj/2 with/ADP/case/5 theft/NOUN/obl/2"
    assert [code(text, "charge", "ACCUSE", sector=sector) for sector in ("JUD", "GOV")] == ["173", "1121"]


def test_weapons_are_asked_for_without_a_verb() -> None:
    """What somebody seeks is the matter itself."""
    text = "Oslo/PROPN/nsubj/2 seeks/VERB/ROOT/0 Lima/PROPN/compound/4 drones/NOUN/obj/2"
    found = named(text, "seeks", "REQUEST")
    assert (found.cameo[0], found.modes) == ("0232", ("assist",))


def test_a_form_in_ied_is_undone() -> None:
    """Lemmatizers leave some participles over."""
    assert known_lemma("ratified", "SUPPORT") == "ratify"
