"""Write the scores into a model card: ``python -m training.card SCORES CARD``.

SCORES is what ``python -m benchmarks.accuracy --json SCORES`` wrote; in CARD the tables between the two
marks are replaced.
"""

import argparse
import json
from pathlib import Path

BEGIN, END = "<!-- scores -->", "<!-- end of scores -->"

COUNT = "gold"
"""The column that is no percentage."""


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scores", type=Path)
    parser.add_argument("card", type=Path)
    arguments = parser.parse_args()
    card = arguments.card.read_text(encoding="utf-8")
    scores = json.loads(arguments.scores.read_text(encoding="utf-8"))
    arguments.card.write_text(with_scores(card, scores), encoding="utf-8")


def with_scores(card: str, scores: dict[str, dict[str, dict[str, float]]]) -> str:
    """The card with these scores between its marks.

    Raises:
        ValueError: the card has no marks.
    """
    before, mark, rest = card.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not mark or not end:
        raise ValueError(f"no place for scores: {BEGIN} and {END} are missing")
    tables = "\n\n".join(_table(title, rows) for title, rows in scores.items())
    return f"{before}{BEGIN}\n{tables}\n{END}{after}"


def _table(title: str, rows: dict[str, dict[str, float]]) -> str:
    columns = list(next(iter(rows.values())))
    lines = [f"**{title}**", "", f"| | {' | '.join(columns)} |", f"| ---{' | ---:' * len(columns)} |"]
    for name, row in rows.items():
        values = (f"{value:,.0f}" if column == COUNT else f"{value:.1f}" for column, value in row.items())
        lines.append(f"| {name} | {' | '.join(values)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
