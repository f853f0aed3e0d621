"""The date that a page shows in a line of its own between the headline and the story."""

from service.clean.html.metadata.timestamps import lone_timestamp
from service.clean.html.parse import Element, find_elements, text_of

_BELOW_HEADLINE = find_elements(
    "(//h1)[1]/following::*[text()[normalize-space()]]"
    "[not(self::script or self::style or self::noscript)]"
    "[not(ancestor-or-self::*[self::figure or self::nav or self::aside or self::footer])]"
    "[position() <= 20]"
)
STORY_WORDS = 12  # of an element that is part of the story
HEADLINE_WORDS = 4  # of a link that is the headline of another story


def shown_date(tree: Element) -> str | None:
    """The date below the headline, as RFC 3339.

    It stands beside names, sections and buttons. A date behind running text is told by the story,
    one behind the headline of another story is that story's.

    Args:
        tree: of the whole page; it is not changed.
    """
    for element in _BELOW_HEADLINE(tree):
        text = text_of(element)
        if found := lone_timestamp(text):
            return found
        words = len(text.split())
        if words >= STORY_WORDS or (words >= HEADLINE_WORDS and _is_linked(element)):
            return None
    return None


def _is_linked(element: Element) -> bool:
    return element.tag == "a" or next(element.iterancestors("a"), None) is not None
