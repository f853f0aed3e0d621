"""The reason that a block's markup gives for its removal."""

from collections.abc import Mapping

from service.clean.html.blocks.element_names import words
from service.clean.html.blocks.render import Block, BlockElement

_NAMES: Mapping[str, str] = {
    name: reason
    for reason, names in (
        ("caption", "caption figcaption wp-caption credit credits cutline"),
        ("related", "related recommended recommendations trending popular teaser teasers outbrain taboola mostread"
            " latest"),
        ("share", "share sharing social addthis sharedaddy"),
        ("subscribe", "newsletter newsletters subscribe subscription paywall signup register"),
        ("ad", "advert advertisement sponsored sponsor promo adslot"),
        ("comments", "comments comment disqus respond"),
        ("byline", "byline author authors bio contributors contributor"),
        ("date", "date timestamp dateline pubdate published datetime"),
        ("navigation", "nav navbar navigation menu breadcrumb breadcrumbs footer sidebar tags topics"),
        ("repeat", "pullquote"),
        ("other", "footnote footnotes references citations modal popup"),
        ("legal", "copyright disclaimer legal cookie cookies consent gdpr"),
    )
    for name in names.split()
}  # fmt: skip
"""Words of element names, by what an element of that name holds."""

_TAGS: Mapping[str, str] = {
    "figcaption": "caption", "caption": "caption", "nav": "navigation", "footer": "navigation", "address": "byline",
}  # fmt: skip
LOOKED_AT = 4  # elements up from the block: those farther out name the whole page


def markup_reason(block: Block) -> str | None:
    """What the innermost element with a telling name says the block is; None without one."""
    element: BlockElement | None = block.element
    for _ in range(LOOKED_AT):
        if element is None:
            break
        if element.tag in _TAGS:
            return _TAGS[element.tag]
        for name in element.names:
            for word in words(name):
                if word in _NAMES:
                    return _NAMES[word]
        element = element.parent
    return None
