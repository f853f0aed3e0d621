"""What a tree attributes to whom: clauses under words of saying, "according to", infinitives of promises."""

from collections.abc import Iterator, Mapping

from service.enrich.quotes.attributions.according_to import according_to
from service.enrich.quotes.attributions.attribution import Attribution, TokenSpan
from service.enrich.quotes.attributions.complements import complement
from service.enrich.quotes.attributions.cues import (
    ACCORDING,
    BESIDE_QUOTES,
    CUES,
    DEEDS,
    EVIDENCE,
    SPEECH,
    CueClass,
    cue_class,
)
from service.enrich.quotes.attributions.edges import goes_on
from service.enrich.quotes.attributions.parentheticals import parenthetical
from service.enrich.quotes.attributions.sources import Source, source_of
from service.enrich.quotes.attributions.stray_subjects import SAYING_FORMS, is_passive, stray_source
from service.enrich.quotes.attributions.trailing import trailing
from service.enrich.tree import Tree
from service.enrich.word_classes import WordClass

_MIN_WORDS = 2
"""Of what is attributed outside quotation marks."""

_LONG = 4
"""Tokens from which on some of them are words."""

_CUES = WordClass.of(CUES | ACCORDING | {"accord"})
"""Lemmas of what may attribute; that of "according" is "accord" where it is taken for a verb."""


def attributions(
    tree: Tree, quoted: list[int], sections: list[int], used: Mapping[int, Source]
) -> Iterator[Attribution]:
    """What the trees of a document attribute, in the order of the cues.

    Args:
        quoted: for each token the index of the run it stands in, -1 for none. What is attributed
            inside a quotation ("I think ...") is part of that quotation.
        sections: see ``sections``: nothing is attributed across one.
        used: cues that belong to a quotation already, with their sources.
    """
    for index in _CUES.at(tree.lemma_words):
        if quoted[index] >= 0 or index in used:
            continue
        if tree.parts[index] != "VERB" and not _is_according(tree, index):
            continue
        attribution = _attributed(tree, quoted, sections, index, used)
        if attribution is None:
            continue
        source = attribution.source
        if source is None or (sections[source.head] == sections[index] and quoted[source.head] < 0):
            content = _with_words(tree, _inside(attribution.content, sections, sections[index]))
            if _is_long(tree, content):
                yield attribution if content == attribution.content else attribution._replace(content=content)


def _attributed(
    tree: Tree, quoted: list[int], sections: list[int], index: int, used: Mapping[int, Source]
) -> Attribution | None:
    """What one word attributes."""
    lemma = tree.lemmas[index]
    if _is_according(tree, index):
        return according_to(tree, index)
    kind = cue_class(lemma) or ("speech" if lemma in BESIDE_QUOTES else None)
    if kind is None or (lemma == "point" and "out" not in tree.lowers[index + 1 : index + 3]):
        return None
    further = _going_on(tree, quoted, index, used) if tree.tags[index] == "VBG" else None
    source = further or source_of(tree, index)
    if source is None and kind != "cognition" and not is_passive(tree, index):
        said_to_be = tree.lowers[index + 1 : index + 2] == ["to"]
        source = None if said_to_be else stray_source(tree, index)  # not "people said to be ill"
    if source is None or _is_nobody(tree, index, source, kind) or _is_evidence(tree, index, source):
        return None
    if kind == "cognition" and (_is_to_come(tree, index) or _is_compared(tree, source.first)):
        return None
    found = complement(tree, quoted, index, source, kind)
    if found is not None and cue_class(lemma) is None and not _is_quoted(tree, quoted, found.content):
        return None  # "call it what it is"
    if found is not None or kind == "document":
        return found
    return parenthetical(tree, quoted, index, source) or trailing(tree, quoted, sections, index, source)


def _going_on(tree: Tree, quoted: list[int], index: int, used: Mapping[int, Source]) -> Source | None:
    """Whose quotation a participle goes on with: '"It rains," said Holm, adding that ...'."""
    if tree.relations[index] == "advcl" and (source := used.get(tree.heads[index])) is not None:
        return source
    # The tree may hang it anywhere: the words of saying right before the comma tell.
    if index > 1 and tree.texts[index - 1] == "," and (source := used.get(index - 2)) is not None:
        return source
    if tree.lemmas[index] != "add" or not goes_on(tree, quoted, index):
        return None
    own = source_of(tree, index)
    return own if own is not None and own.head < index and quoted[own.head] < 0 else _last_speaker(tree, quoted, index)


