"""Where a text tells who a person is: beside the name.

Eight patterns, each read from the tokens around one mention, so that a wrong tree costs little:
title ("Interior Minister Anna Weber"), apposition ("Anna Weber, head of the port authority,"),
apposition before the name ("the group's leader, Anna Weber,"), relative clause ("Anna Weber, who
chairs the board"), copula ("Anna Weber is the mayor of Lyon"), office ("Anna Weber was named
director"), naming ("a student named Anna"), among ("ministers such as Anna Weber"); and a plain
affiliation ("Anna Weber of Reuters", "Reuters' Anna Weber").
"""

from collections.abc import Iterator

from service.enrich.actors.reading.document import POSSESSIVE, Reading
from service.enrich.actors.roles.appositions import behind
from service.enrich.actors.roles.role import Role
from service.enrich.actors.roles.several import among, of_several
from service.enrich.actors.roles.titles import naming, preposed, title


def roles(reading: Reading, start: int, end: int) -> Iterator[Role]:
    """The roles told beside a person's mention at tokens ``start`` to ``end`` (exclusive)."""
    low, high = reading.sentence_start(start), reading.sentence_end(end - 1)
    if start == low:
        yield from behind(reading, start, end, high)
        return
    if (told := title(reading, start, end, low)) is not None:
        yield Role("title", told.first, told.end, told)
    if (owner := _owner(reading, start, low)) is not None:
        yield Role("affiliation", *owner)
    phrase = preposed(reading, start, end, low, high, told)
    parted = phrase is not None or (told is not None and "," in reading.tree.texts[told.end : start])
    yield from behind(reading, start, end, high, told=parted)
    if phrase is not None:
        yield Role("preposed", phrase.first, phrase.end, phrase)
    if (phrase := of_several(reading, start, end, low)) is not None:
        yield Role("preposed", phrase.first, phrase.end, phrase)
    if (phrase := among(reading, start, low)) is not None:
        yield Role("among", phrase.first, phrase.end, phrase)
    if (phrase := naming(reading, start, low)) is not None:
        yield Role("naming", phrase.first, phrase.end, phrase)


def _owner(reading: Reading, start: int, low: int) -> tuple[int, int] | None:
    """The tokens of a body whose a person is: "Amnesty International's Anna Weber"."""
    last = start - 2
    if last < low or reading.tree.lowers[last + 1] not in POSSESSIVE:
        return None
    if last in reading.body_at:
        return reading.body_start(last), last + 1
    name = reading.names[last]
    return (name.start, name.end) if name is not None and name.type == "ORG" else None
