"""What is listed together is of one kind: in "Ontario and Quebec" stands a province, in "Toronto and Quebec" a city."""

from collections import Counter
from collections.abc import Iterator, Sequence

from service.enrich.places.mention import Mention
from service.enrich.places.ranking.features import Field

_BETWEEN = frozenset((", ", " and ", ", and ", " or ", ", or "))
_LONGEST = max(map(len, _BETWEEN))


def lists(text: str, mentions: Sequence[Mention], of_mention: Sequence[int]) -> list[list[int]]:
    """Numbers of the names in each list of at least two mentions."""
    found: list[list[int]] = []
    open_since = -1
    for i in range(1, len(mentions)):
        start, end = mentions[i - 1].end, mentions[i].start
        if end - start > _LONGEST or text[start:end] not in _BETWEEN:
            open_since = -1
        elif open_since == i - 1:
            found[-1].append(of_mention[i])
            open_since = i
        else:
            found.append([of_mention[i - 1], of_mention[i]])
            open_since = i
    return found


def divisions_listed(field: Field, chosen: Sequence[int], listed: Sequence[Sequence[int]]) -> dict[int, int]:
    """Number of the name: the division of its name, for towns that most often stand in lists of divisions.

    Args:
        field: the candidates of all names.
        chosen: for each name the candidate that it means, -1 for none.
        listed: see ``lists``.
    """
    found: dict[int, int] = {}
    votes: Counter[int] = Counter()
    for names in listed:
        around = {name: _around(field, chosen[name]) for name in names if chosen[name] >= 0}
        others = [name for name in names if around.get(name, -1) < 0]
        if others and all(_is_division(field, chosen[name]) for name in others):
            found.update((name, division) for name, division in around.items() if division >= 0)
            votes.update(name for name in names if name in found)
        else:
            votes.subtract(names)
    return {name: division for name, division in found.items() if votes[name] > 0}


def _around(field: Field, town: int) -> int:
    """The candidate of the same name that is the division in which a town lies; -1 for none."""
    if not field.town[town]:
        return -1
    return next(_same_name(field, town, int(field.admin1[town])), -1)


def _same_name(field: Field, candidate: int, row: int) -> Iterator[int]:
    group = int(field.group[candidate])
    return (i for i in range(int(field.starts[group]), int(field.starts[group + 1])) if field.rows[i] == row)


def _is_division(field: Field, candidate: int) -> bool:
    return candidate >= 0 and bool(field.rows[candidate] == field.admin1[candidate])
