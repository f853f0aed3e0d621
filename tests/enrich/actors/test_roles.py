"""Who a person is told to be: roles beside names."""

import pytest

from service.enrich.actors.component import find_actors
from service.enrich.aliases.component import find_clusters
from tests.enrich.actors.documents import actor
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
        ("Army Chief Gen. Anna Weber resigned.", "Army Chief"),
        ("Police spokesman Lt. Col. Anna Weber resigned.", "Police spokesman"),
        ("Police Spokesperson Lt. Col. Anna Weber resigned.", "Police Spokesperson"),
        ("Harbour director Prof Anna Weber resigned.", "Harbour director"),
        ("The Peruvian-born senator Anna Weber resigned.", "Peruvian-born senator"),
        ("Deputy police chief Datuk Seri Anna Weber resigned.", "Deputy police chief"),
        ("The Government of President Anna Weber resigned.", "President"),
        ("Secretary for Justice Anna Weber resigned.", "Secretary for Justice"),
        ("Chile's minister of health Anna Weber resigned.", "minister of health"),
        ("His Majesty King Anna Weber resigned.", "King"),
        ("His Royal Highness Crown Prince Anna Weber resigned.", "Crown Prince"),
        ("Oslo – Former port director Anna Weber resigned.", "Former port director"),
        ("It met party leaders and President Anna Weber.", "President"),
        ("It met the Assembly and President Anna Weber.", "President"),
        ("It met law professor at the Orlan Academy Anna Weber.", "law professor at the Orlan Academy"),
        ("Founder and director Anna Weber resigned.", "Founder and director"),
        ("Envoy Extraordinary and Plenipotentiary Anna Weber resigned.", "Envoy Extraordinary and Plenipotentiary"),
        ("Chargé d’affaires Anna Weber resigned.", "Chargé d’affaires"),
        ("Gov. Anna Weber resigned.", "Gov."),
        ("Yesterday PM Anna Weber resigned.", "PM"),
        ("Port Group chairman designate Anna Weber resigned.", "Port Group chairman designate"),
        ("The president of the union, Comrade Anna Weber, resigned.", "president of the union"),
        ("The port court last week acquitted former prime minister Anna Weber.", "former prime minister"),
        ("Former prime minister HH Sheikh Anna Weber resigned.", "Former prime minister"),
        ("President Anna Weber, chair of the African Union, resigned.", "President"),
    ],
)
def test_a_title_before_a_name_is_the_role_without_the_country_it_begins_with(text: str, role: str) -> None:
    """Titles of several words, with bodies, complements, brackets and forms of address."""
    assert actor(text, "Anna Weber").role == role


@pytest.mark.parametrize(("text", "role"), [("The PM, Anna Weber, left.", "PM"), ("PM, Anna Weber, left.", None)])
def test_two_capitals_before_a_comma_are_an_office_behind_an_article_alone(text: str, role: str | None) -> None:
    """Else they stand for somebody, as the initials of an author: "thanks from PM, Anna Weber says"."""
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
        ("Anna Weber who is heading the Grain Council said so.", "head of Grain Council"),
        ("Anna Weber, a 34-year-old Belgian who is the mayor of Lyon, said so.", "mayor of Lyon"),
        ("Anna Weber director of the port said so.", "director of the port"),
        ("Anna Weber, then the director of the port, said so.", "director of the port"),
        ("She was the name of a witness that the chairperson, Anna Weber, met.", "chairperson"),
        ("It said that Chairman of the Grain Council, Anna Weber won.", "Chairman of the Grain Council"),
        ("They met lawyers such as Anna Weber.", "lawyers"),
        ("They met many lawyers, including Anna Weber.", "lawyers"),
        ("They met other lawyers, including Anna Weber.", "lawyers"),
        ("Anna Weber is one of the founders of the Grain Council.", "founders of the Grain Council"),
        ("Anna Weber, one of the founders of the Grain Council, said so.", "founders of the Grain Council"),
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
        "Anna Weber, Minister of Trade and Transport Omar Diallo and others met.",
        "They met killers such as Anna Weber.",
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
    text = "Party leaders Ada Holm, Omar Diallo, and Anna Weber met."
    assert actor(text, "Anna Weber", PERSON="Ada Holm; Omar Diallo").role == "Party leaders"
    text = "Party leaders Dr. Omar Diallo, Anna Weber and others met."
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").role == "Party leaders"
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


def test_a_role_behind_a_name_that_has_one_is_the_next_ones_where_a_name_follows() -> None:
    """In a list where offices stand before the names."""
    text = "The mayor, Mrs Anna Weber, the director of the port, Mr Omar Diallo, and others met."
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").role == "mayor"
    assert actor(text, "Omar Diallo", PERSON="Anna Weber").role == "director of the port"


def test_the_title_of_one_is_not_that_of_whom_and_joins_to_him() -> None:
    """ "Prince A and B"."""
    assert actor("Prince Omar Diallo and Anna Weber met.", "Anna Weber", PERSON="Omar Diallo").role is None


def test_a_speaker_behind_the_quotation_is_who_the_phrase_behind_the_comma_is() -> None:
    """Though it may be the subject of what follows by itself."""
    doc = document(
        '"/PUNCT/punct/2 Never/ADV/ccomp/9 ,/PUNCT/punct/2 "/PUNCT/punct/2 Weber/PROPN/nsubj/9 ,/PUNCT/punct/8 '
        "the/DET/det/8 director/NOUN/nsubj/9 said/VERB/root/0",
        ("Weber", "PERSON"),
    )
    (weber,) = find_actors(doc)._.actors
    assert weber.role == "director"


