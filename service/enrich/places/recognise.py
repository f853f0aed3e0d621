"""Which stretches of a document name places: names that the tagger found, and safe matches it missed.

Countries, divisions, demonyms and large cities are known to the gazetteer, so that a pipeline
without a tagger finds them too.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from service.enrich.places.gazetteer import Gazetteer
from service.enrich.places.mention import Mention
from service.enrich.places.phrases import Phrase, Words, marked, phrases, words
from service.enrich.places.qualifier import qualifies
from service.enrich.places.safe import UNKNOWN, Known, Trust, trust
from service.enrich.places.spelling import bare_name, trimmed

PLACE_LABELS = frozenset({"LOC", "GPE", "FAC"})
CLOSED_LABELS = PLACE_LABELS | {"PERSON", "PER", "DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"}
"""Names in which no further place is looked for; in those of organisations and works one is."""

MOST_PHRASES_KNOWN = 12
"""Places of one name that are looked at to judge whether it is safe."""


def recognise(gazetteer: Gazetteer, doc: Doc) -> list[Mention]:
    """Mentions of places in the order of the text; none overlaps another."""
    text = doc.text
    found = words(doc)
    marked(found, [(entity.start, entity.end) for entity in doc.ents], 1)
    marked(found, [(entity.start, entity.end) for entity in doc.ents if entity.label_ in CLOSED_LABELS], -1)
    tagged = _tagged(doc)
    some = list(phrases(found, text))
    known = _known(gazetteer, some)
    names = {mention.name for mention in tagged}
    chosen = _chosen(gazetteer, text, found, some, known, names)
    return sorted(tagged + chosen, key=lambda mention: mention.start)


def _tagged(doc: Doc) -> list[Mention]:
    """What the tagger calls places; ``Paris, Texas`` is two of them."""
    mentions = []
    for entity in doc.ents:
        if entity.label_ not in PLACE_LABELS:
            continue
        start = entity.start_char
        for part in entity.text.split(", "):
            begin, end = trimmed(doc.text, start, start + len(part))
            start += len(part) + 2
            if begin < end:
                kind = "facility" if entity.label_ == "FAC" else "literal"
                mentions.append(Mention(begin, end, bare_name(doc.text[begin:end]), kind))
    return mentions


def _known(gazetteer: Gazetteer, some: Sequence[Phrase]) -> dict[str, Known]:
    """What the gazetteer knows of the keys of phrases; a key it does not have is missing."""
    keys = sorted({phrase.key for phrase in some} | {phrase.short for phrase in some if phrase.short})
    answers = gazetteer.find(keys, MOST_PHRASES_KNOWN)
    return {
        key: trust(gazetteer, rows, kinds, key)
        for key, (rows, kinds) in zip(keys, answers, strict=True)
        if key and len(rows)
    }


def _chosen(
    gazetteer: Gazetteer,
    text: str,
    found: Words,
    some: Sequence[Phrase],
    known: dict[str, Known],
    names: set[str],
) -> list[Mention]:
    """Safe phrases, the longest at each word, left to right."""
    mentions = []
    free = 0
    for phrase in some:
        if phrase.first < free:
            continue
        begin, end = trimmed(text, phrase.start, phrase.end)
        name = bare_name(text[begin:end])
        facts = known.get(phrase.short or "", UNKNOWN)
        if facts.trust is not Trust.SURE:
            facts = max(facts, known.get(phrase.key, UNKNOWN), key=lambda one: one.trust)
        held = found.holder[phrase.first] > 0
        if not _taken(gazetteer, text, phrase, facts, held=held, repeated=name in names):
            continue
        whole = not held or _is_whole(found, phrase)
        kind = "demonym" if facts.demonym else "literal" if whole else "embedded"
        mentions.append(Mention(begin, end, name, kind))
        free = phrase.last
    return mentions


def _taken(gazetteer: Gazetteer, text: str, phrase: Phrase, facts: Known, *, held: bool, repeated: bool) -> bool:
    if facts.trust is Trust.SURE or (repeated and phrase.alone):
        return True
    if held or facts.trust is Trust.NONE:
        return False
    if facts.trust is Trust.ALONE and phrase.alone:
        return True
    return qualifies(gazetteer, text, phrase.end, facts.rows)


def _is_whole(found: Words, phrase: Phrase) -> bool:
    """Whether a phrase is all of the name that holds it."""
    number = found.holder[phrase.first]
    before = phrase.first > 0 and found.holder[phrase.first - 1] == number
    behind = phrase.last < len(found.holder) and found.holder[phrase.last] == number
    return not before and not behind
