"""Where a person belongs: the body, the country and the sector that are told beside a name."""

import pytest

from service.enrich.actors.article.circumstances import settled
from service.enrich.actors.component import find_actors
from service.enrich.actors.persons.person import person
from service.enrich.actors.reading.document import Reading
from service.enrich.aliases.clusters import Cluster, Mention
from service.enrich.aliases.component import find_clusters
from tests.enrich.actors.documents import actor, read
from tests.enrich.trees import document


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
        ("Norway's special envoy left Mali. Malians met Ambassador Anna Weber in Mali.", "NOR"),
        ("Norway's envoy and the Peruvian ambassador left Mali. Malians met Ambassador Anna Weber in Mali.", None),
        ("Anna Weber, a Peruvian-born Norway-based actor, wept in Mali, Mali and Mali.", "NOR"),
        ("Anna Weber, a Peruvian-born actor, wept in Mali, Mali and Mali.", "PER"),
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
        ("Goldman Sachs' lawyer Anna Weber spoke in Peru, Peru and Peru.", "PER"),
        ("Goldman Sachs' director Anna Weber spoke in Peru, Peru and Peru.", "USA"),
        ("Anna Weber has become the first Belgian to win in Peru, Peru and Peru.", "BEL"),
        ("Anna Weber (GER) won in Peru, Peru and Peru.", "DEU"),
        ("Anna Weber (IND) won in Peru, Peru and Peru.", "PER"),
        ("The country's ambassador to the United Nations, Anna Weber, met Malians in Mali.", "MLI"),
        ("The ambassador to the United Nations, Anna Weber, met Malians in Mali.", None),
        ("The representative to Japan Anna Weber met Peruvians in Peru.", "PER"),
        ("In Ghana the Sky News presenter Anna Weber spoke.", "GHA"),
        ("In Ghana the Sky News presenter Anna Weber spoke of Britain.", "GBR"),
        ("A nephew of the president of Peru, Anna Weber, won in Mali, Mali and Mali.", "MLI"),
        ("Anna Weber, head of the African Grain Foundation, spoke in Peru.", "NGO"),
        ("Anna Weber, head of the African American Federation, spoke in Peru.", "USA"),
        ("Anna Weber met Malians, Poles, Danes and Swedes.", None),
        ("Peruvians met in Peru, Peru and Peru. The nurses of Norway are Omar Diallo and Anna Weber.", "NOR"),
        ("Peruvians met in Peru, Peru and Peru. Then Anna Weber flew to Norway.", "PER"),
        ("Peruvians met in Peru, Peru and Peru. In Norway she met Danes, and Anna Weber.", "PER"),
        ("Chinese Nationalist Party chair Anna Weber spoke in Peru.", "TWN"),
        ("Hong Kong and Macau Affairs Office director Anna Weber spoke in Peru.", "CHN"),
        ("Anna Weber, who now lives in Norway, wept in Peru, Peru and Peru.", "NOR"),
        ("Anna Weber was born in Norway and wept in Peru, Peru and Peru.", "NOR"),
        ("Anna Weber lives with cats, in Norway as in Peru, Peru and Peru.", "PER"),
        ("The Hungarian-American banker Anna Weber wept in Peru, Peru and Peru.", "USA"),
        ("The Norwegian-Peruvian banker Anna Weber wept in Mali, Mali and Mali.", "NOR"),
        ("Amnesty International director for the Grain Council Anna Weber spoke in Peru.", "NGO"),
        ("Malian minister for gender, labour, and social affairs, Anna Weber, wept in Peru.", "MLI"),
        ("Anna Weber, head of Peru's office to the World Trade Organization, spoke in Mali.", "PER"),
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
        ("Anna Weber, director general of Lakeside Football Club, left.", "SOC"),
        ("Goldman Sachs President Anna Weber left.", "BUS"),
        ("CNN correspondent Anna Weber left.", "JRN"),
        ("Libyan leader Anna Weber left.", "GOV"),
        ("A spokesman for the prosecutor's office, Anna Weber, left.", "JUD"),
        ("Captain Anna Weber left.", "MIL"),
        ("The police met. Captain Anna Weber left.", "COP"),
        ("The police and the army met. Captain Anna Weber left.", "MIL"),
        ("The ruling party's national chairman Anna Weber left.", "PTY"),
        ("Opposition justice spokeswoman Anna Weber left.", "OPP"),
        ("Deputy Speaker Anna Weber left.", "LEG"),
        ("Deputy prosecutor general Anna Weber left.", "JUD"),
        ("Anna Weber, a spokeswoman for the ministry, left.", "GOV"),
        ("Anna Weber, president of the court, left.", "JUD"),
        ("Anna Weber, a representative of the opposition, left.", "OPP"),
    ],
)
def test_the_sector_is_the_nouns_own_or_that_of_what_stands_beside_it(text: str, sector: str) -> None:
    """PLOVER sectors; who held an office of a state is ELI."""
    assert actor(text, "Anna Weber").sector == sector


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("The network's president Anna Weber left.", None),
        ("The country's president Anna Weber left.", "GOV"),
        ("Anna Weber, president of the network, left.", None),
        ("Anna Weber, president of the republic, left.", "GOV"),
        ("UDP president Anna Weber left.", None),
        ("US president Anna Weber left.", "GOV"),
    ],
)
def test_who_presides_over_something_that_is_no_state_does_not_govern(text: str, sector: str | None) -> None:
    """Common nouns tell what it is."""
    doc = read(text, PERSON="Anna Weber")
    for token in doc:
        token.tag_ = "NN" if token.pos_ == "NOUN" else ""
    assert [each.sector for each in find_actors(doc)._.actors] == [sector]


