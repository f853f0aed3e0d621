"""A text as words of the calendar: numbers, names of months and days, and the classes of all others."""
