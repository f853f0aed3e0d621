"""What the names of elements (``class``, ``id``, ``role``) hint at, and which elements stand about a text."""

import re
from functools import lru_cache

HINTS = tuple(
    (kind, re.compile(parts))
    for kind, parts in (
        ("article", r"article|story|post|entry|content|body|text|main"),
        ("related", r"relat|recommend|more-|also|trending|popular|most-|teaser|promo|card|list|read-|river|feed|"
                    r"outbrain|taboola|rail|latest"),
        ("caption", r"caption|figure|image|photo|media|gallery|slide|credit|video"),
        ("share", r"share|social|follow|tool|button|toolbar"),
        ("subscribe", r"newsletter|subscri|signup|sign-up|paywall|promo|advert|\bad-|-ad\b|sponsor|banner|cookie|"
                      r"consent|modal|popup"),
        ("comment", r"comment|disqus|discussion|reply"),
        ("about", r"author|byline|bio|meta|date|time|tag|topic|breadcrumb|kicker|label|categor"),
        ("frame", r"footer|header|sidebar|side-|nav|menu|widget|aside|complementary|secondary|masthead"),
        ("lead", r"summary|dek|standfirst|subtitle|subhead|lead|intro|excerpt|description|headline|title"),
    )
)  # fmt: skip
"""Kinds of names, by what they hint at; hints only, weighed by the line model."""

TAGS = (
    "p", "li", "h1", "h2", "h3", "h4", "div", "blockquote", "figcaption", "tr", "article", "section", "dd", "pre",
)  # fmt: skip
"""Elements a block can stand in, by their columns of features; others count as none of them."""

WITHIN = ("article", "main", "aside", "figure", "ul", "table", "header", "footer", "blockquote", "section")
"""Elements a block can stand within, by their columns of features."""

WITHIN_BITS = {name: 1 << bit for bit, name in enumerate(WITHIN)}
WITHIN_BITS["ol"] = WITHIN_BITS["ul"]

_SEARCHES = tuple((1 << bit, pattern.search) for bit, (_, pattern) in enumerate(HINTS))
_WORDS = re.compile(r"[a-z]{2,}")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MAX_CHARACTERS = 80  # characters of a name that are looked at


def hints(name: str) -> int:
    """The bits of HINTS for one name."""
    name = name[:_MAX_CHARACTERS].lower()
    found = 0
    for bit, search in _SEARCHES:
        if search(name):
            found |= bit
    return found


@lru_cache(maxsize=8192)
def words(name: str) -> tuple[str, ...]:
    """The words of one name: ``ArticleBody__text-3x`` is ``article``, ``body``, ``text``."""
    name = name[:_MAX_CHARACTERS]
    if not name.islower():
        name = _HUMP.sub(" ", name).lower()
    return tuple(_WORDS.findall(name))


_APART = re.compile(
    r"(?:^|-)(?:comments?-(?:list|body|content|area|section|thread)|commentlist|disqus|author-bio|about-(?:the-)?author|"
    r"bio|biography|pull-?quote|footnotes?|references|citations?|modal|pop-?up|related|trending|"
    r"most-(?:read|popular|viewed)|sign-?up)(?:-|$)|^comments$"
)


def _tells_apart(name: str) -> bool:
    """Whether elements of a name stand apart from the story: what others wrote, about the writer, repeats, windows."""
    return _APART.search("-".join(words(name))) is not None


HOLDS_STORY, APART_FROM_STORY, HOLDS_PAGE = 1, 2, 4
"""Kinds of elements, as bits: for the text of a story, for what is no part of one, for the main part of a page."""

_STORY = re.compile(
    r"(?:article|story|post|entry|news|content|page|main|blog|single|node|item)s?[-_]{0,2}"
    r"(?:body|content|text|copy|paragraph)s?(?![a-z])"
    r"|(?:body|content|text)[-_]?(?:article|copy|story|content|main|body|text|inner|area|wrap)"
    r"|rich-?text|wysiwyg|prose|field--?name-body"
)
_NOT_STORY = re.compile(
    r"side-?bar|widget|teaser|footer|relat|recommend|newsletter|promo|comment|shar(?:e|ing)|social|\bnav|menu|"
    r"breadcrumb|banner|advert|sponsor|cookie|modal|popup|author|(?:^|[-_])(?:bio|tags?)(?:$|[-_])|byline|meta|"
    r"popular|trending|most-?read|latest|carousel|outbrain|taboola|subscri|sign-?up|log-?in|copyright|caption|credit|"
    r"read-?(?:more|next)|more-?(?:from|stor|on)|pull-?quote|discussion|disqus|respond|excerpt|list-?item|toolbar|"
    r"date|time-?stamp|headline|title|figure|image|photo|video"
)
_TAGS_APART = frozenset(["aside", "nav", "footer", "figure", "figcaption", "form", "header"])


def kinds_of_element(tag: str, own: int) -> int:
    """The kinds of an element, from those of its names; what is named for a story's text and for something else counts
    as the former."""
    if own & HOLDS_STORY:
        own &= ~APART_FROM_STORY
    if tag in _TAGS_APART:
        own |= APART_FROM_STORY
    return own | HOLDS_PAGE if tag in ("article", "main") else own


def _kinds_of_name(name: str) -> int:
    own = name[:_MAX_CHARACTERS].lower()
    found = HOLDS_PAGE if own == "main" else 0
    return found | (HOLDS_STORY if _STORY.search(own) else 0) | (APART_FROM_STORY if _NOT_STORY.search(own) else 0)


@lru_cache(maxsize=8192)
def look_at_name(name: str) -> tuple[int, int, bool]:
    """What one name tells: the bits of HINTS, the kinds of elements, and whether such elements stand apart."""
    return hints(name), _kinds_of_name(name), _tells_apart(name)
