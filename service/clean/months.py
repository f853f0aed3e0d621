"""Names of months as patterns: "Jan.", "January"."""

MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
"""What the names of months begin with, in lower case, January first."""

MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*\.?"
"""A month's name, whole or shortened, in lower case."""

TITLED_MONTH = rf"(?:{'|'.join(map(str.title, MONTHS))})[a-z]*\.?"
"""A month's name, whole or shortened, with its capital."""
