"""Names of one entity are one cluster, names of two are two."""

import pytest
from spacy.tokens import Doc, Span

from service.enrich.aliases.component import find_clusters
from tests.enrich.aliases.named import NLP, clusters

ONE = [
    ("PERSON:John Kirby", "PERSON:Kirby"),
    ("PERSON:John Kirby", "PERSON:Mr Kirby"),
    ("PERSON:John Kirby", "PERSON:John"),
    ("PERSON:Kirby", "PERSON:President John Kirby"),
    ("PERSON:Ana Ruiz's", "PERSON:Ana Ruiz"),
    ("PERSON:Andrés Manuel López Obrador", "PERSON:López Obrador"),
    ("PERSON:Bashar al-Assad", "PERSON:Assad"),
    ("PERSON:Joseph Marlow", "PERSON:Joe Marlow"),
    ("PERSON:J. Marlow", "PERSON:Jane Marlow"),
    ("PERSON:Kristin Marlow", "PERSON:Kristen Marlow"),
    ("PERSON:Andrej Mahecic", "PERSON:Mahetic"),
    ("PERSON:Martin Odell Jr.", "PERSON:Martin Odell"),
    ("PERSON:Ada Holm of the Halden Herald", "PERSON:Ada Holm"),
    ("PERSON:Ada “Red” Holm", "PERSON:Ada Holm"),
    ("PERSON:Mohamed Orlani", "PERSON:Muhammad Orlani"),
    ("ORG:World Health Organization", "ORG:WHO"),
    ("ORG:the White House", "ORG:WH"),
    ("ORG:Ministry of Fisheries", "ORG:the Ministry of Fisheries"),
    ("ORG:Halden Corp.", "ORG:Halden"),
    ("ORG:Freedom Magazine", "ORG:Freedom"),
    ("ORG:Orlan Foundation for the Arts", "ORG:Orlan Foundation"),
    ("ORG:Orlan Centre for the Arts", "ORG:Orlan Center"),
    ("ORG:Orlan Fishing and Storage", "ORG:Orlan Fishing"),
    ("ORG:Save the Sea Norway", "ORG:Save the Sea"),
    ("ORG:Halden Union of Fish Workers for Norway", "ORG:HUFW"),
    ("ORG:UK Home Office", "ORG:the Home Office"),
    ("ORG:Oslo Pirates", "ORG:the Pirates"),
    ("ORG:Church of the Lamp", "ORG:the Church"),
    ("ORG:Rescue Corps of Norway", "ORG:Rescue Corps"),
    ("ORG:Asia-Pacific Economic Cooperation", "ORG:APEC"),
    ("LOC:United States", "LOC:U.S."),
    ("LOC:America", "LOC:the US"),
    ("LOC:Britain", "LOC:UK"),
    ("LOC:Evansville, Indiana", "LOC:Evansville"),
    ("NORP:Belgian", "NORP:Belgians"),
]

TWO = [
    ("PERSON:John Kirby", "PERSON:Jane Kirby"),
    ("PERSON:Mr Kirby", "PERSON:Mrs Anna Kirby"),
    ("PERSON:John Brown", "PERSON:Crown"),
    ("PERSON:Margaret of Orlan", "PERSON:Margaret of Halden"),
    ("PERSON:Martin Odell", "PERSON:Marvin Odell"),
    ("PERSON:Omar bin Rashid", "PERSON:King Rashid"),
    ("PERSON:Washington", "LOC:Washington"),
    ("ORG:University of Oslo", "ORG:University of Bergen"),
    ("ORG:Silver Pirates", "ORG:the Pirates"),
    ("ORG:Halden", "ORG:Halden Software"),
    ("ORG:EU Women", "ORG:EU"),
    ("ORG:Orlan Fishing Club", "ORG:Orlan Fishing Men"),
    ("ORG:Church Times", "ORG:the Church"),
    ("ORG:World Bank", "ORG:World Health Organization"),
    ("LOC:Kansas", "LOC:Kansas City"),
    ("LOC:Iran", "NORP:Iranian"),
]


def test_a_junior_is_another_one_where_both_names_are_told_again() -> None:
    """Each with the short forms that are of that one alone."""
    names = ["Martin Odell Jr.", "Martin Odell", "Odell Jr.", "Martin Odell", "Odell"]
    junior, senior = clusters(*(f"PERSON:{name}" for name in names))
    assert (junior.name, len(junior.mentions)) == ("Martin Odell Jr", 2)
    assert (senior.name, len(senior.mentions)) == ("Martin Odell", 3)


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_names_of_one_entity_are_joined_in_either_order(one: str, other: str) -> None:
    """Titles, possessives, surnames, short forms, acronyms, misspelt repeats: one entity, in either order."""
    assert len(clusters(one, other)) == 1
    assert len(clusters(other, one)) == 1


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    """Names that only look alike stay apart."""
    assert len(clusters(one, other)) == 2


def test_a_surname_with_two_bearers_joins_neither() -> None:
    """A surname alone is nobody's when two persons bear it."""
    assert len(clusters("PERSON:John Kirby", "PERSON:Jane Kirby", "PERSON:Kirby")) == 3