@pytest.mark.parametrize(("which", "country"), [("foreign", "PER"), ("visiting", None)])
def test_a_visiting_minister_without_a_name_is_not_of_the_storys_country(which: str, country: str | None) -> None:
    """The foreign minister is; ministers are of where a story happens unless words tell otherwise."""
    doc = read(f"Peru met Peru. The {which} minister spoke in Peru.", LOC="Peru")
    start = doc.text.index("The")
    said = Mention(start, doc.text.index(" spoke"), "nominal", 6)
    places = [Mention(doc[at].idx, doc[at].idx + 4, "named", at) for at in (0, 2, 9)]
    doc._.clusters = (
        Cluster("e1", "LOC", "Peru", (), None, tuple(places)),
        Cluster("e2", "PERSON", f"the {which} minister", (), None, (said,)),
    )
    assert find_actors(doc)._.actors[1].country == country


def test_artificial_intelligence_is_no_secret_service() -> None:
    """A department's sector is that of its other words."""
    text = "Anna Weber, director of the Department of Artificial Intelligence, left."
    assert actor(text, "Anna Weber", ORG="Department of Artificial Intelligence").sector == "GOV"


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


def test_countries_before_a_title_of_several_are_told_in_the_order_of_the_names() -> None:
    """ "The Chilean and Peruvian presidents A and B"."""
    text = "The Chilean and Peruvian presidents Omar Diallo and Anna Weber left Mali."
    assert actor(text, "Omar Diallo", PERSON="Anna Weber").country == "CHL"
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").country == "PER"
    assert actor(text, "Omar Diallo", PERSON="Anna Weber").role == "presidents"


def test_a_country_told_by_name_outdoes_a_place_beside_it_in_a_role() -> None:
    """A part of a country's name may be taken for a place that nobody knows."""
    doc = read("The president of the Plain Kingdom of Jordan, Anna Weber, left.", PERSON="Anna Weber")
    reading = Reading.of(doc)
    start = next(token.i for token in doc if token.text == "Anna")
    assert person(reading, [(start, start + 2)], {4: "MLI", 5: "MLI"}).country == "JOR"


def test_a_body_of_two_countries_is_of_neither() -> None:
    """Their joint council tells no member's country."""
    text = "Anna Weber, head of the Chilean-Peruvian Grain Council, spoke in Mali, Mali and Mali."
    assert actor(text, "Anna Weber", ORG="Chilean-Peruvian Grain Council").country == "MLI"


def test_a_plain_word_in_the_name_of_a_body_is_not_the_body_of_that_name() -> None:
    """A bank of the Commonwealth of some country is not of the Commonwealth of many."""
    text = "Commonwealth Tyre Company director Anna Weber spoke in Peru, Peru and Peru."
    assert actor(text, "Anna Weber", ORG="Commonwealth Tyre Company").country == "PER"
    assert actor("Commonwealth director Anna Weber spoke in Peru, Peru and Peru.", "Anna Weber").country == "IGO"


def test_who_is_introduced_without_a_name_has_its_country_when_the_name_follows() -> None:
    """The victim abroad: the first one named who holds no office; nobody where two are introduced."""
    text = "A Belgian cyclist spoke in Peru. Inspector Omar Diallo spoke of Peru. Anna Weber left Lima in Peru."
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").country == "BEL"
    assert actor(text, "Omar Diallo", PERSON="Anna Weber").country == "PER"
    text = "A Belgian cyclist and a Norwegian nurse spoke in Peru, Peru and Peru. Anna Weber left Lima in Peru."
    assert actor(text, "Anna Weber").country == "PER"


