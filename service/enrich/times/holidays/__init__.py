"""Days that have a name: which days they are."""
