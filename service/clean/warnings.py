"""What a reader of a record should know of its cleaning: the values of ``cleaning.warnings``."""

from enum import StrEnum


class CleaningWarning(StrEnum):
    """The whole list."""

    LINE_BREAKS_LOST = "line_breaks_lost"
    """Lines too long for paragraphs were judged sentence by sentence."""
    KEPT_ALL = "kept_all"
    """So much would have been removed that nothing was."""
    NOT_ENGLISH = "not_english"
    """The line model knows English only, so nothing was removed."""
    MOJIBAKE_REPAIRED = "mojibake_repaired"
    """Characters that were decoded with a wrong encoding were put right."""
    CHARACTERS_LOST = "characters_lost"
    """The text holds replacement characters: somebody before us lost letters."""
    LANGUAGE_DIFFERS = "language_differs"
    """The language found is not the one that the producer or the page gave."""
    LINES_NOT_JUDGED = "lines_not_judged"
    """There are more lines than are judged; the rest was kept."""
