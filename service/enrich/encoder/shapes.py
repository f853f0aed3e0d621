"""The shape of a word: what an encoder that reads lower-case pieces cannot see."""

NONE, LOWER, UPPER, SINGLE_UPPER, TITLE, DIGITS, WITH_DIGIT, MIXED, OTHER = range(9)
"""Rows of the case embedding; NONE stands at the ends of a window."""

SHAPE_COUNT = 9


def shape(word: str) -> int:
    """The class of a word's letters, 1 to 8."""
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else SINGLE_UPPER
    if word[:1].isupper() and word[1:].islower():
        return TITLE
    if word.isdigit():
        return DIGITS
    if any(character.isdigit() for character in word):
        return WITH_DIGIT
    if any(character.isupper() for character in word):
        return MIXED
    return OTHER
