"""What speaks against two mentions being one happening: sign, background, who undergoes it, days, places."""

from service.enrich.events.event import Event, EventDate, EventPlace
from service.enrich.events.story.acts import same_act
from service.enrich.events.story.dealings import one_dealing
from service.enrich.events.story.likeness import Likeness, sides
from service.enrich.tree import Tree


def compatible(first: Event, second: Event, tree: Tree) -> bool:
    """Whether nothing speaks against two events being the same.

    News and background are two, unless the same act is told of the same party again.
    """
    if first.modality.polarity != second.modality.polarity:
        return False
    likenesses = sides(first, second, tree)
    if likenesses[1] == Likeness.APART and not one_dealing(first, second):
        return False
    if _is_background(first) != _is_background(second):
        again = same_act(first, second, tree) and Likeness.SAME in likenesses
        if not again or _told_otherwise(first.date, second.date, tree):
            return False
    return _overlap(first.date, second.date) and not _elsewhere(first.place, second.place)


def _is_background(event: Event) -> bool:
    return "historical" in event.modality.auxiliary


def _overlap(a: EventDate | None, b: EventDate | None) -> bool:
    """Whether two dates, where the text tells both, have a day in common."""
    if a is None or b is None or a.span is None or b.span is None:
        return True
    if a.begin is None or b.begin is None or a.end_date is None or b.end_date is None:
        return True
    return a.begin <= b.end_date and b.begin <= a.end_date


def _told_otherwise(a: EventDate | None, b: EventDate | None, tree: Tree) -> bool:
    """Whether two dates are told in other words and cannot be compared: "yesterday" and "in 2010"."""
    if a is None or b is None or a.span is None or b.span is None or None not in (a.begin, b.begin):
        return False
    return tree.text[slice(*a.span)] != tree.text[slice(*b.span)]


def _elsewhere(a: EventPlace | None, b: EventPlace | None) -> bool:
    """Whether two places, where the text tells both, lie in different countries or are different towns."""
    if a is None or b is None or a.span is None or b.span is None:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    towns = a.precision == b.precision == "city"
    return towns and None not in (a.geonames_id, b.geonames_id) and a.geonames_id != b.geonames_id
