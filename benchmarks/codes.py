"""How deep CAMEO codes are right, and who parties are, in labelled events: ``make eval-codes``.

    python -m benchmarks.codes plover_gsr.jsonl

The file has one labelled event a line, as ``plover_gsr`` of PLOVER's gold standard records: type, CAMEO codes, actors
and recipients with country and sector. Only events that are found with the right type count, and of them only the
parties whose text overlaps a labelled one of the same side.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from service.enrich.events.event import Event, Party
from service.enrich.pipeline import load
from training.files import json_lines

DEPTHS = {"root": 2, "three digits": 3, "all digits": 4}


def main() -> None:
    """Read the command line, find events, print shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labelled", type=Path)
    parser.add_argument("--model", default="newswire")
    arguments = parser.parse_args()
    nlp = load(arguments.model)
    codes: list[dict[str, bool]] = []
    parties: list[dict[str, bool]] = []
    for record in json_lines(arguments.labelled):
        events = nlp(record["text"])._.events
        for gold in record["events"]:
            found = [event for event in events if event.type == gold["plover"]]
            if not found:
                continue
            if gold["cameo"]:
                codes.append(right_codes(found, gold["cameo"]))
            parties += [row for side in ("actor", "recipient") for row in right_parties(found, gold, side)]
    print(f"{len(codes)} events of the right type: {shares(codes)}")
    print(f"{len(parties)} of their parties found: {shares(parties)}")


def right_codes(found: list[Event], gold: list[str]) -> dict[str, bool]:
    """By depth, whether one of the events has one of the labelled codes."""
    return {
        name: any(event.cameo[0][:depth] == code[:depth] for event in found for code in gold)
        for name, depth in DEPTHS.items()
    }


def right_parties(found: list[Event], gold: dict[str, Any], side: str) -> Iterator[dict[str, bool]]:
    """For each labelled party of a side that is found: whether its country and its sector are right.

    Where the labels name no sector, as beside bare countries, none is asked for.
    """
    told = [party for event in found for party in (event.actors if side == "actor" else event.recipients)]
    for labelled in gold[side]:
        here = [party for party in told if labelled.get("start") is not None and _overlap(party, labelled)]
        if here:
            country = any(party.country == labelled["country_code"] for party in here)
            sector = labelled["sector"] is None or any(party.sector == labelled["sector"] for party in here)
            yield {"country": country, "sector": sector, "both": country and sector}


def _overlap(party: Party, labelled: dict[str, Any]) -> bool:
    return bool(party.span and party.span[0] < labelled["end"] and labelled["start"] < party.span[1])


def shares(rows: list[dict[str, bool]]) -> str:
    """Shares of what is right, for people to read."""
    names = rows[0] if rows else ()
    return ", ".join(f"{name} {sum(row[name] for row in rows) / len(rows):.3f}" for name in names)


if __name__ == "__main__":
    main()
