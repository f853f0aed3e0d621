"""Words that tell what a line is for: stop words of running text, cue words of leftovers."""

import re

from service.clean.months import MONTH_NAMES, MONTHS

WORD = re.compile(r"\w+(?:['’]\w+)*")

END_MARKS = ".!?…"
OPENERS = "\"“‘'«"
BULLETS = "-–—•*·►▶»>|"
ARROW = re.compile(r"[→›»▶◀×✕|]")

STOP_WORDS = frozenset(
    """
    the a an of to in and for on that is was with as at by from it be are has have had his her he she they their
    this will would were been not but who which its or said than after before into more also about when one we you
    i there out up all if can could what over new no two other first last our so some them him my your people just
    like how do did
    """.split()
)
"""The commonest words of English news: running text is a third of them, headlines and menus hold few."""

MIN_CONTENT_LETTERS = 4  # letters of a word that tells what a line is about, when it is no stop word

CUES: dict[str, tuple[str, ...]] = {
    "readmore": tuple(
        "read related watch listen recommended explore trending popular previous next latest see more".split()
    ),
    "share": tuple(
        """share shares tweet pin email print facebook twitter whatsapp linkedin reddit pinterest flipboard copy link
        telegram messenger instagram youtube tiktok snapchat google rss save bookmark follow tumblr threads bluesky
        viber likes views""".split()
    ),
    "subscribe": tuple(
        """subscribe subscribers subscriber subscription sign signup newsletter newsletters inbox register login
        unlimited trial alerts notifications app member membership support donate donation contribute
        podcast briefing delivered""".split()
    ),
    "ad": tuple(
        """advertisement advertising advertise sponsored sponsor promoted affiliate commission shop buy deals coupon
        price prices amazon ad ads loading feedback""".split()
    ),
    "caption": tuple(
        """photo photos image images picture pictured pictures getty reuters afp ap epa photograph photographer credit
        courtesy shutterstock istock screengrab screenshot illustration handout caption gallery slide enlarge file
        left right video alamy unsplash via""".split()
    ),
    "byline": tuple(
        "by reporter editor writer staff correspondent contributor author posted written reporting".split()
    ),
    "bio": tuple(
        """covers reporter editor journalist correspondent columnist contributor author freelance professor fellow
        blogger founder lives reached tips contributed views biography""".split()
    ),
    "date": tuple(
        """published updated modified january february march april june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon
        tue wed thu fri sat sun gmt edt est ist bst pst utc cet ago min mins minutes hours am pm""".split()
    ),
    "comments": tuple("comment comments reply replies discuss discussion conversation commenting moderated".split()),
    "legal": tuple(
        """copyright rights reserved terms privacy cookie cookies policy republish reproduced license disclaimer
        disclosure correction originally syndicated trust guidelines material ethics""".split()
    ),
    "navigation": tuple(
        """home menu news sport sports business opinion world politics tech technology entertainment lifestyle health
        science videos topics topic tags tag filed categories category sections section search contact skip
        back culture travel weather live top contents breaking""".split()
    ),
}
"""Cue words by what they hint at; hints only, weighed by the line model."""

CUE_BITS: dict[str, int] = {}
for _bit, _words in enumerate(CUES.values()):
    for _word in _words:
        CUE_BITS[_word] = CUE_BITS.get(_word, 0) | 1 << _bit

LEADING_WORDS = frozenset(
    """
    also please must read see related don't don’t dont watch listen recommended up more you keep continue find show load
    view learn latest top most get tell have share leave post add join for buy shop first last originally published
    updated posted modified photo image picture pic photograph illustration video screenshot photos images pictures pics
    photographs illustrations videos screenshots
    """.split()
)
"""First words of the lines that ``boilerplate`` knows by how they begin: most lines begin otherwise."""
SUSPECT_WORDS = frozenset(
    """
    sign subscribe click follow us download donate support become donation hear tip consider reached commission
    commissions affiliate photo image picture pic photograph illustration video screenshot photos images pictures pics
    photographs illustrations videos screenshots getty shutterstock istock istockphoto alamy unsplash
    """.split()
)
"""Of what ``boilerplate`` knows otherwise every line holds one of these, an address, or a bracket before all else."""

DIGIT = re.compile(r"\d")
MONTH_WORDS = frozenset((*MONTH_NAMES, *MONTHS, "sept"))
YEAR = re.compile(r"\b20\d\d\b")
CLOCK = re.compile(r"\d[:.]\d\d\b")
