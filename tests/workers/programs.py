"""Programs for the worker pool: each does to its worker what its articles say."""

import ctypes
import mmap
import os
import re
import time
from collections.abc import Callable
from pathlib import Path

from service.config.processing import ArticleSettings
from service.errors import Reason, Rejected, SettingsError, Stage
from service.messages import Facts, OutgoingMessage, Processed, RawRecord
from service.workers.child import Program


def obedient(settings: ArticleSettings) -> Program:
    """Obeys the first words of each article, then echoes it; ``log:PATH order`` also counts its tries."""
    return obey


def obey(record: RawRecord) -> Processed:
    value = record.value or b""
    text = value[:200].decode("utf-8", "replace")
    if text.startswith("log:"):
        path, _, text = text.removeprefix("log:").partition(" ")
        with Path(path).open("a") as log:
            log.write(f"{os.getpid()}\n")
    suffer(text)
    return Processed(str(record.offset), (OutgoingMessage("enriched", str(record.offset), value),))


def suffer(order: str) -> None:
    """Do to this process what the order says; nothing for any other text."""
    order, _, argument = order.partition(" ")
    match order:
        case "segfault":
            ctypes.string_at(0)
        case "exit":
            os._exit(int(argument or 3))
        case "hang":
            re.match(r"(a|a)*b", "a" * 60)  # holds the interpreter: no signal handler of Python runs
        case "sleep":
            time.sleep(3600)
        case "hog":
            # Shared memory: resident, yet beyond the limit under which an allocation fails.
            hoard = mmap.mmap(-1, int(argument) << 20)
            hoard[:: mmap.PAGESIZE] = bytes(len(hoard) // mmap.PAGESIZE)
            time.sleep(60)
        case "allocate":
            bytearray(int(argument) << 20)
        case "raise":
            raise ValueError(argument)
        case "reject":
            raise Rejected(Stage.VALIDATE, Reason.SCHEMA, "title: must be a string", "title")
        case "print":
            print("noise on standard output", flush=True)
        case "until":
            while not Path(argument).exists():
                time.sleep(0.01)
        case "busy":
            until = time.perf_counter() + float(argument)
            while time.perf_counter() < until:
                pass


def unloadable(settings: ArticleSettings) -> Program:
    raise RuntimeError("the model is missing")


def misconfigured(settings: ArticleSettings) -> Program:
    raise SettingsError(["NEWSWIRE_MODEL: there is no model 'x'"])


def hanging_once(settings: ArticleSettings) -> Program:
    """Never loaded by who finds the file that is named as the model, and takes it away."""
    try:
        Path(settings.model).unlink()
    except FileNotFoundError:
        return obey
    time.sleep(3600)
    raise AssertionError


class Recalling:
    """Finds facts for the key that is an article's first word, unless they are known, then obeys the rest.

    The facts, which become the article's message, tell which article they were found for.
    """

    def __init__(self, settings: ArticleSettings) -> None:
        self.recall: Callable[[str], bytes | None] | None = None

    def __call__(self, record: RawRecord) -> Processed:
        key, _, order = (record.value or b"").decode().partition(" ")
        known = self.recall(key) if self.recall is not None else None
        document = str(record.offset).encode() if known is None else known
        if known is None:
            suffer(order)
        message = OutgoingMessage("enriched", str(record.offset), document)
        facts = Facts(key, document) if known is None else None
        return Processed(str(record.offset), (message,), facts=facts, reused=known is not None)