def test_a_surname_stays_with_who_bore_it_first() -> None:
    """Relatives who are named further on do not take the surname from whom the text is about."""
    first, _ = clusters("PERSON:John Kirby", "PERSON:Kirby", "PERSON:Jane Kirby")
    assert first.aliases == ("Kirby",)


def test_a_surname_inside_a_name_of_four_words_is_that_of_who_was_named_so_before() -> None:
    """Behind a first name of another language."""
    assert len(clusters("PERSON:June Leong Siu Hoi", "PERSON:Leong")) == 1


def test_a_surname_is_not_that_of_a_relative_who_was_told_of_in_full() -> None:
    """ "Her husband, John Kirby," is John further on."""
    text = "Jane Kirby left . Her husband , John Kirby , stayed . Kirby wept ."
    first, _ = clusters("PERSON:Jane Kirby", "PERSON:John Kirby", "PERSON:Kirby", text=text)
    assert first.aliases == ("Kirby",)


def test_a_former_head_of_government_does_not_take_a_surname_from_others() -> None:
    """As one in office does."""
    names = ("PERSON:Jane Kirby", "PERSON:John Kirby", "PERSON:Kirby")
    assert len(clusters(*names, text="Jane Kirby met prime minister John Kirby . Kirby left .")) == 2
    assert len(clusters(*names, text="Jane Kirby met former prime minister John Kirby . Kirby left .")) == 3


def test_a_surname_in_the_headline_is_that_of_who_is_named_first() -> None:
    """A headline names by surname whom the text then introduces."""
    first, _ = clusters("PERSON:Kirby", "PERSON:John Kirby", "PERSON:Jane Kirby")
    assert first.aliases == ("Kirby",)


def test_a_title_chooses_between_two_bearers() -> None:
    """'Mrs Kirby' is the bearer who is a woman."""
    found = clusters("PERSON:Mr John Kirby", "PERSON:Mrs Jane Kirby", "PERSON:Mrs Kirby")
    assert [cluster.name for cluster in found] == ["John Kirby", "Jane Kirby"]
    assert found[1].aliases == ("Mrs Jane Kirby", "Kirby", "Mrs Kirby")


def test_a_name_in_letters_of_its_own_language_joins_the_one_before_its_brackets() -> None:
    """However the two are labelled; a name in brackets that has Latin letters is another one."""
    text = "Lin Ruo-han (林若涵) and Orlan Island (織嶼, in the north) ; Ana Ruiz (Halden) stayed ."
    names = ["PERSON:Lin Ruo-han", "ORG:林若涵", "LOC:Orlan Island", "LOC:織嶼", "PERSON:Ana Ruiz", "LOC:Halden"]
    found = clusters(*names, text=text)
    assert [(cluster.name, cluster.aliases) for cluster in found] == [
        ("Lin Ruo-han", ("林若涵",)),
        ("Orlan Island", ("織嶼",)),
        ("Ana Ruiz", ()),
        ("Halden", ()),
    ]


def test_a_name_keeps_the_bracket_that_it_ends_with() -> None:
    """Half a pair of brackets is no name."""
    (party,) = clusters("ORG:Labour Party of Halden (Left)", "ORG:the Labour Party of Halden (Left)")
    assert party.name == "Labour Party of Halden (Left)"


def test_the_fullest_name_is_canonical() -> None:
    """A cluster goes by its fullest name, without title and article; the others are aliases, in text order."""
    (cluster,) = clusters("PERSON:Kirby", "PERSON:President John Kirby", "PERSON:Kirby")
    assert (cluster.name, cluster.aliases) == ("John Kirby", ("Kirby", "President John Kirby"))


@pytest.mark.parametrize(
    ("full", "surname", "name"),
    [
        ("PERSON:Ramón Freire Serrano", "PERSON:Freire", "Ramón Freire Serrano"),
        ("PERSON:Maggie Chan Man-ki", "PERSON:Chan", "Maggie Chan Man-ki"),
        ("PERSON:Ada Ip Lau Suk-yee", "PERSON:Ip", "Ada Ip Lau Suk-yee"),
    ],
)
def test_a_surname_inside_a_name_is_that_of_who_was_introduced(full: str, surname: str, name: str) -> None:
    """Of a Spanish or Hong Kong name; a mother's name inside a name told further on takes nobody's."""
    assert [cluster.name for cluster in clusters(full, surname)] == [name]
    assert len(clusters(surname, full)) == 2


def test_a_surname_before_a_first_name_in_two_parts_is_one() -> None:
    """Whoever bears the same word as a first or last name further on."""
    found = clusters("PERSON:Li Ka-shing", "PERSON:Li", "PERSON:Wong Man Li")
    assert [(cluster.name, len(cluster.mentions)) for cluster in found] == [("Li Ka-shing", 2), ("Wong Man Li", 1)]


def test_a_first_name_inside_a_name_is_no_surname() -> None:
    """ "Jane" is not Mary Jane Holm."""
    assert len(clusters("PERSON:Mary Jane Holm", "PERSON:Jane")) == 2


