"""What the rules read of a document: the nouns for people, bodies, countries and names at its tokens."""
