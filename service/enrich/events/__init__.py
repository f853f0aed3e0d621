"""Events by PLOVER 0.8: who did what to whom, where, when, and who says so."""
