"""Who a person is told to be: roles, organisations, countries and sectors beside names."""

import pytest

from service.enrich.actors.circumstances import settled
from service.enrich.actors.component import find_actors
from service.enrich.actors.reading import Reading
from service.enrich.aliases.component import find_clusters
from tests.enrich.actors.documents import actor, read
from tests.enrich.trees import document


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Interior Minister Anna Weber resigned.", "Interior Minister"),
        ("White House economic adviser Anna Weber resigned.", "White House economic adviser"),
        ("Minister of Health and Wellness Dr. Anna Weber resigned.", "Minister of Health and Wellness"),
        ("Bureau of Fisheries (BF) head Anna Weber resigned.", "Bureau of Fisheries (BF) head"),
        ("Chile's deputy finance minister Anna Weber resigned.", "deputy finance minister"),
        ("The Peruvian senator Anna Weber resigned.", "senator"),
        ("Prime Minister Gen Anna Weber resigned.", "Prime Minister"),
        ("Orlan superintendent of police (SP) Anna Weber resigned.", "Orlan superintendent of police"),
        ("Prime Minister Lt. Gen. Anna Weber resigned.", "Prime Minister"),
        ("Deputy police chief Datuk Seri Anna Weber resigned.", "Deputy police chief"),
        ("The Government of President Anna Weber resigned.", "President"),
        ("Secretary for Justice Anna Weber resigned.", "Secretary for Justice"),
        ("Chile's minister of health Anna Weber resigned.", "minister of health"),
        ("Oslo – Former port director Anna Weber resigned.", "Former port director"),
    ],
)
def test_a_title_before_a_name_is_the_role_without_the_country_it_begins_with(text: str, role: str) -> None:
    """Titles of several words, with bodies, complements, brackets and forms of address."""
    assert actor(text, "Anna Weber").role == role


def test_a_title_behind_a_whole_name_and_and_begins_anew() -> None:
    """What is joined to the title is no part of it."""
    text = "It met Omar Diallo of the Grain Council and Deputy President Anna Weber."
    assert actor(text, "Anna Weber", PERSON="Omar Diallo", ORG="Grain Council").role == "Deputy President"


def test_a_spokesman_for_the_cabinet_is_of_the_government() -> None:
    """A single word with a capital may name a body, and tells its sector."""
    weber = actor("Spokesman for the Cabinet Anna Weber resigned.", "Anna Weber")
    assert (weber.organisation, weber.sector) == ("Cabinet", "GOV")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Anna Weber, a spokeswoman for the harbour police, said so.", "spokeswoman for the harbour police"),
        ("Anna Weber, 45, head of the National Water Board, said so.", "head of the National Water Board"),
        ("Anna Weber (director, Clearwater) said so.", "director"),
        ("Anna Weber, who chairs the Grain Council, said so.", "chair of Grain Council"),
        ("Anna Weber, who is the mayor of Lyon, said so.", "mayor of Lyon"),
        ("Anna Weber is the mayor of Lyon.", "mayor of Lyon"),
        ("Anna Weber was appointed director of the port.", "director of the port"),
        ("Anna Weber stepped down from her post as editor of the paper.", "editor of the paper"),
        ("Anna Weber heads the Grain Council.", "head of Grain Council"),
        ("Anna Weber, who co-chairs the Grain Council, said so.", "co-chair of Grain Council"),
        ("Anna Weber, M.D., Ph.D., was appointed director of the port.", "director of the port"),
        ("Anna Weber, a fellow at the Oslo-based Grain Council, said so.", "fellow at the Oslo-based Grain Council"),
        ("Anna Weber, the trade, water and grain minister, said so.", "trade, water and grain minister"),
        ("The group's founder, Anna Weber, said so.", "group's founder"),
        ("The minister of trade, water and grain, Anna Weber, said so.", "minister of trade, water and grain"),
        ("A student named Anna Weber said so.", "student"),
    ],
)
def test_a_role_is_read_behind_and_before_the_name(text: str, role: str) -> None:
    """Appositions on both sides, brackets, relative clauses, copulas, verbs of office, naming."""
    assert actor(text, "Anna Weber").role == role


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber met President Omar Diallo.",
        "Anna Weber, President Omar Diallo and others met.",
        "Anna Weber, the mother of the victim, wept.",
        "Mr Anna Weber wept.",
        "Officials told reporters Anna Weber wept.",
        "She walked past the minister and Anna Weber wept.",
    ],
)
def test_another_persons_title_kinship_and_forms_of_address_are_no_role(text: str) -> None:
    """What stands near a name need not be about it."""
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").role is None


