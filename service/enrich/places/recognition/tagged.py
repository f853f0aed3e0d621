"""Places that the tagger found, but for those that it took for one in error, and those that it took for persons."""

from collections.abc import Sequence

from service.enrich.places.gazetteer.gazetteer import Gazetteer
from service.enrich.places.gazetteer.keys import name_key
from service.enrich.places.gazetteer.safe import trusts_of
from service.enrich.places.mention import Mention
from service.enrich.places.recognition.namesakes import without_namesakes
from service.enrich.places.recognition.phrases import Words
from service.enrich.places.recognition.spelling import bare_name, trimmed
from service.enrich.tree import NameSpan

PLACE_LABELS = frozenset({"LOC", "GPE", "FAC"})

INSIDE = frozenset({"in", "near", "In", "Near"})

STORMS = frozenset(("storm", "hurricane", "typhoon", "cyclone"))
"""Before a name it is that of a storm."""

NOWHERE = frozenset(
    """
    north south east west northeast northwest southeast southwest
    city town village river sea lake island islands region regions county district province federal
    republic street station airport university hospital church park union capital congress senate parliament
    """.split()
) | {"third world", "first world", "global south", "global north", "free world"}
"""What names no place by itself."""
TITLE_OF_PLACE = "World Heritage Site"
"""What places are called beside their names."""


def tagged_places(
    gazetteer: Gazetteer, entities: Sequence[NameSpan], found: Words, surnames: set[str]
) -> list[Mention]:
    """What the tagger calls places and is one, in the order of the text.

    Args:
        gazetteer: that knows what else a name may be.
        entities: the names of the article.
        found: its words.
        surnames: the words of the names of persons that are longer than one.
    """
    mentions = without_namesakes(gazetteer, _tagged(entities, found), found.text)
    return [mention for mention in mentions if not _is_of_person(gazetteer, mention.name, surnames)]


def settled(gazetteer: Gazetteer, entities: Sequence[NameSpan], found: Words) -> Sequence[NameSpan]:
    """The names of an article, with those of several words for places that are called persons but lie somewhere.

    Nobody is "in" a person, and the gazetteer knows the name: "in Rae Bareli".
    """
    several = [name for name in entities if name.type == "PERSON" and name.end - name.first > 1]
    inside = {
        found.name(name.first, name.end) for name in several if name.first and found.texts[name.first - 1] in INSIDE
    }
    known = trusts_of(gazetteer).of(map(name_key, inside)) if inside else {}
    towns = {name for name in inside if len(known[name_key(name)].rows)}
    if not towns:
        return entities
    return [
        name._replace(label="LOC", type="LOC")
        if name.type == "PERSON" and found.name(name.first, name.end) in towns
        else name
        for name in entities
    ]


def _is_of_person(gazetteer: Gazetteer, name: str, surnames: set[str]) -> bool:
    """Whether what the tagger calls a place is a part of a person's name, and no place that the gazetteer knows."""
    return name in surnames and not trusts_of(gazetteer).of({name_key(name)})[name_key(name)].rows.size


def _tagged(entities: Sequence[NameSpan], found: Words) -> list[Mention]:
    """What the tagger calls places; ``Paris, Texas`` is two of them."""
    mentions = []
    storms = _names_of_storms(entities, found)
    for entity in entities:
        if entity.label not in PLACE_LABELS:
            continue
        start, name = found.starts[entity.first], found.name(entity.first, entity.end)
        if _is_nowhere(found, entity.first, name) or name in storms:
            continue
        for part in name.split(", "):
            begin, end = trimmed(found.text, start, start + len(part))
            start += len(part) + 2
            if begin < end:
                mentions.append(Mention(begin, end, bare_name(found.text[begin:end])))
    return mentions


def _is_nowhere(found: Words, first: int, name: str) -> bool:
    """Whether what the tagger calls a place lies nowhere: a storm, "the South", the Third World."""
    before = found.texts[first - 1].lower() if first else ""
    return before in STORMS or name.lower() in NOWHERE or name.endswith(TITLE_OF_PLACE)


def _names_of_storms(entities: Sequence[NameSpan], found: Words) -> set[str]:
    """Names that the text gives to a storm once, and that mean it then wherever they stand."""
    texts = found.texts
    return {
        found.name(name.first, name.end) for name in entities if name.first and texts[name.first - 1].lower() in STORMS
    }
