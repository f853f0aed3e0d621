"""What each corpus says of a word: one tag, some, or nothing."""

import numpy as np

from service.enrich.encoder.labels import NAME_TAGS
from training.mentions import tree_tags
from training.tagsets import exact_tags, wikigold_tags


def test_own_convention_allows_one_tag_a_word() -> None:
    """Where the nine labels are labelled, every word has its one tag."""
    assert _told(exact_tags(4, [(1, 3, "ORG")])) == [{"O"}, {"B-ORG"}, {"I-ORG"}, {"O"}]


def test_wikigold_says_nothing_of_dates_and_money() -> None:
    """It does not label them: outside its names they stay possible, names do not."""
    [tags] = _told(wikigold_tags(["O"]))
    assert tags == {"O", "B-DATE", "I-DATE", "B-MONEY", "I-MONEY"}


def test_wikigold_miscellany_may_be_a_nationality() -> None:
    """Its MISC covers ours, peoples and products; the second word of a name continues it."""
    first, second = _told(wikigold_tags(["I-MISC", "I-MISC"]))
    assert first == {"B-MISC", "B-NORP", "B-PRODUCT"}
    assert second == {"I-MISC", "I-NORP", "I-PRODUCT"}


def test_treebank_without_mentions_says_nothing() -> None:
    """Every tag is possible at every word."""
    assert _told(tree_tags(["Kampala", "sleeps"], ["NNP", "VBZ"], None)) == [set(NAME_TAGS)] * 2


def test_mention_of_proper_nouns_is_a_name() -> None:
    """GUM's place is our place or building; lower-case words outside are none."""
    words, xpos = ["in", "the", "Sea", "of", "Azov"], ["IN", "DT", "NNP", "IN", "NNP"]
    told = _told(tree_tags(words, xpos, [(1, 5, "place")]))
    inside = {"I-LOC", "I-FAC"}
    assert told == [{"O"}, {"O"}, {"B-LOC", "B-FAC"}, inside, inside]


def test_title_stands_outside_the_name() -> None:
    """A title in a mention of a person may be anything, the name after it is the name."""
    told = _told(tree_tags(["President", "Obama"], ["NNP", "NNP"], [(0, 2, "person")]))
    assert told == [set(NAME_TAGS), {"B-PERSON"}]


def test_longest_name_wins() -> None:
    """A place in a university's name is no place of its own."""
    words, xpos = ["University", "of", "Leeds"], ["NNP", "IN", "NNP"]
    told = _told(tree_tags(words, xpos, [(2, 3, "place"), (0, 3, "organization")]))
    assert told == [{"B-ORG"}, {"I-ORG"}, {"I-ORG"}]


def test_nominal_mention_is_no_name() -> None:
    """A mention without a proper noun tells that its words are none."""
    assert _told(tree_tags(["the", "old", "man"], ["DT", "JJ", "NN"], [(0, 3, "person")])) == [{"O"}] * 3


def test_other_kinds_of_mention_leave_their_words_open() -> None:
    """An event may be ours to name or not."""
    told = _told(tree_tags(["the", "Battle", "of", "Hastings"], ["DT", "NNP", "IN", "NNP"], [(0, 4, "event")]))
    assert told == [set(NAME_TAGS)] * 4


def _told(rows: np.ndarray) -> list[set[str]]:
    return [{NAME_TAGS[index] for index in row.nonzero()[0]} for row in rows]
