"""How a mention is spelt in a text and what of it is the name."""

_POSSESSIVES = ("'s", "’s", "'", "’")


def bare_name(text: str) -> str:
    """A mention without possessive mark, surrounding blanks and line breaks: ``Iran’s`` is ``Iran``."""
    name = " ".join(text.split())
    for mark in _POSSESSIVES:
        if name.endswith(mark) and len(name) > len(mark) + 1:
            return name.removesuffix(mark)
    return name