def _last_speaker(tree: Tree, quoted: list[int], index: int) -> Source | None:
    """Who has spoken last before a word in its sentence: whoever adds something."""
    for token in range(index - 1, -1, -1):
        if tree.sentence[token] != tree.sentence[index]:
            return None
        if quoted[token] < 0 and tree.tags[token] in SAYING_FORMS and tree.lemmas[token] in SPEECH:
            return source_of(tree, token)
    return None


def _is_according(tree: Tree, index: int) -> bool:
    return tree.lemmas[index] in ACCORDING or tree.lowers[index] in ACCORDING


def _is_quoted(tree: Tree, quoted: list[int], content: tuple[TokenSpan, ...]) -> bool:
    """Whether a content has words between quotation marks, or begins with "that"."""
    return tree.lowers[content[0][0]] == "that" or any(max(quoted[first : last + 1]) >= 0 for first, last in content)


def _is_to_come(tree: Tree, verb: int) -> bool:
    """Whether nobody has thought it yet: "customers will understand that ..."."""
    return any(tree.relations[child] == "aux" and tree.lowers[child] in _TO_COME for child in tree.children[verb])


def _is_compared(tree: Tree, first: int) -> bool:
    """Whether a thought is only a measure: "no matter how tame an owner thinks it is", "older than he thinks"."""
    return not _MEASURES.isdisjoint(tree.lowers[max(0, first - 2) : first])


_MEASURES = frozenset(("how", "whatever", "however", "than"))

_TO_COME = frozenset(("will", "'ll", "’ll", "may", "might", "must", "should"))

_NO_SPEAKERS = frozenset(("you", "who", "one"))
"""Subjects that say nothing: the reader, anybody."""

_NOBODY = _NO_SPEAKERS | {"i", "we", "me", "us"}
"""Subjects whose thoughts and findings are no attribution: the writer's, too."""


def _is_nobody(tree: Tree, index: int, source: Source, kind: CueClass) -> bool:
    """Whether a subject stands for nobody who said it; "you said" is said to somebody who did."""
    subject = tree.lowers[source.head]
    if subject == "one" and source.first < source.last:
        return False
    if subject == "that" and tree.texts[index + 1 : index + 2] == [","]:
        return True  # "That said, ..."
    return subject in (_NO_SPEAKERS if kind == "speech" else _NOBODY) and (subject, tree.tags[index]) != ("you", "VBD")


def _is_evidence(tree: Tree, index: int, source: Source) -> bool:
    """Whether a deed lets something be seen, and nobody says it: "his visit shows that they are close"."""
    deed = tree.parts[source.head] == "NOUN" and tree.lemmas[source.head] in DEEDS
    return deed and tree.lemmas[index] in EVIDENCE


_NO_WORDS = frozenset(("PUNCT", "SPACE"))
_FUNCTION_WORDS = frozenset(("ADP", "CCONJ", "DET", "PUNCT", "SCONJ", "SPACE"))


def _with_words(tree: Tree, content: tuple[TokenSpan, ...]) -> tuple[TokenSpan, ...]:
    """The pieces of a content that hold more than marks and function words, or words of saying, which trees hang
    anywhere."""
    if len(content) < 2:
        return content
    return tuple(
        piece
        for piece in content
        if not _is_saying(tree, piece)
        and any(tree.parts[token] not in _FUNCTION_WORDS or tree.lowers[token] == "that" for token in _tokens(piece))
    )


def _is_saying(tree: Tree, piece: TokenSpan) -> bool:
    """Whether a piece of a content is nothing but words of saying: "he added"."""
    first, last = piece
    pronoun = last == first + 1 and tree.parts[first] == "PRON"
    return pronoun and tree.lemmas[last] in SPEECH and tree.tags[last] in SAYING_FORMS


def _is_long(tree: Tree, content: tuple[TokenSpan, ...]) -> bool:
    """Whether a content has some words."""
    if content and content[0][1] - content[0][0] >= _LONG:
        return True
    if len(content) == 1 and _is_saying(tree, content[0]):
        return False
    return sum(tree.parts[token] not in _NO_WORDS for piece in content for token in _tokens(piece)) >= _MIN_WORDS


def _tokens(piece: TokenSpan) -> range:
    return range(piece[0], piece[1] + 1)


def _inside(content: tuple[TokenSpan, ...], sections: list[int], own: int) -> tuple[TokenSpan, ...]:
    """The tokens of a content in the sentence of its cue."""
    pieces = []
    for first, last in content:
        while first <= last and sections[first] != own:
            first += 1
        while first <= last and sections[last] != own:
            last -= 1
        if first <= last:
            pieces.append((first, last))
    return tuple(pieces)
