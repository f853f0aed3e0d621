"""Lines that no article holds, by their words alone: they lead to other stories, ask readers to do something, or give
the credit of a picture.

The line model sees too few of each wording to be sure of it, least of all between two paragraphs. ``phrases`` explains
what is removed already and may guess; these decide, so each tells of the whole line. All is for lower case.
"""

import re
from collections.abc import Sequence

from service.clean.lines.tokens.flags import TOKEN_BIT, WORD_BIT
from service.clean.lines.tokens.words import Words

MAX_OPENING_CHARACTERS, MAX_CHARACTERS = 200, 300
"""Characters of a line that is known by how it begins, and by what it holds."""
MIN_REPEATED_CHARACTERS = 30

_NETWORK = r"(?:twitter|facebook|instagram|x|threads|google|linkedin|youtube|tiktok|whatsapp|bluesky)"
_PICTURE = r"(?:photo|image|picture|pic|photograph|illustration|video|screenshot)s?"
_STORIES = r"(?:articles?|stor(?:y|ies)|content|coverage|topics?|reading|links|news|posts?)"
_AGENCY = r"(?:getty(?: images)?|shutterstock|istock(?:photo)?|alamy|unsplash|ap photo|ap images)"

_LEADS = re.compile(
    r"(?:(?:also |please |must )?read(?: more| also| next| this)?|see (?:also|more)|related(?: \w+)?)\s?[:|]"
    r"|(?:don['’]?t miss|watch|listen|recommended|up next|more)\s?[:|]"
    r"|(?:don['’]?t miss|you (?:may|might) also like|(?:keep|continue) reading|find out more)\W*$"
    rf"|(?:(?:read|see|show|load|view|learn) more|(?:related|more|latest|top) {_STORIES}|most popular|view all)\W*$"
    r"|(?:read|see|view|watch|get) (?:the|our|my) (?:full|complete|entire)\b|more from .{3,40}$"
    r"|tell us (?:what|your|in)\b|have your say|share your (?:story|thoughts|views)"
    r"|(?:leave|post|add) a (?:comment|reply)|join the (?:conversation|discussion)"
    r"|for (?:more|the latest)\b.{0,80}\b(?:news|stories|articles|updates)\b.{0,80}\b(?:click|visit|check|sign)\b"
    r"|(?:buy|shop)(?: now| it)? (?:on|at|from) (?:\w+ ?){1,3}$"
    r"|(?:first |last |originally )?(?:published|updated|posted|modified):? (?!in\b).{0,30}\d.{0,30}$"
    rf"|{_PICTURE}(?: credits?| courtesy(?: of)?)?(?: by\b|:)"
)
"""How a line begins that leads elsewhere, asks for comments, or tells of a picture or of the page's own time."""
_MARKS = ">»•-–—▶→*([ "

_ASKS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (hints, re.compile(pattern))
    for hints, pattern in (
        (
            ("sign up", "subscribe", "click here", "follow ", " us on", "download", "donat", "journalism", "become a "),
            r"(?:^|[.!?:] )(?:please )?(?:sign up (?:for|to|here|now|today)|subscribe|click here|"
            rf"follow (?:us|me|him|her|them)|follow @?[\w.]+(?: \w+)? on {_NETWORK}|(?:like|find|join) us on|"
            r"download (?:the|our) app|donate (?:now|today)|support (?:our|independent|quality) journalism|"
            r"become a (?:member|subscriber|supporter)|make a donation)\b",
        ),
        (("hear from you",), r"we(?: want|['’]d (?:like|love)) to hear from you"),
        (("have a tip?",), r"\bhave a tip\?"),
        (
            ("consider ",),
            r"\bconsider (?:supporting our|subscribing|pitching in|becoming a (?:member|subscriber)|"
            r"making a donation)\b",
        ),
        ((" be reached ",), r"(?:can|may) be reached (?:at|on|by|via)\b.{0,40}(?:@|\d{3})"),
        (("@",), r"(?:email|contact|reach) (?:us|me|him|her|them|our|the|staff)\b.{0,60}[\w-]@[\w-]"),
        (
            (" commission",),
            r"\b(?:we|us|you|our|links?|site)\b.{0,60}\b(?:may|might) (?:earn|receive|get|collect)(?: us| a| an)?"
            r"(?: \w+)? commissions?\b",
        ),
        (("affiliate links",), r"affiliate links\b"),
        ((" photo/",), r"\((?:ap|afp|epa|reuters) photo/[^()]{2,60}\)"),
        (("[",), r"^\[[\w-]+ [\w-]+="),
    )
)
"""What a line holds that asks to subscribe, to follow, to write or to give, that tells what the site earns, or that is
markup: hints, one of which stands in every such line, since asking for them is faster; the pattern."""
_ASKING = tuple(hint for hints, _ in _ASKS for hint in hints)

