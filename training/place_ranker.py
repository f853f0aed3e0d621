"""Fit the weights of the place ranker, and measure it alone: gold spans in, places out.

    python -m training.place_ranker measure [GOLD_FOLDER]    # figures per set
    python -m training.place_ranker fit [GOLD_FOLDER]        # fit on half of the documents, check on the others

Gold: ``../shared/gold/toponyms`` (see its README). A conditional logit over the candidates of each
name; the place with the gold id is the right one, else every place within 161 km of the gold place.
"""

import json
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zlib import crc32

import numpy as np

from service.enrich.context import ArticleContext
from service.enrich.places.gazetteer.columns import NAMES, Floats
from service.enrich.places.gazetteer.gazetteer import FOLDER, Gazetteer, shared
from service.enrich.places.mention import Mention
from service.enrich.places.ranking.rank import Article
from service.enrich.places.recognition.spelling import bare_name
from training.files import json_lines

SETS = ("geovirus", "trnews", "gwn", "lgl")
GOLD = Path("../shared/gold/toponyms")
RIGHT_KM = 161
RIDGE = 2.0
ROUNDS = 6
WEIGHTS = FOLDER / "ranker.json"

GIVEN = {"usual": 1.5, "dateline": 2.0, "county": 1.0}
"""Weights that are not fitted: the gold documents have no datelines of their own, few names of both a city and a state,
and counties in one country almost alone."""


@dataclass(slots=True)
class Case:
    """One gold document: the article as the ranker sees it, and its gold toponyms."""

    article: Article
    toponyms: list[dict[str, Any]]
    corpus: str
    fitting: bool


def cases(gazetteer: Gazetteer, folder: Path) -> list[Case]:
    """All gold documents; the half that weights are fitted on is chosen by the hash of the document's id."""
    made = []
    for corpus in SETS:
        for document in json_lines(folder / f"{corpus}.jsonl"):
            mentions = [Mention(t["start"], t["end"], bare_name(t["text"])) for t in document["toponyms"]]
            article = Article(gazetteer, document["text"], mentions, _context(document))
            made.append(Case(article, document["toponyms"], corpus, crc32(document["id"].encode()) % 2 == 0))
    return made


def _context(document: dict[str, Any]) -> ArticleContext:
    return ArticleContext(source_domain=urlsplit(document["source_url"] or "").hostname)


def right(gazetteer: Gazetteer, rows: Sequence[int], toponym: dict[str, Any]) -> list[bool]:
    """Whether each place counts as the gold place."""
    return [_right(gazetteer, row, toponym) for row in rows]


def _right(gazetteer: Gazetteer, row: int, toponym: dict[str, Any]) -> bool:
    if not row:
        return False
    place = gazetteer.places[row]
    if toponym.get("geonames_id") and place["geonames_id"] == toponym["geonames_id"]:
        return True
    if gazetteer.feature(row)[1].startswith("PCL") and _country(gazetteer, row) == toponym.get("country_iso3"):
        titles = {toponym.get("name"), (toponym.get("wikipedia") or "").replace("_", " ")}
        if str(toponym.get("feature_code") or "").startswith("PCL") or gazetteer.name(row) in titles:
            return True
    return kilometres(place["latitude"], place["longitude"], toponym["lat"], toponym["lon"]) <= RIGHT_KM


