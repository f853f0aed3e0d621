"""How, when and where an event is told to happen, by whom, and with how many."""
