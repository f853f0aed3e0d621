"""Which organisation, country or person a later phrase takes up: "the company", "the country", "the official"."""

from service.enrich.aliases.component import find_clusters
from tests.enrich.trees import document


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
