"""An entity while its mentions are gathered."""

from dataclasses import dataclass, field

from service.enrich.aliases.clusters import Gender, Mention
from service.enrich.aliases.joining.joining import NamedMention
from service.enrich.aliases.names.addresses import ADDRESSES
from service.enrich.aliases.names.countries import is_country
from service.enrich.aliases.names.first_names import first_name_gender


@dataclass(slots=True, eq=False)
class Entity:
    """A cluster in the making.

    Attributes:
        type: as in ``clusters.Cluster``.
        mentions: in the order they were found.
        named: its names; none for who is only described.
        gender: told by titles, descriptions and pronouns.
        likely_gender: told by the first name alone.
        presumed: whether nothing but a pronoun that was taken to mean it tells its gender.
        roles: lemmas of nouns that describe it ("spokesman").
        speaks: whether it is the subject of a word of saying.
        times: how often it was mentioned up to where pronouns are read.
        prominence: what this speaks for it (see ``salience``).
    """

    type: str
    mentions: list[Mention]
    named: list[NamedMention] = field(default_factory=list)
    gender: Gender | None = None
    likely_gender: Gender | None = None
    presumed: bool = False
    roles: set[str] = field(default_factory=set)
    speaks: bool = False
    times: int = 0
    prominence: float = 0.0

    @classmethod
    def of_names(cls, named: list[NamedMention]) -> "Entity":
        """The entity of some names."""
        kind = named[0].type
        if len(named) > 1:
            types = [each.type for each in named]
            kind = max(types, key=types.count)
            if "PERSON" in types and types.count("PERSON") < len(types):
                # Who is a person by a short name only, and a body by the full one, is a body.
                kind = max(named, key=lambda each: len(each.name.words)).type
        told = [each.name.gender for each in named if each.name.gender]
        likely = None
        if kind == "PERSON":
            first = [each.name.words[0] for each in named if len(each.name.words) > 1]
            first = [word for word in first if word not in ADDRESSES]  # a Nana may be a man
            hints = [hint for word in first if (hint := first_name_gender(word))]
            likely = hints[0] if hints else None
        return cls(kind, [each.mention for each in named], named, told[0] if told else None, likely)

    def absorb(self, other: "Entity") -> None:
        """Take over all that was found of another who turns out to be the same."""
        self.mentions += other.mentions
        self.roles |= other.roles
        self.gender = self.gender or other.gender

    def is_person(self, gender: Gender) -> bool:
        """Whether it is a person who may be of a gender."""
        return self.type == "PERSON" and (self.gender or gender) == gender

    @property
    def is_country(self) -> bool:
        """Whether one of its first names is a country's, or means its government."""
        return self.type == "LOC" and any(
            is_country(each.metonym or each.name.words) for each in self.named[:_NAMES_READ]
        )


_NAMES_READ = 3
"""Names of an entity by which it is known what it is: most are the same."""
