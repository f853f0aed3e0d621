"""What a tree attributes to whom: a word of saying, its source, and the clause below it."""
