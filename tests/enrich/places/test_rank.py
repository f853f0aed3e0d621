"""Which of several places of a name is meant."""

import pytest

from service.enrich.context import ArticleContext, Dateline
from service.enrich.places import Place
from service.enrich.places.gazetteer.columns import COLUMN
from service.enrich.places.gazetteer.gazetteer import Gazetteer
from service.enrich.places.mention import Mention
from service.enrich.places.ranking.rank import Article
from tests.enrich.places.conftest import Read


def place(read: Read, text: str, name: str, context: ArticleContext | None = None) -> Place:
    return next(place for place in read(text, [(name, "LOC")], context)._.places if place.text == name)


def test_without_more_the_largest_is_meant(read: Read) -> None:
    """Population goes first."""
    assert place(read, "The fair opens in Birmingham.", "Birmingham").country == "GBR"


@pytest.mark.parametrize(
    ("text", "admin1"),
    [
        ("A barn burned near Paris, Texas.", "Texas"),
        ("A barn burned near Paris, Tenn.", "Tennessee"),
        ("A barn burned near Paris (Kentucky).", "Kentucky"),
        ("A barn burned near Paris, in Illinois.", "Illinois"),
    ],
)
def test_the_division_behind_a_name_decides(read: Read, text: str, admin1: str) -> None:
    """``City, State`` and its relatives outweigh everything else."""
    assert place(read, text, "Paris").admin1 == admin1


def test_one_name_means_one_place_throughout(read: Read) -> None:
    """What is said once holds for the rest of the article."""
    doc = read("Fire broke out in Paris, Texas. Later Paris was quiet.")
    assert {p.admin1 for p in doc._.places if p.text == "Paris"} == {"Texas"}


def test_other_places_of_the_text_decide_between_namesakes(read: Read) -> None:
    """A name is read as lying in the country that the others lie in."""
    assert place(read, "Talks in Tbilisi and Batumi: Georgia signed.", "Georgia").country == "GEO"
    assert place(read, "Voters in Atlanta, Macon and Savannah: Georgia chose.", "Georgia").country == "USA"


def test_the_name_of_a_country_is_neither_its_capital_nor_one_of_its_divisions(read: Read) -> None:
    """However much the article is about the capital."""
    context = ArticleContext(dateline=Dateline(0, 11, "MEXICO CITY"))
    text = "MEXICO CITY - The economy of Mexico grew, and shops in Mexico City were full."
    assert place(read, text, "Mexico", context).feature_code == "PCLI"


def test_the_name_of_a_capital_is_not_the_division_around_it(read: Read) -> None:
    """Unless the text says so."""
    assert place(read, "Students marched in Madrid.", "Madrid").feature_code == "PPLC"


def test_accents_that_are_written_are_those_of_the_place(read: Read) -> None:
    """A name without any may mean both."""
    assert place(read, "Flights go to San José.", "San José").country == "CRI"


def test_a_town_named_in_full_is_meant_by_its_short_name(read: Read) -> None:
    """However many larger ones are called so."""
    doc = read("Hikers met in San Miguel de Allende. Later San Miguel was quiet.", [("San Miguel de Allende", "LOC")])
    whole, short = doc._.places
    assert short.geonames_id == whole.geonames_id


def test_a_direction_behind_a_place_is_not_the_division_it_lies_in(read: Read) -> None:
    """ "South Charleston" lies in no South."""
    assert place(read, "A barn burned in Paris in South Charleston.", "Paris").country == "FRA"


def test_the_outlets_country_counts(read: Read) -> None:
    """A local paper's Birmingham is its own; a top-level domain tells the country as well."""
    text = "The council of Richmond met."
    assert place(read, text, "Richmond", ArticleContext(source_country="CAN")).country == "CAN"
    assert place(read, text, "Richmond", ArticleContext(source_domain="news.example.co.uk")).country == "GBR"


def test_a_paper_that_bears_the_name_of_a_town_means_its_own(read: Read) -> None:
    """However famous a namesake abroad is; the country of that name is meant for all that."""
    context = ArticleContext(source_domain="dublinadvertiser.com")
    assert place(read, "The council of Dublin met, and Franklin County paid.", "Dublin", context).admin1 == "Ohio"
    exiles = ArticleContext(source_domain="lebanondispatch.net")
    assert place(read, "Lebanon signed.", "Lebanon", exiles).country == "LBN"


def test_the_town_of_the_paper_tells_where_others_lie(read: Read) -> None:
    """Though the article does not name it."""
    text = "Clerks counted votes in Franklin County."
    context = ArticleContext(source_domain="columbusenquirer.com")
    assert place(read, text, "Franklin County", context).admin1 == "Ohio"
    context = ArticleContext(source_domain="frankfortenquirer.com")
    assert place(read, text, "Franklin County", context).admin1 == "Kentucky"


