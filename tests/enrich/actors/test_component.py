"""The component in a pipeline of whatever kind."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

import service.enrich.actors.component  # noqa: F401 - registers the component
from service.enrich.actors.belonging.international import is_of_elsewhere
from service.enrich.actors.component import find_actors
from service.enrich.actors.describe import Describer
from service.enrich.actors.fields import actor_fields
from service.enrich.actors.reading.lexicon import FOLDER, Lexicon
from service.enrich.actors.reading.mentions import clusters_of
from service.enrich.aliases.component import find_clusters
from service.enrich.tables import rows
from tests.enrich.actors.documents import read

WORDS = st.sampled_from(
    ["Anna", "Weber", "Iran", "'s", ",", "(", ")", "-", "the", "of", "minister", "police", "and", "who", "is", "as",
     ".", "named", "UN", "“", "\n\n", "for", "army", "President", "45", "’", "--", "US", "told", "a"]
)  # fmt: skip

_VOCAB = spacy.blank("en").vocab
_LABELS = ("PERSON", "ORG", "LOC", "NORP")


@settings(max_examples=150, deadline=None)
@given(words=st.lists(WORDS, max_size=40), labels=st.lists(st.integers(0, 39), max_size=8))
def test_no_text_and_no_names_make_it_raise(words: list[str], labels: list[int]) -> None:
    """Whatever is tagged as a name, every actor is that of a cluster and every role stands in the text."""
    doc = Doc(_VOCAB, words)
    doc.ents = [Span(doc, i, i + 1, _LABELS[i % 4]) for i in sorted(set(labels)) if i < len(words)]
    find_actors(doc)
    describer = Describer(doc)
    for token in doc:
        describer.describe(doc[token.i : token.i + 3])
    for actor in doc._.actors:
        if actor.role_span is not None:
            assert 0 <= actor.role_span[0] < actor.role_span[1] <= len(doc.text)


def test_it_works_alone_in_another_pipeline() -> None:
    """Without clusters, places, tree or context, one actor for each spelling of a name."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(
        [{"label": "ORG", "pattern": "Hezbollah"}, {"label": "GPE", "pattern": "Chile"}]
    )
    nlp.add_pipe("newswire_actors")
    party, country = nlp("Hezbollah denied it. Chile did not.")._.actors
    assert (party.kind, party.country, party.sector) == ("organization", "LBN", "REB")
    assert (country.kind, country.country, country.sector) == ("country", "CHL", "GOV")


def test_a_body_of_a_state_is_of_the_articles_country() -> None:
    """Unless it says another; a firm's country is unknown."""
    doc = find_actors(
        read("In Peru, the Health Ministry and Clearwater Holdings met.", ORG="Health Ministry; Clearwater Holdings")
    )
    ministry, firm = doc._.actors
    assert (ministry.country, ministry.sector) == ("PER", "GOV")
    assert (firm.country, firm.sector) == (None, "BUS")


def test_a_body_that_looks_at_a_country_is_not_of_it() -> None:
    """A centre for its studies may be anywhere."""
    text = "The Orlan Center for China Studies met the China Grain Office."
    center, office = find_actors(read(text, ORG="Orlan Center for China Studies; China Grain Office"))._.actors
    assert (center.country, office.country) == (None, "CHN")


def test_an_abbreviation_means_what_the_article_spells_out() -> None:
    """Its cluster tells its country."""
    text = "In Bangladesh, the Election Commission (EC) met. The EC spoke."
    [commission] = find_actors(find_clusters(read(text, ORG="Election Commission; EC")))._.actors
    assert commission.country == "BGD"


def test_whoever_belongs_to_a_body_has_the_sector_that_its_other_name_tells() -> None:
    """An abbreviation tells none, and a founder may be of a firm."""
    text = "The Halden Association against Torture (HAT) met. HAT founder and president Anna Weber spoke."
    doc = read(text, ORG="Halden Association against Torture; HAT", PERSON="Anna Weber")
    weber = find_actors(find_clusters(doc))._.actors[-1]
    assert (weber.role, weber.organisation, weber.sector) == ("HAT founder and president", "HAT", "SOC")


def test_thousands_of_mentions_are_one_actor() -> None:
    """Roles are looked for beside the first mentions only."""
    doc = read("Minister Anna Weber of Mali spoke. " * 1000, PERSON="Anna Weber")
    assert len(find_actors(doc)._.actors) == 1


def test_the_record_has_what_the_actors_know() -> None:
    """The fields of the enriched record, null where nothing is told."""
    text = "Iranian minister Anna Weber spoke."
    doc = read(text, PERSON="Anna Weber")
    doc._.clusters = clusters_of(doc)
    (entity,) = actor_fields(find_actors(doc))
    told = [entity[field] for field in ("kind", "country", "role", "organisation", "sector", "wikidata_id")]
    assert told == ["person", "IRN", "minister", None, "GOV", None]


