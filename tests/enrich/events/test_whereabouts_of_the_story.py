"""Where events happened whose sentence does not say it: as headline, lead and the rest of the story tell."""

from dataclasses import replace

import pytest

from service.enrich.events.circumstances.containment import narrowest
from service.enrich.events.circumstances.whereabouts import Whereabouts
from service.enrich.events.event import Event, EventPlace
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.places.place import Focus, Place
from service.enrich.tree import Tree
from tests.enrich.events.mentions import REBELS, told
from tests.enrich.events.towns import CAPITAL, LAND, PORT, SHIRE, SUBURB, place_of_act, placed
from tests.enrich.trees import document

HEADLINE = "Suburb/PROPN/compound/3 tram/NOUN/compound/3 crash/NOUN/nsubj/4 kills/VERB/ROOT/0 seven/NUM/obj/4"
LEAD = "Gunmen/NOUN/nsubj/2 struck/VERB/ROOT/0 in/ADP/case/4 Port/PROPN/obl/2 and/CCONJ/cc/6 left/VERB/conj/2"


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((LAND, SUBURB, CAPITAL, SHIRE), SUBURB),
        ((LAND, SHIRE), SHIRE),
        ((CAPITAL, PORT), None),
        ((SHIRE, PORT), None),
        ((), None),
    ],
)
def test_places_within_each_other_tell_one_place(places: tuple[Place, ...], expected: Place | None) -> None:
    """A suburb, its capital, their division and country mean the suburb; two towns apart mean no one place."""
    assert narrowest(places) == expected


def test_news_happens_where_the_headline_says() -> None:
    """A town before what happened there; a country there is a party, and talk happens nowhere."""
    news = told(9)
    strangers = replace(news, actors=(replace(REBELS, country=None),), recipients=())
    assert _news_place(HEADLINE, SUBURB, strangers) == "Suburb"
    assert _news_place(HEADLINE.replace("NOUN", "PROPN"), SUBURB, strangers) == "Suburb"
    assert _news_place(HEADLINE, LAND._replace(text="Suburb"), strangers) is None
    assert _news_place(HEADLINE, SUBURB, replace(strangers, type="ACCUSE")) is None
    assert _news_place(HEADLINE, SUBURB, news) is None, "of no country of its parties"


def test_news_without_a_headline_happens_where_its_first_sentence_says() -> None:
    """What the first sentence tells itself the coder has taken."""
    news = replace(told(9), actors=(replace(REBELS, country="LND"),), recipients=())
    assert _news_place(LEAD, PORT, news, headline=False) == "Port"
    own = replace(news, sentence=replace(news.sentence, span=(0, len(document(LEAD).text))))
    assert _news_place(LEAD, PORT, own, headline=False) is None


def test_a_country_in_the_headline_means_the_only_place_in_it_of_the_lead() -> None:
    """ "Consulate in Land attacked" - "Gunmen struck in Port"."""
    country = place_of_act(Whereabouts(document(LEAD), Tree.of(document(LEAD))), 1, Phrase(3, 3, 3, 4), 9, "ASSAULT")
    assert country is not None
    headline = replace(told(9), place=replace(country, precision="country", country="LND"))
    lead = [(0, len(document(LEAD).text))]
    found = placed(LEAD, PORT)
    narrower = found.narrower(headline, lead)
    assert narrower is not None
    assert narrower.name == "Port"
    assert found.narrower(replace(headline, place=replace(country, precision="country", country="XXX")), lead) is None
    assert found.narrower(replace(headline, type="ACCUSE"), lead) is None


@pytest.mark.parametrize(("country", "expected"), [("LND", "LND"), ("XXX", None)])
def test_a_place_that_nobody_knows_is_in_the_country_of_its_story(country: str, expected: str | None) -> None:
    """ "At his home": where the parties are of that country."""
    doc = document(LEAD)
    doc._.places = (LAND._replace(start=40, end=44), LAND._replace(start=50, end=54))
    doc._.focus = Focus((("LND", 1.0),))
    news = replace(told(9), actors=(replace(REBELS, country=country),), recipients=())
    at_home = replace(news, place=EventPlace("argument", "region", (0, 4)))
    found = Whereabouts(doc, Tree.of(doc)).in_the_country(at_home)
    assert (found and found.country) == expected
    assert found is None or found.span == (0, 4)