_CREDITS = re.compile(
    rf"[(\[]{_PICTURE}(?: credit| by| courtesy(?: of)?| via)?:? [^()\[\]]{{2,80}}[)\]]$|(?:/|via |\| ?|\(){_AGENCY}\)?$"
)
_ADDRESSED = TOKEN_BIT["at"] | TOKEN_BIT["address"]
_CREDITED = (")", "]", "images", "getty", "stock", "photo", "alamy", "unsplash")
_QUOTES = frozenset('"“”')
"""In what somebody says all of this may stand."""


def boilerplate(texts: Sequence[str], words: Words) -> list[int]:
    """The indices of the lines that are of the site and not of the article, whatever stands about them.

    Args:
        texts: lines, the white space of each collapsed.
        words: of them.
    """
    found = {index for index in _led(words) if _leads_elsewhere(texts[index])}
    found |= {index for index in _suspects(words) if _asks_or_credits(texts[index])}
    # What these two are is not told by any word.
    found |= {index for index in _even(words) if _is_said_twice(texts[index])}
    found |= {index for index, text in enumerate(texts) if text[:1] == "[" and _asks_or_credits(text)}
    return sorted(found)


def _led(words: Words) -> list[int]:
    """Lines that begin with a word that may lead elsewhere."""
    led: list[int] = words.filled[words.flags.take(words.firsts) & WORD_BIT["leading"] != 0].tolist()
    return led


def _suspects(words: Words) -> set[int]:
    """Lines with an address, or with one of the words without which only few ask for something."""
    told = words.line.take((words.flags & WORD_BIT["suspect"]).nonzero()[0])
    addressed = (words.token_flags & _ADDRESSED).nonzero()[0]
    return {*told.tolist(), *(words.token_starts.searchsorted(addressed, side="right") - 1).tolist()}


def _even(words: Words) -> list[int]:
    """Lines that may be the same words twice, by their characters and the number of their tokens."""
    fits = (words.characters >= MIN_REPEATED_CHARACTERS) & (words.characters <= MAX_OPENING_CHARACTERS)
    even: list[int] = (fits & (words.token_counts & 1 == 0)).nonzero()[0].tolist()
    return even


def _leads_elsewhere(text: str) -> bool:
    if len(text) > MAX_OPENING_CHARACTERS:
        return False
    return _LEADS.match(text.lower().lstrip(_MARKS)) is not None


def _is_said_twice(text: str) -> bool:
    """Whether a line is the same words twice: a picture's description, which is a headline, and the headline."""
    half = len(text) // 2
    return text[half] == " " and text[:half].lower() == text[half + 1 :].lower()


def _asks_or_credits(text: str) -> bool:
    """Whether a line asks for something or tells whose a picture is, or is nothing but an address."""
    if len(text) > MAX_CHARACTERS:
        return False
    line = text.lower()
    if line.startswith(("http://", "https://")) and " " not in line:
        return True
    found = any(map(line.__contains__, _ASKING)) and _asks(line)
    found = found or (line.endswith(_CREDITED) and _CREDITS.search(line) is not None)
    return found and _QUOTES.isdisjoint(line)


def _asks(line: str) -> bool:
    """Whether a line in lower case asks for something, tells what the site earns or is markup."""
    return any(any(map(line.__contains__, hints)) and pattern.search(line) for hints, pattern in _ASKS)
