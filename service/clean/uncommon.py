"""The few letters of a text that are no common ones, found without a look at each."""

_COMMON = b"\n" + bytes(range(ord(" "), ord("~") + 1))


def uncommon_letters(text: str) -> str:
    """All letters of a text but for line feeds and printed ASCII, in order."""
    return text.encode("utf-8", "surrogatepass").translate(None, _COMMON).decode("utf-8", "surrogatepass")