def test_the_country_before_any_noun_that_a_name_explains_is_the_persons() -> None:
    """ "Peru sensation Weber": the word need not be known as one for people."""
    doc = document(
        "In/ADP/case/2 Mali/PROPN/obl/7 ,/PUNCT/punct/7 Peru/PROPN/compound/5 sensation/NOUN/nsubj/7 "
        "Weber/PROPN/appos/5 won/VERB/root/0 in/ADP/case/9 Mali/PROPN/obl/7 and/CCONJ/cc/11 Mali/PROPN/conj/9",
        ("Weber", "PERSON"),
    )
    assert [each.country for each in find_actors(doc)._.actors if each.kind == "person"] == ["PER"]


@pytest.mark.parametrize("text", ["Anna Weber of Orlan village left.", "A pro-government minister, Anna Weber, left."])
def test_homes_and_opinions_are_no_organisations(text: str) -> None:
    """Where people live, and what they are for."""
    assert actor(text, "Anna Weber").organisation is None


@pytest.mark.parametrize(
    ("body", "country"),
    [("Amnesty International Peru", "PER"), ("Amnesty International", "NGO"), ("AEGEAN Airlines", "GRC")],
)
def test_a_body_by_name_is_of_its_country_its_branch_of_the_one_it_names(body: str, country: str) -> None:
    """However much of the name is written in capitals."""
    text = f"Anna Weber, a manager at {body}, spoke in Mali."
    assert actor(text, "Anna Weber", ORG=body, GPE="Mali").country == country


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber, a frontrunner for the position of Prime Minister, left.",
        "Anna Weber, a resident of Orlan Village, left.",
    ],
)
def test_offices_and_villages_are_no_organisations(text: str) -> None:
    """Even where they were taken for names of bodies."""
    assert actor(text, "Anna Weber", ORG="Prime Minister; Orlan Village").organisation is None


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Presidential spokesman Anna Weber left.", "GOV"),
        ("Presiding Officer Anna Weber left.", "GOV"),
        ("Anna Weber, superintendent of the schools, left.", "EDU"),
    ],
)
def test_an_adjective_or_the_text_tells_the_sector_of_an_office(text: str, sector: str) -> None:
    """Where no body is named."""
    assert actor(text, "Anna Weber").sector == sector


def test_a_minister_of_justice_is_no_judge() -> None:
    """A justice is."""
    assert actor("Deputy Minister of Justice Anna Weber left.", "Anna Weber").sector == "GOV"
    assert actor("Chief Justice Anna Weber left.", "Anna Weber").sector == "JUD"


def test_a_mission_of_a_league_belongs_to_it_and_not_where_it_works() -> None:
    """Whatever country its name tells; and the Parties of a conference are states."""
    for name in ("United Nations Agency for Chile", "Conference of the Parties to the Orlan Treaty"):
        doc = find_actors(find_clusters(read(f"The {name} left.", ORG=name)))
        assert [(each.country, each.sector) for each in doc._.actors] == [("UNO", "GOV")]


def test_a_body_of_a_body_is_of_its_country() -> None:
    """ "The Chilean Cabinet's Support Centre"; what else a body has is of none."""
    for label, country in (("ORG", "CHL"), ("PRODUCT", None)):
        names = {"ORG": "Chilean Cabinet"} | ({"PRODUCT": "Orlan Centre"} if label == "PRODUCT" else {})
        if label == "ORG":
            names["ORG"] += "; Orlan Centre"
        doc = find_actors(find_clusters(read("The Chilean Cabinet's Orlan Centre left.", **names)))
        assert doc._.actors[-1].country == country


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Supreme Court nominee Anna Weber left.", "JUD"),
        ("Anna Weber, the nominee for defence secretary, left.", "GOV"),
        ("The presidential nominee Anna Weber left.", "PTY"),
        ("The party's nominee Anna Weber left.", "PTY"),
        ("Anna Weber, the nominee, won the election.", "PTY"),
        ("Oscar nominee Anna Weber left.", None),
    ],
)
def test_a_nominee_is_of_what_somebody_is_nominated_to(text: str, sector: str | None) -> None:
    """Of a party only where people elect."""
    assert actor(text, "Anna Weber").sector == sector


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Renamo won nine seats.", "PTY"),
        ("Renamo gunmen burnt a bus.", "REB"),
        ("The rebel movement Renamo burnt a bus.", "REB"),
    ],
)
def test_a_party_of_former_rebels_is_one_of_rebels_where_it_fights(text: str, sector: str) -> None:
    """By the words beside its name."""
    doc = read(text, ORG="Renamo")
    assert find_actors(find_clusters(doc))._.actors[0].sector == sector
