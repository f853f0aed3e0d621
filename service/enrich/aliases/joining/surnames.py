"""Surnames that are not the last word of a name."""

from service.enrich.aliases.names.first_names import first_name_gender


def is_surname_first(words: tuple[str, ...]) -> bool:
    """Whether a name is one such as "Choi Jung-ok", whose surname comes first."""
    return len(words) == 2 and "-" in words[1] and "-" not in words[0]


def inner_surnames(words: tuple[str, ...]) -> tuple[str, ...]:
    """The surnames inside a name: "Ramón Freire Serrano", "Maggie Chan Man-ki", "Ada Ip Lau Suk-yee"."""
    if 3 <= len(words) <= 4 and "-" in words[-1]:
        return tuple(word for word in words[1:-1] if len(word) > 1)
    known = 3 <= len(words) <= 4 and len(words[1]) >= _MIN_SURNAME and first_name_gender(words[1]) is None
    return (words[1],) if known else ()


_MIN_SURNAME = 3
"""Letters of a surname inside a name; fewer are an initial or a particle."""