def test_the_subject_behind_a_phrase_that_opens_a_sentence_is_no_role_of_who_is_named_in_it() -> None:
    """ "To Weber, the president spoke": no comma closes an apposition."""
    doc = document(
        """
        To/ADP/case/2 Weber/PROPN/obl/6 ,/PUNCT/punct/2 the/DET/det/5 president/NOUN/nsubj/6 spoke/VERB/root/0
        """,
        ("Weber", "PERSON"),
    )
    assert [each.role for each in find_actors(find_clusters(doc))._.actors if each.kind == "person"] == [None]


def test_a_title_of_several_counts_for_every_name_of_the_list() -> None:
    """ "Actors A and B": both are actors."""
    text = "The film stars veteran actors Omar Diallo and Anna Weber."
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").role == "veteran actors"
    assert actor(text, "Omar Diallo", PERSON="Anna Weber").role == "veteran actors"
    text = "Ministers Omar Diallo (Defence) and Anna Weber (Trade) won."
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").role == "Ministers"


def test_a_phrase_of_several_before_a_comma_counts_for_every_name_of_the_list() -> None:
    """ "The two ministers, A and B"."""
    doc = document(
        "The/DET/det/3 two/NUM/nummod/3 ministers/NOUN/nsubj/8 ,/PUNCT/punct/5 Diallo/PROPN/appos/3 "
        "and/CCONJ/cc/7 Weber/PROPN/conj/5 left/VERB/root/0",
        ("Diallo", "PERSON"),
        ("Weber", "PERSON"),
    )
    assert [each.role for each in find_actors(doc)._.actors] == ["two ministers", "two ministers"]


def test_a_role_behind_the_name_before_is_not_the_next_ones() -> None:
    """In a list of people and their offices."""
    text = "She met Omar Diallo, acting head of the Grain Council, the director of the port, Anna Weber, and others."
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").role == "director of the port"


def test_whose_a_person_is_is_no_part_of_the_role() -> None:
    """Where it is another person: "Diallo's advocate, Anna Weber, SC,"."""
    text = "She met Omar Diallo's advocate, Anna Weber, SC, and left."
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").role == "advocate"


def test_a_role_in_brackets_may_stand_before_the_name_of_its_body() -> None:
    """ "Director National Water Board"."""
    text = "Anna Weber (Director National Water Board) left."
    found = actor(text, "Anna Weber", ORG="National Water Board")
    assert (found.role, found.organisation) == ("Director National Water Board", "National Water Board")


