"""Bodies by name, service/data/actors/organisations.tsv. Case counts, for ``IS`` is a body and ``is`` is none."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from service.enrich.tables import rows
from service.enrich.word_classes import WordClass

_UNMISTAKABLE = frozenset(("GOV", "LEG", "MIL", "SPY", "REB"))
"""Sectors of bodies whose names of one word are seldom anything else: Kremlin, Hezbollah; Apple is."""

_SHORT = 5
"""Letters up to which such a name may be something else all the same, and capitals an abbreviation."""

_TOKEN_BREAK = re.compile(r"[ '-]")
"""Where a tokenizer parts a name, about."""

_WORD = re.compile(r"[^\W_]+")

_SPELLINGS = (("Organisation", "Organization"), ("Centre ", "Center "), ("Defence", "Defense"), ("Labour", "Labor"))
"""Parts of names that are written in two ways."""

_SPELLED_IN_TWO_WAYS = re.compile("|".join(part for pair in _SPELLINGS for part in pair))


class Body(NamedTuple):
    """A body by its name: country (or UNO, IGO, ...), PLOVER sector, and the name in full."""

    country: str
    sector: str
    name: str
    once_rebels: bool = False

    @property
    def is_armed(self) -> bool:
        """Whether its name is one of those of armed groups, which are hardly ever anything else's."""
        return self.once_rebels or self.sector in ("REB", "PRM")


class BodyNames:
    """Look-up in the table.

    Raises:
        OSError: the table is missing.
        ValueError: a line has other columns than it must.
    """

    def __init__(self, path: Path) -> None:
        self._names: dict[str, Body] = {}
        self._tokens: dict[str, int] = {}
        """Of the longest name by its first token, and by its first two words: few names have both in common."""
        for country, sector, name, others in rows(path, 4):
            body = Body(country, sector, name)
            for other in (name, *filter(None, others.split("|"))):
                for spelling in _spellings(other):
                    if spelling not in self._names:
                        self._add(spelling, body)
                    elif sector == "REB" and self._names[spelling].sector == "PTY":
                        self._names[spelling] = self._names[spelling]._replace(once_rebels=True)
        self._alone = {name for name, body in self._names.items() if _means_body_anywhere(name, body)}
        self.beginnings = WordClass(self._tokens.__contains__)
        """Tokens that may begin the name of a body."""

    def _add(self, name: str, body: Body) -> None:
        self._names[name] = body
        parts = _TOKEN_BREAK.split(name)
        first = parts[0] or name[0]
        tokens = len(parts) + name.count("-")
        second = _word(name[len(first) + 1 :])
        for beginning in (first, f"{first} {second}") if second else (first,):
            self._tokens[beginning] = max(self._tokens.get(beginning, 0), tokens)

    def of(self, texts: Sequence[str]) -> Body | None:
        """The body of a name, given all its tokens; words that are written in capitals may be plain ones there."""
        found = self._names.get(_joined(texts))
        if found is None and any(map(_is_loud, texts)):
            found = self._names.get(_joined([text.capitalize() if _is_loud(text) else text for text in texts]))
        return found

    def may_begin(self, first: str) -> bool:
        """Whether a token may begin one of the names that ``of`` knows."""
        return first in self._tokens or not first.isalnum() or (_is_loud(first) and first.capitalize() in self._tokens)

    def longest(self, texts: Sequence[str], start: int) -> tuple[int, Body] | None:
        """(end, body) of the longest name that begins at a token.

        One word that might be any word with a capital (Apple) is no name here.
        """
        for end in range(min(len(texts), start + self._most_tokens(texts, start)), start, -1):
            name = _joined(texts[start:end])
            if (body := self._names.get(name)) is not None and (" " in name or name in self._alone):
                return end, body
        return None

    def _most_tokens(self, texts: Sequence[str], start: int) -> int:
        """How many tokens a name has at most that begins at a token: mostly none, or that one."""
        first, following = texts[start], texts[start + 1] if start + 1 < len(texts) else " "
        if following[0].isalnum():
            return self._tokens.get(f"{first} {_word(following)}", int(first.replace("’", "'") in self._alone))
        return self._tokens.get(first, 0)  # "Johnson & Johnson"


def _means_body_anywhere(name: str, body: Body) -> bool:
    """Whether a name of one word is no other word with a capital."""
    unmistakable = body.sector in _UNMISTAKABLE or body.once_rebels
    return sum(map(str.isupper, name)) > 1 or (unmistakable and len(name) > _SHORT)


def _is_loud(text: str) -> bool:
    """Whether a word is written in capitals and too long for an abbreviation, as companies write their names."""
    return len(text) > _SHORT and text.isupper()


def _spellings(name: str) -> list[str]:
    """A name as it is, and as they write it on the other side of the ocean."""
    if _SPELLED_IN_TWO_WAYS.search(name) is None:
        return [name]
    found = [name]
    for british, american in _SPELLINGS:
        found += [each.replace(american, british) for each in found if american in each]
        found += [each.replace(british, american) for each in found if british in each]
    return list(dict.fromkeys(found))


def _word(text: str) -> str:
    """The letters and digits that a text begins with: its first token has all of them, however it is parted."""
    if text.isalnum():  # as most
        return text
    found = _WORD.match(text)
    return found[0] if found is not None else ""


def _joined(texts: Sequence[str]) -> str:
    """Words as they are written in a line: no blank before an apostrophe or around a hyphen."""
    if len(texts) == 1:
        return texts[0].replace("’", "'")
    return " ".join(texts).replace("’", "'").replace(" '", "'").replace(" - ", "-")
