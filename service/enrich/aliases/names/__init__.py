"""Names as they are written: where a text has one, its words without titles, and what it tells of gender or country."""
