"""Descriptions that take up a name, and capitals that stand for a government."""

from service.enrich.aliases.clusters import Cluster
from service.enrich.aliases.component import find_clusters
from tests.enrich.trees import document


def mentions(clusters: tuple[Cluster, ...], text: str, name: str) -> list[str]:
    """Texts of the mentions of the cluster of a name."""
    (cluster,) = [each for each in clusters if each.name == name]
    return [text[mention.start : mention.end] for mention in cluster.mentions]


def test_the_spokesman_is_who_was_called_one() -> None:
    """An apposition gives a role; 'the spokesman' takes it up."""
    doc = find_clusters(
        document(
            """
            Adam/PROPN/nsubj/7 Reuss/PROPN/flat/1 ,/PUNCT/punct/5 a/DET/det/5 spokesman/NOUN/appos/1 ,/PUNCT/punct/5 left/VERB/root/0 ./PUNCT/punct/7
            The/DET/det/2 spokesman/NOUN/nsubj/3 slept/VERB/root/0 ./PUNCT/punct/3
            """,
            ("Adam Reuss", "PERSON"),
        )
    )
    assert mentions(doc._.clusters, doc.text, "Adam Reuss") == ["Adam Reuss", "a spokesman", "The spokesman"]


def test_a_title_before_a_name_is_a_role() -> None:
    """'Minister Ada Holm' is later 'the minister'."""
    doc = find_clusters(
        document(
            """
            Minister/NOUN/nmod:desc/2 Ada/PROPN/nsubj/4 Holm/PROPN/flat/2 left/VERB/root/0 ./PUNCT/punct/4
            The/DET/det/2 minister/NOUN/nsubj/3 slept/VERB/root/0 ./PUNCT/punct/3
            """,
            ("Ada Holm", "PERSON"),
        )
    )
    assert mentions(doc._.clusters, doc.text, "Ada Holm") == ["Ada Holm", "The minister"]


def test_the_agency_is_the_organisation_that_was_named() -> None:
    """A noun that fits any organisation takes up the one named last."""
    doc = find_clusters(
        document(
            """
            Nordfisk/PROPN/nsubj/2 closed/VERB/root/0 ./PUNCT/punct/2
            The/DET/det/2 company/NOUN/nsubj/3 slept/VERB/root/0 ./PUNCT/punct/3
            """,
            ("Nordfisk", "ORG"),
        )
    )
    assert mentions(doc._.clusters, doc.text, "Nordfisk") == ["Nordfisk", "The company"]


def test_another_official_is_somebody_else() -> None:
    """An indefinite phrase begins an entity of its own, told when it speaks."""
    doc = find_clusters(document("An/DET/det/2 official/NOUN/nsubj/3 said/VERB/root/0 so/ADV/advmod/3 ./PUNCT/punct/3"))
    (cluster,) = doc._.clusters
    assert (cluster.type, cluster.name, cluster.mentions[0].kind) == ("PERSON", "An official", "nominal")


CAPITAL = """
Russia/PROPN/nsubj/2 waited/VERB/root/0 ./PUNCT/punct/2
{sentence}
"""


def test_a_capital_that_acts_is_its_country() -> None:
    """'Moscow announced' is a mention of Russia when Russia is named too."""
    sentence = "Moscow/PROPN/nsubj/2 announced/VERB/root/0 it/PRON/obj/2 ./PUNCT/punct/2"
    doc = find_clusters(document(CAPITAL.format(sentence=sentence), ("Russia", "LOC"), ("Moscow", "LOC")))
    (russia,) = doc._.clusters
    assert (russia.name, russia.aliases) == ("Russia", ("Moscow",))


def test_a_capital_where_somebody_is_stays_a_city() -> None:
    """'in Moscow' is the city."""
    sentence = "She/PRON/nsubj/2 slept/VERB/root/0 in/ADP/case/4 Moscow/PROPN/obl/2 ./PUNCT/punct/2"
    doc = find_clusters(document(CAPITAL.format(sentence=sentence), ("Russia", "LOC"), ("Moscow", "LOC")))
    assert [cluster.name for cluster in doc._.clusters] == ["Russia", "Moscow"]