def _country(gazetteer: Gazetteer, row: int) -> str | None:
    country = gazetteer.countries.get(int(gazetteer.places[row]["country"]))
    return country.iso3 if country else None


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance (haversine)."""
    a, b, c, d = map(math.radians, (float(latitude), float(longitude), other_latitude, other_longitude))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))


def measure(gazetteer: Gazetteer, some: Sequence[Case], weights: Floats, *, show: str | None = None) -> None:
    """Print, per set: share within 161 km, share with the right country, share that no candidate could win."""
    print("set        n     @161km  country  not in the table  right one among candidates")
    for corpus in SETS:
        near, country, missing, reachable = [], [], [], []
        for case in (case for case in some if case.corpus == corpus):
            chosen, field = case.article.resolutions(weights), case.article.field
            for i, toponym in zip(case.article.of_mention, case.toponyms, strict=True):
                row = chosen[i].row
                if toponym.get("country_iso3"):
                    country.append(_country(gazetteer, row) == toponym["country_iso3"])
                if toponym.get("lat") is None:
                    continue
                near.append(_right(gazetteer, row, toponym))
                missing.append(not row)
                candidates = field.rows[field.starts[i] : field.starts[i + 1]].tolist()
                reachable.append(any(right(gazetteer, candidates, toponym)))
                if show == corpus and not near[-1]:
                    _print_error(gazetteer, toponym, row, reachable=reachable[-1])
        shares = [sum(values) / len(values) for values in (near, country, missing, reachable)]
        print(f"{corpus:10} {len(near):5} " + "  ".join(f"{share:.3f}" for share in shares))


def _print_error(gazetteer: Gazetteer, toponym: dict[str, Any], row: int, *, reachable: bool) -> None:
    gold = f"{toponym.get('name') or toponym.get('wikipedia')} {toponym.get('country_iso3')}"
    got = f"{gazetteer.name(row)} {_country(gazetteer, row)} {gazetteer.feature(row)[1]}" if row else "-"
    print(f"  {'R' if reachable else ' '} {toponym['text']!r}: {gold} {toponym.get('feature_code')} <> {got}")


def fit(gazetteer: Gazetteer, some: Sequence[Case], weights: Floats) -> Floats:
    """Weights that make the right places of the cases most probable; votes are computed anew in each round."""
    for _ in range(ROUNDS):
        problems = [problem for case in some for problem in _problems(gazetteer, case, weights)]
        weights = _maximise(problems, weights)
    return weights


def _problems(gazetteer: Gazetteer, case: Case, weights: Floats) -> list[tuple[Floats, Floats, float]]:
    """(features of the candidates, which are right, weight) of each name that a right candidate exists for."""
    field = case.article.field
    if not len(field.rows):
        return []
    features = case.article.features(weights)
    made = []
    for i, toponym in zip(case.article.of_mention, case.toponyms, strict=True):
        own = slice(field.starts[i], field.starts[i + 1])
        if toponym.get("lat") is None or own.stop - own.start < 2:
            continue
        good = gazetteer.places["geonames_id"][field.rows[own]] == (toponym.get("geonames_id") or -1)
        if not good.any():
            good = np.array(right(gazetteer, field.rows[own].tolist(), toponym))
        good = good.astype(np.float64)
        if 0 < good.sum() < len(good):
            made.append((features[own], good, 1.0 / case.article.of_mention.count(i) ** 0.5))
    return made


def _maximise(problems: Sequence[tuple[Floats, Floats, float]], weights: Floats) -> Floats:
    """Gradient ascent with momentum on the marginal log-likelihood, less a ridge."""
    sizes = [len(good) for _, good, _ in problems]
    starts = np.concatenate(([0], np.cumsum(sizes)))[:-1]
    features = np.concatenate([values for values, _, _ in problems])
    good = np.concatenate([values for _, values, _ in problems])
    weight = np.repeat([value for _, _, value in problems], sizes)
    group = np.repeat(np.arange(len(sizes)), sizes)
    scale = np.maximum(features.std(axis=0), 1e-3)
    total = sum(value for _, _, value in problems)
    step = np.zeros(len(weights))
    free = np.array([name not in GIVEN for name in NAMES])
    for _ in range(400):
        scores = features @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        chances = powers / np.bincount(group, powers)[group]
        rightly = powers * good / np.bincount(group, powers * good)[group]
        slope = (features * ((rightly - chances) * weight)[:, None]).sum(axis=0) / total - RIDGE * weights / total
        step = free * (0.9 * step + 0.3 * slope / scale**2)
        weights = weights + np.clip(step, -0.5, 0.5)
    return weights


def main() -> None:
    """Fit or measure, as the first argument says."""
    command = sys.argv[1] if len(sys.argv) > 1 else "measure"
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else GOLD
    if not folder.exists():
        sys.exit(f"no gold data in {folder}: nothing measured")
    gazetteer = shared()
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    start = {"population": 1.0, **stored, **GIVEN}
    weights = np.array([start.get(name, 0.0) for name in NAMES])
    every = cases(gazetteer, folder)
    if command == "fit":
        weights = fit(gazetteer, [case for case in every if case.fitting], weights)
        rounded = {name: round(float(value), 3) for name, value in zip(NAMES, weights, strict=True)}
        WEIGHTS.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")
        print(json.dumps(rounded, indent=1))
    for title, some in (
        ("fitted on", [c for c in every if c.fitting]),
        ("others", [c for c in every if not c.fitting]),
    ):
        print(title)
        measure(gazetteer, some, weights)
    print("all")
    measure(gazetteer, every, weights, show=sys.argv[3] if len(sys.argv) > 3 else None)


if __name__ == "__main__":
    main()
