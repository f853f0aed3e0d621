"""The grammar of time expressions, and a rule for each kind of them that says which days it means."""
