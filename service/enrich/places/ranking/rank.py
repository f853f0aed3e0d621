"""The ranker: which place each name of an article means.

A linear score over ``features``; the places vote for one another, so that scores and votes are
computed in turns. Weights come from ``training.place_ranker``.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from service.enrich.context import ArticleContext
from service.enrich.places.gazetteer.columns import NAMES, STATIC, Floats, columns_of
from service.enrich.places.gazetteer.gazetteer import FOLDER, Gazetteer
from service.enrich.places.gazetteer.keys import is_abbreviation, name_key
from service.enrich.places.gazetteer.lookup import bare_key
from service.enrich.places.gazetteer.outlets import country_of_outlet, english_countries, town_of_domain
from service.enrich.places.mention import Mention
from service.enrich.places.ranking.features import Circumstances, Field, Integers
from service.enrich.places.ranking.lists import divisions_listed, lists
from service.enrich.places.ranking.strays import strays
from service.enrich.places.recognition.qualifier import qualifiers

ROUNDS = 3

_NAMED_IN_FULL = re.compile(
    r"(.+?)[ -](?:de|del|da|do|dos|das|di|sur|sous|upon|on|am|an der)[ -]"
    r"|(Gulf) of\b|(?:Persian|Arabian) (Gulf)$"
)
"""San Miguel de Allende, Frankfurt am Main: towns that a text calls San Miguel and Frankfurt later.
So it calls the Gulf of Thailand the Gulf."""

SOFTENING = 0.5
"""Exponent of the number of times a name is said: twice as often is not twice the evidence."""

HEADLINE_WEIGHT = 2.0

LONGEST_SHORT = 4
"""Letters of capitals that may be an abbreviation, and so no spelling of the name that has the same letters."""


class Resolution(NamedTuple):
    """The place of one name.

    Attributes:
        row: of the gazetteer; 0 for none.
        score: how sure the ranker is (0 to 1).
        area: row of the division or country that is named behind a name without a place; 0 for none.
    """

    row: int
    score: float
    area: int = 0


@cache
def shipped_weights() -> tuple[float, ...]:
    """Weights in the order of ``features.NAMES``."""
    weights: Mapping[str, float] = json.loads((FOLDER / "ranker.json").read_text(encoding="utf-8"))
    return tuple(weights[name] for name in NAMES)


class Article:
    """The names of an article, their candidates, and what is known about them before the first vote."""

    def __init__(self, gazetteer: Gazetteer, text: str, mentions: Sequence[Mention], context: ArticleContext) -> None:
        counts: dict[str, int] = {}
        for mention in mentions:
            counts[mention.name] = counts.get(mention.name, 0) + 1
        spellings: dict[str, list[str]] = {}
        for name in counts:
            spellings.setdefault(_spelling(name), []).append(name)
        self.names = [_usual(names) for names in spellings.values()]
        number = {name: i for i, names in enumerate(spellings.values()) for name in names}
        self._wholes = {
            match[match.lastindex or 0]: i
            for i, name in enumerate(self.names)
            if not name.isalnum() and (match := _NAMED_IN_FULL.match(name))
        }
        self.of_mention = [number[mention.name] for mention in mentions]
        source = country_of_outlet(gazetteer, context.source_country, context.source_domain)
        home = -1 if source else self._home(gazetteer, context.source_domain)
        self._lists = lists(text, mentions, self.of_mention)
        behind = [np.empty(0, dtype=np.int64)] * len(self.names)
        for i, rows in zip(self.of_mention, qualifiers(gazetteer, text, [m.end for m in mentions]), strict=True):
            if len(rows) and not len(behind[i]):
                behind[i] = rows
        said = (sum(counts[name] for name in names) for names in spellings.values())
        weights = np.ones(len(self.names))
        weights[: len(spellings)] = [count**SOFTENING for count in said]
        dateline = -1
        for i, mention in zip(self.of_mention, mentions, strict=True):
            if context.title and context.title[0] <= mention.start < context.title[1]:
                weights[i] = max(weights[i], HEADLINE_WEIGHT)
            if context.dateline and context.dateline.start <= mention.start < context.dateline.end:
                dateline = i
        found = columns_of(gazetteer).of(self.names)
        english = english_countries(gazetteer)
        self.field = Field(found, Circumstances(weights, behind, source, dateline, home, english, self._kin()))
        self._source = source
        self._told = {i for i, rows in enumerate(behind) if len(rows)} | {dateline}
        self._areas = {
            i: int(rows[0])
            for i, rows in enumerate(behind)
            if len(rows) and not self.field.is_qualified(i) and _is_area(gazetteer, rows)
        }

    def _home(self, gazetteer: Gazetteer, domain: str | None) -> int:
        """Number of the name of the town whose paper it is, -1 for none; the article need not name it."""
        town = town_of_domain(gazetteer, domain) if domain else ""
        if not town:
            return -1
        named = next((i for i, name in enumerate(self.names) if name_key(name) == town), len(self.names))
        if named == len(self.names):
            self.names.append(town)
        return named

    def _kin(self) -> Integers:
        """For each name a number that it has in common with those that have the same bare name."""
        numbers: dict[str, int] = {}
        return np.array([numbers.setdefault(bare_key(name), len(numbers)) for name in self.names], dtype=np.int64)

    def features(self, weights: Floats) -> Floats:
        """The features that the last round of voting sees."""
        field = self.field
        scores = field.static @ weights[: len(STATIC)]
        for _ in range(ROUNDS - 1):
            scores = field.features(field.probabilities(scores)) @ weights
        return field.features(field.probabilities(scores))

    def resolutions(self, weights: Floats) -> list[Resolution]:
        """The place of each name."""
        field = self.field
        if not len(field.rows):
            return [Resolution(0, 0.0, self._areas.get(i, 0)) for i in range(field.names)]
        chances: list[float] = field.probabilities(self.features(weights) @ weights).tolist()
        starts = pairwise(field.starts.tolist())
        best = [max(range(start, end), key=chances.__getitem__) if start < end else -1 for start, end in starts]
        if self._lists:
            for i, division in divisions_listed(field, best, self._lists).items():
                best[i] = division
        lost = strays(field, self.names, best, chances, self._told, self._areas, self._source)
        rows = field.rows.tolist()
        found = [
            Resolution(0, 0.0, self._areas.get(i, 0)) if at < 0 or i in lost else Resolution(rows[at], chances[at])
            for i, at in enumerate(best)
        ]
        for i, name in enumerate(self.names):
            whole = self._wholes.get(name)
            if whole is not None and whole != i and found[whole].row:
                found[i] = found[whole]
        return found


def _spelling(name: str) -> str:
    """What spellings of one name have in common: ``LAGOS`` is Lagos, and ``US`` not us."""
    return name if is_abbreviation(name) and len(name) <= LONGEST_SHORT else name_key(name)


def _usual(spellings: Sequence[str]) -> str:
    """The first of some spellings that is not in capitals, which may be a headline's."""
    return next((name for name in spellings if not name.isupper()), spellings[0]) if spellings[1:] else spellings[0]


def _is_area(gazetteer: Gazetteer, rows: Integers) -> bool:
    """Whether what is named behind a place is a state or a country, given the rows of what it may be.

    Districts are none, for of towns that are told one after the other many are such somewhere; nor is a country of
    whose name there is one: "Lebanon" behind a street is a town.
    """
    features = gazetteer.places["feature"][rows]
    return bool(gazetteer.having("A.ADM1")[features[0]] or not gazetteer.having("A.ADM2")[features].any())


def resolve(
    gazetteer: Gazetteer,
    text: str,
    mentions: Sequence[Mention],
    context: ArticleContext,
    weights: Sequence[float] | None = None,
) -> list[Resolution]:
    """The place of each mention; all mentions of a name mean one place."""
    if not mentions:
        return []
    article = Article(gazetteer, text, mentions, context)
    chosen = article.resolutions(np.asarray(weights or shipped_weights()))
    return [chosen[i] for i in article.of_mention]
