"""Parties: phrases resolved through the document's clusters and actors."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span

from service.enrich.actors.description import Actor, ActorDescription
from service.enrich.actors.items import shared as items
from service.enrich.events.circumstances.counts import count_of
from service.enrich.events.event import Party
from service.enrich.events.grammar.phrases import Phrase, Phrases, Scored
from service.enrich.events.parties.amounts import counted_from
from service.enrich.events.parties.antecedents import Antecedents
from service.enrich.events.parties.descriptions import Descriptions
from service.enrich.events.parties.mentions import Mentions
from service.enrich.events.parties.several import Several
from service.enrich.events.parties.speakers import Speakers
from service.enrich.tree import Tree, labels_of

_ALONE = frozenset(("ORG", "LOC", "FAC", "PRODUCT", "MISC"))
"""Types of clusters for which "they" hardly stands where two are told side by side."""

_STATES = frozenset(("country", "nation", "state", "government"))
"""Nouns for states, also where they take up who speaks for them."""

_PLURAL = frozenset(("NNS", "NNPS"))

_GAP = 1
"""Characters between an office and the name behind it."""


class Parties:
    """Resolves the phrases of one document; what the aliases and actors components did not find stays unresolved."""

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self._doc, self._tree, self._phrases = doc, tree, Phrases(doc, tree)
        self._actors: dict[str, Actor] = {actor.id: actor for actor in doc._.actors}
        self._mentions = Mentions(doc, tree)
        self._antecedents = Antecedents(tree, self._mentions.named)
        self._speakers = Speakers(doc, tree)
        self._labels = labels_of(doc)
        self._described = Descriptions(doc, tree, self._labels, self._mentions, self._actors)
        self._joint_nations = self._described.joint_nations
        self._several = Several(tree, self._joint_nations)

    def of(self, phrase: Phrase, score: float) -> Party:
        """The party that a phrase stands for.

        Args:
            phrase: of the document.
            score: how sure it is that it is one.
        """
        tree, phrase = self._tree, self._described.whole(phrase)
        cluster, said, name = self._mentions.of(phrase)[0], self._described.of(phrase), None
        titled = self._mentions.by_id(self._described.titled(phrase.head))
        cluster = cluster or titled
        if cluster is not None and cluster.type == "ORG" and self._antecedents.they(phrase.head) is not None:
            cluster, said = None, ActorDescription(kind="group")
        if phrase.head in self._mentions.others:
            said = ActorDescription(kind="person")
        behind = self._described.country_behind(phrase)
        speaker = self._speakers.of(phrase.head) if cluster is None else None
        if speaker is not None:
            said, name = self._described.completed(said, words := Span(self._doc, *speaker)), words.text
        elif said.country is None and behind is None and said.kind != "person":
            cluster, said, name = self._taken_up(phrase, cluster, said)
        amount = count_of(tree, phrase.head)
        return Party(
            span=(tree.offsets[phrase.start], max(tree.ends[phrase.end - 1], self._end_of_name(titled))),
            mention_type=self._mentions.kind(phrase) if titled is None else "name",
            head=phrase.head,
            entity_id=cluster.id if cluster else None,
            name=cluster.name if cluster else name,
            kind=said.kind,
            country=self._described.country(phrase, said, behind),
            sector=said.sector,
            role=said.role,
            count=amount[:2] if amount else None,
            wikidata_id=self._item(cluster, said),
            method=said.method,
            score=score,
        )

    def _end_of_name(self, titled: Any) -> int:
        """Where the name ends that stands right behind the office of a person; 0 where none does."""
        actor = self._actors.get(titled.id) if titled is not None else None
        if actor is None or actor.role_span is None:
            return 0
        behind = actor.role_span[1]
        return next((each.end for each in titled.mentions if behind < each.start <= behind + _GAP), 0)

    def side(self, phrases: Sequence[Scored]) -> list[Party]:
        """The parties of one side; countries that only tell whose a party is are none beside it.

        Args:
            phrases: of the side, each with how sure it is that it is one.
        """
        heads = [phrase.head for phrase, _ in phrases if not self._labels[phrase.head]]
        behind = {token for head in heads for token in self._joint_nations.complement(head)}
        told = {token for token in behind if self._labels[token] in ("", "LOC")}
        return [party for phrase, score in phrases if phrase.head not in told for party in self._each_of(phrase, score)]

    def _each_of(self, phrase: Phrase, score: float) -> list[Party]:
        """One party for each whom a phrase takes up or whose nation it joins, "Hungarian and Romanian officials"."""
        party = self.of(phrase, score)
        if several := self._taken_up_together(phrase, party):
            return several
        nations = self._nations_joined(phrase, party) or self._nations_taken_up(phrase, party)
        if party.count is not None and party.count[0] == len(nations):
            party = replace(party, count=None)  # "the three presidents" are one each
        return [replace(party, country=country) for country in nations] or [party]

    def _taken_up_together(self, phrase: Phrase, party: Party) -> list[Party]:
        """Those for whom "they" or "the two leaders" stands, where the clusters know of no group, or only of one."""
        tree, cluster = self._tree, self._mentions.of(phrase)[0]
        if not self._several.is_one(phrase.head):
            return []
        heads = self._several.of(phrase.head)
        if not heads:
            return []
        # "They" is nobody who is told in the singular alone, whatever the clusters say.
        one = any(self._mentions.at(head)[0] is cluster and tree.tags[head] not in _PLURAL for head in heads)
        if cluster is not None and cluster.type not in _ALONE and not one:
            return []
        found = [each for head in heads for each in self._each_joined(self._phrases.of(head), party.score)]
        if len(found) < 2 or any(each.kind == "unspecified" for each in found):
            return []
        if party.kind in ("person", "group") and all(each.kind == "country" for each in found):
            return [replace(party, country=each.country, count=None) for each in found]  # ministers of two states
        for number, each in enumerate(found):
            each = self._as_state(each) if tree.lemmas[phrase.head] in _STATES else each
            found[number] = replace(each, method="coreference")
            if tree.sentence[each.head] != tree.sentence[phrase.head]:
                words = tree.text[slice(*each.span)] if each.kind != "country" else None
                found[number] = replace(
                    each, span=party.span, head=party.head, mention_type=party.mention_type, count=None,
                    name=each.name or words, method="coreference",
                )  # fmt: skip
        return found

    def _each_joined(self, phrase: Phrase, score: float) -> list[Party]:
        """One party for each nation that a phrase joins, else the one for which it stands."""
        party = self.of(phrase, score)
        return [replace(party, country=country) for country in self._nations_joined(phrase, party)] or [party]

    def _as_state(self, party: Party) -> Party:
        """The state of somebody's country: "both countries" behind "the leaders of Peru and Chile"."""
        if party.kind == "country" or party.country is None:
            return party
        item = items().countries.get(party.country)
        return Party(
            party.span, party.mention_type, party.head, kind="country", country=party.country, sector="GOV",
            wikidata_id=item, score=party.score,
        )  # fmt: skip

    def _nations_joined(self, phrase: Phrase, party: Party) -> list[str]:
        """The nations that a party's phrase joins, before its head or behind it; none where it joins none."""
        counted = counted_from(self._tree, phrase)
        first, head = (phrase.start, phrase.head) if counted is None else (counted, phrase.end - 1)
        named = bool(self._labels[head])
        behind = self._joint_nations.behind(phrase.head if named else head)
        found = behind if party.country in (None, *behind) and not self._labels[phrase.head] else []
        return found if named else self._joint_nations.before(first, head) or found

    def _nations_taken_up(self, phrase: Phrase, party: Party) -> list[str]:
        """The nations of a group that is taken up: "They", "the ministers" behind "ministers of Peru and Chile"."""
        tree, head = self._tree, phrase.head
        cluster = self._mentions.of(phrase)[0]
        if tree.parts[head] == "PRON":
            told = cluster.mentions[0].head if cluster is not None and cluster.type == "GROUP" else None
        elif both := self._both_behind(head):
            return list(dict.fromkeys(each.country for each in self._taken_up_together(*both) if each.country))
        else:
            told = self._antecedents.of(head) if tree.tags[head] in _PLURAL else None
            told = self._antecedents.of_counted(head) if told is None else told
        if told is None or told == head:
            return []
        nations = self._nations_joined(self._phrases.of(told), replace(party, country=None))
        return nations if party.count is None or party.count[0] == len(nations) else []

    def _both_behind(self, head: int) -> tuple[Phrase, Party] | None:
        """The two whose a noun in the plural is: "officials of both sides"."""
        tree = self._tree
        if tree.tags[head] not in _PLURAL:
            return None
        for child in tree.children[head]:
            if child > head and tree.relations[child] == "nmod" and self._several.is_one(child):
                phrase = self._phrases.of(child)
                return phrase, self.of(phrase, 0.0)
        return None

    def implied(self, trigger: int) -> Party:
        """The actor whom a sentence leaves out: "five were arrested"."""
        tree = self._tree
        return Party((tree.offsets[trigger], tree.ends[trigger]), "implicit", trigger, sector="UNK")

    def _item(self, cluster: Any, said: ActorDescription) -> str | None:
        """Wikidata's item of a state, also by its capital or as "Iranian", or of an organization."""
        actor = self._actors.get(cluster.id) if cluster else None
        if actor is not None and actor.kind in ("country", "organization"):
            return actor.wikidata_id
        return items().countries.get(said.country or "") if said.kind == "country" else None

    def _taken_up(
        self, phrase: Phrase, cluster: Any, said: ActorDescription
    ) -> tuple[Any, ActorDescription, str | None]:
        """Cluster and description of a phrase, completed by what it takes up, "the ministry", "it"; and its words."""
        token = self._antecedents.of(phrase.head)
        if token is None:
            token = self._apposed(phrase.head)
        if token is None:
            return cluster, said, None
        words = self._words(token)
        subject = self._tree.relations[phrase.head].startswith("nsubj")
        name = words.text if subject and self._tree.parts[phrase.head] == "PRON" else None
        completed = self._described.completed(said, words)
        return (cluster or self._mentions.at(token)[0]) if completed != said else cluster, completed, name

    def _apposed(self, head: int) -> int | None:
        """The name of a state or body that a noun stands behind: "Peru, a country that has sent aid,"."""
        tree, name = self._tree, self._tree.heads[head]
        if tree.relations[head] != "appos" or name > head or tree.parts[head] != "NOUN":
            return None
        cluster, kind = self._mentions.at(name)
        one = tree.tags[head] == "NN" and all(tree.relations[child] != "cc" for child in tree.children[head])
        return name if one and kind == "name" and cluster.type in ("LOC", "ORG") else None

    def _words(self, head: int) -> Span:
        """What stands from the first modifier of a noun to the noun."""
        return Span(self._doc, min((*self._tree.children[head], head)), head + 1)
