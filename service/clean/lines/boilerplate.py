"""Lines that no article holds, by their words alone: they lead to other stories, ask readers to do something, or give
the credit of a picture.

The line model sees too few of each wording to be sure of it, least of all between two paragraphs. ``phrases`` explains
what is removed already and may guess; these decide, so each tells of the whole line.
"""

import re

_NETWORK = r"(?:twitter|facebook|instagram|x|threads|google|linkedin|youtube|tiktok|whatsapp|bluesky)"
_PICTURE = r"(?:photo|image|picture|pic|photograph|illustration|video|screenshot)s?"
_STORIES = r"(?:articles?|stor(?:y|ies)|content|coverage|topics?|reading|links|news|posts?)"

_BEGINS = (
    r"(?:(?:also |please |must )?read(?: more| also| next| this)?|see (?:also|more)|related(?: \w+)?)\s?[:|]",
    r"(?:don['’]?t miss|watch|listen|recommended|up next|more)\s?[:|]",
    r"(?:don['’]?t miss|you (?:may|might) also like|(?:keep|continue) reading|find out more)\W*$",
    rf"(?:(?:read|see|show|load|view|learn) more|(?:related|more|latest|top) {_STORIES}|most popular|view all)\W*$",
    r"(?:read|see|view|watch|get) (?:the|our|my) (?:full|complete|entire)\b|more from .{3,40}$",
    r"tell us (?:what|your|in)\b|have your say|share your (?:story|thoughts|views)",
    r"(?:leave|post|add) a (?:comment|reply)|join the (?:conversation|discussion)",
    r"for (?:more|the latest)\b.{0,80}\b(?:news|stories|articles|updates)\b.{0,80}\b(?:click|visit|check|sign)\b",
    r"(?:buy|shop)(?: now| it)? (?:on|at|from) (?:\w+ ?){1,3}$",
    r"(?:first |last |originally )?(?:published|updated|posted|modified):? (?!in\b).{0,30}\d.{0,30}$",
    rf"{_PICTURE}(?: credits?| courtesy(?: of)?)?(?: by\b|:)",
    r"https?://\S+$",
)
"""How a line begins that leads elsewhere, asks for comments, or tells of a picture or of the page's own time."""
_HOLDS = (
    r"(?:^|[.!?:] )(?:please )?(?:sign up (?:for|to|here|now|today)|subscribe|click here|follow us|"
    rf"follow @?[\w.]+(?: \w+)? on {_NETWORK}|(?:like|find|join) us on|download (?:the|our) app)\b",
    r"we(?: want|['’]d (?:like|love)) to hear from you|\bhave a tip\?",
    r"(?:can|may) be reached (?:at|on|by|via)\b.{0,40}(?:@|\d{3})",
    r"(?:email|contact|reach) (?:us|me|him|her|them|our|the|staff)\b.{0,60}[\w-]@[\w-]",
    r"\bfollow (?:him|her|them) (?:on|at)\b",
    r"\bsupport(?:ing)? (?:our|independent|quality|local)(?: \S+){0,2} journalism|make a (?:\S+ )?donation",
    r"please consider (?:supporting|donating|becoming|pitching in|subscribing|making)|become a (?:member|subscriber)\b",
    r"\b(?:may|might) (?:earn|receive|get|collect)(?: us| a| an)? (?:\w+ )?commissions?\b|affiliate links\b",
    rf"[(\[]{_PICTURE}(?: credit| by| courtesy(?: of)?| via)?:? [^()\[\]]{{2,80}}[)\]]\W*$",
    r"(?:/|via |\| ?|\()(?:getty(?: images)?|shutterstock|istock(?:photo)?|alamy|unsplash|ap photo|ap images)\)?\W*$",
    r"\((?:ap|afp|epa|reuters) photo/[^()]{2,60}\)",
)
"""What a line holds that asks to subscribe, to follow, to write or to give, or that ends in the credit of a picture."""
LONGEST_BEGUN, LONGEST = 200, 300
"""Characters of a line that is known by how it begins, and by what it holds."""
SHORTEST_TWICE = 30

_BEGIN = re.compile(rf"[>»•\-–—▶→*(\[\s]*(?:{'|'.join(_BEGINS)})", re.IGNORECASE)
_HOLD = re.compile("|".join(_HOLDS), re.IGNORECASE)
_QUOTES = frozenset('"“”')
"""In what somebody says all of this may stand."""


def is_boilerplate(text: str) -> bool:
    """Whether a line, its white space collapsed, is of the site and not of the article, whatever stands about it."""
    if len(text) <= LONGEST_BEGUN and (_BEGIN.match(text) or _is_said_twice(text)):
        return True
    return len(text) <= LONGEST and _HOLD.search(text) is not None and _QUOTES.isdisjoint(text)


def _is_said_twice(text: str) -> bool:
    """Whether a line is the same words twice: a picture's description, which is a headline, and the headline."""
    half = len(text) // 2
    return len(text) >= SHORTEST_TWICE and text[half].isspace() and text[:half] == text[half + 1 :]
