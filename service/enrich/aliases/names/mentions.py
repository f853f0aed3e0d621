"""The names in a text: what was found as a name, and what only looks like one found elsewhere."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

import service.enrich.context  # noqa: F401 - registers doc._.context
from service.enrich.aliases.clusters import Mention
from service.enrich.aliases.joining.joining import NamedMention
from service.enrich.aliases.joining.organisations import acronyms
from service.enrich.aliases.names.countries import country_of_capital, country_words
from service.enrich.aliases.names.metonyms import stands_for_government
from service.enrich.aliases.names.names import fold, take_apart
from service.enrich.aliases.names.relatives import is_relative
from service.enrich.aliases.names.whole_names import whole_names
from service.enrich.tree import CAPITALS, NameSpan, Tree, names_of
from service.enrich.words import word_set


def named_mentions(doc: Doc, tree: Tree) -> list[NamedMention]:
    """The names of a document, in text order; dates and amounts are none."""
    texts, offsets, ends = tree.texts, tree.offsets, tree.ends
    found = []
    spans = whole_names(names_of(doc), texts, tree.lowers)
    for first, end, _, kind in spans:
        while end - first > 1 and texts[end - 1] in _MARKS:
            end -= 1
        if end - first == 1 and tree.lowers[first] in _RANKS and _begins_title(tree, first):
            continue
        person = kind == "PERSON"
        if person:
            first = _behind_dateline(tree, first, end)
        start, behind = offsets[first], ends[end - 1]
        text = tree.text[start:behind]
        # "the ministry's spokesman" is a description, whatever found it; "Lee Jae-myung" is a name.
        if kind is not None and not (person and text.rpartition(" ")[2].islower()):
            head = head_of(tree, first, end) if end - first > 1 else first
            mention = Mention(start, behind, "named", head)
            governs = person and _governs(tree, first)
            relative = person and is_relative(tree, first)
            found.append(NamedMention(mention, kind, take_apart(text, person), governs=governs, relative=relative))
    if missed := _missed(spans, tree, found):
        found = sorted(found + missed, key=lambda each: (each.mention.start, each.mention.end))
    _name_countries(found, tree, doc)
    return found


def _governs(tree: Tree, first: int) -> bool:
    """Whether the office of a head of state or government stands before a name, or begins it: "President Holm"."""
    words = tree.lowers[max(0, first - 4) : first]
    if not FORMER.isdisjoint(words) or words[-2:-1] == ["vice"]:
        return False
    before = "".join(f" {word}" for word in words)
    return before.endswith(_HIGHEST) or tree.lowers[first] in _HEADS


FORMER = frozenset(("former", "ex", "ousted", "deposed", "late"))
_HEADS = frozenset(("president", "premier", "chancellor"))
_HIGHEST = tuple(f" {office}" for office in (*_HEADS, "prime minister", "president - elect"))


_MARKS = frozenset(",;:/")
"""Marks that are no part of a name they stand behind."""

_RANKS = word_set("special supreme chief deputy vice acting senior grand prime interim joint")


def _begins_title(tree: Tree, index: int) -> bool:
    """Whether a rank that was taken for a name begins a title: "Special Envoy", "Supreme Court"."""
    following = tree.texts[index + 1] if index + 1 < len(tree.texts) else ""
    return following[:1].isupper()


def _behind_dateline(tree: Tree, first: int, end: int) -> int:
    """Where a person's name begins that a dateline without a mark runs into: "DOVER Ann Lee" is Ann Lee."""
    if first and "\n" not in tree.texts[first - 1]:
        return first
    begin = first
    while end - begin > FULL_NAME and len(tree.texts[begin]) >= MIN_SURNAME and tree.texts[begin].isupper():
        begin += 1
    return first if tree.texts[begin].isupper() else begin


def _missed(spans: Sequence[NameSpan], tree: Tree, found: Sequence[NamedMention]) -> list[NamedMention]:
    """Single words that nothing marked as a name but that are names elsewhere: a surname, an acronym."""
    texts, parts = tree.texts, tree.parts
    inside = {index for first, end, *_ in spans for index in range(first, end)}
    outside = [
        index
        for index in CAPITALS.at(tree.words)
        if parts[index] in _PARTS and index not in inside and texts[index].isalpha()
    ]
    acronymic = {index for index in outside if texts[index].isupper() and len(texts[index]) > 1}
    surnames: dict[str, str] = {}
    short: dict[str, str] = {}
    for each in found if outside else ():
        words = each.name.words
        if each.type == "PERSON" and len(words) > 1 and len(words[-1]) >= MIN_SURNAME:
            surnames[words[-1]] = each.type
        elif acronymic and each.type in ("ORG", "FAC", "LOC"):
            short.update(dict.fromkeys(acronyms(words), each.type))
    missed = []
    for index in outside:
        kind = (short if index in acronymic else surnames).get(fold(texts[index]))
        if kind is not None:
            mention = Mention(tree.offsets[index], tree.ends[index], "named", index)
            missed.append(NamedMention(mention, kind, take_apart(texts[index], kind == "PERSON")))
    return missed


