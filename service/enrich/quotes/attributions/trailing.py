"""What a sentence ends with "..., the agency reported": all before it is said, whatever the tree makes of it."""

from service.enrich.function_words import RELATIVE_SUBJECTS
from service.enrich.quotes.attributions.attribution import Attribution, TokenSpan
from service.enrich.quotes.attributions.cues import SPEECH, TO_SOMEBODY
from service.enrich.quotes.attributions.sources import TIMES, Source
from service.enrich.quotes.attributions.stray_subjects import SAYING_FORMS, is_described
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import FINITE
from service.enrich.words import word_set

_CIRCUMSTANCES = word_set("when while as after before asked speaking if since until following")
"""Words that begin what goes before somebody speaks: "When it rained, Holm said so"."""

_ABOUT = frozenset(("for", "against", "about", "of", "-"))
"""What leads behind a word of saying to what is said: "advocated for a strike"."""

_ABOUT_SOMETHING = frozenset(("report", "comment", "elaborate"))
"""Verbs with "on" what they are about: "the paper reported on a strike", but "said on television"."""

_MIN_TOKENS = 4
_LONGEST = 200
"""Tokens before a word of saying in which its sentence begins; a text without full stops is none."""


def trailing(tree: Tree, quoted: list[int], sections: list[int], index: int, source: Source) -> Attribution | None:
    """What stands before a word of saying and its source at the end of a sentence; None where that says nothing.

    Args:
        quoted: for each token the index of the run it stands in, -1 for none.
        sections: see ``sections``.
    """
    lead = min(source.first, index)
    while lead > 0 and tree.tags[lead - 1] == "RB":
        lead -= 1
    if tree.lemmas[index] not in SPEECH or tree.tags[index] not in SAYING_FORMS or is_described(tree, index):
        return None
    if lead < _MIN_TOKENS or tree.texts[lead - 1] != ",":
        return None
    first, last = _begin(tree, sections, lead), lead - 2
    if first is None or last - first + 1 < _MIN_TOKENS or quoted[last] >= 0 or tree.lowers[first] in _CIRCUMSTANCES:
        return None
    beside = source.first == index + 1 or (
        source.last < index and all(tree.parts[token] in ("AUX", "ADV") for token in range(source.last + 1, index))
    )
    if not beside or not _ends(tree, index, source) or not any(tag in FINITE for tag in tree.tags[first : last + 1]):
        return None
    content: tuple[TokenSpan, ...] = ((first, last),)
    return Attribution(content, (index, index), tree.lemmas[index], source, "parenthesis")


def _begin(tree: Tree, sections: list[int], token: int) -> int | None:
    """The first token of a sentence, or of its line; None where the sentence is too long to be one."""
    for first in range(token, max(-1, token - _LONGEST), -1):
        if first == 0 or sections[first - 1] != sections[token] or tree.texts[first - 1].isspace():
            return first
    return None


def _ends(tree: Tree, cue: int, source: Source) -> bool:
    """Whether nothing that is said stands behind a word of saying and its source."""
    if tree.lemmas[cue] not in TO_SOMEBODY and any(
        tree.relations[child] in ("obj", "ccomp", "xcomp") and not source.first <= child <= source.last and child > cue
        for child in tree.children[cue]
    ):
        return False
    behind = max(cue, source.last) + 1
    if behind >= len(tree.texts):
        return True
    word = tree.lowers[behind]
    if word in _ABOUT or (word == "on" and tree.lemmas[cue] in _ABOUT_SOMETHING and not _is_time(tree, behind + 1)):
        return False
    return (
        tree.parts[behind] in ("PUNCT", "SPACE", "ADP", "ADV")
        or word in RELATIVE_SUBJECTS - {"that"}
        or word in TIMES
        or (tree.lemmas[cue] in TO_SOMEBODY and tree.parts[behind] in ("PROPN", "NOUN", "PRON", "DET"))
    )


def _is_time(tree: Tree, token: int) -> bool:
    """Whether a phrase behind "on" tells when or in which medium of one's own: "on Monday", "on its website"."""
    return not TIMES.isdisjoint(tree.lowers[token : token + 2]) or tree.tags[token : token + 1] == ["PRP$"]