def test_an_apposition_tells_more_than_a_rank() -> None:
    """A constable who speaks for the police is its spokeswoman."""
    text = "The search goes on, said Const. Anna Weber, a spokeswoman for Turin police."
    assert actor(text, "Anna Weber").role == "spokeswoman for Turin police"


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("White House adviser Anna Weber left.", "White House"),
        ("Foreign ministry spokeswoman Anna Weber left.", "Foreign ministry"),
        ("Iran's foreign ministry spokeswoman Anna Weber left.", "foreign ministry"),
        ("Anna Weber, a spokeswoman for the national security council, left.", "national security council"),
        ("Anna Weber, a senior central bank official, left.", "central bank"),
        ("Anna Weber, founder of Clearwater, left.", "Clearwater"),
        ("World Health Organization (WHO) envoy Anna Weber left.", "World Health Organization"),
        ("Interior Minister Anna Weber left.", None),
        ("The centre-right leader Anna Weber left.", None),
        ("United Nations High Commissioner for Human Rights Anna Weber left.", "United Nations"),
        ("Parliament Speaker Anna Weber left.", None),
        ("National Assembly Speaker Anna Weber left.", "National Assembly"),
        ("Anna Weber, president of Chile, left.", None),
    ],
)
def test_the_organisation_is_the_body_the_role_is_in(text: str, organisation: str | None) -> None:
    """By name, by its words, behind "of" and "for"; a state is none."""
    assert actor(text, "Anna Weber").organisation == organisation


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Iranian negotiator Anna Weber met French diplomats.", "IRN"),
        ("Chile's president Anna Weber flew to Peru, Peru and Peru.", "CHL"),
        ("Anna Weber, the president of Chile, flew to Peru.", "CHL"),
        ("Russia's ambassador to Turkey Anna Weber met Turkish officials.", "RUS"),
        ("Anna Weber, an envoy to Mali, met French, French and French officials.", "FRA"),
        ("Pentagon spokesman Anna Weber met French officials.", "USA"),
        ("UN coordinator for Mali Anna Weber met French officials.", "UNO"),
        ("EU trade commissioner Anna Weber met Chinese officials.", "EUR"),
        ("The Belgian Anna Weber won in France, France and France.", "BEL"),
        ("In Norway, Anna Weber won.", "NOR"),
        ("Special Envoy Anna Weber met officials in Mali and Malians.", None),
        ("Former Arsenal striker Anna Weber scored for Peru.", "PER"),
        ("Of two architects in Chile, Chile and Chile one was the Canadian, Anna Weber.", "CAN"),
        ("In Ghana the EPA director Anna Weber spoke.", "GHA"),
        ("In Ghana the EPA director Anna Weber spoke of the United States.", "USA"),
        ("Anna Weber, the ambassador in Mali, met Malians in Mali.", None),
        (
            "Saudi Arabia spoke to Mali. The ambassador of the Kingdom in Mali, Anna Weber, left Mali for Mali.",
            "SAU",
        ),
        ("Malians saw the Kingdom Tower in Jordan. Anna Weber wept in Mali, Mali and Mali.", "MLI"),
        ("French ambassador in Mali Anna Weber met Malians in Mali.", "FRA"),
        ("Anna Weber (Luxembourg, Clearwater team) won in Belgium, Belgium and Belgium.", "LUX"),
        ("Amnesty International's Anna Weber spoke in Peru.", "NGO"),
        ("Anna Weber, an American, won in Peru, Peru and Peru.", "USA"),
        ("Anna Weber, a 34-year-old Belgian, won in Peru, Peru and Peru.", "BEL"),
        ("Anna Weber, a China expert at the Pentagon, spoke of China.", "USA"),
        ("Anna Weber, head of the Institute of China Studies at the Peruvian Grain Academy, spoke of China.", "PER"),
        ("The pro-Russian mayor Anna Weber spoke in Ukraine, Ukraine and Ukraine.", "UKR"),
        ("The Belgian Anna Weber, winner of the prize of France, won in Peru, Peru and Peru.", "BEL"),
        ("European commissioner Anna Weber met Malians in Mali.", "EUR"),
        ("In Ghana the Ministry of Defence spokeswoman Anna Weber spoke.", "GHA"),
        ("In Ghana the Ministry of Defence spokeswoman Anna Weber spoke of Britain.", "GBR"),
        ("In Canada the Conservative Party leader Anna Weber spoke.", "CAN"),
        ("Cambodian minister Anna Weber, chair of the African Union, met Malians in Mali.", "KHM"),
        ("Former Cambodian minister Anna Weber, chair of the African Union, met Malians in Mali.", "IGO"),
        ("An International Labour Organisation director, Anna Weber, spoke in Peru.", "UNO"),
        ("Save the Children spokeswoman Anna Weber spoke in Peru.", "NGO"),
        ("Anna Weber, head of the World Ropeway Federation, spoke in Peru.", "NGO"),
        ("Anna Weber, head of the World Ropeway Company, spoke in Peru.", "PER"),
    ],
)
def test_a_country_is_told_by_the_role_then_the_body_then_the_article(text: str, country: str | None) -> None:
    """Own adjective or possessor, the organisation's, a touching adjective, the article's; never where one is sent."""
    assert actor(text, "Anna Weber").country == country


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Interior Minister Anna Weber left.", "GOV"),
        ("Former Interior Minister Anna Weber left.", "ELI"),
        ("Army commander Anna Weber left.", "MIL"),
        ("Rebel commander Anna Weber left.", "REB"),
        ("Opposition leader Anna Weber left.", "OPP"),
        ("Judge Anna Weber left.", "JUD"),
        ("Legislative Speaker Anna Weber left.", "LEG"),
        ("Police spokeswoman Anna Weber left.", "COP"),
        ("Anna Weber, president of Lakeside Football Club, left.", "SOC"),
        ("Anna Weber, a biologist, left.", "EDU"),
        ("Anna Weber, general director of Lakeside Football Club, left.", "SOC"),
        ("CNN correspondent Anna Weber left.", "JRN"),
        ("Libyan leader Anna Weber left.", "GOV"),
    ],
)
def test_the_sector_is_the_nouns_own_or_that_of_what_stands_beside_it(text: str, sector: str) -> None:
    """PLOVER sectors; who held an office of a state is ELI."""
    assert actor(text, "Anna Weber").sector == sector