_PARTS = frozenset(("PROPN", "NOUN", "X"))
"""Parts of speech of words that may be names."""

FULL_NAME = 2
"""Words of a name that is full: what stands before them in capitals is no part of it."""

MIN_SURNAME = 4
"""Letters of a surname that is looked for where nothing marked it."""


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token in a span (end exclusive) that heads the others."""
    for index in range(start, end):
        if not start <= tree.heads[index] < end or tree.heads[index] == index:
            return index
    return end - 1


def _name_countries(found: list[NamedMention], tree: Tree, doc: Doc) -> None:
    """Give capitals the countries that they stand for, where the text names these, too."""
    places = {index: each for index, each in enumerate(found) if each.type == "LOC"}
    capitals = [index for index, each in places.items() if country_of_capital(each.name.words)]
    if not capitals:
        return
    countries = {country_words(each.name.words) for each in places.values()}
    for index in capitals:
        mention = found[index]
        country = country_of_capital(mention.name.words)
        if country in countries and stands_for_government(tree, mention.mention.head):
            dateline = doc._.context.dateline
            in_dateline = dateline is not None and dateline.start <= mention.mention.start < dateline.end
            if not in_dateline and not _begins_dateline(tree, mention.mention.head):
                found[index] = mention._replace(metonym=country)


def _begins_dateline(tree: Tree, head: int) -> bool:
    """Whether a capital begins a paragraph and a colon, dash or bracket follows."""
    before = tree.texts[head - 1] if head else "\n"
    behind = tree.texts[head + 1] if head + 1 < len(tree.texts) else ""
    return "\n" in before and behind in (":", "(", "-", "–", "—", ",")


def _is_gloss(short: NamedMention, tree: Tree) -> bool:
    """Whether a name in letters of its own language stands behind a bracket or comma: (Reed Island, 織嶼)."""
    return tree.texts[short.mention.head - 1] in ("(", ",") and not short.name.is_latin


def _is_in_brackets(long: NamedMention, short: NamedMention, text: str) -> bool:
    """Whether a name stands in brackets right behind another, alone."""
    before, behind = text[long.mention.end : short.mention.start], text[short.mention.end : short.mention.end + 1]
    return before in ("(", " (") and behind == ")"


def called(found: Sequence[NamedMention], text: str) -> Iterator[tuple[int, int]]:
    """Pairs of indexes: a name, and the other one it is known by: "Adam Reuss, better known as Red Adam"."""
    for index in range(1, len(found)):
        name, other = found[index - 1], found[index]
        start, end = name.mention.end, other.mention.start
        if name.type == other.type and start < end <= start + _LONGEST_KNOWN and _KNOWN_AS.fullmatch(text, start, end):
            yield index - 1, index


_KNOWN_AS = re.compile(
    r"(?:, | \(|, who (?:is|was) (?:also )?| )(?:(?:also|better|more) )?(?:\w+ly )?"
    r"(?:known (?:\w+ ){0,5}as|aka|a\.k\.a\.|alias) (?:the )?[\"'“‘]?"
)
_LONGEST_KNOWN = 70
"""Code points from a name to the other one."""


def bracketed(found: Sequence[NamedMention], tree: Tree) -> Iterator[tuple[int, int]]:
    """Pairs of indexes: a name, and the name that follows it in brackets, or behind ", or": "the Front, or FIS,"."""
    for index in range(1, len(found)):
        long, short = found[index - 1], found[index]
        if short.mention.start - long.mention.end > _LONGEST_GAP:
            continue
        token = short.mention.head
        if (
            _is_in_brackets(long, short, tree.text)
            or (
                0 < token < len(tree.texts) - 1
                and _is_gloss(short, tree)
                and 0 <= tree.offsets[token - 1] - long.mention.end <= 1
            )
            or (
                1 < token < len(tree.texts) - 1
                and tree.lowers[token - 2 : token] == [",", "or"]
                and tree.texts[token + 1] in (",", ".")
                and short.name.is_acronym
                and 0 <= tree.offsets[token - 2] - long.mention.end <= 1
            )
        ):
            yield index - 1, index


_LONGEST_GAP = len(" , or ")
"""Code points between a name and the one that follows it so."""