def test_the_continent_is_in_no_country() -> None:
    """What is larger than a country is not taken to be in that of the story."""
    doc = document("They/PRON/nsubj/2 attacked/VERB/ROOT/0 across/ADP/case/5 the/DET/det/5 continent/NOUN/obl/2")
    doc._.places = (LAND._replace(start=40, end=44), LAND._replace(start=50, end=54))
    doc._.focus = Focus((("LND", 1.0),))
    news = replace(told(9), actors=(replace(REBELS, country="LND"),), recipients=())
    where = Whereabouts(doc, Tree.of(doc))
    assert where.in_the_country(replace(news, place=EventPlace("argument", "region", (21, 34)))) is None
    assert where.in_the_country(replace(news, place=EventPlace("argument", "region", (0, 4)))) is not None


def test_an_act_of_the_news_in_a_town_was_in_the_suburb_that_the_headline_tells() -> None:
    """ "Suburb tram crash kills seven" - "it derailed in Capital"."""
    doc = document(HEADLINE)
    doc._.places = (SUBURB._replace(end=6), CAPITAL._replace(start=50, end=57), PORT._replace(start=60, end=64))
    where = Whereabouts(doc, Tree.of(doc))
    in_capital = replace(told(9), place=EventPlace("argument", "city", (50, 57), 3, "Capital", "LND"))
    found = where.in_the_headline(in_capital, (0, len(doc.text)))
    assert (found and found.name) == "Suburb"
    in_port = replace(in_capital, place=EventPlace("argument", "city", (60, 64), 5, "Port", "LND"))
    assert where.in_the_headline(in_port, (0, len(doc.text))) is None


def test_news_of_a_story_that_never_names_its_country_is_in_it() -> None:
    """Towns tell it; no words do."""
    doc = document(LEAD)
    doc._.places = (PORT._replace(start=40, end=44), CAPITAL._replace(start=50, end=57))
    doc._.focus = Focus((("LND", 1.0),))
    news = replace(told(9), type="ACCUSE", actors=(replace(REBELS, country="LND"),), recipients=())
    assert Whereabouts(doc, Tree.of(doc)).of_the_news(news, None, ()) == EventPlace(
        "inherited", "country", country="LND"
    )


def test_the_country_is_that_of_the_story() -> None:
    """Even where a party is of another one; no other place is."""
    doc = document("They/PRON/nsubj/2 attacked/VERB/ROOT/0 across/ADP/case/5 the/DET/det/5 country/NOUN/obl/2")
    doc._.focus = Focus((("LND", 0.6), ("AFG", 0.4)))
    where = Whereabouts(doc, Tree.of(doc))
    country, they = (EventPlace("argument", "region", span) for span in ((21, 32), (0, 4)))
    found = where.in_the_country(replace(told(9), place=country))
    assert (found and found.country) == "LND"
    assert where.in_the_country(replace(told(9), place=they)) is None


@pytest.mark.parametrize(
    ("event_type", "modes", "expected"),
    [
        ("ASSAULT", (), "LND"),
        ("SANCTION", ("convict",), "LND"),
        ("SANCTION", ("discontinue",), None),
        ("ACCUSE", ("allege",), None),
    ],
)
def test_acts_without_a_place_happen_in_the_country_of_a_story_of_one(
    event_type: str, modes: tuple[str, ...], expected: str | None
) -> None:
    """Courts sit in it, too; words and sanctions happen nowhere in it."""
    doc = document(LEAD)
    doc._.places = (PORT._replace(start=40, end=44), CAPITAL._replace(start=50, end=57))
    doc._.focus = Focus((("LND", 1.0),))
    event = replace(told(9), type=event_type, modes=modes, actors=(replace(REBELS, country="LND"),), recipients=())
    found = Whereabouts(doc, Tree.of(doc)).at_home(event)
    assert (found and found.country) == expected


def _news_place(text: str, place: Place, event: Event, *, headline: bool = True) -> str | None:
    span = (0, len(document(text).text))
    found = placed(text, place).of_the_news(event, span if headline else None, () if headline else (span,))
    return found and found.name
