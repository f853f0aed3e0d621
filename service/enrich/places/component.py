"""The spaCy component ``newswire_places``: places of a document, and the countries it is about."""

from spacy.language import Language
from spacy.tokens import Doc

from service.enrich.context import ArticleContext
from service.enrich.places.focus import focus
from service.enrich.places.gazetteer.gazetteer import Gazetteer, shared
from service.enrich.places.gazetteer.outlets import country_of_outlet
from service.enrich.places.kinds import kind_of
from service.enrich.places.mention import Mention
from service.enrich.places.place import Focus, Kind, Place
from service.enrich.places.ranking.rank import Resolution, resolve
from service.enrich.places.recognition.phrases import words
from service.enrich.places.recognition.recognise import recognise
from service.enrich.places.recognition.surroundings import surroundings
from service.enrich.tree import Tree

NAME = "newswire_places"

if not Doc.has_extension("places"):
    Doc.set_extension("places", default=())
if not Doc.has_extension("focus"):
    Doc.set_extension("focus", default=Focus())


class Places:
    """Sets ``doc._.places`` (a tuple of ``Place``, in the order of the text) and ``doc._.focus`` (``Focus``).

    Reads the text, ``doc.ents`` and, where they are, dependencies; ``doc._.context`` where it is set.
    Never raises.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        context: ArticleContext = doc._.context
        tree = Tree.of(doc)
        found = words(tree)
        mentions = recognise(self._gazetteer, doc, found)
        resolutions = resolve(self._gazetteer, tree.text, mentions, context)
        named = list(zip(mentions, resolutions, strict=True))
        kinds = [self._kind(tree, mention, resolution.row) for mention, resolution in named]
        source = country_of_outlet(self._gazetteer, context.source_country, context.source_domain)
        around = surroundings(self._gazetteer, mentions, resolutions, kinds, source, tree.text)
        places = tuple(
            self._place(tree, context, mention, resolution, kind, around.get(i, 0))
            for i, ((mention, resolution), kind) in enumerate(zip(named, kinds, strict=True))
        )
        doc._.places = places
        doc._.focus = focus(tree.text, places, context)
        return doc

    def _kind(self, tree: Tree, mention: Mention, row: int) -> Kind:
        where = self._gazetteer.described(row)
        code = where.feature_code if row else ""
        return kind_of(
            tree,
            mention,
            capital=code == "PPLC",
            country=code.startswith("PCL"),
            building=row > 0 and where.feature_class == "S" and code != "AIRP",
        )

    def _place(
        self, tree: Tree, context: ArticleContext, mention: Mention, resolution: Resolution, kind: Kind, around: int
    ) -> Place:
        row = resolution.row
        where = self._gazetteer.described(row or around)
        start, end, line = mention.start, mention.end, context.dateline
        is_dateline = line is not None and line.start <= start < line.end
        if row:
            return Place(start, end, tree.text[start:end], kind, *where, is_dateline, round(resolution.score, 3))
        has_point = around > 0 and where.feature_code != "PCLI"
        return Place(
            start,
            end,
            tree.text[start:end],
            kind,
            latitude=where.latitude if has_point else None,
            longitude=where.longitude if has_point else None,
            country=where.country,
            admin1=where.admin1,
            is_dateline=is_dateline,
        )


@Language.factory(NAME, assigns=["doc._.places", "doc._.focus"])
def places(nlp: Language, name: str) -> Places:  # noqa: ARG001 - a factory's signature
    """Build the component over the gazetteer that the service ships.

    Raises:
        OSError, ValueError: the gazetteer is missing or of another version.
    """
    return Places(shared())
