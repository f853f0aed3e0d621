"""Which words tell an event, and of which type."""