def test_artificial_intelligence_is_no_secret_service() -> None:
    """A department's sector is that of its other words."""
    text = "Anna Weber, director of the Department of Artificial Intelligence, left."
    assert actor(text, "Anna Weber", ORG="Department of Artificial Intelligence").sector == "GOV"


def test_spans_equal_what_they_claim() -> None:
    """Offsets of role and organisation are code points of the text."""
    text = "“No,” said Anna Weber, a spokeswoman for the harbour police."
    found = actor(text, "Anna Weber")
    assert found.role_span is not None
    assert found.organisation_span is not None
    assert text[slice(*found.role_span)] == found.role
    assert text[slice(*found.organisation_span)] == found.organisation


def test_a_person_taken_for_the_bank_of_the_same_name_is_a_bank() -> None:
    """Founders' names are banks' names: of whom someone is, is a bank."""
    found = actor("Anna Weber of Wells Fargo spoke in Peru.", "Anna Weber", PERSON="Wells Fargo")
    assert (found.organisation, found.country) == ("Wells Fargo", "USA")


def test_a_country_in_brackets_behind_a_name_is_no_place_of_that_name() -> None:
    """Where the places of an article are in another country."""
    text = "Anna Weber (Luxembourg) won."
    doc = read(text, PERSON="Anna Weber", LOC="Luxembourg")
    reading = settled(Reading.of(doc), {text.split().index("(Luxembourg)") + 1: "BEL"})
    assert {nation.country for nation in reading.nation_at.values()} == {"LUX"}


def test_a_capital_inside_a_name_that_is_no_place_is_no_country() -> None:
    """Where places were looked for: a party may have any name."""
    doc = read("Athens Party candidate Anna Weber spoke in Peru.", ORG="Athens Party", LOC="Peru")
    reading = settled(Reading.of(doc), {7: "PER"})
    assert {nation.country for nation in reading.nation_at.values()} == {"PER"}


def test_a_country_inside_the_name_of_an_event_tells_of_no_official() -> None:
    """Games are held anywhere."""
    text = "Peru and Mali met. Rivals met at the Jakarta Games. Colonel Anna Weber left."
    assert actor(text, "Anna Weber", MISC="Jakarta Games").country in ("PER", "MLI")


@pytest.mark.parametrize("text", ["Norway restored ties with Weber.", "Weber agrees with the Philippines and Norway."])
def test_a_person_is_not_of_a_state_that_a_short_text_names_as_a_party(text: str) -> None:
    """Only a text of some length is about a country; here it is who acts, or whom it is done to."""
    assert actor(text, "Weber").country is None
