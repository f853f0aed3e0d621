"""The names of the elements about a block, and their weights."""

from service.clean.html.blocks.render import blocks
from service.clean.html.body.name_weights import all_keys, name_features, name_keys
from service.clean.html.parse import parse

PAGE = """<div class="story-body"><section><div><p>First</p><p id="RelatedLinks">Second</p></div></section></div>"""


def test_a_block_has_the_words_of_the_names_about_it() -> None:
    """Those of near and of farther elements apart, pairs of words too."""
    second = all_keys(name_keys(blocks(parse(PAGE)))[1])
    assert {"near <p>", "near related", "near links", "near related links"} <= second
    assert {"far story", "far story body", "far <section>"} <= second
    assert "near story" not in second


def test_weights_add_up_and_neighbours_are_told() -> None:
    """Of the block, of the one before, of the one after; names without a weight count nothing."""
    found = name_features({"near related": -2.0, "near links": -1.0, "near <p>": 0.5}, name_keys(blocks(parse(PAGE))))
    assert found.tolist() == [[0.5, 0.0, -2.5], [-2.5, 0.5, 0.0]]
