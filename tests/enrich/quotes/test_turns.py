"""Whose words a quotation is: who goes on speaking, and who only stands near."""

import pytest

from service.enrich.aliases.clusters import Cluster, Mention
from service.enrich.aliases.component import find_clusters
from service.enrich.quotes.assemble import Assembler
from service.enrich.quotes.marks.runs import quotation_runs
from service.enrich.quotes.quotations import Speaker
from service.enrich.quotes.turns import Turns
from service.enrich.tree import Tree
from tests.enrich.quotes.found import DIRECT, HOLM, REUSS, quotes
from tests.enrich.trees import document

HE_SAID = '"/PUNCT/punct/3 It/PRON/nsubj/3 rained/VERB/ccomp/7 ,/PUNCT/punct/3 "/PUNCT/punct/3 he/PRON/nsubj/7 said/VERB/root/0 ./PUNCT/punct/7'


@pytest.mark.parametrize(
    ("first", "cue", "speaker", "goes_on"),
    [
        ("Reuss/PROPN/nsubj/8 said/VERB/root/0", 8, REUSS, True),
        ("Mrs/PROPN/nmod:desc/8 Holm/PROPN/nsubj/9 said/VERB/root/0", 9, ("Mrs Holm", "PERSON"), False),
        ("Reuss/PROPN/nsubj/8 said/VERB/root/0 ./PUNCT/punct/8 It/PRON/nsubj/11 rained/VERB/dep/8", 8, REUSS, False),
        ("Nordfisk/PROPN/nsubj/8 said/VERB/root/0", 8, ("Nordfisk", "ORG"), False),
    ],
)
def test_a_pronoun_behind_a_quotation_that_follows_another_is_its_speaker(
    first: str, cue: int, speaker: tuple[str, str], *, goes_on: bool
) -> None:
    """'"...," Reuss said. "...," he said': Reuss goes on; a woman, a body, and who spoke a sentence ago do not."""
    assert _goes_on(f"{DIRECT.format(clause=first, cue=cue)}\n{HE_SAID}", speaker) is goes_on


def test_who_answers_is_not_who_asked() -> None:
    """'"...?" Reuss asked. "...," he said': another one speaks."""
    asked = DIRECT.format(clause="Reuss/PROPN/nsubj/8 asked/VERB/root/0", cue=8).replace(",/PUNCT", "?/PUNCT", 1)
    assert _goes_on(f"{asked}\n{HE_SAID}", REUSS) is False


@pytest.mark.parametrize(("before", "named"), [("Ada Holm", "Ada Holm"), ("the director", "Adam Reuss")])
def test_who_goes_on_is_the_one_before_unless_only_the_other_has_a_name(before: str, named: str) -> None:
    """A pronoun seems to mean Reuss; 'the director said. "...," he said' tells of him, too."""
    kinds = {"Ada Holm": "named", "the director": "nominal", "Adam Reuss": "named"}
    clusters = [
        Cluster(name, "PERSON", name, (), None, (Mention(0, 1, kind, 0),))  # type: ignore[arg-type]
        for name, kind in kinds.items()
    ]
    turns = Turns(Tree.of(document(HE_SAID)), clusters)
    assert turns.named(Speaker(before, before), Speaker("Adam Reuss", "Adam Reuss")) == Speaker(named, named)


def _goes_on(text: str, speaker: tuple[str, str]) -> bool:
    """Whether the second quotation of a text is by the speaker of the first."""
    doc = find_clusters(document(text, speaker))
    tree = Tree.of(doc)
    first, second = Assembler(tree, quotation_runs(tree.text)).assemble()
    cluster = doc._.clusters[0]
    return Turns(tree, doc._.clusters).goes_on(first, second, Speaker(cluster.id, cluster.name))


def test_the_name_before_a_role_that_no_comma_ends_is_who_speaks() -> None:
    """'"...," Ada Holm, the director told Reuss': whatever the tree makes of it, the director is Holm."""
    clause = "Ada/PROPN/dep/12 Holm/PROPN/flat/7 ,/PUNCT/punct/11 the/DET/det/11 director/NOUN/nsubj/12 told/VERB/root/0 Reuss/PROPN/obj/12"
    ((*_, speaker),) = quotes(DIRECT.format(clause=clause, cue=12), HOLM, REUSS)
    assert speaker == "Ada Holm"


def test_a_statement_from_somebodys_family_is_not_hers() -> None:
    """ "A statement from Holm's family said": Holm may be dead."""
    text = """
    A/DET/det/2 statement/NOUN/nsubj/8 from/ADP/case/7 Ada/PROPN/nmod:poss/7 Holm/PROPN/flat/4 's/PART/case/4 family/NOUN/nmod/2 said/VERB/root/0 roads/NOUN/nsubj/10 closed/VERB/ccomp/8 ./PUNCT/punct/8
    """
    assert [found[4] for found in quotes(text, HOLM)] == ["A statement from Ada Holm's family"]


def test_a_letter_with_a_date_is_the_source_behind_its_word_of_saying() -> None:
    """'"...," reads a May 3, 2019 letter': the comma of the date ends no phrase."""
    clause = "says/VERB/root/0 a/DET/det/13 May/PROPN/nmod/13 3/NUM/nummod/9 ,/PUNCT/punct/9 2019/NUM/nummod/9 letter/NOUN/obj/7"
    ((*_, source, _),) = quotes(DIRECT.format(clause=clause, cue=7))
    assert source == "a May 3, 2019 letter"


LEAD = "Ada/PROPN/nsubj/4 Holm/PROPN/flat/1 had/AUX/aux/4 praised/VERB/root/0 roads/NOUN/obj/4 ./PUNCT/punct/4"
WORDS = " ".join(f"word{number}/NOUN/dep/2" for number in range(16))


@pytest.mark.parametrize(
    ("before", "speakers"),
    [(LEAD, ["Ada Holm"]), (LEAD.replace("Ada", "Those").replace("Holm", "people"), [])],
)
def test_a_paragraph_between_marks_is_by_the_person_of_whom_the_sentence_before_tells(
    before: str, speakers: list[str]
) -> None:
    """Even where nothing was quoted before; by nobody known it may be a slogan."""
    found = quotes(f'{before}\n\n"/PUNCT/punct/2 {WORDS} ./PUNCT/punct/2 "/PUNCT/punct/2', HOLM)
    assert [each[4] for each in found] == speakers
