"""Which element holds the story of a page, by its name and the text in it."""

from service.clean.html.blocks.prune import prune
from service.clean.html.blocks.render import blocks
from service.clean.html.body.features import word_counts
from service.clean.html.body.story import FAR, PLACES, Story, find_story
from service.clean.html.parse import parse

ONE = "<p>The council of Upper Sample voted on Monday to repair the old bridge over the Brook.</p>"
TWO = "<p>Work will begin in the autumn, the mayor said, and it will cost less than was feared at first.</p>"
OTHER = "<p>Readers of this paper have told us again and again how much they like our letters from abroad.</p>"


def read(body: str) -> tuple[list[str], Story]:
    """The beginnings of the blocks that are taken, and all that is read."""
    tree = parse(f"<html><body>{body}</body></html>")
    prune(tree)
    found = blocks(tree)
    story = find_story(found, word_counts([block.text for block in found]))
    return [block.text[:4] for block, taken in zip(found, story.taken, strict=True) if taken], story


def test_the_element_named_for_the_story_holds_it() -> None:
    """What stands beside it is not taken."""
    taken, story = read(f"<div class='article-body'>{ONE}{TWO}</div><div>{OTHER}</div>")
    assert taken == ["The ", "Work"]
    assert story.places[0].tolist() == [1, FAR, FAR, 1, 0]


def test_what_is_named_otherwise_within_it_stands_apart() -> None:
    """So do figures and asides, whatever they are named."""
    apart = f"<div class='newsletter'>{OTHER}</div><aside>{OTHER}</aside>"
    taken, story = read(f"<div class='story-content'>{ONE}{apart}{TWO}</div>")
    assert taken == ["The ", "Work"]
    assert story.places[1:3, 4].tolist() == [1, 1]


def test_a_name_about_most_of_the_page_tells_nothing() -> None:
    """Builders of pages call everything a widget."""
    taken, _ = read(f"<div class='widget'><div class='post-content'>{ONE}{TWO}</div></div><footer>{OTHER}</footer>")
    assert taken == ["The ", "Work"]


def test_without_names_the_innermost_element_with_nearly_all_text_holds_it() -> None:
    """What is within links counts little."""
    menu = "".join(f"<li><a href='/{number}'>Letters from abroad and much more</a></li>" for number in range(20))
    assert read(f"<ul>{menu}</ul><div><div>{ONE}{TWO}</div></div><p>Letters to us</p>")[0] == ["The ", "Work"]


def test_a_story_may_be_a_list() -> None:
    """Short lines count when they are many."""
    entries = "".join(f"<li>Prize {number}</li>" for number in range(60))
    assert len(read(f"<div>{OTHER}</div><div class='entry-content'><ul>{entries}</ul></div>")[0]) == 60


def test_a_block_that_is_a_link_leads_elsewhere() -> None:
    """Even in the midst of the story."""
    link = "<p><a href='/1'>Floods close three roads in the north</a></p>"
    assert read(f"<div class='article-body'>{ONE}{link}{TWO}</div>")[0] == ["The ", "Work"]


def test_a_page_without_text_has_no_story() -> None:
    """Nothing is taken and nothing fails."""
    _, story = read("")
    assert story.taken.shape == (0,) and story.places.shape == (0, PLACES)
