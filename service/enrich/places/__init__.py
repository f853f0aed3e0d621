"""Places: toponyms of an article resolved to GeoNames, and the countries it is about.

The data's way: ``recognition`` (which stretches of the text name places), ``gazetteer`` (which places a name may mean,
in words and in numbers), ``ranking`` (which of them it means), ``kinds`` (how it is named), ``focus`` (what the
article is about), ``record`` (the fields of the enriched record). ``component`` runs them in a spaCy pipeline.
"""

from service.enrich.places.component import NAME, Places
from service.enrich.places.place import Focus, Place
from service.enrich.places.record import focus_fields, places_fields

__all__ = ["NAME", "Focus", "Place", "Places", "focus_fields", "places_fields"]
