"""Wordings that no article has: lines that hold one go, whatever the model makes of them."""

import pytest

from service.clean.lines.decision.boilerplate import boilerplate
from service.clean.lines.tokens.words import read_words
from tests.clean.cleaned import STORY, cleaned


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ten winters of storms",
        "RELATED | How Westport built its piers",
        "Read our full guide to the harbour",
        "Subscribe today and get every story about the coast as soon as it is written.",
        "That was the third storm of the winter. Follow us on Facebook for the latest from the coast.",
        "Have a tip? Ann Example may be reached at ann@sample.org.",
        "The eastern pier of Westport on Monday morning (Photo: Cy Lens/Sample)",
        "We may earn a commission when readers buy what we link to.",
        "Buy now at Sample Store",
        "Last updated on 3 March 2024 at 10:15",
        "https://www.sample.org/harbour/piers",
        "[gallery ids='12,13' link='file']",
        "Ten winters of storms in Westport Ten winters of storms in Westport",
    ],
)
def test_what_no_article_holds_goes_from_between_its_paragraphs(line: str) -> None:
    """However like a sentence of it, and whatever stands about it."""
    assert boilerplate([line], read_words([line], None))
    assert cleaned("\n".join([*STORY[:2], line, *STORY[2:]])).text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "“Sign up for the lifeboat,” the mayor told the young people of the town.",
        "The village may be reached by the flood before the week is over, the ministry fears.",
        "The island hopes to become a member of the union, to follow him at a distance and to support our neighbours.",
        "Related costs rose to 12 million pounds, the ministry said.",
        "Published in 2019, the report on the piers had asked for repairs.",
        "He asked them to watch the piers, to read the warnings and to see the full damage.",
    ],
)
def test_sentences_that_begin_or_read_alike_are_no_boilerplate(line: str) -> None:
    """What decides alone must be sure."""
    assert not boilerplate([line], read_words([line], None))
