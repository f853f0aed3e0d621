"""Two bearers of one name: "Anna Weber Jr." beside "Anna Weber"."""

from collections.abc import Sequence

from service.enrich.aliases.joining.joining import NamedMention


def told_apart(found: Sequence[NamedMention]) -> Sequence[NamedMention]:
    """The same names, with the generation a part of those that are of two persons.

    Who is a junior in the first sentence mostly goes without it in one of the next ones: two persons are told of where
    both forms, in full, stand three times or more, or where there are a senior and a junior.
    """
    if not any(each.name.generation for each in found):
        return found  # as mostly
    told: dict[tuple[str, ...], list[str]] = {}
    for each in found:
        if each.type == "PERSON" and len(each.name.words) > 1:
            told.setdefault(each.name.words, []).append(each.name.generation)
    both = [words for words, marks in told.items() if len(set(marks)) > 1 and (len(marks) > 2 or "" not in marks)]
    shared = {form for words in both for form in (words, words[-1:])}
    return [_with_generation(each) if each.name.words in shared else each for each in found]


def _with_generation(mention: NamedMention) -> NamedMention:
    name = mention.name
    if not name.generation:
        return mention
    bare = f"{name.bare} {name.surface.rpartition(' ')[2]}"
    return mention._replace(name=name._replace(words=(*name.words, name.generation), bare=bare))
