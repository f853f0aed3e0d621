"""Descriptions that take up a name, and capitals that stand for a government."""

from spacy.tokens import Doc

from service.enrich.aliases.clusters import Cluster
from service.enrich.aliases.component import find_clusters
from service.enrich.aliases.descriptions.phrases import phrase
from service.enrich.quotes.attributions.sources import source_span
from service.enrich.tree import Tree
from tests.enrich.trees import VOCAB, document


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


def test_who_speaks_for_somebody_is_somebody_else() -> None:
    """ "A Holm spokesman" is not Holm."""
    doc = find_clusters(
        document(
            """
            A/DET/det/4 Ada/PROPN/compound/4 Holm/PROPN/flat/2 spokesman/NOUN/nsubj/5 slept/VERB/root/0 ./PUNCT/punct/5
            """,
            ("Ada Holm", "PERSON"),
        )
    )
    assert mentions(doc._.clusters, doc.text, "Ada Holm") == ["Ada Holm"]


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


def test_a_business_is_no_commission() -> None:
    """A noun for companies takes up no organisation whose name tells that it is none."""
    doc = find_clusters(
        document(
            """
            Nordic/PROPN/compound/2 Commission/PROPN/nsubj/3 met/VERB/root/0 ./PUNCT/punct/3
            The/DET/det/2 business/NOUN/nsubj/3 slept/VERB/root/0 ./PUNCT/punct/3
            """,
            ("Nordic Commission", "ORG"),
        )
    )
    assert mentions(doc._.clusters, doc.text, "Nordic Commission") == ["Nordic Commission"]


def test_a_vice_president_is_no_president() -> None:
    """ "The president" is the one in office, "the vice president" the other one."""
    doc = find_clusters(
        document(
            """
            President/PROPN/nmod:desc/2 Ada/PROPN/nsubj/4 Holm/PROPN/flat/2 left/VERB/root/0 ./PUNCT/punct/4
            Adam/PROPN/nsubj/8 Reuss/PROPN/flat/1 ,/PUNCT/punct/6 the/DET/det/6 vice/NOUN/compound/6 president/NOUN/appos/1 ,/PUNCT/punct/6 left/VERB/root/0 ./PUNCT/punct/8
            The/DET/det/3 vice/NOUN/compound/3 president/NOUN/nsubj/4 slept/VERB/root/0 ./PUNCT/punct/4
            The/DET/det/2 president/NOUN/nsubj/3 slept/VERB/root/0 ./PUNCT/punct/3
            """,
            ("Ada Holm", "PERSON"),
            ("Adam Reuss", "PERSON"),
        )
    )
    assert "The president" not in mentions(doc._.clusters, doc.text, "Adam Reuss")
    assert mentions(doc._.clusters, doc.text, "Adam Reuss")[-1] == "The vice president"


def test_the_minister_is_a_deputy_where_no_other_one_is_told() -> None:
    """As papers of many countries call deputies."""
    deputy = """
        Deputy/ADJ/amod/2 minister/NOUN/nmod:desc/3 Adam/PROPN/nsubj/5 Reuss/PROPN/flat/3 left/VERB/root/0 ./PUNCT/punct/5
        """
    minister = """
        Trade/NOUN/compound/2 minister/NOUN/nmod:desc/3 Ada/PROPN/nsubj/5 Holm/PROPN/flat/3 left/VERB/root/0 ./PUNCT/punct/5
        """
    said = "The/DET/det/2 minister/NOUN/nsubj/3 slept/VERB/root/0 ./PUNCT/punct/3"
    alone = find_clusters(document(f"{deputy}\n{said}", ("Adam Reuss", "PERSON")))
    both = find_clusters(document(f"{minister}\n{deputy}\n{said}", ("Ada Holm", "PERSON"), ("Adam Reuss", "PERSON")))
    assert mentions(alone._.clusters, alone.text, "Adam Reuss")[-1] == "The minister"
    assert mentions(both._.clusters, both.text, "Ada Holm")[-1] == "The minister"


def test_a_former_president_is_no_president() -> None:
    """ "The president" is who is one, "the former president" who was."""
    doc = find_clusters(
        document(
            """
            Ada/PROPN/nsubj/7 Holm/PROPN/flat/1 ,/PUNCT/punct/5 the/DET/det/5 president/NOUN/appos/1 ,/PUNCT/punct/5 left/VERB/root/0 ./PUNCT/punct/7
            Former/ADJ/amod/2 president/NOUN/nmod:desc/3 Adam/PROPN/nsubj/5 Reuss/PROPN/flat/3 left/VERB/root/0 ./PUNCT/punct/5
            The/DET/det/2 president/NOUN/nsubj/3 slept/VERB/root/0 ./PUNCT/punct/3
            The/DET/det/3 former/ADJ/amod/3 president/NOUN/nsubj/4 slept/VERB/root/0 ./PUNCT/punct/4
            """,
            ("Ada Holm", "PERSON"),
            ("Adam Reuss", "PERSON"),
        )
    )
    assert mentions(doc._.clusters, doc.text, "Ada Holm")[-1] == "The president"
    assert mentions(doc._.clusters, doc.text, "Adam Reuss")[-1] == "The former president"


