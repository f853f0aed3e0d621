"""Names of days and months, in lower case."""

from service.enrich.words import word_set

WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")

MONTHS = word_set("january february march april may june july august september october november december")
