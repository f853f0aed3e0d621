"""How a page becomes blocks, and what each remembers of where it stood."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.clean.html import read_html
from service.clean.html.blocks.element_names import hints, words
from service.clean.html.blocks.prune import prune
from service.clean.html.blocks.render import Block, blocks
from service.clean.html.body.features import BLOCK_FEATURE_COUNT, block_features, declared_shares, word_counts
from service.clean.html.body.judge import best_threshold
from service.clean.html.body.markup_reasons import markup_reason
from service.clean.html.body.story import find_story
from service.clean.html.parse import parse
from service.errors import Rejected


def rendered(body: str) -> list[Block]:
    tree = parse(f"<html><body>{body}</body></html>")
    prune(tree)
    return blocks(tree)


def texts(body: str) -> list[str]:
    return [block.text for block in rendered(body)]


def test_a_block_is_one_line() -> None:
    """However the page breaks and indents it."""
    assert texts("<p>One\n\t two<br>\n  three </p>") == ["One two", "three"]


def test_inline_tags_and_comments_do_not_break_a_line() -> None:
    """Only block elements and line breaks do."""
    assert texts("<p>One <b>bold</b><!-- x --> <a href=y>link</a>.<br>Two.</p>Three") == [
        "One bold link.",
        "Two.",
        "Three",
    ]


def test_a_row_of_a_table_is_one_line() -> None:
    """Its cells stand apart."""
    assert texts("<table><tr><td>Votes</td><td>12</td></tr><tr><td>Against<td>3</tr></table>") == [
        "Votes 12",
        "Against 3",
    ]


def test_scripts_menus_and_hidden_elements_hold_no_text() -> None:
    """They are not shown or not read."""
    unseen = "<nav><p>Home</p></nav><script>x</script><p hidden>H</p><p style='DISPLAY: none'>N</p>"
    assert texts(f"<p>Text one.</p><p>Text two.</p>{unseen}") == ["Text one.", "Text two."]


@pytest.mark.parametrize("seen_by_none", ["class='sr-only'", "class='x_visually-hidden_3'", "style='clip: rect(0 0)'"])
def test_what_is_only_read_aloud_is_no_part_of_a_sentence(seen_by_none: str) -> None:
    """The names of icons stand in the midst of it."""
    assert texts(f"<p>The <a href=x>bank<span {seen_by_none}>, opens new tab</span></a> agreed.</p><p>Two.</p>") == [
        "The bank agreed.",
        "Two.",
    ]


def test_marks_of_notes_are_no_part_of_a_word() -> None:
    """A power stays."""
    assert texts("<p>The study<sup><a href='#note-1'>1</a></sup> names 3 m<sup>2</sup>.</p>") == [
        "The study names 3 m2."
    ]


def test_an_element_named_a_line_break_is_one() -> None:
    """Some publishers draw them so."""
    assert texts("<div>One.<span class='x br'></span>Two.</div>") == ["One.", "Two."]


def test_a_list_of_cookies_is_not_read() -> None:
    """Sites that ask for consent tell in whole sentences what each cookie is for."""
    asking = "<div class='wt-cli-cookie-description'><table><tr><td>_id<td>This cookie is set by ads.</table></div>"
    assert texts(f"<p>Text one.</p><p>Text two.</p>{asking}") == ["Text one.", "Text two."]


def test_a_page_that_notes_consent_in_its_names_is_read() -> None:
    """Scripts put such names on the element about everything; it has the headline in it."""
    assert texts("<main class='cookie-notice-hidden'><h1>Title</h1><div>One.</div></main>") == ["Title", "One."]


@pytest.mark.parametrize("outer", ["<form>{}</form>", "<nav>{}</nav>", "<div style='display:none'>{}</div>"])
def test_an_element_about_the_whole_article_is_read_whatever_it_is(outer: str) -> None:
    """Pages within one form, menus never closed, bodies that a script will show."""
    assert texts(outer.format("<p>One.</p><p>Two.</p>")) == ["One.", "Two."]


def test_a_block_knows_how_much_of_it_is_a_link() -> None:
    """By characters, without blanks."""
    linked, plain = rendered("<p>ab <a href=x>cd</a></p><p>plain</p>")
    assert (linked.link_share, plain.link_share) == (0.5, 0.0)


def test_the_names_about_a_block_give_a_reason() -> None:
    """The innermost telling name wins; words are read out of any style of writing them."""
    (caption,) = rendered('<div class="related"><figure><figcaption>A bridge</figcaption></figure></div>')
    (teaser,) = rendered('<div class="articleBody"><div class="RelatedStories-list"><p>More</p></div></div>')
    (story,) = rendered("<article><p>Text.</p></article>")
    assert (markup_reason(caption), markup_reason(teaser), markup_reason(story)) == ("caption", "related", None)
    assert words("ArticleBody__text-3x") == ("article", "body", "text")
    assert hints("share-tools") and not hints("zzz")


def test_of_each_block_the_share_is_known_that_another_text_tells() -> None:
    """Lines of few words must stand as lines."""
    found = declared_shares(["A b c, d e f.", "one two", "x"], "a b c d e f\none two three")
    assert found.tolist() == [1.0, 0.0, 0.0]


def test_words_of_blocks_are_counted() -> None:
    """Apostrophes and dashes part them, as the sources of the labels count."""
    assert word_counts(["Don't stop-over.", "…", "İznik, 3 Ärzte_x"]).tolist() == [4, 0, 4]


def test_features_have_the_announced_columns() -> None:
    """The weights depend on it."""
    found = rendered("<p>One two three.</p><ul><li>Four</li></ul>")
    sizes = word_counts([block.text for block in found])
    assert block_features(found, sizes, find_story(found, sizes), sizes * 0).shape == (2, BLOCK_FEATURE_COUNT)


def test_of_a_page_that_is_certain_what_is_likely_is_kept() -> None:
    """Of one that is not, more."""
    sizes = np.array([100.0, 100.0])
    assert best_threshold(np.array([1.0, 0.0], np.float32), sizes) == pytest.approx(0.5)
    assert best_threshold(np.array([0.3, 0.2], np.float32), sizes) < 0.25


MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div class='x'>",
            "</div>",
            "<a>",
            "</a>",
            "<td>",
            "<tr>",
            "<br>",
            "word ",
            "\x00",
            "\ud800",
            "&lt;",
            "<nav>",
        ]
    ),
    max_size=40,
).map("".join)


@given(MARKUP)
def test_every_block_lies_in_the_raw_text_in_order(body: str) -> None:
    """Lines do not overlap, each has a score, and no markup breaks the reading."""
    try:
        page = read_html(body)
    except Rejected:
        return
    assert len(page.lines) == len(page.scores or ()) == len(page.hints)
    end = -1
    for start, after in page.lines:
        assert end < start <= after <= len(page.raw)
        end = after
