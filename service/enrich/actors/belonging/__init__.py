"""Where roles and bodies belong: the organisation, the country, and the sector of society."""
