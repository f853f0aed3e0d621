"""Lines of a text: leftovers go, each with its reason; the article stays; the guard."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.clean.lines.decision.decide import MAX_LINES, Judgement, decide, judge_scores
from service.clean.lines.decision.phrases import ANYWHERE
from service.clean.lines.decision.reasons import reasons
from service.clean.lines.tokens.words import read_words
from service.clean.text import MAX_PARAGRAPH_CHARACTERS, read_text, split_sentences
from tests.clean.cleaned import STORY, cleaned

HEADLINES = [
    "Lottery Winner Gives Half Of His Prize To School -",
    "Actor Breaks Silence On Split After Eleven Years -",
    "Why Doctors Now Advise Against This Common Habit -",
    "Team Secures Third Title With Late Goal In Final -",
    "New Phone Is Thinner, Lighter And More Expensive -",
]


@given(st.text("a. \n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\u00a0"))
def test_a_text_is_split_at_every_break_and_at_nothing_else(body: str) -> None:
    """Blank lines are left out; a break of two characters is one."""
    pieces = re.finditer(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+", body)
    assert list(read_text(body).lines) == [piece.span() for piece in pieces if piece[0].strip()]


def test_a_tail_of_other_headlines_goes_and_is_told() -> None:
    """The dash between story and list belongs to the list."""
    body = "\n".join(["Storm closes Westport harbour", *STORY, "-", *HEADLINES])
    article = cleaned(body)
    removed = [(body[r["raw_start"] : r["raw_end"]], r["reason"]) for r in article.cleaning["removed"]]
    assert removed == [(line, "related") for line in ["-", *HEADLINES]]
    assert article.related_headlines == [line.removesuffix(" -") for line in HEADLINES]
    assert article.text == "\n\n".join(["Storm closes Westport harbour", *STORY])
    assert article.title == "Storm closes Westport harbour"
    assert article.dateline is not None
    assert article.dateline["agency"] == "Reuters"


def test_leftovers_about_a_story_become_fields() -> None:
    """A byline names authors, a caption is kept as a caption."""
    body = "\n".join(
        ["Storm closes Westport harbour", "By Ann Example and Bo Sample", "Published: 3 March 2024", "Share",
         *STORY[:2], "The harbour of Westport. Photo: Getty Images", *STORY[2:], "Advertisement",
         "Sign up for our newsletter", "Read more: Ten winters of storms"]
    )  # fmt: skip
    article = cleaned(body)
    told = {body[r["raw_start"] : r["raw_end"]]: r["reason"] for r in article.cleaning["removed"]}
    assert told == {
        "By Ann Example and Bo Sample": "byline",
        "Published: 3 March 2024": "date",
        "Share": "share",
        "The harbour of Westport. Photo: Getty Images": "caption",
        "Advertisement": "ad",
        "Sign up for our newsletter": "subscribe",
        "Read more: Ten winters of storms": "readmore",
    }
    assert article.authors == ["Ann Example", "Bo Sample"]
    assert article.captions == ["The harbour of Westport. Photo: Getty Images"]
    assert all(0.5 <= removal["score"] <= 1 for removal in article.cleaning["removed"])
    assert 0 < article.cleaning["kept_ratio"] < 1


def test_the_first_paragraph_of_an_agency_stays_below_a_menu() -> None:
    """Nothing but a story opens with a place and an agency, whatever the model makes of the line."""
    opening = "WESTPORT, Sample (AP) — Divers looked at both piers on Tuesday and found more cracks in the wall."
    judged = judge_scores(["Share", opening], read_words(["Share", opening], None), np.array([0.9, 0.1], np.float32))
    assert decide(["Share", opening], judged).reasons == [None, None]


def test_what_the_producer_gives_wins_over_what_is_found() -> None:
    """A scraper that knows the author knows better than a byline."""
    body = "\n".join(["Storm closes Westport harbour", "By Ann Example", *STORY])
    assert cleaned(body, authors=["Cy Given"]).authors == ["Cy Given"]


def test_a_text_of_sentences_only_is_kept_whole() -> None:
    """Nothing is removed for being there."""
    article = cleaned("\n\n".join(STORY))
    assert article.cleaning["removed"] == []
    assert article.cleaning["kept_ratio"] == 1
    assert article.cleaning["warnings"] == []


def test_a_text_without_line_breaks_is_judged_by_sentences() -> None:
    """The list at its end still goes, and what is kept is one paragraph."""
    story = " ".join(STORY * 6)
    article = cleaned(f"{story} Read more. Share. Subscribe to our newsletter.", title="Storm")
    assert article.cleaning["extractor"] == "sentences"
    assert article.cleaning["warnings"] == ["line_breaks_lost"]
    assert article.text.startswith(f"Storm\n\n{story}")


def test_sentences_leave_nothing_out() -> None:
    """But the spaces between them; what has no end mark is cut at a space."""
    raw = "He met the U.S. envoy. “Why not?” she asked. " + "word " * MAX_PARAGRAPH_CHARACTERS
    spans = split_sentences(raw, 0, len(raw))
    assert "".join(raw[start:end] for start, end in spans).replace(" ", "") == raw.replace(" ", "")
    assert all(
        end - start <= MAX_PARAGRAPH_CHARACTERS and raw[start:end].strip() == raw[start:end] for start, end in spans
    )


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x0c", "\x85"])
def test_every_line_break_there_is_breaks_lines(mark: str) -> None:
    """Scrapers run everywhere."""
    assert read_text(f"one{mark}{mark} {mark}two").lines == (
        (0, 3),
        (3 + 2 * len(mark) + 1 + len(mark), 6 + 3 * len(mark) + 1),
    )


def judgement(*scores: float) -> Judgement:
    return Judgement(np.array(scores, np.float32), 0.5, np.ones(len(scores), np.int64))


def test_when_nothing_would_be_left_everything_is_kept() -> None:
    """Losing an article is worse than keeping a menu; the record says so."""
    decision = decide(["Home", "News", "Sport"], judgement(0.1, 0.2, 0.3))
    assert decision.reasons == [None, None, None]
    assert decision.fallback
    assert "kept_all" in decision.warnings


def test_a_text_in_another_language_is_kept_whole() -> None:
    """The model has read English only."""
    line = "Der Hafen wurde am Montag geschlossen, nachdem ein Sturm beide Molen beschädigt hatte."
    article = cleaned("\n".join([line, "Mehr lesen", line]))
    assert article.cleaning["removed"] == []
    assert "not_english" in article.cleaning["warnings"]


def test_lines_beyond_the_limit_are_kept_unjudged() -> None:
    """So that an endless list costs no more than a long one."""
    article = cleaned("\n".join([*STORY, *["Share"] * MAX_LINES]))
    assert "lines_not_judged" in article.cleaning["warnings"]
    assert article.text.endswith("Share")


def test_markup_knows_the_reason_better_than_words() -> None:
    """A hint of the reader wins; what is kept has no reason."""
    assert reasons(["A lake", "A lake at night"], [False, True], ["caption", "caption"]) == ["caption", None]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("© 2024 The Example. All rights reserved.", "legal"),
        ("Subscribe to our newsletter", "subscribe"),
        ("ADVERTISEMENT", "ad"),
        ("12 Comments", "comments"),
        ("READ MORE: Ten winters of storms", "readmore"),
        ("Facebook", "share"),
        ("By Ann Example", "byline"),
        ("A harbour at night. Image credit: Bo Sample", "caption"),
        ("Last updated 3 March 2024", "date"),
        ("3 hours ago", "date"),
        ("Skip to content", "navigation"),
        ("***", "symbol"),
        ("Minister's comments on cookies draw anger from bakers", "related"),
        ("Elsewhere", "other"),
    ],
)
def test_a_removed_line_tells_why(line: str, reason: str) -> None:
    """By its words; a headline on comments is no comment."""
    assert reasons([line], [False]) == [reason]


def test_a_second_copy_is_a_repeat() -> None:
    """When nothing else tells why."""
    assert reasons(["Big wave", "Big wave"], [True, False]) == [None, "repeat"]


@pytest.mark.parametrize(
    "line",
    [
        "Text may not be reproduced",
        "It first appeared in print",
        "We use cookies",
        "Please log in",
        "Now: free trial",
        "For unlimited digital access",
        "The story continues below",
        "Earn a small commission",
        "Then join the discussion",
        "Now have your say",
        "Please like us on Facebook",
        "Ann Example is a senior fellow",
        "She can be reached at home",
        "Ann, left, handout",
        "A boat (AP)",
        "A boat. AP / Bo Sample",
        "3 min read",
        "Or become a member",
        "This was originally published here",
        "Will you support our journalism",
        "Please show all 12 replies",
    ],
)
def test_the_quick_look_for_phrases_misses_none(line: str) -> None:
    """What the patterns would find, is hinted at by one of the words that are looked for first."""
    found = [hints for _, hints, pattern in ANYWHERE if pattern.search(line.lower())]
    assert found
    assert all(any(hint in line.lower() for hint in hints) for hints in found)
