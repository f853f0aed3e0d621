"""What the tree says: phrases, and who does what to whom with verbs and nouns."""
