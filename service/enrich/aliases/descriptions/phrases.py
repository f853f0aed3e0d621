"""Noun phrases that describe somebody: where they begin and end, and which role they tell."""

from collections.abc import Collection, Container, Mapping

from service.enrich.aliases.clusters import Mention
from service.enrich.aliases.descriptions.nouns import PERSONS
from service.enrich.aliases.names.titles import OFFICES
from service.enrich.function_words import RELATIVE_PRONOUNS
from service.enrich.joined_names import JoinedNames
from service.enrich.tree import Tree
from service.enrich.universal_dependencies import FINITE, NOUNS

FORMER = frozenset(("former", "ex", "ousted", "deposed"))
_FORMER_REACH = 4
"""Tokens before a noun of which one may be "former"."""

_MODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "ADV"))
_OF = frozenset(("of", "for", "to", "at", "in"))
_COMPLEMENT = frozenset(("ADP", "DET", "ADJ", "NOUN", "PROPN", "CCONJ", "PART"))
_LONGEST_COMPLEMENT = 30
"""Tokens from a noun to the comma before the name it stands with."""


def role_of(tree: Tree, noun: int) -> str:
    """A noun for people as a role; a former president is no president, nor is a vice president or a judge president."""
    first, lemma = noun, tree.lemmas[noun]
    if noun > 1 and tree.is_hyphen(noun - 1) and tree.lowers[noun - 2] in _DEPUTIES:
        first = noun - 2  # "vice-president"
    while first > max(0, noun - _FORMER_REACH) and tree.parts[first - 1] in _MODIFIERS:
        first -= 1
    before = tree.lowers[first:noun]
    kind = _KINDS.get(before[-1]) if before else None
    role = f"{kind} {lemma}" if kind is not None else lemma
    if kind is None and not _DEPUTIES.isdisjoint(before):
        role = f"{DEPUTY}{lemma}"
    return role if FORMER.isdisjoint(before) else f"former {role}"


DEPUTY = "deputy "
"""How the role of somebody's deputy begins."""


def role_meant(tree: Tree, noun: int, told: Mapping[str, Collection[object]]) -> str:
    """The role that a definite noun means: "the minister" is a deputy where a text has told of no other one.

    Args:
        told: who was described by each role; none where the noun has modifiers.
    """
    role = role_of(tree, noun)
    return f"{DEPUTY}{role}" if role in _DEPUTIES_TOO and told and not told.get(role) else role


_DEPUTIES_TOO = frozenset(("minister", "secretary", "professor", "commissioner", "superintendent", "attorney"))
"""Nouns that stand for a deputy, too: a head of state's deputy is never the head."""

_DEPUTIES = frozenset(("deputy", "vice", "assistant"))
_KINDS = {"prime": "prime", "judge": "judge"}
"""Words right before a noun with which it means another office."""


def end_of_complement(tree: Tree, index: int) -> int:
    """The token behind a noun and what it is of: "the spokesman for the Red Cross, Adam Reuss,"."""
    end = index + 1
    of = end < len(tree.texts) and tree.lowers[end] in _OF and tree.relations[index] != "nmod"
    while of and end < min(len(tree.texts), index + _LONGEST_COMPLEMENT) and tree.parts[end] in _COMPLEMENT:
        end += 1
    return end


def has_determiner(tree: Tree, noun: int, some: Container[str]) -> bool:
    """Whether a noun has one of some determiners."""
    return any(tree.relations[child] == "det" and tree.lowers[child] in some for child in tree.children[noun])


def leads_something(tree: Tree, head: int) -> bool:
    """Whether a head is one of something, and no part of a body."""
    return any(
        tree.relations[child] == "compound" or (tree.relations[child] == "nmod" and child > head)
        for child in tree.children[head]
    )


def titled_name(tree: Tree, noun: int, names: Container[int]) -> int | None:
    """First token of the name that a title with its complement stands before: "minister of mines and energy Ada Holm".

    "A student named Holm" is one, too. "The lawyer of activist Ada Holm" is not Holm.

    Args:
        names: the first tokens of persons' names.
    """
    lowers, count = tree.lowers, len(tree.texts)
    if noun + 2 < count and lowers[noun + 1] in _NAMING and noun + 2 in names:
        return noun + 2
    if tree.lemmas[noun] not in OFFICES or noun + 1 >= count or lowers[noun + 1] not in _OF:
        return None
    for token in range(noun + 2, min(count, noun + _LONGEST_TITLE)):
        if token in names:
            return token if tree.parts[token - 1] in NOUNS else None
        if tree.parts[token] not in _COMPLEMENT or tree.lemmas[token].lower() in PERSONS:
            return None
    return None


_NAMING = frozenset(("named", "surnamed", "called"))
_LONGEST_TITLE = 10
"""Tokens from a title to the name behind its complement."""


def phrase(tree: Tree, noun: int) -> tuple[int, int]:
    """First and last token of a noun with what belongs to it, without clauses and names beside it."""
    first, last = tree.first[noun], tree.last[noun]
    for child in tree.children[noun]:
        relation = tree.relations[child]
        if tree.is_hyphen(child):
            continue  # "director-general"
        if child < noun and (
            relation in ("case", "mark", "cc", "punct", "advmod", "cop", "nsubj", "aux") or _is_clause(tree, child)
        ):
            first = max(first, tree.last[child] + 1)
        elif child > noun and relation not in ("nmod", "flat", "compound", "punct"):
            last = min(last, tree.first[child] - 1)
    last = max(last, noun)
    for token in range(noun + 1, last + 1):
        if tree.texts[token] in (",", ";", ":", "—", "–") or tree.tags[token] in FINITE:  # "a source told the Herald"
            last = token - 1
            break
    while last > noun and (tree.parts[last] in ("PUNCT", "SPACE") or tree.lowers[last] in RELATIVE_PRONOUNS):
        last -= 1
    first = min(first, noun)
    first = next((token + 1 for token in range(noun - 1, first - 1, -1) if tree.tags[token] in FINITE), first)
    while first < noun and tree.parts[first] in _BEFORE and tree.lowers[first + 1] not in ("least", "most"):
        first += 1
    return first, last


def own_words(tree: Tree, head: int) -> range:
    """The tokens of a mention with what belongs to it, up to what is joined to it by "and"."""
    joined = [tree.first[child] for child in tree.children[head] if tree.relations[child] == "conj" and child > head]
    return range(tree.first[head], min([*joined, tree.last[head] + 1]))


def nominal_mention(tree: Tree, noun: int, joined: JoinedNames) -> Mention:
    """The mention that a noun heads, with all that belongs to the noun: also a list, "of Peru, Chile and Bolivia"."""
    first, last = phrase(tree, noun)
    complement = joined.behind(noun) if tree.tags[noun] == "NNS" else range(0)
    if complement and tree.lowers[complement.start] == "of":
        last = max(last, complement.stop - 1)
    return Mention(tree.offsets[first], tree.ends[last], "nominal", noun)


_BEFORE = frozenset(("PUNCT", "SPACE", "PART", "SCONJ", "CCONJ", "ADP"))

_LONGEST_MODIFIER = 3
"""Tokens before a noun and a comma, from which on they are a phrase of their own."""


def _is_clause(tree: Tree, child: int) -> bool:
    """Whether what a comma parts from a noun is no modifier of it: "Similar to his plans, other owners ..."."""
    last = tree.last[child]
    return tree.texts[last] == "," and last - tree.first[child] > _LONGEST_MODIFIER
