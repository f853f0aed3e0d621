"""The spaCy component ``newswire_places``: places of a document, and the countries it is about."""

from spacy.language import Language
from spacy.tokens import Doc

from service.enrich.context import ArticleContext
from service.enrich.places.focus import focus
from service.enrich.places.gazetteer import Gazetteer, shared
from service.enrich.places.kinds import kind_of
from service.enrich.places.mention import Mention
from service.enrich.places.place import Focus, Place
from service.enrich.places.rank import Resolution, resolve
from service.enrich.places.recognise import recognise

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
        mentions = recognise(self._gazetteer, doc)
        resolutions = resolve(self._gazetteer, doc.text, mentions, context)
        places = tuple(
            self._place(doc, mention, resolution, context)
            for mention, resolution in zip(mentions, resolutions, strict=True)
        )
        doc._.places = places
        doc._.focus = focus(doc.text, places, context)
        return doc

    def _place(self, doc: Doc, mention: Mention, resolution: Resolution, context: ArticleContext) -> Place:
        row, table = resolution.row, self._gazetteer
        text = doc.text[mention.start : mention.end]
        line = context.dateline
        is_dateline = line is not None and line.start <= mention.start < line.end
        if not row:
            kind = kind_of(doc, mention, capital=False, country=False, building=False)
            return Place(mention.start, mention.end, text, kind, is_dateline=is_dateline)
        feature_class, code = table.feature(row)
        place = table.places[row]
        country, admin1 = int(place["country"]), int(place["admin1"])
        kind = kind_of(
            doc,
            mention,
            capital=code == "PPLC",
            country=code.startswith("PCL"),
            building=feature_class == "S",
        )
        return Place(
            start=mention.start,
            end=mention.end,
            text=text,
            kind=kind,
            name=table.name(row),
            geonames_id=int(place["geonames_id"]) or None,
            feature_class=feature_class,
            feature_code=code,
            latitude=round(float(place["latitude"]), 5),
            longitude=round(float(place["longitude"]), 5),
            country=table.countries[country].iso3 if country else None,
            admin1=table.name(admin1) if admin1 else None,
            is_dateline=is_dateline,
            score=round(resolution.score, 3),
        )


@Language.factory(NAME, assigns=["doc._.places", "doc._.focus"])
def places(nlp: Language, name: str) -> Places:  # noqa: ARG001 - a factory's signature
    """Build the component over the gazetteer that the service ships.

    Raises:
        OSError, ValueError: the gazetteer is missing or of another version.
    """
    return Places(shared())
