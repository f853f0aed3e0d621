"""The noun phrase around a noun for people: what belongs to it before the noun and behind it."""
