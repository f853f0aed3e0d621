"""CAMEO codes, as deep as a sentence tells them.

The codebook parts what is promised, asked for, refused and yielded in the same way: a matter, told by the words
below the trigger, and a column of codes for each of them. Other codes are made closer step by step.
Source: CAMEO event and actor codebook 1.1b3, chapter 2 (Schrodt 2012).
"""

from collections.abc import Sequence
from functools import cache

from service.enrich.events.codes.content import Content, Frame, FrameTable
from service.enrich.events.codes.lexicon import FOLDER, Words, codes
from service.enrich.events.codes.plover import EVENT_TYPES, YIELDING
from service.enrich.events.event import Party
from service.enrich.tables import rows
from service.enrich.words import word_set

_COLUMNS = {"AGREE": 0, "REJECT": 3, "CONCEDE": 4, "RETREAT": 4, "AID": 4, "COOPERATE": 4}
_APPEALED, _DEMANDED = 1, 2
"""Columns of matter_codes.tsv, by type."""

_DEEDS = {"CONCEDE": ("08", "03"), "RETREAT": ("08", "03"), "AID": ("07",), "COOPERATE": ("06",)}
"""Roots that a deed's matter may have: who says what they gave away has given no aid by it."""

_ADMITTING = word_set("admit acknowledge confess plead apologize apologise")
"""Verbs of who gives in by words alone: what they tell of is no matter."""

_MEDIATION = "mediate"
_REFORM, _POLICY = "reform", "reform.policy"
_PROTESTS = frozenset(("141", "142", "143", "144", "145"))
"""Codes behind which CAMEO tells which reform is demanded."""

_UNCONVENTIONAL = frozenset(("CRM", "UAF", "CVL", "UNK", "OPP", "SOC"))
"""Sectors whose violence CAMEO counts as unconventional (root 18) where no weapon is told, not as an army's (19)."""

_CHARGING = frozenset(("charge", "prosecute"))
_PROSECUTORS = frozenset(("JUD", "COP", "UNK"))
_ACCUSED, _CHARGED = "112", "173"
"""CAMEO counts legal action with arrests; a charge by others is words alone."""

_ACCEPTS_MEDIATION, _WILL_MEDIATE = "038", "039"
_MEDIATES = Words.of("mediat* arbitrat* broker")
_ASSASSINATED, _TRIED_TO_ASSASSINATE = "186", "185"

_MAX_STEPS = 3
"""Digits behind a root, and one step more."""


def code_of(
    event_type: str, lemma: str, content: Content, mode_code: str | None, actors: Sequence[Party], *, planned: bool
) -> tuple[str, bool]:
    """The CAMEO code of an event, and whether words tell it, not its type alone.

    Args:
        lemma: of the trigger, as the lexicon has it.
        content: what it is about.
        mode_code: of its first mode.
        planned: whether it is told as what somebody will do.
    """
    told = codes().get((event_type, lemma))
    own = EVENT_TYPES[event_type].code
    matter = None if lemma in _ADMITTING else _of_matter(event_type, told, content, planned=planned)
    code = matter or told or mode_code or own
    code = _closer(event_type, code, content)
    if code == _ASSASSINATED and content.is_tried():
        code = _TRIED_TO_ASSASSINATE
    if code in _PROTESTS:
        code = _with_reform(code, content)
    if lemma in _CHARGING and code.startswith(_ACCUSED) and all(party.sector in _PROSECUTORS for party in actors):
        code = _CHARGED
    untold = event_type == "ASSAULT" and code == own
    if untold and actors and all(party.sector in _UNCONVENTIONAL for party in actors):
        return "180", False
    return code, told is not None or code != own


def _of_matter(event_type: str, told: str | None, content: Content, *, planned: bool) -> str | None:
    """The code of what is promised, asked for, refused or done; None where that is not told."""
    column = _COLUMNS.get(event_type)
    if event_type == "REQUEST":
        column = _APPEALED if told is not None and told.startswith("02") else _DEMANDED
    elif planned and event_type in YIELDING:
        column = _COLUMNS["AGREE"]
    matter = matter_of(content) if column is not None else None
    if matter is None or column is None:
        return None
    code = _columns()[matter][column]
    if code == _ACCEPTS_MEDIATION and content.acts(_MEDIATES):
        code = _WILL_MEDIATE
    fits = event_type not in _DEEDS or code.startswith(_DEEDS[event_type])
    return code if code and fits else None


def matter_of(content: Content) -> str | None:
    """What something is about: the frame told nearest to the trigger, then what other words tell closer of it."""
    names, table = _matters()
    nearest = _nearest(content.told(table))
    if nearest is None:
        return None
    matter = names[nearest]
    names, table = _closer_matters()
    starts = _MEDIATION if matter == "meet" else matter + "."
    told = content.told(table) if "." not in matter else {}
    closer = _nearest({number: depth for number, depth in told.items() if names[number].startswith(starts)})
    return matter if closer is None else names[closer]


def _nearest(told: dict[int, int]) -> int | None:
    """The number of the frame told nearest to the trigger, the first of several."""
    return min(told, key=lambda number: (told[number], number), default=None)


def _closer(event_type: str, code: str, content: Content) -> str:
    """A code made closer by the details that the words tell, until none is left."""
    details, table = _details(event_type)
    told = [details[number] for number in sorted(content.told(table))]
    for _ in range(_MAX_STEPS):
        fitting = (to for base, to in told if code.startswith(base) and not code.startswith(to))
        code = next(fitting, code)
    return code


def _with_reform(code: str, content: Content) -> str:
    """The code of a protest, and behind it the reform that is demanded."""
    matter = matter_of(content) or ""
    if matter.partition(".")[0] != _REFORM:
        return code
    # Demands have no code of reforms in general.
    return code + _columns()[_POLICY if matter == _REFORM else matter][0][-1]


@cache
def _matters() -> tuple[list[str], FrameTable]:
    table = rows(FOLDER / "matters.tsv", 4)
    return [row[0] for row in table], FrameTable(Frame.of(*row[1:]) for row in table)


@cache
def _closer_matters() -> tuple[list[str], FrameTable]:
    table = rows(FOLDER / "closer.tsv", 2)
    return [row[0] for row in table], FrameTable(Frame.of(row[1]) for row in table)


@cache
def _details(event_type: str) -> tuple[list[tuple[str, str]], FrameTable]:
    """The code so far and the closer code of each frame of a type."""
    table = [row for row in rows(FOLDER / "details.tsv", 6) if row[0] == event_type]
    return [(row[1], row[2]) for row in table], FrameTable(Frame.of(*row[3:]) for row in table)


@cache
def _columns() -> dict[str, tuple[str, ...]]:
    return {matter: tuple(columns) for matter, *columns in rows(FOLDER / "matter_codes.tsv", 6)}