@pytest.mark.parametrize(("head", "organisation"), [(4, None), (5, "Hawks")])
def test_who_is_named_before_with_belongs_to_a_body_only_where_the_tree_joins_them(
    head: int, organisation: str | None
) -> None:
    """Not "he filed a case against Weber with the Hawks"."""
    doc = document(
        "He/PRON/nsubj/2 filed/VERB/root/0 a/DET/det/4 case/NOUN/obj/2 Weber/PROPN/nmod/4 with/ADP/case/8 "
        f"the/DET/det/8 Hawks/PROPN/nmod/{head}",
        ("Weber", "PERSON"),
        ("Hawks", "ORG"),
    )
    weber, _ = find_actors(doc)._.actors
    assert weber.organisation == organisation


def test_whose_a_person_is_is_no_part_of_the_role() -> None:
    """Where it is another person: "Diallo's advocate, Anna Weber, SC,"."""
    text = "She met Omar Diallo's advocate, Anna Weber, SC, and left."
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").role == "advocate"


def test_a_role_in_brackets_may_stand_before_the_name_of_its_body() -> None:
    """ "Director National Water Board"."""
    text = "Anna Weber (Director National Water Board) left."
    found = actor(text, "Anna Weber", ORG="National Water Board")
    assert (found.role, found.organisation) == ("Director National Water Board", "National Water Board")


def test_the_body_of_an_office_may_stand_between_it_and_the_name() -> None:
    """ "Under-Secretary, Grain Ministry, Anna Weber"."""
    found = actor("The Under-Secretary, Grain Council, Anna Weber was there.", "Anna Weber", ORG="Grain Council")
    assert (found.role, found.organisation) == ("Under-Secretary, Grain Council", "Grain Council")


def test_an_apposition_tells_more_than_a_rank() -> None:
    """A constable who speaks for the police is its spokeswoman."""
    text = "The search goes on, said Const. Anna Weber, a spokeswoman for Turin police."
    assert actor(text, "Anna Weber").role == "spokeswoman for Turin police"


def test_spans_equal_what_they_claim() -> None:
    """Offsets of role and organisation are code points of the text."""
    text = "“No,” said Anna Weber, a spokeswoman for the harbour police."
    found = actor(text, "Anna Weber")
    assert found.role_span is not None
    assert found.organisation_span is not None
    assert text[slice(*found.role_span)] == found.role
    assert text[slice(*found.organisation_span)] == found.organisation


def test_a_clause_about_one_tells_a_role_of_the_last_of_two_alone() -> None:
    """ "Diallo and Weber, who is the mayor"."""
    text = "Omar Diallo and Anna Weber, who is the mayor of Lyon, said so."
    assert actor(text, "Omar Diallo", PERSON="Anna Weber").role is None
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").role == "mayor of Lyon"


def test_two_letters_are_an_office_in_capitals_alone() -> None:
    """ "At 5 pm" is a time."""
    assert actor("At 5 pm Anna Weber resigned.", "Anna Weber").role is None


def test_an_office_before_a_comma_in_two_letters_is_someone_elses() -> None:
    """Headlines drop what joins them."""
    assert actor("Thanks to PM, Anna Weber said.", "Anna Weber").role is None


def test_a_governments_office_before_a_name_outdoes_a_profession_behind_it() -> None:
    """Wherever they stand."""
    assert actor("Mayor Anna Weber spoke. Anna Weber, a doctor, left.", "Anna Weber").role == "Mayor"


def test_a_title_by_birth_does_not_outdo_an_office() -> None:
    """Princes are many, and called by first names."""
    text = "Prince Anna Weber spoke. Anna Weber, head of the Port Authority, left."
    assert actor(text, "Anna Weber").role == "head of the Port Authority"


def test_an_office_of_one_behind_the_last_of_two_is_the_last_ones() -> None:
    """And not the first one's."""
    text = "It met Omar Diallo and Anna Weber, a teacher, in Lima."
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").role == "teacher"
    assert actor(text, "Omar Diallo", PERSON="Anna Weber").role is None


def test_a_title_between_two_forms_of_address_is_the_next_ones() -> None:
    """With its body behind a comma, too."""
    text = "It met the Deputy Minister for Trade, Mrs. Anna Weber, the President, Chamber of Grain, Mr. Omar Diallo."
    told = actor(text, "Anna Weber", PERSON="Omar Diallo", ORG="Chamber of Grain")
    assert told.role == "Deputy Minister for Trade"


def test_a_day_ends_what_stands_before_an_office() -> None:
    """ "The court yesterday ... former president"."""
    assert actor("The Orlan court yesterday former minister Anna Weber.", "Anna Weber").role == "former minister"


def test_a_role_beside_someone_elses_title_goes_on_with_the_name() -> None:
    """ "In the office of former President Diallo"."""
    text = "Anna Weber, head of protocol in the office of President Omar Diallo, left."
    assert actor(text, "Anna Weber", PERSON="Omar Diallo").role == (
        "head of protocol in the office of President Omar Diallo"
    )
