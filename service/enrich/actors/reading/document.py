"""What the rules read of a document: its tree, and the countries, bodies and names at its tokens."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc

from service.enrich.actors.reading import lexicon, nations
from service.enrich.actors.reading.body_names import Body
from service.enrich.actors.reading.lexicon import Agent, Lexicon
from service.enrich.actors.reading.nations import Nation
from service.enrich.tree import Tree, names_of
from service.enrich.word_classes import MARKED, WordClass
from service.enrich.words import word_set

_BODIES = frozenset(("ORG", "FAC", "MISC", "NORP", "LOC"))
"""Types of names that may name a body of the lexicon: NER takes the White House for a building."""


class Name(NamedTuple):
    """A named entity: tokens (end exclusive, without possessive mark) and type."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the rules see it.

    Attributes:
        names: the named entity at each token; None outside of one.
        dates: whether a token belongs to a date or time.
        nation_at: the country at each token it covers.
        bodies: (end, body) of the body of the lexicon that begins at a token.
        body_at: the body at each token it covers.
        starts: first token of each sentence, ascending.
        known: whether parts of speech are known.
        may_end_agent, may_end_body: for each token whether a noun for people, or a word for a body, may end with it.
        sectors: sector of the body whose name begins at a token, as another of its names in the document tells it.
    """

    tree: Tree
    lexicon: Lexicon
    names: list[Name | None]
    dates: list[bool]
    nation_at: dict[int, Nation]
    bodies: dict[int, tuple[int, Body]]
    body_at: dict[int, Body]
    starts: list[int]
    known: bool
    may_end_agent: bytes
    may_end_body: bytes
    sectors: dict[int, str] = field(default_factory=dict)
    _masks: dict[WordClass, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: Doc) -> "Reading":
        """Read a document, whatever annotation it has."""
        tree = Tree.of(doc)
        words = lexicon.shared()
        names: list[Name | None] = [None] * len(tree.texts)
        begun: list[int] = []
        dates = [False] * len(tree.texts)
        for first, behind, label, kind in names_of(doc):
            end = behind
            if end - first > 1 and tree.lowers[end - 1] in POSSESSIVE:
                end -= 1
            if kind == "PERSON" and end - first == 1 and _is_title(tree, words, first):
                continue
            if kind is not None:
                names[first:end] = [Name(first, end, kind)] * (end - first)
                begun.append(first)
            elif label in ("DATE", "TIME"):
                dates[first:behind] = [True] * (behind - first)
        found = [nation for nation in nations.shared().find(tree) if _stands_alone(nation, names, tree)]
        bodies = _bodies(tree, words, names, begun)
        return cls(
            tree,
            words,
            names,
            dates,
            {index: nation for nation in found for index in range(nation.start, nation.end)},
            bodies,
            {index: body for start, (end, body) in bodies.items() for index in range(start, end)},
            _sentence_starts(tree),
            any(tree.parts),
            words.agent_ends.mask(tree.words).tobytes(),
            words.body_ends.mask(tree.words).tobytes(),
        )

    def agent_ending(self, index: int, limit: int) -> tuple[int, Agent] | None:
        """(first token, noun) of the noun for people that ends at a token and begins at ``limit`` or behind it."""
        if not self.may_end_agent[index]:
            return None
        if self.tree.lowers[index] in _INITIALS and not self.tree.texts[index].isupper():
            return None
        words, places = words_before(self.tree.lowers, index, limit)
        agent = self.lexicon.agent(words)
        return None if agent is None else (places[-agent.words], agent)

    def body_ending(self, index: int, limit: int) -> tuple[int, str | None] | None:
        """(first token, sector) of the word for a body that ends at a token."""
        if not self.may_end_body[index]:
            return None
        words, places = words_before(self.tree.lowers, index, limit)
        body = self.lexicon.body(words)
        return None if body is None else (places[-body[0]], body[1])

    def body_start(self, index: int) -> int:
        """First token of the body of the lexicon that covers a token."""
        while index not in self.bodies:
            index -= 1
        return index

    def text(self, start: int, end: int) -> str:
        """The tokens as they are written, white space made one blank."""
        tree = self.tree
        return " ".join(tree.text[tree.offsets[start] : tree.ends[end - 1]].split()) if start < end else ""

    def has(self, words: WordClass, start: int, end: int) -> bool:
        """Whether one of some tokens is a word of a class; rules ask it before they look closer."""
        mask = self._masks.get(words)
        if mask is None:
            mask = self._masks[words] = words.mask(self.tree.words).tobytes()
        return mask.find(True, start, end) >= 0

    def sentence_start(self, index: int) -> int:
        """First token of the sentence of a token."""
        return self.starts[bisect_right(self.starts, index) - 1]

    def sentence_end(self, index: int) -> int:
        """Token behind the sentence of a token."""
        place = bisect_right(self.starts, index)
        return self.starts[place] if place < len(self.starts) else len(self.tree.texts)


def words_before(lowers: Sequence[str], index: int, limit: int) -> tuple[list[str], list[int]]:
    """Up to four words that end at a token, none before ``limit``, without hyphens, and their tokens.

    A possessive mark belongs to the word before it: "prosecutor's office" is two words.
    """
    words: list[str] = []
    places: list[int] = []
    mark = ""
    while index >= limit and len(words) < 4:
        word = lowers[index].rstrip(".")
        if word in POSSESSIVE:
            mark = word.replace("’", "'")
        elif word != "-":
            if not word[:1].isalpha():
                break
            words.append(word + mark)
            places.append(index)
            mark = ""
        index -= 1
    return words[::-1], places[::-1]


def _sentence_starts(tree: Tree) -> list[int]:
    """Where sentences start: where one was found, at a new line, behind a clear full stop."""
    texts, starts = tree.texts, {0, *tree.starts}
    for last in _BREAKS.at(tree.words):
        if last + 1 == len(texts):
            break
        if texts[last] == "." and last and tree.lowers[last - 1] in _ABBREVIATIONS:
            starts.discard(last + 1)
        elif "\n" in texts[last] or (last and len(texts[last - 1]) > _LONGEST_ABBREVIATION):
            starts.add(last + 1)
    return sorted(starts)


_BREAKS = WordClass(lambda text: text in (".", "!", "?") or "\n" in text, among=MARKED)

_ABBREVIATIONS = word_set(
    "adm brig capt cmdr col const cpl det dr eng fr gen gov hon insp lt maj mr mrs ms prof rep rev sen sgt st supt"
)
"""Titles that a full stop follows inside a sentence."""

_LONGEST_ABBREVIATION = 4
"""Letters of "Capt": a full stop behind a shorter word may belong to it."""

_INITIALS = frozenset(("pm", "cm", "vp", "mca", "mpp", "mmc", "emt", "dcp"))
"""Short for an office in capitals alone: "PM Weber", not "at 5 pm"."""

POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
"""Tokens that mark a possessor."""


def _is_title(tree: Tree, words: Lexicon, index: int) -> bool:
    """Whether what was taken for a name is a title: "President" of "President of the club"."""
    following = tree.lowers[index + 1] if index + 1 < len(tree.texts) else ""
    return following in ("of", "for") and words.agent((tree.lowers[index],)) is not None


def _stands_alone(nation: Nation, names: list[Name | None], tree: Tree) -> bool:
    """Whether a country's name is no part of a person's or another place's: British Columbia, Jordan Peele."""
    name = names[nation.start]
    if name is None or name.type not in ("PERSON", "LOC", "FAC"):
        return True
    rest = [*range(name.start, nation.start), *range(nation.end, name.end)]
    return name.type != "PERSON" and not any(tree.texts[index][:1].isupper() for index in rest)


def _all_of(name: Name, start: int, end: int) -> bool:
    """Whether what was taken for a person's name is a body's, all of it: "Anna Weber of Wells Fargo"."""
    return (name.start, name.end) == (start, end) and end - start > 1


def _bodies(tree: Tree, words: Lexicon, names: list[Name | None], begun: Iterable[int]) -> dict[int, tuple[int, Body]]:
    """(end, body) by the first token: names of the lexicon in names of the text, and long ones anywhere.

    Args:
        begun: where the names of the text begin.
    """
    found: dict[int, tuple[int, Body]] = {}
    reached = 0
    texts, beginnings = tree.texts, set(words.names.beginnings.at(tree.words))
    for index in sorted(beginnings.union(at for at in begun if words.may_begin_name(texts[at]))):
        if index < reached:
            continue
        name = names[index]
        hit = words.names.longest(texts, index) if index in beginnings else None
        if hit is None and name is not None and name.start == index and name.type in _BODIES:
            body = words.named(texts[index : name.end])
            hit = None if body is None else (name.end, body)
        if hit is not None and (
            name is None or name.type != "PERSON" or hit[0] > name.end or _all_of(name, index, hit[0])
        ):
            found[index] = hit
            reached = hit[0]
    return found
