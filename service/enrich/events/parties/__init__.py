"""Who takes part in an event, and who that is."""
