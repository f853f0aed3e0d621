"""Names of days and months, in lower case."""

from service.clean.months import MONTH_NAMES
from service.enrich.words import word_set

WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")

MONTHS = frozenset(MONTH_NAMES)
