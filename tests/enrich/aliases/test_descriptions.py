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


def taken_up(text: str, phrase: str, *names: tuple[str, str]) -> str | None:
    """Name of the cluster that a phrase (its last place) is a mention of."""
    doc = find_clusters(document(text, *names))
    place = doc.text.rindex(phrase)
    return next((each.name for each in doc._.clusters if place in [mention.start for mention in each.mentions]), None)


LEFT = "{name}/PROPN/nsubj/2 left/VERB/root/0 ./PUNCT/punct/2\n"
SLEPT = "The/DET/det/2 {noun}/NOUN/nsubj/3 slept/VERB/root/0 ./PUNCT/punct/3\n"
RAINED = "It/PRON/nsubj/2 rained/VERB/root/0 ./PUNCT/punct/2\n"


def test_the_company_is_the_one_that_acted_last() -> None:
    """And none that was named long before: in "Nordfisk sold Orcham a ship" the company is Nordfisk."""
    sold = "Nordfisk/PROPN/nsubj/2 sold/VERB/root/0 Orcham/PROPN/iobj/2 ships/NOUN/obj/2 ./PUNCT/punct/2\n"
    names = (("Nordfisk", "ORG"), ("Orcham", "ORG"))
    assert taken_up(sold + SLEPT.format(noun="company"), "The company", *names) == "Nordfisk"
    assert taken_up(sold + RAINED * 3 + SLEPT.format(noun="company"), "The company", *names) is None


def test_an_agency_is_rather_a_public_body() -> None:
    """ "Nordfisk asked the Fisheries Ministry; the agency slept": the ministry."""
    text = "Nordfisk/PROPN/nsubj/2 asked/VERB/root/0 Fisheries/PROPN/compound/4 Ministry/PROPN/obj/2 ./PUNCT/punct/2\n"
    names = (("Nordfisk", "ORG"), ("Fisheries Ministry", "ORG"))
    assert taken_up(text + SLEPT.format(noun="agency"), "The agency", *names) == "Fisheries Ministry"
    assert taken_up(text + SLEPT.format(noun="company"), "The company", *names) == "Nordfisk"


def test_the_body_is_no_organisation() -> None:
    """It is somebody's, or a dead one's, far more often."""
    assert taken_up(LEFT.format(name="Nordfisk") + SLEPT.format(noun="body"), "The body", ("Nordfisk", "ORG")) is None


def test_the_country_is_who_is_named_most_of_the_last_ones() -> None:
    """Not the last of a list of others; "that country" is the last one."""
    text = LEFT.format(name="Norway") * 2 + LEFT.format(name="Chile")
    names = (("Norway", "LOC"), ("Chile", "LOC"))
    assert taken_up(text + SLEPT.format(noun="country"), "The country", *names) == "Norway"
    that = SLEPT.format(noun="country").replace("The", "That")
    assert taken_up(text + that, "That country", *names) == "Chile"


def test_the_country_far_from_any_name_is_the_one_that_the_text_tells_of_mostly() -> None:
    """With two that are named alike it is none."""
    names = (("Norway", "LOC"), ("Chile", "LOC"))
    far = RAINED * 3 + SLEPT.format(noun="country")
    assert taken_up(LEFT.format(name="Norway") * 2 + LEFT.format(name="Chile") + far, "The country", *names) == "Norway"
    assert taken_up(LEFT.format(name="Norway") + LEFT.format(name="Chile") + far, "The country", *names) is None


def test_a_place_is_no_company_that_has_its_name_in_front() -> None:
    """Of "Kent, ferry company" only trees make Kent one."""
    text = "Kent/PROPN/nsubj/4 ,/PUNCT/punct/3 company/NOUN/appos/1 left/VERB/root/0 ./PUNCT/punct/4\n" + SLEPT.format(
        noun="company"
    )
    assert taken_up(text, "The company", ("Kent", "LOC")) is None
    assert taken_up(text, "The company", ("Kent", "ORG")) == "Kent"


def test_the_official_is_none_of_two_officials() -> None:
    """One is taken up by a phrase for one."""
    text = "Two/NUM/nummod/2 {noun}/NOUN/nsubj/3 left/VERB/root/0 ./PUNCT/punct/3\n"
    assert taken_up(text.format(noun="officials") + SLEPT.format(noun="official"), "The official") is None
    assert taken_up(text.format(noun="official") + SLEPT.format(noun="official"), "The official") == "Two official"


def test_a_head_is_a_person_only_as_one_of_something() -> None:
    """ "The head of a port", not a head that hurts."""
    text = "A/DET/det/2 head/NOUN/nsubj/{verb} {of}said/VERB/root/0 ./PUNCT/punct/{verb}"
    assert taken_up(text.format(of="", verb=3), "A head") is None
    assert taken_up(text.format(of="of/ADP/case/4 ports/NOUN/nmod/2 ", verb=5), "A head") == "A head of ports"


def test_a_title_with_its_complement_stands_with_the_name_however_the_tree_hangs_it() -> None:
    """ "Minister of works Ada Holm said": one person, also where the name hangs on the verb; a pupil's mother is two."""
    text = (
        "{noun}/NOUN/nsubj/6 of/ADP/case/3 {complement}/NOUN/nmod/1 Ada/PROPN/nsubj/6 Holm/PROPN/flat/4 "
        "said/VERB/root/0 ./PUNCT/punct/6"
    )
    name = ("Ada Holm", "PERSON")
    assert taken_up(text.format(noun="Minister", complement="works"), "Minister", name) == "Ada Holm"
    assert taken_up(text.format(noun="Secretary", complement="activist"), "Secretary", name) != "Ada Holm"
    assert taken_up(text.format(noun="Mother", complement="works"), "Mother", name) != "Ada Holm"


def test_somebody_named_so_is_who_has_the_name() -> None:
    """ "A student named Holm said" tells of one person."""
    text = "A/DET/det/2 student/NOUN/nsubj/5 {named}/VERB/acl/2 Holm/PROPN/xcomp/3 said/VERB/root/0 ./PUNCT/punct/5"
    assert taken_up(text.format(named="named"), "A student", ("Holm", "PERSON")) == "Holm"
    assert taken_up(text.format(named="met"), "A student", ("Holm", "PERSON")) == "A student"


def test_several_roles_before_a_name_are_of_one_person() -> None:
    """ "Lead researcher and founder Ada Holm", all on Ada."""
    text = (
        "lead/ADJ/amod/2 researcher/NOUN/appos/5 and/CCONJ/cc/4 founder/NOUN/conj/2 Ada/PROPN/nsubj/7 Holm/PROPN/flat/5 "
        "said/VERB/root/0 ./PUNCT/punct/7"
    )
    assert taken_up(text, "lead", ("Ada Holm", "PERSON")) == "Ada Holm"
