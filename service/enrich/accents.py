"""Letters without their accents."""

import unicodedata

PLAIN_LETTERS = {
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i",
    "ß": "ss", "þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
}  # fmt: skip
"""Letters that Unicode does not take apart, and what stands for them where a keyboard lacks them."""


def without_accents(text: str) -> str:
    """The text in Unicode's compatibility form, without the marks that it parts from their letters."""
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
