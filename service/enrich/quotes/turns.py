"""Who goes on speaking: "he" and "she" beside a quotation that follows another one without a word between them."""

import re
from collections.abc import Iterable

from service.enrich.aliases.clusters import Cluster, Gender
from service.enrich.quotes.assembled import Assembled
from service.enrich.quotes.attributions.cues import SPEECH
from service.enrich.quotes.quotations import Speaker
from service.enrich.tree import Tree

_GENDERS: dict[str, Gender] = {"he": "m", "she": "f"}

_END_OF_SENTENCE = re.compile(r"[^.!?…\n]{0,120}[.!?…]?[\"”’']*\s*")
"""What ends the sentence of a quotation, with no other sentence behind it."""


class Turns:
    """Tells who goes on speaking in one document.

    Args:
        clusters: its entities.
    """

    def __init__(self, tree: Tree, clusters: Iterable[Cluster]) -> None:
        self._tree = tree
        self._persons = {cluster.id: cluster for cluster in clusters if cluster.type == "PERSON"}

    def goes_on(self, before: Assembled, quotation: Assembled, speaker: Speaker | None) -> bool:
        """Whether a quotation with a pronoun behind it is by the speaker of the one before: '"...," she said'.

        An answer is not: '"Where is it?" Holm asked. "Gone," he said'.

        Args:
            speaker: of the quotation before.
        """
        source, cue = quotation.attribution.source, before.attribution.cue
        if source is None or speaker is None or quotation.kind == "indirect":
            return False
        if before.kind == "indirect" and before.attribution.lemma not in SPEECH:
            return False
        person = self._persons.get(speaker.entity_id or "")
        gender = _GENDERS.get(self._tree.lowers[source.head])
        if person is None or gender is None or person.gender not in (None, gender):
            return False
        start, end = quotation.content[0][0], before.content[-1][1]
        if self._tree.offsets[source.head] < start or "?" in self._tree.text[end - 2 : end]:
            return False
        if cue is not None:
            end = max(end, self._tree.ends[cue[1]])
        if before.attribution.source is not None:
            end = max(end, self._tree.ends[before.attribution.source.last])
        return _END_OF_SENTENCE.fullmatch(self._tree.text, end, start) is not None

    def named(self, before: Speaker | None, own: Speaker | None) -> Speaker | None:
        """Of the speaker before and whom a pronoun seems to mean the first, unless only the second has a name."""
        return own if self._has_name(own) and not self._has_name(before) else before

    def _has_name(self, speaker: Speaker | None) -> bool:
        person = self._persons.get((speaker and speaker.entity_id) or "")
        return person is not None and any(mention.kind == "named" for mention in person.mentions)
