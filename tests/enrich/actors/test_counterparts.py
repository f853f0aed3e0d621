"""The office of who is told as somebody's counterpart."""

from service.enrich.actors.component import find_actors
from service.enrich.actors.description import Actor
from service.enrich.aliases.clusters import Cluster, Mention
from tests.enrich.actors.documents import read

MET = "{title} Anna Weber met her Chilean counterpart Omar Diallo."


def counterpart(title: str) -> Actor:
    """The actor of Weber's counterpart, where she has a title."""
    text = MET.format(title=title)
    doc = read(text, PERSON="Anna Weber; Omar Diallo")
    at = {token.text: token.i for token in doc}

    def named(name: str) -> Mention:
        start = text.index(name)
        return Mention(start, start + len(name), "named", at[name.split()[1]])

    her = Mention(text.index("her"), text.index("her") + 3, "pronoun", at["her"])
    doc._.clusters = (
        Cluster("e1", "PERSON", "Anna Weber", (), None, (named("Anna Weber"), her)),
        Cluster("e2", "PERSON", "Omar Diallo", (), None, (named("Omar Diallo"),)),
    )
    return find_actors(doc)._.actors[1]


def test_a_counterpart_has_the_office_of_whose_counterpart_it_is() -> None:
    """And the country told beside it."""
    told = counterpart("Foreign Minister")
    assert (told.role, told.sector, told.country) == ("Foreign Minister", "GOV", "CHL")


def test_an_office_in_one_body_is_not_that_in_another() -> None:
    """Then nobody tells the counterpart's."""
    assert counterpart("Foreign ministry spokeswoman").role is None
