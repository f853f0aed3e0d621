"""Read the corpora once for some builds: ``python -m training.gather CORPORA FILE CONFIG...``."""

import argparse
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from training.corpora import read_names
from training.events.labels import read_sentences
from training.events.sentences import MAX_WORDS_AFTER, MAX_WORDS_BEFORE
from training.gathered import Gathered, save
from training.treebanks import read_trees, treebank


def main() -> None:
    """Read the command line, gather, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("configs", type=Path, nargs="+")
    arguments = parser.parse_args()
    configs = [tomllib.loads(path.read_text()) for path in arguments.configs]
    save(gather(arguments.corpora, configs), arguments.file)


def gather(corpora: Path, configs: Iterable[dict[str, Any]]) -> Gathered:
    """What builds with these configs read.

    Args:
        corpora: the folder of corpora; the labelled events stand beside it, in ``gold``.
        configs: as in ``training/configs``.

    Raises:
        OSError: a corpus is missing.
    """
    read = list(configs)
    banks = {name for config in read for name in config.get("treebanks", ())}
    names = {name for config in read for part in ("names", "unlabelled") for name in config.get(part, ())}
    events = any("events" in config or "marked" in config for config in read)
    return Gathered(
        {name: read_trees(treebank(corpora, name, "train")) for name in sorted(banks)},
        {name: read_names(corpora, name, "train") for name in sorted(names)},
        [each.within(MAX_WORDS_BEFORE, MAX_WORDS_AFTER) for each in read_sentences(corpora.parent / "gold", corpora)]
        if events
        else [],
    )


if __name__ == "__main__":
    main()
