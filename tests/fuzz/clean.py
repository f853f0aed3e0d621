"""Fuzz cleaning with coverage as the guide: ``python -m tests.fuzz.clean [RUNS] [SECONDS]``.

Bodies are mutated from the sample articles and from pieces that broke readers before. An input ends in
a clean article whose offsets hold, or in a ``Rejected`` with a reason; anything else is a crash, and
libFuzzer leaves its input in a file.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["service"]):
    from service.clean import clean
    from service.clean.identifier import load_identifier
    from service.clean.lines.model.line_model import load_line_model
    from service.config.processing import ArticleSettings
    from service.errors import Rejected
    from tests.clean.cleaned import check_offsets

ROOT = Path(__file__).parents[2]
RUNS, SECONDS = 100_000, 3600
LONGEST_INPUT = 4000  # bytes: what happens in long inputs, happens in short ones sooner
LONGEST_RUN = 10  # seconds of one input; libFuzzer counts more as a crash

SETTINGS = ArticleSettings()
ENCODINGS = ("utf-8", "utf-8", "latin-1", "cp1252", "utf-16-le")
PIECES = [
    "<p>", "</p>", "<br>", "<div class=", "<!--", "-->", "<script>", "</script>", "<h1>", "<article>",
    "<li>", "<a href=",
    '<meta property="og:title" content="', '<script type="application/ld+json">',
    '{"@type":"NewsArticle","headline":"',
    "&amp;", "&nbsp;", "&#0;", "&#xD800;", "&#x110000;", "Ã©", "â€™", "\u200b", "\u00a0", "\ufeff", "e\u0301",
    "\r\n", "\u2028", "By Ann Example", "LONDON (Reuters) - ", "Read more: ", "Share", "Photo: ", ". ", "“", "-",
]  # fmt: skip


def one_input(data: bytes) -> None:
    """Clean one body: the first bytes choose its kind, its encoding and its title."""
    if len(data) < 4:
        return
    kind = ("html", "text", None)[data[0] % 3]
    encoding = ENCODINGS[data[1] % len(ENCODINGS)]
    body = data[3:].decode(encoding, "surrogateescape" if encoding == "utf-8" and data[1] & 8 else "replace")
    title = body[: data[2] % 64] if data[2] & 64 else None
    if not body:
        return
    try:
        article = clean({"body": body, "body_format": kind, "title": title, "language": None}, SETTINGS)
    except Rejected:
        return
    check_offsets(article)


def seeds() -> Iterator[bytes]:
    """What mutation starts from: the articles of the demonstration, as page and as text, and each piece."""
    for path in sorted((ROOT / "service" / "data" / "samples").iterdir()):
        for kind in b"\0\1":
            yield bytes([kind, 0, 0]) + path.read_bytes()
    for piece in PIECES:
        for kind in b"\0\1":
            yield bytes([kind, 0, 0]) + f"{piece} One line of a story about a harbour.\n{piece}".encode()


def main() -> None:
    """Run as many inputs as asked for."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    load_identifier()
    load_line_model("text")
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        for number, seed in enumerate(seeds()):
            (corpus / str(number)).write_bytes(seed)
        dictionary = Path(folder, "dictionary")
        lines = ("".join(f"\\x{byte:02x}" for byte in piece.encode()) for piece in PIECES)
        dictionary.write_text("".join(f'"{line}"\n' for line in lines))
        limits = {"runs": runs, "max_total_time": seconds, "max_len": LONGEST_INPUT, "timeout": LONGEST_RUN}
        options = [f"-{name}={value}" for name, value in limits.items()]
        atheris.Setup([sys.argv[0], str(corpus), f"-dict={dictionary}", *options], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
