"""Names of months, and patterns for them: "Jan.", "January"."""

MONTH_NAMES = tuple("january february march april may june july august september october november december".split())
"""In lower case, January first."""

MONTHS = tuple(name[:3] for name in MONTH_NAMES)
"""What the names of months begin with, in lower case, January first."""

MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*\.?"
"""A month's name, whole or shortened, in lower case."""

TITLED_MONTH = rf"(?:{'|'.join(map(str.title, MONTHS))})[a-z]*\.?"
"""A month's name, whole or shortened, with its capital."""
