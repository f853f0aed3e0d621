"""Which stretches of a text name places: what the tagger found, and what only the gazetteer knows."""
