"""A page as a tree, by lxml."""

import lxml.html
from lxml import etree

from service.errors import Reason, Rejected, Stage


def parse(body: str) -> lxml.html.HtmlElement:
    """Parse a page.

    Raises:
        Rejected: no parser could make a tree of it.
    """
    # As bytes, so that an encoding declared inside cannot contradict text that is decoded already.
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        return lxml.html.document_fromstring(body.replace("\x00", " ").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Rejected(Stage.CLEAN, Reason.EMPTY_TEXT, "the page holds no elements", "body") from error