def test_a_county_and_a_town_in_it_are_meant_before_famous_namesakes(read: Read) -> None:
    """Neither of them tells by itself where it lies."""
    text = "Clerks counted votes in Athens, and the rest of Limestone County."
    assert place(read, text, "Athens").admin1 == "Alabama"
    assert place(read, text, "Limestone County").admin1 == "Alabama"


def test_a_name_is_no_sign_of_itself(gazetteer: Gazetteer) -> None:
    """With "County" behind it neither."""

    def has_neighbours(*names: str) -> bool:
        mentions = [Mention(0, 1, name) for name in names]
        field = Article(gazetteer, "", mentions, ArticleContext()).field
        return bool(field.static[:, COLUMN["county"]].any())

    assert not has_neighbours("Clark", "Clark County")
    assert has_neighbours("Las Vegas", "Clark County")


def test_spellings_of_a_name_mean_one_place(read: Read) -> None:
    """In capitals, with accents and without."""
    text = "GRANADA AWAKES. Buses go from Managua to Grânada, from Masaya to Granada."
    names = ("GRANADA", "Managua", "Grânada", "Masaya", "Granada")
    doc = read(text, [(name, "LOC") for name in names])
    assert {p.admin1 for p in doc._.places if p.text.upper() in ("GRANADA", "GRÂNADA")} == {"Granada"}


def test_a_dateline_is_a_town(read: Read) -> None:
    """Datelines name cities, not states, and are told apart in the record."""
    text = "WASHINGTON, May 2 - Senators met."
    found = place(read, text, "WASHINGTON", ArticleContext(dateline=Dateline(0, 18, "WASHINGTON", "May 2")))
    assert (found.geonames_id, found.is_dateline) == (4140963, True)


@pytest.mark.parametrize(("text", "country"), [("US", "USA"), ("U.K.", "GBR"), ("UAE", "ARE"), ("DRC", "COD")])
def test_an_abbreviation_of_a_country_is_resolved_to_it(read: Read, text: str, country: str) -> None:
    """With and without points; the pronoun ``us`` is none."""
    assert place(read, f"The {text} agreed with us.", text).country == country


def test_words_around_the_name_are_ignored_when_it_is_not_known_with_them(read: Read) -> None:
    """``northern Ghana``, ``Lagos State`` and ``Nazi Germany`` are where Ghana, Lagos and Germany are."""
    assert place(read, "Rain fell on the Governorate of Muscat.", "Governorate of Muscat").country == "OMN"
    assert place(read, "Rain fell on northern Ghana.", "northern Ghana").country == "GHA"
    assert place(read, "They fled from Nazi Germany.", "Nazi Germany").country == "DEU"
    assert place(read, "Rain fell on Lagos State.", "Lagos State").country == "NGA"


def test_a_place_the_gazetteer_lacks_lies_where_the_text_puts_it(read: Read) -> None:
    """It has the point and country of the nearest town, and neither name, id nor score."""
    doc = read("Smoke rose over Blarneyburg Heights near Denver.", [("Blarneyburg Heights", "LOC"), ("Denver", "LOC")])
    unknown, denver = doc._.places
    assert (unknown.name, unknown.geonames_id, unknown.score) == (None, None, None)
    assert (unknown.latitude, unknown.country, unknown.admin1) == (denver.latitude, "USA", "Colorado")


def test_seas_and_regions_have_no_country(read: Read) -> None:
    """Null rather than a guess."""
    sea = place(read, "Ships crossed the Black Sea.", "Black Sea")
    assert (sea.country, sea.feature_class, sea.feature_code) == (None, "H", "SEA")


def test_very_many_names_are_resolved(read: Read) -> None:
    """Ten thousand mentions are one article as well."""
    doc = read("In Lima, Quito and La Paz, Peru met Bolivia. " * 2000)
    assert len(doc._.places) == 10_000
    assert {p.country for p in doc._.places} == {"PER", "ECU", "BOL"}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Arab Republic of Egypt", "EGY"),
        ("Sultanate of Oman", "OMN"),
        ("Hashemite Kingdom of Jordan", "JOR"),
        ("United Republic of Tanzania", "TZA"),
    ],
)
def test_a_state_by_its_name_in_full_is_the_country(read: Read, name: str, country: str) -> None:
    """Not a part of the country that its article tells most of."""
    text = f"Envoys of Peru and the {name} met in Lima. Peru and Lima were glad of it, said Peru."
    assert place(read, text, name).country == country


def test_the_gulf_is_the_one_that_the_text_names_in_full(read: Read) -> None:
    """Not the province of Papua New Guinea."""
    text = "Rain fell on the Gulf of Thailand. In the Gulf boats turned back."
    names = [("Gulf of Thailand", "LOC"), ("Gulf", "LOC")]
    assert [found.name for found in read(text, names)._.places] == ["Gulf of Thailand"] * 2


def test_an_autonomous_region_is_known_by_its_name_without_these_words(read: Read) -> None:
    """In whatever letters they are written."""
    found = place(read, "They fled from the Xinjiang Uygur autonomous region.", "Xinjiang Uygur autonomous region")
    assert found.admin1 == "Xinjiang"
