"""The encoder: one pass of a small transformer that gives tags, trees, sentences, lemmas and names."""