def test_what_begins_a_title_is_no_name() -> None:
    """ "Special" of "Special Envoy", and the comma behind a city."""
    assert [cluster.name for cluster in clusters("PERSON:Special", text="Special Envoy Holm met.")] == []
    (cluster,) = clusters("LOC:Dover,", text="In Dover, it rained.")
    assert [mention.end - mention.start for mention in cluster.mentions] == [len("Dover")]


def test_a_dateline_is_no_part_of_the_name_it_runs_into() -> None:
    """In capitals at the head of a story, before a full name; a name all in capitals stays."""
    assert clusters("PERSON:DOVER Ann Lee", text="DOVER Ann Lee left.")[0].name == "Ann Lee"
    assert clusters("PERSON:ANN MARY LEE", text="ANN MARY LEE left.")[0].name == "ANN MARY LEE"
    assert clusters("PERSON:DOVER Ann Lee", text="Then DOVER Ann Lee left.")[0].name == "DOVER Ann Lee"


def test_a_title_tells_the_gender() -> None:
    """Mr and Mrs tell a gender, a first name that mostly women bear does too, Dr does not."""
    found = clusters("PERSON:Mr Kanter", "PERSON:Margaret Ohl", "PERSON:Dr Quist")
    assert [cluster.gender for cluster in found] == ["m", "f", None]


def test_a_document_without_names_has_no_clusters() -> None:
    """No names, no clusters; an empty document neither."""
    assert find_clusters(Doc(NLP.vocab))._.clusters == ()
    assert find_clusters(Doc(NLP.vocab, words=["It", "rained", "."]))._.clusters == ()


def test_dates_are_no_entities() -> None:
    """Times and amounts are entities of spaCy, but nobody who acts."""
    doc = Doc(NLP.vocab, words=["On", "Monday"])
    doc.ents = [Span(doc, 1, 2, label="DATE")]
    assert find_clusters(doc)._.clusters == ()


def test_a_hyphenated_part_in_small_letters_ends_a_name() -> None:
    """The tokenizer parts Jae-myung, and its last token looks like the noun of a description, which is no name."""
    found = clusters("PERSON:Lee Jae-myung", "PERSON:ministry spokesman")
    assert [(cluster.name, [mention.kind for mention in cluster.mentions]) for cluster in found] == [
        ("Lee Jae-myung", ["named"])
    ]


def test_a_person_is_the_same_by_the_name_he_is_known_by() -> None:
    """And keeps the first as the name to go by when it is fuller."""
    (cluster,) = clusters("PERSON:Adam Reuss", "PERSON:Redbeard", text="Adam Reuss (also known as Redbeard) left.")
    assert (cluster.name, cluster.aliases) == ("Adam Reuss", ("Redbeard",))


def test_don_is_a_first_name() -> None:
    """In English news far more often than a form of address."""
    (cluster,) = clusters("PERSON:Don Marlow", "PERSON:Marlow")
    assert cluster.name == "Don Marlow"


def test_a_nickname_in_quotation_marks_parts_no_name() -> None:
    """Ada "Red" Holm is one person, later Holm; two names in quotation marks are two."""
    (found,) = clusters("PERSON:Ada", "PERSON:Holm", "PERSON:Holm", text='Ada "Red" Holm left. Holm slept.')
    assert (found.name, len(found.mentions)) == ("Ada Holm", 2)
    assert len(clusters("PERSON:Ada", "PERSON:Runa", text='"Ada" and "Runa" left.')) == 2


def test_an_initial_is_no_article() -> None:
    """ "A. Sand" is no Sand with an article."""
    assert clusters("PERSON:A. Sand")[0].name == "A. Sand"


@pytest.mark.parametrize(
    ("one", "other", "canonical"),
    [
        ("PERSON:B. U. Holm", "PERSON:Bertil Holm", "Bertil Holm"),
        ("LOC:HALDEN", "LOC:Halden", "Halden"),
        ("ORG:Union of Fish Workers and Sailors of All Halden and Orlan", "ORG:UFWSAHO", ""),
    ],
)
def test_a_name_written_out_is_canonical(one: str, other: str, canonical: str) -> None:
    """Rather than initials, capitals and acronyms."""
    (found,) = clusters(one, other)
    assert found.name == (canonical or one.removeprefix("ORG:"))


def test_a_person_may_be_known_by_another_name_somewhere() -> None:
    """ "Known in the port as Redbeard"."""
    (found,) = clusters("PERSON:Adam Reuss", "PERSON:Redbeard", text="Adam Reuss, known in the port as Redbeard, left.")
    assert found.aliases == ("Redbeard",)


def test_royals_go_by_their_first_names() -> None:
    """Prince Hamid is not Hamid Reuss, but may be Prince Hamid bin Omar."""
    assert [each.name for each in clusters("PERSON:Hamid Reuss", "PERSON:Prince Hamid")] == ["Hamid Reuss", "Hamid"]
    assert len(clusters("PERSON:Prince Hamid bin Omar", "PERSON:Prince Hamid")) == 1
