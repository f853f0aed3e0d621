"""Documents with given trees and names, so that a specification does not hang on a model."""

import re

import spacy
from spacy.tokens import Doc, Span

import service.enrich.context  # noqa: F401 - registers doc._.context

VOCAB = spacy.blank("en").vocab

_LEMMAS = {
    "said": "say", "says": "say", "told": "tell", "was": "be", "is": "be", "wrote": "write", "saying": "say",
    "stating": "state", "explained": "explain", "promised": "promise", "believes": "believe", "added": "add",
    "denied": "deny", "reported": "report", "drones": "drone", "officials": "official", "met": "meet",
    "thanked": "thank", "seeks": "seek", "asked": "ask", "visited": "visit", "has": "have", "announced": "announce",
    "urged": "urge", "launched": "launch", "plans": "plan", "tried": "try", "arrested": "arrest", "miners": "miner",
    "shelled": "shell", "troops": "troop", "praised": "praise", "commended": "commend", "men": "man", "wants": "want",
    "declined": "decline", "released": "release", "injured": "injure", "arrived": "arrive",
    "blamed": "blame", "resumed": "resume", "armies": "army", "parties": "party", "ministries": "ministry",
    "adding": "add", "ordered": "order", "held": "hold", "months": "month",
    "claimed": "claim", "begins": "begin", "takes": "take", "took": "take", "postponed": "postpone",
    "lifted": "lift", "sanctions": "sanction", "called": "call", "declared": "declare", "captured": "capture",
    "towns": "town", "remained": "remain", "discussed": "discuss", "warned": "warn", "acquitted": "acquit",
    "sides": "side", "countries": "country", "ministers": "minister", "leaders": "leader",
    "demanded": "demand", "tariffs": "tariff", "restores": "restore", "ties": "tie",
    "hundreds": "hundred", "tens": "ten", "thousands": "thousand", "suspended": "suspend", "considering": "consider",
    "expelled": "expel", "expulsions": "expulsion", "signed": "sign", "leaving": "leave", "puts": "put", "led": "lead",
    "shows": "show",
}  # fmt: skip
_TAGS = {"NOUN": "NN", "PROPN": "NNP", "ADJ": "JJ", "ADP": "IN", "DET": "DT", "ADV": "RB", "AUX": "VBZ", "SCONJ": "IN"}
_RELATIVE = {"who": "WP", "whose": "WP$"}
_OPENING, _CLOSING = frozenset("“‘(["), frozenset(",.:;?!”’)]") | {"'s", "’s"}


def document(text: str, *names: tuple[str, str]) -> Doc:
    """A document.

    Args:
        text: a sentence a line, a blank line between paragraphs. A token is ``word/POS/relation/head``,
            head counted from 1 inside the sentence, 0 for the root.
        names: text and label; every occurrence outside longer names is one.
    """
    words, spaces, heads, relations, parts = [], [], [], [], []
    columns = (words, spaces, heads, relations, parts)
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        if words:
            spaces[-1] = False
            _append(columns, "\n\n", False, len(words) - 1, "dep", "SPACE")
        open_quote = False
        for line in paragraph.strip().splitlines():
            first = len(words)
            for token in line.split():
                word, part, relation, head = token.rsplit("/", 3)
                closes = word in _CLOSING or (word == '"' and open_quote)
                if closes and spaces and words[-1] != "\n\n":
                    spaces[-1] = False
                after = not (word in _OPENING or (word == '"' and not open_quote))
                open_quote ^= word == '"'
                target = len(words) if head == "0" else first + int(head) - 1
                _append(columns, word, after, target, "ROOT" if head == "0" else relation, part)
    doc = Doc(
        VOCAB, words=words, spaces=spaces, heads=heads, deps=relations, pos=parts, tags=_tags(words, parts),
        lemmas=[_LEMMAS.get(word.lower(), word.lower()) for word in words],
    )  # fmt: skip
    doc.ents = _names(doc, names)
    return doc


def _append(columns: tuple[list, ...], *values: object) -> None:
    for column, value in zip(columns, values, strict=True):
        column.append(value)


def _tags(words: list[str], parts: list[str]) -> list[str]:
    tags = []
    for word, part in zip(words, parts, strict=True):
        if part == "VERB":
            tags.append("VBG" if word.endswith("ing") else "VBZ" if word.endswith("s") else "VBD")
        elif part == "PRON":
            possessive = word.lower() in ("his", "its", "their")
            tags.append("PRP$" if possessive else _RELATIVE.get(word.lower(), "PRP"))
        elif part == "NOUN" and word.endswith("s"):
            tags.append("NNS")
        else:
            tags.append(_TAGS.get(part, part))
    return tags


def _names(doc: Doc, names: tuple[tuple[str, str], ...]) -> list[Span]:
    found: list[Span] = []
    taken: set[int] = set()
    for name, label in sorted(names, key=lambda each: -len(each[0])):
        for match in re.finditer(re.escape(name), doc.text):
            span = doc.char_span(match.start(), match.end(), label=label)
            if span is not None and not taken & set(range(span.start, span.end)):
                taken.update(range(span.start, span.end))
                found.append(span)
    return sorted(found, key=lambda span: span.start)