def test_a_table_with_a_wrong_line_is_refused(tmp_path: Path) -> None:
    """The line is named."""
    for name in ("agents.tsv", "bodies.tsv", "organisations.tsv"):
        (tmp_path / name).write_text("GOV\n")
    with pytest.raises(ValueError, match=r"agents\.tsv, line 1: 3 columns"):
        Lexicon(tmp_path)


def test_no_name_is_of_bodies_of_two_countries() -> None:
    """A name that two countries' bodies have would be read as the first one's everywhere."""
    countries: dict[str, set[str]] = {}
    for country, _, name, others in rows(FOLDER / "organisations.tsv", 4):
        for each in (name, *filter(None, others.split("|"))):
            countries.setdefault(each, set()).add(country)
    assert {name for name, of in countries.items() if len(of) > 1} == set()


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("World Council of Churches", "NGO", "SOC"),
        ("Copenhagen Airports", "DNK", "BUS"),
        ("University of Warsaw", "POL", "EDU"),
        ("European Environment Agency", "EUR", "GOV"),
    ],
)
def test_well_known_bodies_are_of_their_country_wherever_an_article_plays(name: str, country: str, sector: str) -> None:
    """The table knows them by their names in full."""
    body = Lexicon().named(name.split())
    assert body is not None
    assert (body.country, body.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("The news agency Orlan spoke.", "Orlan", "JRN"),
        ("Opposition group Orlan spoke.", "Orlan", "OPP"),
        ("Orlan, a state airline, spoke.", "Orlan", "BUS"),
        ("Orlan - Peru's main opposition party - spoke.", "Orlan", "OPP"),
        ("The Orlan (ORL) opposition party spoke.", "Orlan", "OPP"),
        ("For Orlan, the news of the day was bad.", "Orlan", None),
        ("The Public Works Club spoke.", "Public Works Club", "SOC"),
        ("The Public Halden spoke.", "Public Halden", None),
        ("The Halden Prosecutor's Office spoke.", "Halden Prosecutor's Office", "JUD"),
        ("The Halden Chamber of Mines spoke.", "Halden Chamber of Mines", "BUS"),
        ("The Halden Teachers' Union spoke.", "Halden Teachers' Union", "LAB"),
    ],
)
def test_a_body_is_of_the_sector_that_its_name_or_the_noun_beside_it_tells(
    text: str, name: str, sector: str | None
) -> None:
    """The last telling word of the name, else "news agency" before it, else "an airline" behind it."""
    body = find_actors(read(text, ORG=name))._.actors[0]
    assert body.sector == sector


def test_a_party_is_of_the_articles_country() -> None:
    """As a state's own bodies are: parties are of one country."""
    (party, *_) = find_actors(read("The Lantern Party met in Peru.", ORG="Lantern Party"))._.actors
    assert (party.country, party.sector) == ("PER", "PTY")


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Congress met in India.", "IND", "PTY"),
        ("Congress met in Peru.", "PER", "LEG"),
        ("The Greens met in Australia.", "AUS", "PTY"),
        ("The Greens met in Peru.", None, None),
        ("Republicans met in the United States.", "USA", "PTY"),
        ("Republicans met in Peru.", None, None),
    ],
)
def test_a_party_that_goes_by_one_word_at_home_is_one_there_alone(
    text: str, country: str | None, sector: str | None
) -> None:
    """Congress is a parliament elsewhere."""
    name = next(each for each in ("Congress", "Greens", "Republicans") if each in text)
    actors = find_actors(read(text, ORG=name))._.actors
    assert [(each.country, each.sector) for each in actors if each.kind == "organization"] == [(country, sector)]


def test_a_longer_name_is_not_the_party_that_goes_by_one_of_its_words() -> None:
    """Many bodies are called a congress."""
    text = "The Halden Congress Workshop met in India, India and India."
    assert find_actors(read(text, ORG="Halden Congress Workshop"))._.actors[0].sector != "PTY"


def test_a_compatriot_is_of_the_country_of_whom_the_text_names_before() -> None:
    """Not of the article's."""
    text = "In Mali, Mali and Mali, the Belgian Omar Diallo won before his compatriot Anna Weber."
    doc = find_actors(read(text, PERSON="Omar Diallo; Anna Weber"))
    assert [each.country for each in doc._.actors] == ["BEL", "BEL"]


def test_who_is_called_a_visitor_is_not_of_the_country_of_the_story() -> None:
    """Nor is an international court, or a foreign army; a foreign minister is."""
    elsewhere = [is_of_elsewhere(text.split()) for text in ("the visiting minister", "an international court")]
    assert elsewhere == [True, True]
    assert [is_of_elsewhere(text.split()) for text in ("foreign troops", "the foreign minister")] == [True, False]
