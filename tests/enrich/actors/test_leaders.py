"""Leaders whom news call by name alone."""

from datetime import date
from pathlib import Path

import pytest

from service.enrich.actors.component import find_actors
from service.enrich.actors.description import Actor
from service.enrich.actors.persons.leaders import Leaders, shared
from service.enrich.aliases.component import find_clusters
from service.enrich.context import ArticleContext
from tests.enrich.actors.documents import read

_SECTORS = frozenset("AGR BUS COP CRM EDU ELI GOV JRN JUD LAB LEG MED MIL OPP PRM PTY REB REF REL SOC SPY".split())


def _actor(text: str, names: str, year: int | None = None) -> Actor:
    """The actor of the first of some persons' names."""
    doc = read(text, PERSON=names)
    doc._.context = ArticleContext(published=None if year is None else date(year, 6, 1))
    clusters = dict.fromkeys(span.text for span in doc.ents)
    return find_actors(doc)._.actors[list(clusters).index(names.split("; ")[0])]


def test_a_leader_is_of_his_country_and_not_of_the_one_the_article_is_about() -> None:
    """The table goes before what circumstances make likely."""
    actor = _actor("Obama said he would not join a strike on Iran. Iran denied it.", "Obama", 2012)
    assert (actor.country, actor.sector, actor.role, actor.role_span) == ("USA", "GOV", None, None)


def test_the_text_goes_before_the_table() -> None:
    """A namesake whom the article introduces is no leader."""
    actor = _actor("Chilean rebel leader Putin spoke.", "Putin", 2012)
    assert (actor.country, actor.sector, actor.role) == ("CHL", "REB", "rebel leader")


def test_who_has_left_office_is_of_the_former_elite() -> None:
    """Years after the last office."""
    actor = _actor("Obama flew to Kenya.", "Obama", 2019)
    assert (actor.country, actor.sector, actor.role) == ("USA", "ELI", None)


def test_who_is_not_yet_in_office_has_the_country_alone() -> None:
    """The table does not know what a candidate is."""
    actor = _actor("Emmanuel Macron flew to Kenya.", "Emmanuel Macron", 2013)
    assert (actor.country, actor.sector, actor.role) == ("FRA", None, None)


@pytest.mark.parametrize(("year", "country"), [(2000, "PRT"), (2020, "UNO"), (None, "UNO")])
def test_the_office_of_the_day_tells_the_country(year: int | None, country: str) -> None:
    """A prime minister who has become secretary-general; without a day the latest office."""
    assert _actor("Antonio Guterres wept.", "Antonio Guterres", year).country == country


def test_who_has_left_a_body_of_many_states_is_of_his_own_again() -> None:
    """Even if that was the last office."""
    assert _actor("Ban Ki-moon wept.", "Ban Ki-moon", 2010).country == "UNO"
    assert _actor("Ban Ki-moon wept.", "Ban Ki-moon", 2020).country == "KOR"


def test_another_persons_surname_is_not_the_leaders() -> None:
    """Neither with another first name nor beside someone who has one."""
    assert _actor("Malia Obama wept in Kenya.", "Malia Obama", 2012).country == "KEN"
    assert _actor("Obama wept in Kenya. Malia Obama left.", "Obama; Malia Obama", 2012).country == "KEN"


def test_an_unlisted_surname_needs_a_day_in_office() -> None:
    """Its only bearer in office then is meant, and nobody years later or without a day."""
    leaders = shared()
    leader = leaders.surnamed("Serdyukov", 2010)
    assert leader is not None
    assert leaders.surnamed("Serdyukov", 2025) is None
    assert leaders.surnamed("Serdyukov", None) is None


def test_the_surname_of_anyone_is_no_leaders() -> None:
    """Smith and May are many people's."""
    assert shared().surnamed("Brown", 2008) is None


def test_a_shopkeeper_with_a_leaders_common_name_is_someone_else() -> None:
    """A role outside public life tells so."""
    assert _actor("Shopkeeper Gordon Brown wept in Kenya.", "Gordon Brown", 2008).country == "KEN"


def test_accents_and_articles_are_written_in_several_ways() -> None:
    """Erdoğan is Erdogan, and Al-Assad al-Assad; capitals count."""
    leaders = shared()
    assert leaders.named("Erdoğan", 2016) is leaders.named("Recep Tayyip Erdogan", 2016)
    assert leaders.named("Bashar Al-Assad", 2016) is leaders.named("Assad", 2016)
    assert leaders.named("ban", 2016) is None


def test_a_title_completes_the_name_of_popes_and_kings() -> None:
    """Their names alone are anyone's."""
    assert _actor("Pope Francis wept.", "Francis", 2020).country == "VAT"
    assert _actor("Francis wept in Kenya.", "Francis", 2020).country == "KEN"


def test_a_name_of_two_leaders_is_of_the_one_in_office() -> None:
    """Father and son."""
    leader = shared().named("George Bush", 2005)
    assert leader is not None
    assert leader.name == "George W. Bush"


def test_every_office_has_a_country_a_sector_and_years() -> None:
    """In the table the service ships."""
    table = shared()
    for leader in {leader for found in table._listed.values() for leader in found}:
        for office in leader.offices:
            assert len(office.country) == 3
            assert office.country.isupper()
            assert office.sector in _SECTORS
            assert 1900 < office.first <= (office.last or 2100) <= 2100


def test_a_wrong_line_is_refused(tmp_path: Path) -> None:
    """It is named."""
    table = tmp_path / "leaders.tsv"
    table.write_text("# names\nAnna Weber\t\tCHL\n")
    with pytest.raises(ValueError, match=r"leaders\.tsv, line 2: 7 columns"):
        Leaders(table)


def test_a_first_name_is_no_leaders_surname() -> None:
    """ "Kerry" is short for a full name of the text that begins with it."""
    doc = read("Kerry Sculthorn spoke in Peru. In Peru, Kerry wept.", PERSON="Kerry Sculthorn; Kerry")
    doc._.context = ArticleContext(published=date(2014, 6, 1))
    assert {each.country for each in find_actors(find_clusters(doc))._.actors if each.kind == "person"} == {"PER"}


@pytest.mark.parametrize(("other", "country"), [("Jordan", "JOR"), ("Saudi Arabia", "SAU")])
def test_of_two_kings_of_a_name_the_one_is_meant_whose_country_is_named(other: str, country: str) -> None:
    """Whatever the article is about most."""
    text = f"King Abdullah spoke in Gaza of Palestinians and of {other}. Palestinians in Gaza cheered."
    assert _actor(text, "Abdullah", 2010).country == country


def test_who_governs_a_state_is_of_it_while_presiding_over_a_body_of_many() -> None:
    """By the table, or by the title; an envoy of such a body is of that body."""
    assert _actor("African Union chairman Obiang spoke.", "Obiang", 2011).country == "GNQ"
    text = "Omar Diallo, chairman of the African Union, met President Omar Diallo's guests in Peru."
    assert _actor(text, "Omar Diallo").country != "IGO"
    assert _actor("Anna Weber, an African Union envoy, spoke.", "Anna Weber").country == "IGO"


def test_a_politician_who_led_a_union_once_is_a_politician() -> None:
    """The role stays that which the article tells."""
    actor = _actor("Former union leader Evo Morales spoke.", "Evo Morales", 2012)
    assert (actor.country, actor.sector, actor.role) == ("BOL", "GOV", "Former union leader")