def test_the_words_of_a_title_tell_which_minister_is_meant() -> None:
    """ "The labour minister" is not who was called a minister last, and neither is who stands beside one."""
    doc = find_clusters(
        document(
            """
            Labour/NOUN/compound/2 minister/NOUN/nmod:desc/3 Ada/PROPN/nsubj/5 Holm/PROPN/flat/3 left/VERB/root/0 ./PUNCT/punct/5
            Interior/NOUN/compound/2 minister/NOUN/nmod:desc/3 Adam/PROPN/nsubj/5 Reuss/PROPN/flat/3 left/VERB/root/0 ./PUNCT/punct/5
            The/DET/det/3 interior/NOUN/compound/3 minister/NOUN/nsubj/8 and/CCONJ/cc/7 the/DET/det/7 labour/NOUN/compound/7 minister/NOUN/conj/3 met/VERB/root/0 ./PUNCT/punct/8
            The/DET/det/3 labour/NOUN/compound/3 minister/NOUN/nsubj/4 slept/VERB/root/0 ./PUNCT/punct/4
            """,
            ("Ada Holm", "PERSON"),
            ("Adam Reuss", "PERSON"),
        )
    )
    assert mentions(doc._.clusters, doc.text, "Ada Holm")[-1] == "The labour minister"
    assert "The labour minister" not in mentions(doc._.clusters, doc.text, "Adam Reuss")


def test_a_role_with_its_complement_stands_with_the_name_behind_the_comma() -> None:
    """ "The spokesman for the port, Adam Reuss," is one person."""
    doc = find_clusters(
        document(
            """
            The/DET/det/2 spokesman/NOUN/nsubj/10 for/ADP/case/5 the/DET/det/5 port/NOUN/nmod/2 ,/PUNCT/punct/7 Adam/PROPN/appos/2 Reuss/PROPN/flat/7 ,/PUNCT/punct/7 left/VERB/root/0 ./PUNCT/punct/10
            """,
            ("Adam Reuss", "PERSON"),
        )
    )
    assert mentions(doc._.clusters, doc.text, "Adam Reuss") == ["The spokesman for the port", "Adam Reuss"]


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


def test_a_title_with_its_complement_stands_with_the_name_behind_it() -> None:
    """ "Minister of Works Ada Holm" is one person, who is later "the minister"; "officers" are not Ada Holm."""
    text = """
    {noun}/NOUN/nsubj/6 of/ADP/case/3 Works/PROPN/nmod/1 Ada/PROPN/appos/1 Holm/PROPN/flat/4 left/VERB/root/0 ./PUNCT/punct/6
    The/DET/det/2 minister/NOUN/nsubj/3 slept/VERB/root/0 ./PUNCT/punct/3
    """
    doc = find_clusters(document(text.format(noun="Minister"), ("Ada Holm", "PERSON")))
    assert mentions(doc._.clusters, doc.text, "Ada Holm") == ["Minister of Works", "Ada Holm", "The minister"]


def test_a_party_is_the_same_by_its_abbreviation_in_a_title() -> None:
    """ "The HAT secretary" is the secretary of the Halden Association of Teachers."""
    doc = find_clusters(
        document(
            """
            Halden/PROPN/compound/5 Association/PROPN/compound/5 of/ADP/case/4 Teachers/PROPN/nmod/2 secretary/NOUN/nmod:desc/6 Ada/PROPN/nsubj/8 Holm/PROPN/flat/6 left/VERB/root/0 ./PUNCT/punct/8
            The/DET/det/3 HAT/PROPN/compound/3 secretary/NOUN/nsubj/4 slept/VERB/root/0 ./PUNCT/punct/4
            """,
            ("Halden Association of Teachers", "ORG"),
            ("HAT", "ORG"),
            ("Ada Holm", "PERSON"),
        )
    )
    assert mentions(doc._.clusters, doc.text, "Ada Holm") == ["Ada Holm", "The HAT secretary"]


def test_a_description_ends_before_a_verb() -> None:
    """Trees make "told Nordfisk" a part of "a source" where they lose their way."""
    doc = find_clusters(
        document(
            """
            a/DET/det/2 spokesman/NOUN/root/0 told/VERB/case/4 Nordfisk/PROPN/nmod/2 ./PUNCT/punct/2
            The/DET/det/2 spokesman/NOUN/nsubj/3 slept/VERB/root/0 ./PUNCT/punct/3
            """,
            ("Nordfisk", "ORG"),
        )
    )
    assert [each.name for each in doc._.clusters] == ["a spokesman", "Nordfisk"]


def test_a_noun_is_described_with_what_a_hyphen_joins_to_it() -> None:
    """The director-general is no general."""
    words, deps = ["a", "director", "-", "general"], ["det", "compound", "punct", "ROOT"]
    doc = Doc(VOCAB, words, spaces=[True, False, False, False], heads=[3, 3, 3, 3], deps=deps)
    assert phrase(Tree.of(doc), 3) == (0, 3)
    assert source_span(Tree.of(doc), 3) == (0, 3)


def test_a_group_goes_by_its_whole_list() -> None:
    """ "The officials of Tarn, Brae and Lund", not "of Tarn": also where the tree parts the list."""
    doc = find_clusters(
        document(
            """
            The/DET/det/2 officials/NOUN/nsubj/9 of/ADP/case/4 Tarn/PROPN/nmod/2 ,/PUNCT/punct/6 Brae/PROPN/appos/2 and/CCONJ/cc/8 Lund/PROPN/conj/6 said/VERB/root/0 so/ADV/advmod/9 ./PUNCT/punct/9
            """,
            ("Tarn", "LOC"), ("Brae", "LOC"), ("Lund", "LOC"),
        )
    )  # fmt: skip
    assert "The officials of Tarn, Brae and Lund" in [cluster.name for cluster in doc._.clusters]
