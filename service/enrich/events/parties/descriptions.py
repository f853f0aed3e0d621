"""What the words of a party's phrase say of it: kind, role, sector, and the country where it belongs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from service.enrich.actors.article.allegiance import are_helped
from service.enrich.actors.belonging.bodies import NATIONAL_SECTORS
from service.enrich.actors.belonging.international import is_of_elsewhere
from service.enrich.actors.describe import Describer
from service.enrich.actors.description import Actor, ActorDescription
from service.enrich.events.grammar.phrases import Phrase
from service.enrich.events.parties.amounts import counted_from
from service.enrich.events.parties.country_behind import country_behind
from service.enrich.events.parties.joint_nations import JointNations
from service.enrich.events.parties.mentions import Mentions
from service.enrich.events.parties.story_country import story_country
from service.enrich.tree import Tree
from service.enrich.words import word_set

_OF_SEVERAL = word_set("army government parliament military navy presidency party")
"""Bodies that are several states' in the plural, or sides of a deal: "the two armies", "both parties"."""


class Descriptions:
    """Describes the phrases of one document; the describer is made for documents with events alone.

    Args:
        labels: of the name at each token; "" where there is none.
        mentions: of the document's clusters.
        actors: what is known of clusters, by id.
    """

    def __init__(
        self, doc: Doc, tree: Tree, labels: Sequence[str], mentions: Mentions, actors: Mapping[str, Actor]
    ) -> None:
        self._doc, self._tree, self._labels = doc, tree, labels
        self._mentions, self._actors = mentions, actors
        self._describer: Describer | None = None
        self._home: str | None = None
        self.joint_nations = JointNations(tree, labels, self._place_country)

    def whole(self, phrase: Phrase) -> Phrase:
        """A phrase with all the places that are joined behind it: "troops from Peru and Chile"."""
        complement = range(0) if self._labels[phrase.head] else self.joint_nations.complement(phrase.head)
        return replace(phrase, end=max(phrase.end, complement.stop))

    def of(self, phrase: Phrase) -> ActorDescription:
        """What a phrase says by itself."""
        describer = self._made()
        counted = counted_from(self._tree, phrase) if describer.titled(phrase.head) is None else None
        start = phrase.start if counted is None else counted
        said = describer.describe(Span(self._doc, start, phrase.end))
        if counted is not None:
            # "Leaders of Peru" count nobody, and have an office.
            office = describer.describe(Span(self._doc, phrase.start, phrase.end)) if said.kind == "country" else said
            return said._replace(kind="group", role=office.role)
        if said.sector is None and said.kind == "unspecified" and self._tree.relations[phrase.head - 1] == "compound":
            # Things are told by whose they are: "Israeli army bulldozers".
            owner = describer.describe(Span(self._doc, start, phrase.head)) if start < phrase.head else said
            said = said._replace(sector=owner.sector if owner.kind != "country" else None)
        return said

    def titled(self, head: int) -> str | None:
        """The id of the cluster whose office a noun before a name tells: "President" of "President Ruiz"."""
        return self._made().titled(head)

    def completed(self, said: ActorDescription, words: Span) -> ActorDescription:
        """A description with what the words say that a phrase stands for; the same where they say nothing."""
        told = self._made().describe(words)
        if told.country is None and told.sector is None:
            return said
        kind = said.kind if said.kind != "unspecified" else told.kind
        return said._replace(country=told.country, sector=said.sector or told.sector, kind=kind, method="coreference")

    def country_behind(self, phrase: Phrase) -> str | None:
        """The country of a place that is told behind a phrase, by the tree or, for described parties, by the words."""
        found = country_behind(self._tree, phrase.head, self._place_country)
        return found or (None if self._labels[phrase.head] else self.joint_nations.one_behind(phrase.head))

    def country(self, phrase: Phrase, said: ActorDescription, behind: str | None) -> str | None:
        """Where a party belongs: a people where it lives, "the Kurds of Turkey", not where its name is from."""
        if self._is_people(phrase.head):
            return behind or said.country
        owner = self._actors.get(self._mentions.owner(phrase.head)) if said.sector in NATIONAL_SECTORS else None
        if owner is not None and owner.country is not None and not any(self._labels[phrase.start : phrase.end]):
            return owner.country  # whatever the story is mostly about
        if said.country is None and behind is None and said.sector in NATIONAL_SECTORS:
            texts, lowers = (words[phrase.start : phrase.end] for words in (self._tree.texts, self._tree.lowers))
            elsewhere = are_helped(texts) or is_of_elsewhere(lowers)
            # Papers leave out the country of their story with its ministries, police and parties.
            return self._home if not (self._is_of_several_states(phrase) or elsewhere) else None
        return said.country or behind

    def _made(self) -> Describer:
        if self._describer is None:
            self._describer = Describer(self._doc)
            self._home = story_country(
                self._describer.home,
                self._mentions.clusters,
                self._actors,
                self._tree,
                self._describer.place_country,
                self._describer.outlet,
            )
        return self._describer

    def _place_country(self, token: int) -> str | None:
        return self._made().place_country(token)

    def _is_of_several_states(self, phrase: Phrase) -> bool:
        """Whether a plain plural tells of bodies of several states: "the two armies", not "the ruling parties"."""
        tree, head = self._tree, phrase.head
        if tree.tags[head] != "NNS" or tree.lemmas[head] not in _OF_SEVERAL:
            return False
        return all(tree.parts[token] in ("DET", "NUM") for token in range(phrase.start, head))

    def _is_people(self, head: int) -> bool:
        """Whether a noun names a people: "the Kurds", and "Albanians" also where nobody has read it as a name."""
        label = self._doc[head].ent_type_
        return label == "NORP" or (not label and self._made().is_people(head))
