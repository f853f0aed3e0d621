"""What the commands over one build of the model have in common on their command line."""

import argparse
from pathlib import Path


def build_parser(description: str | None) -> argparse.ArgumentParser:
    """A parser that asks for ``shared``, ``checkpoint`` and ``model``, all of them paths.

    Args:
        description: of the command, for its help.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("shared", type=Path, help="the folder with gold and corpora")
    parser.add_argument("checkpoint", type=Path, help="of the build: its weights, and the names of sentences left out")
    parser.add_argument("model", type=Path, help="exported from the checkpoint")
    return parser
