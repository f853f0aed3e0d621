"""Phrases of leftovers, by the reason they give; of two that fit at one place the first is taken."""

import re
from collections.abc import Iterable

from service.clean.months import MONTH

_UNIT = r"(?:hours?|min(?:ute)?s?|days?|weeks?|months?|years?|hrs?)"
_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|flipboard|telegram|messenger|instagram|youtube|tiktok|"
    r"threads|bluesky|e-?mail|print|google(?: news)?)"
)
_JOB = r"(?:reporter|writer|editor|journalist|correspondent|columnist|contributor|author|fellow|professor)"
_PICTURE = r"(?:photo|image|picture|photograph|photographer|illustration|video|screengrab|screenshot|file)s?"

_PHRASES: dict[str, tuple[str, ...]] = {
    "legal": (
        r"^copyright\b",
        r"©|\(c\) ?\d{4}|all rights reserved|\bcopyright (?:\d|©|policy|notice)",
        r"terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|notice)",
        r"may not be (?:published|reproduced)|republish (?:this|our)|creative commons",
        r"(?:was|were) (?:first|originally) published|(?:first|originally) appeared (?:in|on|at)",
        r"(?:use|accept|our|these) cookies|cookie (?:policy|notice|settings|preferences)",
    ),
    "subscribe": (
        r"\bsubscri(?:be|bers?|ption)|\bsign (?:up|in)\b|\blog ?in\b",
        r"newsletters?\b|your inbox|e-?mail address|free trial",
        r"unlimited (?:digital )?access|breaking news alerts",
        r"download (?:the|our) app|become a member|register (?:now|for free)",
        r"^(?:please )?donate\b",
        r"make a donation|support (?:our|independent) journalism",
    ),
    "ad": (
        r"^\W*(?:advertisement|advertising|sponsored|promoted|paid (?:content|post))\b",
        r"advertise with",
        r"(?:article|story) continues|continue reading the main story",
        r"ad feedback|skip ad|sponsored (?:by|content|links)",
        r"shop now|buy now|affiliate (?:link|commission)|earn (?:a|an) (?:\w+ )?commission",
    ),
    "comments": (
        r"^\W*(?:\d+ )?(?:comments?|repl(?:y|ies))\b[\W\d]*$",
        r"(?:leave|post|write|add|sort) (?:a |an |your )?(?:comments?|reply)",
        r"(?:view|show|read|see|hide) (?:all |the )?(?:\d+ )?(?:comments?|replies)",
        r"comments? (?:section|policy|are (?:closed|moderated)|below)",
        r"join the (?:conversation|discussion)|have your say",
    ),
    "readmore": (
        r"^[>»•\-–—▶→* ]*(?:also |please |must )?read\b",
        r"^\W*(?:related|see also|watch|listen|recommended|up next|more):",
        r"^\W*(?:see also|don['’]?t miss|recommended|you (?:may|might) (?:also|like)|up next)",
        r"^\W*(?:continue reading|keep reading)",
        r"^\W*(?:click (?:here|to|on|for)|learn more|find out more|(?:view|show|load|see) (?:more|all)|full story)",
        r"^\W*(?:more (?:on|from|stories|news|in) |in case you missed)",
        r"^\W*related (?:stories|articles|topics|coverage|links)",
    ),
    "share": (
        rf"^\W*(?:share|tweet|pin(?: it)?|save|bookmark|{_NETWORK}|copy (?:the )?link|link copied)\b[\W\d]*$",
        r"^\W*(?:share|tweet|follow|like|find|join) (?:this|on|us|via|with|by|our|it)\b",
        rf"(?:share|follow us|like us) on {_NETWORK}",
        r"^\d[\d.,]*k? ?(?:shares?|likes?|views?|retweets?)\W*$",
    ),
    "byline": (
        r"^(?:by|written by|posted by|story by|reporting by|author:?|edited by|from our)\b",
        rf"^[\w.' -]{{4,40}}, (?:\w+ ){{0,3}}{_JOB}$",
        rf"\bis an? (?:[\w-]+ ){{0,5}}{_JOB}\b",
        r"follow (?:him|her|them|me) (?:on|at)|can be reached at",
        r"^about the author",
        r"contributed to this (?:report|story|article)",
    ),
    "caption": (
        rf"^\(?{_PICTURE}\b",
        rf"\b{_PICTURE}\s*(?:by|:|/|credits?|courtesy|from|via)|\b(?:image|photo) credit",
        r"getty images|shutterstock|\bistock|\balamy\b",
        r"\b(?:ap|afp|reuters|epa)\s*(?:photo|/)|/(?:ap|afp|reuters|epa|getty)\b",
        r"(?:hide|toggle) caption|enlarge (?:this )?image|\bpictured\b|\bhandout\b|\(ap\)$|\(reuters\)$",
    ),
    "date": (
        r"^(?:published|updated|posted|last (?:updated|modified)|first published|modified|created)\b",
        rf"^\W*(?:\w+,? )?(?:\d{{1,2}} )?{MONTH},? \d{{1,4}}\b[\s\w:,.|/+-]{{0,40}}$",
        r"^\W*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\W*$|^\W*\d{1,2}[:.]\d\d\W*(?:[ap]\.?m\.?|gmt|est|edt|utc|ist|bst)?\W*$",
        rf"^\W*\d+ {_UNIT} (?:ago|read)\b",
        r"min(?:ute)? read$",
    ),
    "navigation": (
        r"^(?:home|menu|news|sports?|business|opinion|world|politics|tech(?:nology)?|entertainment|lifestyle|health|"
        r"science|videos?|photos|topics?|tags?|filed under|categor(?:y|ies)|sections?|search|about(?: us)?|"
        r"contact(?: us)?|live|culture|travel|weather|more|top|contents?|next|previous|close|back|"
        r"follow(?:ing)?)\b[\s\w&|/:>,-]{0,30}$",
        r"^(?:skip|back|jump|return|go) to\b",
    ),
}


_HINTS: dict[str, str] = {
    "legal": "© (c) rights copyright terms privacy publish reproduc commons appeared cookie",
    "subscribe": """subscri sign log letter inbox address trial access alerts app member register donation
        journalism""",
    "ad": "advertis continue feedback skip sponsor now commission affiliate",
    "comments": "comment repl conversation discussion say",
    "share": "share us",
    "byline": """reporter writer editor journalist correspondent columnist contributor author fellow professor follow
        reached contributed""",
    "caption": """photo image picture illustration video screen file getty stock alamy / caption enlarge handout (ap)
        (reuters)""",
    "date": "read",
}


def _joined(phrases: Iterable[str]) -> str:
    return "|".join(f"(?:{phrase.removeprefix('^')})" for phrase in phrases)


BEGINNINGS = re.compile(
    "|".join(
        f"(?P<{reason}>{_joined(found)})"
        for reason, phrases in _PHRASES.items()
        if (found := [phrase for phrase in phrases if phrase.startswith("^")])
    )
)
"""What a line begins with, to be matched; the name of the group that matches is the reason. For lower case."""

ANYWHERE: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (reason, tuple(hints.split()), re.compile(_joined(p for p in _PHRASES[reason] if not p.startswith("^"))))
    for reason, hints in _HINTS.items()
)
"""What stands anywhere in a line, to be searched in lower case: the reason it gives; hints, one of which
stands in every line that something is found in, since asking for them is faster; the pattern."""
